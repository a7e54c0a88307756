import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WindowService } from '#contest';
import { entriesReadableIn } from '#submission';
import { actsWithoutEvents } from '../builders/acts-and-events.js';
import { startApi, type Asker, type TestApi } from '../builders/api.js';
import { entryTeam, newDraft, type EntryTeam } from '../builders/entry-team.js';
import { createStage } from '../builders/judging-stage.js';

let api: TestApi;
let given: EntryTeam;
let office: Asker;

interface Standing {
  readonly version: number;
  readonly language: string;
  readonly state: string;
  readonly text: { title: string; author: string; number: number; confirmedVersion: number | null } | null;
}

beforeAll(async () => {
  api = await startApi();
  given = await entryTeam(api);
  office = await api.person({ role: 'organiser', editionId: given.editionId });
});

afterAll(() => api.close());

const zh = { title: '安静的水泵', summary: '', isMachine: false };
const at = (entry: string) => `/api/v1/entries/${entry}/translation`;
const ofOffice = (entry: string) => `/api/v1/editions/${given.slug}/entries/${entry}/translation`;
const standing = async (entry: string) => (await given.team.get<Standing>(at(entry))).body;
const form = (changes: object) => ({
  ...{ trackKey: 'pillar', divisionKey: 'start-up', countryCode: 'SG', title: 'A quiet pump', language: 'en' },
  members: [{ role: 'lead', name: 'Ann Example' }],
  ...changes,
});
const readable = async (language: 'zh' | 'en') => {
  const rows = await api.dataSource.query<{ id: string; publicId: string }[]>(
    'select id, public_id as "publicId" from entries',
  );
  const found = await entriesReadableIn(
    api.dataSource.manager,
    rows.map(({ id }) => id),
    language,
  );
  return rows.flatMap(({ id, publicId }) => (found.has(id) ? [publicId] : []));
};

describe('a team’s own translation', () => {
  it('is confirmed as it is sent, also of a draft, and makes the entry readable in its language', async () => {
    expect(await standing(given.entry)).toMatchObject({ version: 0, language: 'zh', state: 'missing', text: null });
    expect(await readable('zh')).toEqual([]);
    expect(await given.team.put(at(given.entry), { ...zh, seen: 0 })).toMatchObject({ status: 204 });
    expect(await standing(given.entry)).toMatchObject({
      ...{ version: 1, state: 'confirmed', mayEdit: true },
      text: { title: zh.title, author: 'team', number: 1, confirmedVersion: 0 },
    });
    expect(await readable('zh')).toEqual([given.entry]);
    expect(await readable('en')).toEqual([given.entry]);
  });

  it('is outdated when the original changes, until it is confirmed for what that says now', async () => {
    await given.team.post(`/api/v1/entries/${given.entry}/submissions`);
    await given.team.put(`/api/v1/entries/${given.entry}`, form({ title: 'A silent pump' }));
    expect(await standing(given.entry)).toMatchObject({ state: 'outdated', text: { confirmedVersion: 0 } });
    expect(await readable('zh')).toEqual([]);
    expect(await given.team.post(`${at(given.entry)}/confirmation`, { seen: 1 })).toMatchObject({
      status: 204,
    });
    expect(await standing(given.entry)).toMatchObject({ state: 'confirmed', text: { confirmedVersion: 2 } });
    await given.team.put(`/api/v1/entries/${given.entry}`, form({ title: 'A silent pump', divisionKey: 'growth' }));
    expect(await standing(given.entry)).toMatchObject({ state: 'confirmed' });
  });

  it('lacks something as soon as the original has a summary, and cannot be confirmed without it', async () => {
    await given.team.put(`/api/v1/entries/${given.entry}`, form({ summary: 'It pumps.' }));
    expect(await standing(given.entry)).toMatchObject({ state: 'incomplete' });
    expect(await given.team.post(`${at(given.entry)}/confirmation`, { seen: 1 })).toMatchObject({
      ...{ status: 409, body: { code: 'translation-incomplete' } },
    });
    expect(await given.team.put(at(given.entry), { ...zh, seen: 1 })).toMatchObject({
      status: 400,
      body: { code: 'entry-invalid', errors: [{ path: 'summary', code: 'field-missing' }] },
    });
    expect(await given.team.put(at(given.entry), { ...zh, title: '水'.repeat(201), seen: 1 })).toMatchObject({
      body: { errors: [{ path: 'summary' }, { path: 'title', code: 'text-too-long' }] },
    });
  });

  it('by a machine is told as such and counts for nothing before the team confirms it', async () => {
    const machine = { title: '静音泵', summary: '它泵送。', isMachine: true };
    await given.team.put(at(given.entry), { ...machine, seen: 1 });
    expect(await standing(given.entry)).toMatchObject({
      version: 2,
      state: 'unconfirmed',
      text: { author: 'machine' },
    });
    expect(await readable('zh')).toEqual([]);
    await given.team.post(`${at(given.entry)}/confirmation`, { seen: 2 });
    expect(await standing(given.entry)).toMatchObject({ state: 'confirmed', text: { author: 'machine' } });
  });

  it('is nobody else’s, and none where the original is written in the same language by now', async () => {
    for (const person of [await api.person(), office]) {
      expect(await person.get(at(given.entry))).toMatchObject({ status: 404 });
      expect(await person.put(at(given.entry), { ...zh, seen: 2 })).toMatchObject({ status: 404 });
    }
    await given.team.put(`/api/v1/entries/${given.entry}`, form({ title: '静音泵', language: 'zh' }));
    expect(await standing(given.entry)).toMatchObject({ version: 2, language: 'en', state: 'missing', text: null });
    await given.team.put(`/api/v1/entries/${given.entry}`, form({ summary: 'It pumps.' }));
  });
});

