import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { ContestTemplateService, WindowService } from '#contest';
import { createDataSource } from '#database';
import { defaultEligibilitySetting } from '#domain';
import { actsWithoutEvents } from '../builders/acts-and-events.js';
import { startApi, type Asker, type TestApi } from '../builders/api.js';

const xingyu = readFileSync(new URL('../../contests/xingyu-cup-2024.yaml', import.meta.url), 'utf8');
const slug = 'xingyu-cup-2024';
const base = `/api/v1/editions/${slug}/eligibility`;
const met = defaultEligibilitySetting.checklist.map(({ key }) => key);
const answers = {
  ...{ trackKey: 'pillar', countryCode: 'SG', title: 'A quiet pump', language: 'en' },
  members: [{ role: 'lead', name: 'Ann Example' }],
};
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
let api: TestApi;
let dataSource: DataSource;
let editionId: string;
let team: Asker;
let organiser: Asker;
let second: Asker;
const ids: string[] = [];

interface Line {
  readonly publicId: string;
  readonly outcome: string | null;
  readonly refusal: string | null;
}

beforeAll(async () => {
  api = await startApi();
  dataSource = api.app.get(DataSource, { strict: false });
  const templates = api.app.get(ContestTemplateService, { strict: false });
  ({ editionId } = await templates.apply(templates.read(xingyu)));
  const windows = api.app.get(WindowService, { strict: false });
  await windows.open({ editionId }, { actor: uuidv7() });
  team = await api.person();
  organiser = await api.person({ role: 'organiser', editionId });
  second = await api.person({ role: 'organiser', editionId });
  for (const language of ['en', 'en', 'zh', 'en']) {
    const url = `/api/v1/editions/${slug}/entries`;
    const { body } = await team.post<{ publicId: string }>(url, { ...answers, language });
    await team.post(`/api/v1/entries/${body.publicId}/submissions`);
    ids.push(body.publicId);
  }
  await windows.close({ editionId }, { actor: uuidv7() });
});

afterAll(() => api.close());

const seen = (publicId = '', version = 1) => ({ publicId, version });
const pass = (...entries: object[]) => ({ decision: 'pass', met, reasons: [], entries });
const ask = (...entries: object[]) => ({
  ...{ decision: 'ask-correction', met: [], reasons: ['summary-missing', 'team-incomplete'], entries },
  correctUntil: inDays(7),
});
const fail = (...entries: object[]) => ({ decision: 'fail', met: [], reasons: ['duplicate-entry'], entries });
const check = (body: object, by = organiser) => by.post<{ code: string }>(`${base}/checks`, body);
const state = async (publicId = '') =>
  (await organiser.get<{ state: string }>(`${base}/entries/${publicId}`)).body.state;

/** The owner's hand on the clock: the application itself may not change a check. */
async function endCorrection(publicId: string): Promise<void> {
  const owner = await createDataSource(api.database.ownerUrl).initialize();
  await owner.query(
    `update eligibility_checks set correct_until = now() - interval '1 second'
     where entry_id = (select id from entries where public_id = $1)`,
    [publicId],
  );
  await owner.destroy();
}

