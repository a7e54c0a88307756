import { request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import type { FormDefinition } from '#domain';
import { startApi, type TestApi } from '../builders/api.js';
import { createStage, stageRules, type JudgingStage } from '../builders/judging-stage.js';
import { checkAndRender, type Opened } from '../builders/pages.js';
import { upload } from '../builders/tus.js';

const both = (text: string) => ({ zh: text, en: text });
const form: FormDefinition = {
  sections: [
    {
      key: 'all',
      title: both('All'),
      fields: [
        {
          ...{ kind: 'file', key: 'film', label: both('Film'), types: ['mp4'], maximumBytes: 10_000_000 },
          ...{ maximumCount: 1, readers: [{ role: 'judge' }] },
        },
      ],
    },
  ],
};
const film = Buffer.concat([
  Buffer.from('0000001c667479706d703432000000006d70343269736f6d00000000', 'hex'),
  Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 251)),
]);

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

/** As a player asks: without a cookie, for a part. */
function part(url: string, range?: string): Promise<Opened> {
  return new Promise((resolve, reject) => {
    request(`${api.address}${url}`, { headers: range === undefined ? {} : { range } }, (response) => {
      buffer(response).then(
        (body) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        reject,
      );
    })
      .on('error', reject)
      .end();
  });
}

/** A stage of one entry with a film. */
async function filmed(isBlind: boolean): Promise<JudgingStage> {
  const stage = await createStage(api.dataSource, { entries: 1, rules: stageRules({ blind: isBlind }) });
  const team = await api.person();
  const formId = uuidv7();
  await api.dataSource.query(
    `insert into form_versions (id, edition_id, track_id, number, document, hash, published_by)
     select $1, edition_id, track_id, 1, $2, decode(repeat('00', 32), 'hex'), $3 from entries where id = $4`,
    [formId, JSON.stringify(form), team.userId, stage.entryIds[0]],
  );
  await api.dataSource.query(
    `insert into windows (id, edition_id, kind, planned_opens_at, planned_closes_at, opened_at)
     values ($1, $2, 'entry', now() - interval '1 day', now() + interval '1 day', now() - interval '1 hour')`,
    [uuidv7(), stage.editionId],
  );
  const rows = await api.dataSource.query<[{ entry: string }[], number]>(
    `update entries set lead_user_id = $2, form_version_id = $3 where id = $1 returning public_id as entry`,
    [stage.entryIds[0], team.userId, formId],
  );
  await upload(team, rows[0][0]?.entry ?? '', { name: 'our-film.mp4', bytes: film, fieldKey: 'film' });
  await checkAndRender(api);
  return stage;
}

interface Presented {
  readonly files: readonly { readonly publicId: string; readonly name: string; readonly isVideo: boolean }[];
}

const assignmentOf = (stage: JudgingStage) => `/api/v1/assignments/${stage.assignments[0]?.publicId ?? ''}`;

describe('a film of an entry', () => {
  it('is played part by part by its judge alone, and no more once the judge is recused', async () => {
    const stage = await filmed(false);
    const judge = await api.signedIn(stage.userIds[0] ?? '');
    const { files } = (await judge.get<Presented>(`${assignmentOf(stage)}/entry`)).body;
    expect(files).toMatchObject([{ name: 'our-film.mp4', isVideo: true }]);
    const path = `${assignmentOf(stage)}/files/${files[0]?.publicId}/video`;
    expect((await (await api.person()).get(path)).status).toBe(403);
    const { url } = (await judge.get<{ url: string }>(path)).body;

    const whole = await part(url);
    expect([whole.status, whole.headers['accept-ranges'], whole.body.equals(film)]).toEqual([200, 'bytes', true]);
    expect(whole.headers['content-type']).toContain('video/mp4');
    const some = await part(url, 'bytes=100-199');
    expect([some.status, some.headers['content-range']]).toEqual([206, `bytes 100-199/${film.length}`]);
    expect(some.body.equals(film.subarray(100, 200))).toBe(true);
    const last = await part(url, 'bytes=-10');
    expect([last.status, last.body.equals(film.subarray(-10))]).toEqual([206, true]);
    const outside = await part(url, 'bytes=99999-');
    expect([outside.status, outside.headers['content-range']]).toEqual([416, `bytes */${film.length}`]);

    // What is opened by the one link is not opened by the other.
    const pages = await judge.get(path.replace(/video$/, 'pages'));
    expect(pages.status).toBe(404);
    expect((await part(url.replace(/\/video$/, '/pages/1'))).status).toBe(404);

    expect(await judge.post(`${assignmentOf(stage)}/recusal`, { reasonCode: 'family' })).toMatchObject({ status: 204 });
    expect((await part(url, 'bytes=0-9')).status).toBe(404);
    const reads = await api.dataSource.query<object[]>(
      `select canonical::jsonb #>> '{body,what}' as what from ledger_events where kind = 'read'
         and canonical::jsonb #>> '{subject,actor}' = $1`,
      [judge.userId],
    );
    expect(reads).toEqual([{ what: 'assigned-entry' }, { what: 'assigned-file-video' }]);
  });

  it('is neither named nor played in a blind stage', async () => {
    const stage = await filmed(true);
    const judge = await api.signedIn(stage.userIds[0] ?? '');
    const { files } = (await judge.get<Presented>(`${assignmentOf(stage)}/entry`)).body;
    expect(files.map(({ isVideo }) => isVideo)).toEqual([false]);
    expect(JSON.stringify(files)).not.toContain('our-film');
    const refused = await judge.get(`${assignmentOf(stage)}/files/${files[0]?.publicId}/video`);
    expect(refused).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });
});