describe('the office’s translation', () => {
  it('is told to the team, which confirms it or sends its own over the wording that it has seen', async () => {
    const office1 = { title: '安静的泵', summary: '它会泵。', isMachine: false };
    expect(await office.put(ofOffice(given.entry), { ...office1, seen: 1 })).toMatchObject({
      ...{ status: 412, body: { code: 'revision-stale' } },
    });
    expect(await office.put(ofOffice(given.entry), { ...office1, seen: 2 })).toMatchObject({ status: 204 });
    expect(await standing(given.entry)).toMatchObject({ version: 3, state: 'unconfirmed', text: { author: 'office' } });
    const notices = await given.team.get<{ notices: { template: string; texts: { zh: { body: string } } }[] }>(
      `/api/v1/my/notices?entry=${given.entry}`,
    );
    const letter = notices.body.notices.find(({ template }) => template === 'translation-written');
    expect(letter?.texts.zh.body).toContain('以原文为准');
    expect(await given.team.put(at(given.entry), { ...office1, title: '静音水泵', seen: 2 })).toMatchObject({
      status: 412,
    });
    await given.team.put(at(given.entry), { ...office1, title: '静音水泵', seen: 3 });
    expect(await standing(given.entry)).toMatchObject({ version: 4, state: 'confirmed', text: { author: 'team' } });
  });

  it('is for a submitted entry of its own edition alone, and for its office', async () => {
    const draft = await newDraft(given.team, given.slug);
    expect(await office.put(ofOffice(draft), { ...zh, seen: 0 })).toMatchObject({
      body: { code: 'entry-not-submitted' },
    });
    const secretary = await api.person({ role: 'panel-secretary', editionId: given.editionId });
    for (const person of [given.team, secretary]) {
      expect(await person.put(ofOffice(given.entry), { ...zh, seen: 4 })).toMatchObject({ status: 403 });
    }
  });

  it('stays as it is once judges read, also where it was sent while their window was being opened', async () => {
    const { editionId, slug, stageId, entryIds } = await createStage(api.dataSource, { entries: 1, isOpen: false });
    const theirs = await api.person({ role: 'organiser', editionId });
    const rows = await api.dataSource.query<{ publicId: string }[]>(
      'select public_id as "publicId" from entries where id = $1',
      [entryIds[0]],
    );
    const url = `/api/v1/editions/${slug}/entries/${rows[0]?.publicId}/translation`;
    const windows = api.app.get(WindowService, { strict: false });
    const sent = await api.dataSource.transaction(async (manager) => {
      await windows.open({ stageId }, { actor: theirs.userId ?? '' }, manager);
      const answer = theirs.put(url, { ...zh, seen: 0 });
      // Time for it to come as far as the window.
      await manager.query('select pg_sleep(0.3)');
      return { answer };
    });
    expect(await sent.answer).toMatchObject({ status: 409, body: { code: 'translation-being-read' } });
  });

  it('is read beside the original in the check, and its state finds entries in the office’s lists', async () => {
    const second = await newDraft(given.team, given.slug);
    await given.team.post(`/api/v1/entries/${second}/submissions`);
    const base = `/api/v1/editions/${given.slug}`;
    expect(await office.get(`${base}/eligibility/entries/${given.entry}`)).toMatchObject({
      body: {
        answers: { title: 'A quiet pump' },
        translation: { state: 'confirmed', text: { language: 'zh', title: '静音水泵', author: 'team' } },
      },
    });
    for (const list of ['eligibility', 'entries']) {
      const found = async (state: string) =>
        (
          await office.get<{ entries: { publicId: string; translation: string }[] }>(
            `${base}/${list}?translation=${state}`,
          )
        ).body.entries.map(({ publicId, translation }) => `${publicId} ${translation}`);
      expect(await found('missing')).toEqual([`${second} missing`]);
      expect(await found('confirmed')).toEqual([`${given.entry} confirmed`]);
      expect(await found('outdated')).toEqual([]);
      expect(await office.get(`${base}/${list}?translation=bad`)).toMatchObject({ status: 400 });
    }
  });
});

it('leaves an event of every wording and confirmation, and none of their words', async () => {
  const silent = (await actsWithoutEvents(api.dataSource)) as { table: string }[];
  expect(silent.filter(({ table }) => table.startsWith('entry_'))).toEqual([]);
  const told = await api.dataSource.query<{ canonical: string }[]>(
    `select canonical from ledger_events where kind like 'translation-%'`,
  );
  expect(told.length).toBeGreaterThan(5);
  expect(told.map(({ canonical }) => canonical).join('\n')).not.toMatch(/泵/);
});
