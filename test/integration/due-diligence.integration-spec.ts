import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defaultDueDiligence } from '#domain';
import { EntryDeadlineService } from '#submission';
import { actsWithoutEvents } from '../builders/acts-and-events.js';
import { startApi, type Asker, type TestApi } from '../builders/api.js';
import { newDraft, openEdition } from '../builders/entry-team.js';

const met = defaultDueDiligence.map(({ key }) => key);
let api: TestApi;
let office: Asker;
let base: string;
let edition: { editionId: string; slug: string };
let stageId: string;
let draft: string;

interface Read {
  readonly version: number;
  readonly stages: readonly { id: string; without: number }[];
  readonly cases: readonly { id: string; version: number; state: string; entry: { publicId: string } }[];
}

const read = async () => (await office.get<Read>(base)).body;
const seen = (version: number) => ({ 'if-match': `"${version}"` });
const findings = { met, documents: [{ name: 'Licence of Secret Person', reference: 'no. 7' }], note: '' };
const keep = (id = '', version = 1, body: object = findings) => office.put(`${base}/cases/${id}`, { ...body, version });
const decide = (id = '', version = 1, decision = 'passed') =>
  office.post<{ code: string }>(`${base}/cases/${id}/decision`, { decision, version });

beforeAll(async () => {
  api = await startApi();
  edition = await openEdition(api);
  const { slug, editionId } = edition;
  base = `/api/v1/editions/${slug}/due-diligence`;
  office = await api.person({ role: 'organiser', editionId });
  const team = await api.person();
  const entries = [await newDraft(team, slug), await newDraft(team, slug)];
  for (const entry of entries) await team.post(`/api/v1/entries/${entry}/submissions`);
  draft = await newDraft(team, slug);
  const passes = entries.map((publicId) => ({ publicId, version: 1 }));
  const { body } = await office.get<{ setting: { checklist: { key: string }[] } }>(
    `/api/v1/editions/${slug}/eligibility/setting`,
  );
  const points = body.setting.checklist.map(({ key }) => key);
  const pass = { decision: 'pass', met: points, reasons: [], entries: passes };
  expect((await office.post(`/api/v1/editions/${slug}/eligibility/checks`, pass)).status).toBe(204);
  const { body: direct } = await office.get<{ stages: { id: string }[] }>(`/api/v1/editions/${slug}/direct-entries`);
  stageId = direct.stages.at(-1)?.id ?? '';
  for (const entry of entries) {
    const given = { entry, stageId, reason: 'Feeder event', evidence: 'Minutes no. 7' };
    expect((await office.post(`/api/v1/editions/${slug}/direct-entries`, given)).status).toBe(204);
  }
});

afterAll(() => api.close());

describe('due diligence', () => {
  it('is opened once for every entry of a stage', async () => {
    expect((await read()).stages).toMatchObject([{ id: stageId, without: 2 }]);
    expect(await office.post(`${base}/cases`, { stageId })).toMatchObject({ status: 204 });
    expect(await read()).toMatchObject({ stages: [{ without: 0 }], cases: [{ state: 'open' }, { state: 'open' }] });
    expect(await office.post(`${base}/cases`, { stageId })).toMatchObject({
      status: 409,
      body: { code: 'due-diligence-unneeded' },
    });
  });

  it('passes only once every point is verified, by the version that was read', async () => {
    const [one] = (await read()).cases;
    expect(await decide(one?.id)).toMatchObject({ status: 400, body: { errors: [{ code: 'checklist-open' }] } });
    expect(await keep(one?.id, 1, { ...findings, met: ['no-such-point'] })).toMatchObject({ status: 400 });
    expect(await keep(one?.id)).toMatchObject({ status: 204 });
    expect(await decide(one?.id, 1)).toMatchObject({ status: 412, body: { code: 'revision-stale' } });
    expect(await decide(one?.id, 2)).toMatchObject({ status: 204 });
    expect(await keep(one?.id, 3)).toMatchObject({ status: 409, body: { code: 'due-diligence-decided' } });
  });

  it('makes an entry retire whose team refuses it', async () => {
    const two = (await read()).cases[1];
    expect(await decide(two?.id, 1, 'refused')).toMatchObject({ status: 204 });
    const rows = await api.dataSource.query<object[]>(
      `select x.outcome from stage_entries x join entries e on e.id = x.entry_id where e.public_id = $1`,
      [two?.entry.publicId],
    );
    expect(rows).toEqual([{ outcome: 'retired' }]);
    expect((await read()).cases.map(({ state }) => state)).toEqual(['passed', 'refused']);
  });

  it('has a checklist of its own, and what was decided keeps its words', async () => {
    const checklist = [{ key: 'seen-on-site', label: { zh: '已现场核实', en: 'Seen on site' } }];
    const save = (version: number) => office.put(`${base}/checklist`, { checklist }, seen(version));
    expect(await save(3)).toMatchObject({ status: 412 });
    expect(await save(0)).toMatchObject({ status: 204 });
    expect(await read()).toMatchObject({ version: 1, checklist, cases: [{ checklist: { length: met.length } }, {}] });
  });

  it('leaves its events, and nobody’s name in them', async () => {
    const gaps = await actsWithoutEvents(api.dataSource);
    expect(gaps.filter((gap) => /diligence|stage_entries/.test(JSON.stringify(gap)))).toEqual([]);
    const told = await api.dataSource.query<object[]>(
      `select 1 from ledger_events where canonical like '%Secret Person%'`,
    );
    expect(told).toEqual([]);
  });
});

describe('reminders of the deadline', () => {
  it('come at the hours that the edition has set, and not at all where it has set none', async () => {
    const url = `/api/v1/editions/${edition.slug}/reminders`;
    const service = api.app.get(EntryDeadlineService, { strict: false });
    await api.dataSource.query(
      `update windows set deadline_at = now() + interval '100 hours' where edition_id = $1 and kind = 'entry'`,
      [edition.editionId],
    );
    await api.dataSource.query(`update entries set recorded_at = now() - interval '30 days' where public_id = $1`, [
      draft,
    ]);
    expect((await office.get(url)).body).toEqual({ version: 0, hours: [72, 24] });
    expect(await service.remind()).toBe(0);
    expect(await office.put(url, { hours: [0] }, seen(0))).toMatchObject({ status: 400 });
    expect(await office.put(url, { hours: [] }, seen(0))).toMatchObject({ status: 204 });
    expect(await service.remind()).toBe(0);
    expect(await office.put(url, { hours: [24, 120] }, seen(0))).toMatchObject({ status: 412 });
    expect(await office.put(url, { hours: [24, 120] }, seen(1))).toMatchObject({ status: 204 });
    expect((await office.get(url)).body).toEqual({ version: 2, hours: [120, 24] });
    expect(await service.remind()).toBe(1);
    expect(await service.remind()).toBe(0);
  });
});