describe('the loop of a correction', () => {
  it('begins with what the office says, in the team’s language too', async () => {
    const [entry = ''] = ids;
    const note = { zh: '请补充负责人单位。', en: '' };
    expect(await check({ ...ask(seen(entry)), note })).toMatchObject({
      status: 400,
      body: { code: 'request-invalid', errors: [{ path: 'note.en', code: 'translation-missing' }] },
    });
    expect(await state(entry)).toBe('unchecked');
    const both = { ...note, en: 'Name the lead’s employer.' };
    expect((await check({ ...ask(seen(entry)), note: both })).status).toBe(204);
    expect(await team.get(`/api/v1/entries/${entry}/eligibility`)).toMatchObject({
      status: 200,
      body: {
        ...{ state: 'needs-correction', isCorrectable: true, note: both },
        reasons: [{ key: 'summary-missing' }, { key: 'team-incomplete' }],
      },
    });
  });

  it('keeps the free text out of rows and events that cannot be erased', async () => {
    const held = await dataSource.query<object[]>(
      `select (select count(*)::int from eligibility_checks c where c::text like '%employer%') as checks,
         (select count(*)::int from ledger_events l where l.canonical like '%employer%') as events,
         (select count(*)::int from eligibility_notes) as notes`,
    );
    expect(held).toEqual([{ checks: 0, events: 0, notes: 1 }]);
  });

  it('lets the team change that entry, and no other, after the window has shut', async () => {
    const [entry = '', other = ''] = ids;
    const corrected = { ...answers, summary: 'It pumps without a sound.' };
    expect(await team.put(`/api/v1/entries/${other}`, corrected)).toMatchObject({ body: { code: 'deadline-passed' } });
    expect(await team.post(`/api/v1/entries/${entry}/withdrawal`)).toMatchObject({ body: { code: 'deadline-passed' } });
    expect(await check(fail(seen(entry)))).toMatchObject({ status: 409, body: { code: 'correction-running' } });
    expect(await team.put(`/api/v1/entries/${entry}`, corrected)).toMatchObject({
      status: 200,
      body: { receipt: { version: 2 } },
    });
    expect(await organiser.get(`${base}/entries/${entry}`)).toMatchObject({
      body: {
        ...{ state: 'corrected', version: 2 },
        changes: [{ key: 'summary', change: 'changed', before: '', after: 'It pumps without a sound.' }],
      },
    });
  });

  it('passes the version that was read, not one that came meanwhile', async () => {
    const [entry = ''] = ids;
    expect(await check(pass(seen(entry, 1)))).toMatchObject({ status: 412, body: { code: 'revision-stale' } });
    expect((await check(pass(seen(entry, 2)))).status).toBe(204);
    expect(await state(entry)).toBe('passed');
  });

  it('ends when the database’s clock says so', async () => {
    const [, entry = ''] = ids;
    expect((await check(ask(seen(entry)))).status).toBe(204);
    await endCorrection(entry);
    expect(await team.put(`/api/v1/entries/${entry}`, answers)).toMatchObject({
      status: 409,
      body: { code: 'correction-time-over' },
    });
    expect(await state(entry)).toBe('overdue');
    expect((await check(fail(seen(entry)))).status).toBe(204);
    expect(await team.get(`/api/v1/entries/${entry}/eligibility`)).toMatchObject({ body: { state: 'failed' } });
  });

  it('refuses a time that is over already', async () => {
    expect(await check({ ...ask(seen(ids[2])), correctUntil: inDays(-1) })).toMatchObject({
      body: { code: 'request-invalid', errors: [{ path: 'correctUntil', code: 'correction-time-not-allowed' }] },
    });
  });
});

describe('many at once', () => {
  it('are told before what would become of each, and are decided all or none', async () => {
    const [passed, failed, open, last] = ids;
    const body = pass(seen(passed, 2), seen(open), seen(last, 5));
    const preview = await organiser.post<{ entries: Line[] }>(`${base}/previews`, body);
    expect(preview.body.entries.map(({ outcome, refusal }) => [outcome, refusal])).toEqual([
      [null, 'eligibility-unchanged'],
      ['passed', null],
      [null, 'revision-stale'],
    ]);
    expect(await check(body)).toMatchObject({ status: 409, body: { code: 'eligibility-refused' } });
    expect(await state(open)).toBe('unchecked');
    expect((await check(pass(seen(open), seen(failed)))).status).toBe(204);
    expect([await state(open), await state(failed)]).toEqual(['passed', 'passed']);
    expect((await check(fail(seen(failed)))).status).toBe(204);
  });

  it('say what they say in every team’s language', async () => {
    const note = { zh: '', en: 'Name the employer.' };
    const body = { ...ask(seen(ids[2]), seen(ids[3])), note };
    const preview = await organiser.post<{ entries: Line[] }>(`${base}/previews`, body);
    expect(preview.body.entries.map(({ refusal }) => refusal)).toEqual(['request-invalid', null]);
  });
});

