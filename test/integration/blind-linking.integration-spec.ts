import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type Asker, type TestApi } from '../builders/api.js';
import { createStage, type JudgingStage } from '../builders/judging-stage.js';
import { checkAndRender } from '../builders/pages.js';
import { pdf } from '../builders/sample-files.js';
import { upload } from '../builders/tus.js';

let api: TestApi;
let stage: JudgingStage;
let judges: readonly Asker[];

const uuids = (text: string) => new Set(text.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g));

/** A window to send files in, a team, and two files of each entry. */
async function fill(): Promise<void> {
  await api.dataSource.query(
    `insert into windows (id, edition_id, kind, planned_opens_at, planned_closes_at, opened_at)
     values (gen_random_uuid(), $1, 'entry', now() - interval '1 day', now() + interval '1 day', now() - interval '1 hour')`,
    [stage.editionId],
  );
  for (const entryId of stage.entryIds) {
    const team = await api.person();
    const [rows] = await api.dataSource.query<[{ entry: string }[], number]>(
      'update entries set lead_user_id = $2 where id = $1 returning public_id as entry',
      [entryId, team.userId],
    );
    const bytes = await pdf();
    for (const name of ['one.pdf', 'two.pdf']) await upload(team, rows[0]?.entry ?? '', { name, bytes });
  }
  await checkAndRender(api);
}

interface Answered {
  readonly url: string;
  readonly body: string;
  readonly headers: Headers;
}

/** All that a judge is told of the own assignments: desk, sheets, answers, pages, links and what is in them. */
async function everythingTold(judge: Asker): Promise<Answered[]> {
  const answers: Answered[] = [];
  const get = async <Body>(url: string): Promise<Body> => {
    const { status, body, headers } = await judge.get<Body>(url);
    expect([url, status]).toEqual([url, 200]);
    answers.push({ url, body: JSON.stringify(body), headers });
    return body;
  };
  const desk = await get<{ stages: { assignments: { publicId: string }[] }[] }>('/api/v1/my/assignments');
  for (const { publicId } of desk.stages.flatMap(({ assignments }) => assignments)) {
    await get(`/api/v1/assignments/${publicId}`);
    const { files } = await get<{ files: { publicId: string }[] }>(`/api/v1/assignments/${publicId}/entry`);
    expect(files).toHaveLength(2);
    for (const file of files) {
      const { url } = await get<{ url: string }>(`/api/v1/assignments/${publicId}/files/${file.publicId}/pages`);
      const [claims = ''] = url.split('/').slice(-1)[0]?.split('.') ?? [];
      answers.push({ url, body: Buffer.from(claims, 'base64url').toString(), headers: new Headers() });
      const page = await api.anonymous().get(`${url}/pages/1`);
      expect(page.status).toBe(200);
      answers.push({ url, body: '', headers: page.headers });
    }
  }
  return answers;
}

beforeAll(async () => {
  api = await startApi();
  stage = await createStage(api.dataSource, { entries: 3, judges: 2 });
  await fill();
  judges = await Promise.all(stage.userIds.map((userId) => api.signedIn(userId)));
}, 240_000);
afterAll(() => api?.close());

describe('two judges of the same entries who compare what they were told', () => {
  it('find no id that both have', async () => {
    const told = await Promise.all(judges.map((judge) => everythingTold(judge)));
    const [one = new Set(), other = new Set()] = told.map((answers) =>
      uuids(answers.map(({ url, body }) => url + body).join('\n')),
    );
    // Three assignments, and two files of each.
    expect([one.size, other.size]).toEqual([9, 9]);
    expect([...one].filter((id) => other.has(id))).toEqual([]);
  });

  it('are told no id of an entry or a file that anybody else knows, nor when it came', async () => {
    const rows = await api.dataSource.query<{ id: string }[]>(
      `select unnest(array[id, public_id])::text as id from entries union all
       select unnest(array[id, public_id])::text from entry_files union all select id::text from stage_entries
       union all select id::text from assignments union all select id::text from judges`,
    );
    const known = new Set(rows.map(({ id }) => id));
    for (const judge of judges) {
      const answers = await everythingTold(judge);
      const told = uuids(answers.map(({ url, body }) => url + body).join('\n'));
      expect([...told].filter((id) => known.has(id))).toEqual([]);
      // A uuid of version 7 would tell when something was made.
      expect([...told].filter((id) => id[14] === '7')).toEqual([]);
      for (const { headers } of answers) {
        expect(['etag', 'last-modified', 'content-location'].filter((name) => headers.has(name))).toEqual([]);
      }
    }
  });

  it('know files by names of the place in their own list, and each by its own alone', async () => {
    const [judge, other] = judges as [Asker, Asker];
    const [mine, others] = stage.assignments.filter(({ entry }) => entry === 0).map(({ publicId }) => publicId);
    const { body } = await judge.get<{ files: { publicId: string; name: string }[] }>(
      `/api/v1/assignments/${mine}/entry`,
    );
    const file = body.files[0]?.publicId ?? '';
    expect(body.files[0]?.name).toMatch(/^P\d{4}-[a-z-]+\.pdf$/);
    expect(await judge.get(`/api/v1/assignments/${mine}/files/${file}/pages`)).toMatchObject({ status: 200 });
    expect(await other.get(`/api/v1/assignments/${others}/files/${file}/pages`)).toMatchObject({ status: 404 });
    const rows = await api.dataSource.query<{ id: string }[]>('select public_id as id from entry_files');
    for (const { id } of rows) {
      expect(await judge.get(`/api/v1/assignments/${mine}/files/${id}/pages`)).toMatchObject({ status: 404 });
    }
  });
});

describe('the numbers of judges', () => {
  it('are drawn with a key that every stage has for itself, which no route tells', async () => {
    const rows = await api.dataSource.query<{ key: string }[]>(
      `select encode(pseudonym_key, 'hex') as key from stages`,
    );
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
    expect(rows.every(({ key }) => /^[0-9a-f]{64}$/.test(key))).toBe(true);
  });
});
