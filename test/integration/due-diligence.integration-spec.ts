import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { defaultDueDiligence, hashJson } from '#domain';
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
  readonly otherApprovers: number;
  readonly cases: readonly {
    id: string;
    version: number;
    state: string;
    entry: { publicId: string };
    refusal: { proposedBy: string; isOwn: boolean } | null;
  }[];
}

const read = async (who = office) => (await who.get<Read>(base)).body;
const seen = (version: number) => ({ 'if-match': `"${version}"` });
const findings = { met, documents: [{ name: 'Licence of Secret Person', reference: 'no. 7' }], note: '' };
const keep = (id = '', version = 1, body: object = findings) => office.put(`${base}/cases/${id}`, { ...body, version });
const act = (name: string, id = '', version = 1, who = office) =>
  who.post<{ code: string }>(`${base}/cases/${id}/${name}`, { version });
const pass = (id = '', version = 1) => act('pass', id, version);

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
  const verdict = { decision: 'pass', met: points, reasons: [], entries: passes };
  expect((await office.post(`/api/v1/editions/${slug}/eligibility/checks`, verdict)).status).toBe(204);
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

  it('is acted on by nobody whom the entry concerns, and that its case is open is not told by the refusal', async () => {
    const { id = '', entry } = (await read()).cases[0] ?? { entry: { publicId: '' } };
    const tied = await api.person({ role: 'organiser', editionId: edition.editionId, mayApprove: true });
    await api.dataSource.query(
      `insert into organiser_recusals (id, entry_id, user_id, form, reason_code, handed_to, declared_by)
       select $1, id, $2, 'by-oneself', 'family', $3, $2 from entries where public_id = $4`,
      [uuidv7(), tied.userId, office.userId, entry.publicId],
    );
    const refused = { status: 409, body: { code: 'organiser-conflicted' } };
    for (const name of ['pass', 'refusal', 'refusal/approval', 'refusal/return']) {
      expect(await act(name, id, 1, tied)).toMatchObject(refused);
      // Nor is the version that it has now.
      expect(await act(name, id, 9, tied)).toMatchObject(refused);
    }
    expect(await tied.put(`${base}/cases/${id}`, { ...findings, version: 1 })).toMatchObject(refused);
    expect((await tied.post(`${base}/cases`, { stageId })).status).toBe(204);
  });

  it('passes only once every point is verified, by the version that was read', async () => {
    const [one] = (await read()).cases;
    expect(await pass(one?.id)).toMatchObject({ status: 400, body: { errors: [{ code: 'checklist-open' }] } });
    expect(await keep(one?.id, 1, { ...findings, met: ['no-such-point'] })).toMatchObject({ status: 400 });
    expect(await keep(one?.id)).toMatchObject({ status: 204 });
    expect(await pass(one?.id, 1)).toMatchObject({ status: 412, body: { code: 'revision-stale' } });
    expect(await pass(one?.id, 2)).toMatchObject({ status: 204 });
    expect(await keep(one?.id, 3)).toMatchObject({ status: 409, body: { code: 'due-diligence-decided' } });
  });

  it('makes an entry retire whose team refuses it, once a second person has approved what the first proposed', async () => {
    const { id = '', entry } = (await read()).cases[1] ?? { entry: { publicId: '' } };
    const standing = async () =>
      api.dataSource.query<object[]>(
        `select x.outcome from stage_entries x join entries e on e.id = x.entry_id where e.public_id = $1`,
        [entry.publicId],
      );
    const conflict = (code: string) => ({ status: 409, body: { code } });
    const { editionId } = edition;
    const second = await api.person({ role: 'organiser', editionId, mayApprove: true });
    const alone = await api.person({ role: 'organiser', editionId, mayApprove: true });
    expect(await act('refusal/approval', id, 1, second)).toMatchObject(conflict('due-diligence-not-proposed'));
    expect(await act('refusal', id, 1)).toMatchObject({ status: 204 });
    expect(await standing()).toEqual([{ outcome: null }]);
    expect(await read()).toMatchObject({ otherApprovers: 3, cases: [{}, { state: 'refusal-proposed' }] });
    expect((await read()).cases[1]?.refusal).toMatchObject({ isOwn: true });
    expect((await read(second)).cases[1]?.refusal).toMatchObject({ isOwn: false });
    for (const [url, version] of [
      ['refusal', 2],
      ['pass', 2],
    ] as const) {
      expect(await act(url, id, version)).toMatchObject(conflict('due-diligence-proposed'));
    }
    expect(await keep(id, 2)).toMatchObject(conflict('due-diligence-proposed'));
    // Whoever may not approve is refused by the matrix, also the one who proposed it.
    expect(await act('refusal/approval', id, 2)).toMatchObject({ status: 403 });
    expect(await act('refusal/return', id, 2, second)).toMatchObject({ status: 204 });
    expect((await read()).cases[1]).toMatchObject({ state: 'open', refusal: null });
    expect(await act('refusal', id, 3, alone)).toMatchObject({ status: 204 });
    expect(await act('refusal/approval', id, 4, alone)).toMatchObject(conflict('same-person'));
    expect(await standing()).toEqual([{ outcome: null }]);
    expect(await act('refusal/approval', id, 4, second)).toMatchObject({ status: 204 });
    expect(await standing()).toEqual([{ outcome: 'retired' }]);
    expect(await act('refusal/return', id, 5, alone)).toMatchObject(conflict('due-diligence-decided'));
    expect((await read()).cases.map(({ state }) => state)).toEqual(['passed', 'refused']);
  });

  it('is refused by no one person, also where the database is asked directly', async () => {
    const [one] = (await read()).cases;
    const asked = api.dataSource.query(`update due_diligence_cases set state = 'refused' where id = $1`, [one?.id]);
    await expect(asked).rejects.toMatchObject({ constraint: 'due_diligence_refused_by_two' });
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
    expect(gaps.filter((gap) => /diligence|stage_entries|edition_settings/.test(JSON.stringify(gap)))).toEqual([]);
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
    const told = await api.dataSource.query<{ actor: string; version: number; before: string; after: string }[]>(
      `select d #>> '{body,actor}' as actor, (d #>> '{body,version}')::int as version, d #>> '{body,before}' as before,
         d #>> '{body,after}' as after
       from (select id, canonical::jsonb as d from ledger_events where kind = 'edition-setting-set') e
       where d #>> '{body,name}' = 'reminders' order by id`,
    );
    const hashes = [null, hashJson([]), hashJson([120, 24])];
    expect(told).toEqual(
      [1, 2].map((version) => ({
        ...{ actor: office.userId, version, before: hashes[version - 1], after: hashes[version] },
      })),
    );
    const kept = await api.dataSource.query<object[]>(
      `select version, document from edition_settings where name = 'reminders' order by version`,
    );
    expect(kept).toEqual([
      { version: 1, document: [] },
      { version: 2, document: [120, 24] },
    ]);
  });
});