describe('a second reader', () => {
  it('is another person than the first, where the edition asks for one', async () => {
    const setting = { ...defaultEligibilitySetting, needsSecondReader: true };
    const first = { 'if-match': '"0"' };
    expect(await organiser.put(`${base}/setting`, setting, first)).toMatchObject({ status: 200, body: { version: 1 } });
    expect(await second.put(`${base}/setting`, setting, first)).toMatchObject({ status: 412 });
    const last = seen(ids[3]);
    expect((await check(pass(last))).status).toBe(204);
    expect(await state(ids[3])).toBe('second-reading');
    expect(await team.get(`/api/v1/entries/${ids[3]}/eligibility`)).toMatchObject({ body: { state: 'unchecked' } });
    expect(await check(pass(last))).toMatchObject({ status: 409, body: { code: 'same-person' } });
    expect((await check(pass(last), second)).status).toBe(204);
    expect(await state(ids[3])).toBe('passed');
  });
});

describe('the queue', () => {
  it('counts every state, and shows one of them a page at a time', async () => {
    const page = await organiser.get<{ counts: object[]; entries: object[]; nextAfter: number | null }>(
      `${base}?state=passed&limit=2`,
    );
    expect(page.body.counts).toContainEqual({ state: 'passed', count: 3 });
    expect(page.body.counts).toContainEqual({ state: 'failed', count: 1 });
    expect(page.body).toMatchObject({ entries: [{ number: 1 }, { number: 3 }], nextAfter: 3 });
    expect(await organiser.get(`${base}?state=passed&limit=2&after=3`)).toMatchObject({
      body: { entries: [{ number: 4 }], nextAfter: null },
    });
    expect(await organiser.get(`${base}?q=2`)).toMatchObject({ body: { entries: [{ number: 2 }] } });
    expect((await organiser.get<{ entries: object[] }>(`${base}?track=rising-star`)).body.entries).toEqual([]);
  });

  it('is read by the hall, decided by the office, and closed to teams and judges', async () => {
    const secretary = await api.person({ role: 'panel-secretary', editionId });
    const judge = await api.person({ role: 'judge', editionId });
    expect((await secretary.get(base)).status).toBe(200);
    expect((await check(pass(seen(ids[0], 2)), secretary)).status).toBe(403);
    for (const asker of [team, judge]) expect((await asker.get(base)).status).toBe(403);
    const stranger = await api.person();
    expect((await stranger.get(`/api/v1/entries/${ids[0]}/eligibility`)).status).toBe(404);
  });
});

describe('those that passed', () => {
  it('are shown with their stage before they enter it, and settled there', async () => {
    const lines = await organiser.get<{ entries: { number: number; stage: object | null }[] }>(`${base}/admission`);
    expect(lines.body.entries.map(({ number, stage }) => [number, stage !== null])).toEqual([
      [1, true],
      [3, true],
      [4, true],
    ]);
    const tied = await api.person({ role: 'organiser', editionId });
    await dataSource.query(
      `insert into team_ties (entry_id, user_id) select id, $1 from entries where edition_id = $2 and number = 3`,
      [tied.userId, editionId],
    );
    const shown = await tied.get<{ entries: { number: number }[] }>(`${base}/admission`);
    expect(shown.body.entries.map(({ number }) => number)).toEqual([1, 4]);
    expect((await organiser.post(`${base}/admission`)).status).toBe(204);
    expect((await organiser.get<{ entries: object[] }>(`${base}/admission`)).body.entries).toEqual([]);
    expect(await check(fail(seen(ids[0], 2)))).toMatchObject({ status: 409, body: { code: 'eligibility-settled' } });
  });

  it('have an event for every act', async () => {
    const silent = (await actsWithoutEvents(dataSource)) as { table: string }[];
    // The builder makes people and their roles without any.
    expect(silent.map(({ table }) => table).filter((table) => !['users', 'role_grants'].includes(table))).toEqual([]);
  });
});
