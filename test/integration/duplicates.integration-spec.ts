import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { v7 as uuidv7 } from 'uuid';
import { ContestTemplateService, WindowService } from '#contest';
import { DuplicateSearchService, EntryService } from '#submission';
import { actsWithoutEvents } from '../builders/acts-and-events.js';
import { startApi, type Asker, type TestApi } from '../builders/api.js';
import { openEdition } from '../builders/entry-team.js';

interface Pair {
  readonly entry: { readonly publicId: string; readonly title: string };
  readonly other: {
    readonly publicId: string;
    readonly title: string;
    readonly state: string;
    readonly edition: { slug: string };
  };
  readonly strength: string;
  readonly title: { readonly percent: number; readonly strength: string } | null;
  readonly files: readonly object[];
  readonly people: readonly { readonly by: string[]; readonly strength: string; readonly email: string | null }[];
  readonly mark: {
    readonly id: string;
    readonly verdict: string;
    readonly note: string;
    readonly isOutdated: boolean;
  } | null;
}
interface Page {
  readonly pairs: readonly Pair[];
  readonly total: number;
  readonly waiting: number;
  readonly nextCursor: string | null;
}
interface Person {
  readonly name: string;
  readonly organisation?: string;
}

let api: TestApi;
let here: { editionId: string; slug: string };
let there: { editionId: string; slug: string };
/** Of this edition alone, and of both. */
let office: Asker;
let both: Asker;

const goe = readFileSync(new URL('../../contests/goe-2024.yaml', import.meta.url), 'utf8');

async function otherEdition(): Promise<typeof there> {
  const templates = api.app.get(ContestTemplateService, { strict: false });
  const template = templates.read(goe);
  const { editionId } = await templates.apply(template);
  await api.app.get(WindowService, { strict: false }).open({ editionId }, { actor: uuidv7() });
  return { editionId, slug: template.edition.slug };
}

const answers = (title: string, people: readonly Person[]) => ({
  ...{ countryCode: 'CN', title, summary: '', language: 'zh' as const },
  members: people.map(({ name, organisation }, index) => ({
    role: index === 0 ? ('lead' as const) : ('member' as const),
    name,
    ...(organisation === undefined ? {} : { organisation }),
  })),
});
const placeOf = ({ slug }: typeof here) =>
  slug === here.slug ? { trackKey: 'pillar', divisionKey: 'start-up' } : { trackKey: 'innovation-challenge' };

/** Submits entries of an edition as an import would; public ids in the order given. */
async function submitAll(
  edition: typeof here,
  given: readonly (readonly [string, readonly Person[]])[],
): Promise<string[]> {
  const service = api.app.get(EntryService, { strict: false });
  const entries = given.map(([title, people]) => ({
    answers: { ...answers(title, people), ...placeOf(edition) },
    leadUserId: null,
  }));
  const submitted = await api.dataSource.transaction((manager) =>
    service.submitMany(manager, edition.editionId, entries, { actor: uuidv7() }),
  );
  return submitted.map(({ publicId }) => publicId);
}
const submit = async (edition: typeof here, title: string, people: readonly Person[]) =>
  (await submitAll(edition, [[title, people]]))[0] as string;

const search = () => api.app.get(DuplicateSearchService, { strict: false }).run();
const list = (query = 'least=weak&state=all', by = both, edition = here) =>
  by.get<Page>(`/api/v1/editions/${edition.slug}/duplicates?${query}`);
const ofEntry = async (publicId: string, by = both) =>
  (await by.get<Page>(`/api/v1/entries/${publicId}/duplicates`)).body;
const mark = (entry: string, other: string, verdict: string, note = '', by = both) =>
  by.post<{ code: string }>(`/api/v1/editions/${here.slug}/duplicates/marks`, { entry, other, verdict, note });
/** What an application of the platform cannot do: a file named by a version, a contact. */
const sql = (text: string, values: unknown[]) => api.dataSource.query(text, values);
const fileOf = (publicId: string, name: string, hash: string) =>
  sql(
    `insert into entry_files (id, entry_id, public_id, field_key, name, size, sha256, version)
     select gen_random_uuid(), id, gen_random_uuid(), 'plan', $2, 7, sha256($3::bytea), 1 from entries where public_id = $1`,
    [publicId, name, hash],
  ).then(() =>
    sql(`insert into pending_duplicate_searches (entry_id) select id from entries where public_id = $1`, [publicId]),
  );
const contactOf = (publicId: string, name: string, email: string | null, phone: string | null) =>
  sql(
    `insert into member_contacts (member_id, email, phone)
     select m.public_id, $3, $4 from team_members m join entries e on e.id = m.entry_id
     where e.public_id = $1 and m.name = $2`,
    [publicId, name, email, phone],
  );

beforeAll(async () => {
  api = await startApi();
  here = await openEdition(api);
  there = await otherEdition();
  office = await api.person({ role: 'organiser', editionId: here.editionId });
  both = await api.person({ role: 'organiser', editionId: here.editionId });
  await sql(
    `insert into role_grants (id, user_id, role, edition_id) values (gen_random_uuid(), $1, 'executive-organiser', $2)`,
    [both.userId, there.editionId],
  );
});
afterAll(() => api.close());

describe('possible duplicates', () => {
  const ids: Record<string, string> = {};

  it('wait in the database from the act on, and are found by title, file and person, across editions', async () => {
    ids['robot'] = await submit(here, '面向山地果园的智能采摘机器人系统', [
      { name: '王伟', organisation: '西南某大学' },
      { name: '张三丰' },
    ]);
    ids['twin'] = await submit(there, '面向山地果园的智能采摘机器人平台', [
      { name: 'Wei Wang', organisation: '西南某大学' },
    ]);
    ids['pump'] = await submit(here, 'A quiet pump', [{ name: 'Ann Example' }]);
    ids['copy'] = await submit(here, 'Something else entirely', [{ name: 'Ben Sample' }]);
    expect((await list()).body).toMatchObject({ total: 0, waiting: 3 });
    await contactOf(ids['pump'], 'Ann Example', 'Ann@Example.org', null);
    await contactOf(ids['copy'], 'Ben Sample', 'ann@example.org', '+8613800000000');
    await fileOf(ids['pump'], 'plan.pdf', 'the same bytes');
    await fileOf(ids['copy'], 'other name.pdf', 'the same bytes');
    expect(await search()).toBeGreaterThanOrEqual(4);
    const { body } = await list();
    expect(body).toMatchObject({ total: 2, waiting: 0, nextCursor: null });
    expect(body.pairs.map(({ strength }) => strength)).toEqual(['strong', 'likely']);
    const [strong, likely] = body.pairs as [Pair, Pair];
    expect(new Set([strong.entry.title, strong.other.title])).toEqual(
      new Set(['A quiet pump', 'Something else entirely']),
    );
    expect(strong.files).toHaveLength(1);
    expect(strong.people).toMatchObject([{ by: ['email'], strength: 'strong', email: 'a***@example.org' }]);
    expect(likely).toMatchObject({
      entry: { publicId: ids['robot'] },
      other: { publicId: ids['twin'], edition: { slug: there.slug } },
      title: { strength: 'likely' },
      people: [{ by: ['reading', 'organisation'], strength: 'likely' }],
    });
  });

  it('are read by kind and strength, and from the page of either entry', async () => {
    expect((await list('least=weak&kind=file')).body.total).toBe(1);
    expect((await list('least=strong&kind=title')).body.total).toBe(0);
    expect((await list('least=likely&kind=title')).body.total).toBe(1);
    expect((await list('least=weak', both, there)).body).toMatchObject({
      total: 1,
      pairs: [{ entry: { publicId: ids['twin'] }, other: { publicId: ids['robot'] } }],
    });
    expect((await ofEntry(ids['twin'] as string)).pairs).toMatchObject([{ other: { publicId: ids['robot'] } }]);
    const bad = await list('least=some&cursor=x');
    expect(bad).toMatchObject({ status: 400, body: { errors: [{ path: 'least' }] } });
    expect(await list('cursor=x')).toMatchObject({ status: 400, body: { errors: [{ path: 'cursor' }] } });
  });

  it('of another edition are shown to nobody who may not read it, nor counted', async () => {
    expect((await list('least=weak&state=all', office)).body).toMatchObject({
      total: 1,
      pairs: [{ strength: 'strong' }],
    });
    expect(await ofEntry(ids['robot'] as string, office)).toMatchObject({ pairs: [], total: 0 });
    expect((await office.get(`/api/v1/entries/${ids['twin']}/duplicates`)).status).toBe(403);
    const { body: csv } = await office.get<string>(`/api/v1/editions/${here.slug}/duplicates/csv?least=weak&state=all`);
    expect(csv.trim().split('\r\n')).toHaveLength(2);
    expect(csv).not.toContain('平台');
    const { status } = await mark(ids['robot'] as string, ids['twin'] as string, 'duplicate', '', office);
    expect(status).toBe(404);
  });

  it('are shown neither to teams nor to judges nor to the hall', async () => {
    for (const role of ['judge', 'panel-chair', 'panel-secretary', 'discipline-supervisor'] as const) {
      const asker = await api.person({ role, editionId: here.editionId });
      expect((await list('', asker)).status).toBe(403);
      expect((await asker.get(`/api/v1/entries/${ids['pump']}/duplicates`)).status).toBe(403);
    }
    const team = await api.person();
    await sql('update entries set lead_user_id = $2 where public_id = $1', [ids['pump'], team.userId]);
    expect((await team.get(`/api/v1/entries/${ids['pump']}/duplicates`)).status).toBe(403);
  });

  it('take a verdict with a note, once, and give it back; more evidence opens a pair again', async () => {
    const [pump, copy] = [ids['pump'] as string, ids['copy'] as string];
    expect((await mark(pump, copy, 'not-duplicate', 'One firm, two products')).status).toBe(204);
    expect(await mark(copy, pump, 'duplicate')).toMatchObject({ status: 409, body: { code: 'duplicate-marked' } });
    expect((await list('least=weak&state=open')).body.total).toBe(1);
    const marked = (await list('least=weak&state=not-duplicate')).body.pairs[0];
    expect(marked?.mark).toMatchObject({ note: 'One firm, two products', isOutdated: false });
    await sql(`update entries set title = 'A quiet pump' where public_id = $1`, [copy]);
    await sql(`insert into pending_duplicate_searches (entry_id) select id from entries where public_id = $1`, [copy]);
    await search();
    expect((await list('least=weak&state=open')).body.total).toBe(2);
    expect((await list('least=weak&state=not-duplicate')).body.pairs[0]?.mark).toMatchObject({ isOutdated: true });
    const undo = () => both.post(`/api/v1/editions/${here.slug}/duplicates/marks/${marked?.mark?.id}/undo`);
    expect((await undo()).status).toBe(204);
    expect((await undo()).status).toBe(404);
    expect((await list('least=weak&state=not-duplicate')).body.total).toBe(0);
    const gaps = await actsWithoutEvents(api.dataSource);
    expect(gaps.filter((gap) => JSON.stringify(gap).includes('duplicate'))).toEqual([]);
  });

  it('go when nothing speaks for them any more, and stay where an entry was withdrawn', async () => {
    const [pump, copy] = [ids['pump'] as string, ids['copy'] as string];
    await sql('delete from member_contacts where email ilike $1', ['ann@example.org']);
    await sql(`update entries set state = 'withdrawn', withdrawn_at = now() where public_id = $1`, [copy]);
    await search();
    expect((await ofEntry(pump)).pairs).toMatchObject([{ people: [], other: { state: 'withdrawn' } }]);
  });

  it('rest on a name alone only while few have it', async () => {
    const namesake = (index: number) =>
      [`项目${'甲乙丙丁戊己庚辛壬癸子丑'[index]}${index}`, [{ name: '李娜' }]] as const;
    const few = await submitAll(here, [0, 1].map(namesake));
    await search();
    expect((await ofEntry(few[0] as string)).pairs).toMatchObject([
      { strength: 'weak', people: [{ by: ['name'], strength: 'weak' }] },
    ]);
    const many = Array.from(
      { length: 19 },
      (_, index) => [String.fromCodePoint(0x4e00 + index * 97).repeat(3), [{ name: '李 娜' }]] as const,
    );
    await submitAll(here, many);
    await search();
    expect(await ofEntry(few[0] as string)).toMatchObject({ pairs: [], total: 0, waiting: 0 });
  });

  it('are found for two names of one organisation once the office has merged them', async () => {
    const [one, two] = await submitAll(here, [
      ['水下声学通信浮标', [{ name: '陈静', organisation: '重庆某研究院' }]],
      ['Vaccine cold chain tracing', [{ name: 'Jing Chen', organisation: 'Some Institute of Chongqing' }]],
    ]);
    const register = (facts: object) => both.post<{ id: string }>('/api/v1/organisations', facts);
    const zh = (await register({ nameZh: '重庆某研究院' })).body.id;
    const en = (await register({ nameEn: 'Some Institute of Chongqing' })).body.id;
    await search();
    expect((await ofEntry(one as string)).pairs).toMatchObject([{ other: { publicId: two }, strength: 'weak' }]);
    const { body } = await both.post<object>(`/api/v1/organisations/${en}/merge-previews`, { into: zh });
    const { version, intoVersion } = body as { version: number; intoVersion: number };
    await both.post(`/api/v1/organisations/${en}/merge`, { into: zh, version, intoVersion });
    await search();
    expect((await ofEntry(one as string)).pairs).toMatchObject([
      { strength: 'likely', people: [{ by: ['reading', 'organisation'] }] },
    ]);
  });

  it('are found where a title is the translation of another', async () => {
    const [zh, en] = await submitAll(here, [
      ['古建筑木构件无损检测', [{ name: '甲一' }]],
      ['Non-destructive testing of ancient timber', [{ name: 'Solo Example' }]],
    ]);
    const translation = { title: 'Nondestructive testing of ancient timber', summary: '', isMachine: false, seen: 0 };
    const { status } = await both.put(`/api/v1/editions/${here.slug}/entries/${zh}/translation`, translation);
    expect(status).toBeLessThan(300);
    await search();
    expect((await ofEntry(zh as string)).pairs).toMatchObject([{ other: { publicId: en }, title: {} }]);
  });

  it('come page by page in one order', async () => {
    const all = (await list('least=weak&state=all&limit=100')).body;
    const walked: Pair[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body }: { body: Page } = await list(`least=weak&state=all&limit=2${cursor && `&cursor=${cursor}`}`);
      expect(body.total).toBe(all.total);
      walked.push(...body.pairs);
      cursor = body.nextCursor;
    }
    expect(walked).toEqual(all.pairs);
    expect(walked).toHaveLength(all.total);
  });
});
