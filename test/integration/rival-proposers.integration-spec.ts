import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { startApi, type TestApi } from '../builders/api.js';
import { AssignmentDesk } from '../builders/assignment-desk.js';

interface Candidate {
  readonly judge: { readonly id: string };
  readonly entry: { readonly number: number };
  readonly state: string;
  readonly version: string;
  readonly evidence: readonly { readonly code: string; readonly ofJudge: string; readonly ofTeam: string }[];
}
interface Pool {
  readonly members: readonly { readonly id: string; readonly excluded: string | null }[];
}

let api: TestApi;
let desk: AssignmentDesk;
const [university, further] = [uuidv7(), uuidv7()];

/**
 * Entries 1 and 2 propose to one problem, 3 to another, 4 to none. Entry 2 comes from «某大学», which the register knows as
 * Some University, too; entry 3 from a house of judge 2.
 */
beforeAll(async () => {
  api = await startApi();
  desk = await AssignmentDesk.open(api, { entries: 4, judges: 4 });
  const [first, second] = [uuidv7(), uuidv7()];
  await problem(first, 1, [0, 1]);
  await problem(second, 2, [2]);
  await desk.query('insert into organisations (id) values ($1)', [university]);
  await desk.query(
    `insert into team_members (id, entry_id, position, role, name, organisation, organisation_id)
     values ($1, $3, 1, 'lead', '甲', '某大学', $5), ($2, $4, 1, 'lead', '乙', 'Other Works', null)`,
    [uuidv7(), uuidv7(), desk.stage.entryIds[1], desk.stage.entryIds[2], university],
  );
  await desk.query(`update judges set employer = 'Some University', employer_id = $2 where id = $1`, [
    judge(0),
    university,
  ]);
  await desk.query(`insert into judge_employers (id, judge_id, name, organisation_id) values ($1, $2, '某大学', $3)`, [
    ...[uuidv7(), judge(1), university],
  ]);
  await desk.query(`update judges set employer = 'other works' where id = $1`, [judge(2)]);
});
afterAll(() => api?.close());

const judge = (place: number) => desk.stage.judgeIds[place] ?? '';
const problem = (id: string, number: number, entries: readonly number[]) =>
  desk.query(
    `with made as (
       insert into enterprise_problems (id, edition_id, public_id, number, title_zh, title_en, owner_label_zh, owner_label_en)
       values ($1, $2, gen_random_uuid(), $3, '管网测漏', 'Leaks', '某水务企业', 'A water company') returning id)
     update entries set enterprise_problem_id = $1 where id = any ($4)`,
    [id, desk.stage.editionId, number, entries.map((place) => desk.stage.entryIds[place])],
  );
/** From the university, to the problem of the stage's entry at that place; itself no entry of the stage. */
const proposal = (id: string, number: number, place: number) =>
  desk.query(
    `with made as (
       insert into entries (id, public_id, edition_id, number, track_id, track_requires_problem, title, country_code, state,
         submitted_at, enterprise_problem_id)
       select $1, gen_random_uuid(), edition_id, $2, track_id, track_requires_problem, 'Further', country_code, state,
         submitted_at, enterprise_problem_id from entries where id = $3 returning id)
     insert into team_members (id, entry_id, position, role, name, organisation, organisation_id)
     select $4, id, 1, 'lead', '丙', '某大学', $5 from made`,
    [id, number, desk.stage.entryIds[place], uuidv7(), university],
  );
const candidates = async () =>
  (await desk.office.get<{ candidates: Candidate[] }>(`${desk.base}/conflict-candidates`)).body.candidates;
const shown = async () =>
  (await candidates()).map(({ entry, judge: { id }, state, evidence }) => [
    ...[entry.number, desk.stage.judgeIds.indexOf(id), state, evidence[0]?.code],
  ]);
const give = (judgePlace: number, entryPlace: number) =>
  desk.office.post<object>(`${desk.base}/assignments`, {
    judgeId: judge(judgePlace),
    entryId: desk.stage.stageEntryIds[entryPlace],
  });

describe('judges who work where something else is proposed to the same problem', () => {
  it('are candidates of a conflict with the rival’s entry as evidence: by rule now, to be asked once they have left', async () => {
    expect(await shown()).toEqual([
      [1, 0, 'blocking', 'rival-employer'],
      [1, 1, 'open', 'earlier-rival-employer'],
      [2, 0, 'blocking', 'same-employer'],
      [2, 1, 'blocking', 'earlier-employer'],
      [3, 2, 'blocking', 'same-employer'],
    ]);
    expect((await candidates())[0]?.evidence).toEqual([
      { code: 'rival-employer', weight: 'blocks', ofJudge: 'Some University', ofTeam: '某大学 · #2' },
    ]);
  });

  it('are kept apart from it by hand, in a plan and in the pool of a draw', async () => {
    expect(await give(0, 0)).toMatchObject({ status: 409, body: { errors: [{ code: 'judge-conflicted' }] } });
    expect(await give(1, 0)).toMatchObject({ status: 409, body: { errors: [{ code: 'judge-conflicted' }] } });
    const { preview } = await desk.plan({ judgesWanted: 3 });
    expect(preview.findings).toContainEqual(
      expect.objectContaining({
        ...{ code: 'entry-short', entries: [expect.objectContaining({ number: 1 })] },
        numbers: expect.objectContaining({ eligible: 2, conflicts: 2 }),
      }),
    );
    const pool = await desk.office.get<Pool>(`${desk.base}/draw-pool?kind=judges&passesConflicted=true`);
    const passed = pool.body.members.filter(({ excluded }) => excluded === 'conflicted');
    expect(passed.map(({ id }) => desk.stage.judgeIds.indexOf(id)).sort((left, right) => left - right)).toEqual([
      0, 1, 2,
    ]);
  });

  it('are dismissed for the house that was read: a further proposal of it is told with the first, and opens nothing', async () => {
    const [, open] = await candidates();
    const dismissal = { judgeId: judge(1), entryId: desk.stage.stageEntryIds[0], version: open?.version, reason: 'x' };
    expect((await desk.office.post(`${desk.base}/conflict-candidates/dismissals`, dismissal)).status).toBe(204);
    await proposal(further, 700, 0);
    expect((await candidates()).slice(0, 2)).toMatchObject([
      { state: 'blocking', evidence: [{ ofTeam: '某大学 · #2 +1' }] },
      { state: 'dismissed', version: open?.version, evidence: [{ code: 'earlier-rival-employer' }] },
    ]);
  });

  it('are told to nobody with a tie to the rival, and settled by nobody such, though it is none of the stage', async () => {
    const tied = await api.person({ role: 'organiser', editionId: desk.stage.editionId });
    await desk.query('insert into team_ties (entry_id, user_id) values ($1, $2)', [further, tied.userId]);
    const path = `${desk.base}/conflict-candidates`;
    const { status, body } = await tied.get<{ total: number; candidates: Candidate[] }>(path);
    expect([status, body.total]).toEqual([200, 1]);
    expect(body.candidates).toMatchObject([{ entry: { number: 3 } }]);
    const [kept] = await candidates();
    const settled = { judgeId: judge(0), entryId: desk.stage.stageEntryIds[0], version: kept?.version, reason: 'x' };
    expect((await tied.post(`${path}/dismissals`, settled)).status).toBe(404);
    const order = {
      ...{ entryNumber: 1, judge: judge(0), reasonCode: 'other', reason: 'x', evidence: 'y' },
      seen: { stageId: desk.stage.stageId, version: kept?.version },
    };
    const orders = `/api/v1/editions/${desk.stage.slug}/recusal-orders`;
    expect(await tied.post(orders, order)).toMatchObject({ body: { code: 'candidate-evidence-changed' } });
  });

  it('are none of an entry whose rival is withdrawn', async () => {
    await desk.query(`update entries set state = 'withdrawn', withdrawn_at = now() where id = any ($1)`, [
      [desk.stage.entryIds[1], further],
    ]);
    expect((await shown()).filter(([number]) => number === 1)).toEqual([]);
  });
});

describe('judges who work for a competitor of the problem’s owner', () => {
  const competitors = () => `/api/v1/editions/${desk.stage.slug}/owner-competitors`;

  it('are candidates once the office has recorded it from a source, by rule, and none once it is struck out', async () => {
    const organisation = uuidv7();
    await desk.query('insert into organisations (id) values ($1)', [organisation]);
    await desk.query(
      `insert into organisation_names (id, organisation_id, kind, language, text, key, grams)
       values ($1, $2, 'canonical', 'zh', '竞争厂', '竞争厂', '{}')`,
      [uuidv7(), organisation],
    );
    await desk.query(`update judges set employer = '竞争厂' where id = $1`, [judge(3)]);
    const given = { problemNumber: 2, organisationId: organisation, source: 'The owner’s letter of 3 March' };
    expect((await desk.office.post(competitors(), { ...given, problemNumber: 9 })).status).toBe(400);
    expect((await desk.office.post(competitors(), { ...given, organisationId: uuidv7() })).status).toBe(400);
    expect((await desk.office.post(competitors(), given)).status).toBe(204);
    expect((await desk.office.post(competitors(), given)).status).toBe(204);
    const { body } = await desk.office.get<{ competitors: { id: string; source: string }[] }>(competitors());
    expect(body.competitors).toMatchObject([
      { problemNumber: 2, organisation: { zh: '竞争厂' }, source: given.source },
    ]);
    expect((await shown()).filter(([number]) => number === 3)).toEqual([
      [3, 2, 'blocking', 'same-employer'],
      [3, 3, 'blocking', 'competitor-employer'],
    ]);
    expect(await give(3, 2)).toMatchObject({ status: 409, body: { errors: [{ code: 'judge-conflicted' }] } });
    const removal = `${competitors()}/${body.competitors[0]?.id}/removal`;
    const key = { headers: { 'idempotency-key': uuidv7() } };
    expect((await desk.office.send('POST', removal, key)).status).toBe(204);
    expect((await shown()).filter(([number]) => number === 3)).toHaveLength(1);
    const told = await desk.query<{ kind: string; canonical: string }>(
      `select kind, canonical from ledger_events where canonical::jsonb #>> '{subject,competitor}' = $1 order by id`,
      [body.competitors[0]?.id],
    );
    expect(told.map(({ kind }) => kind)).toEqual(['owner-competitor-recorded', 'owner-competitor-removed']);
    expect(told.map(({ canonical }) => canonical).join()).not.toContain('3 March');
  });

  it('are recorded, struck out and read by nobody of the office whom an answer to the problem concerns', async () => {
    const [row] = await desk.query<{ edition: string; entry: string; organisation: string }>(
      `select e.edition_id as edition, e.id as entry, (select min(id::text) from organisations) as organisation
         from entries e join enterprise_problems p on p.id = e.enterprise_problem_id where p.number = 2 limit 1`,
      [],
    );
    const given = { problemNumber: 2, organisationId: row?.organisation ?? '', source: 'A call' };
    expect((await desk.office.post(competitors(), given)).status).toBe(204);
    const standing = async (by: typeof desk.office) =>
      (await by.get<{ competitors: { id: string }[] }>(competitors())).body.competitors;
    const [one] = await standing(desk.office);
    const tied = await api.person({ role: 'organiser', editionId: row?.edition ?? '' });
    await desk.query('insert into team_ties (entry_id, user_id) values ($1, $2)', [row?.entry, tied.userId]);
    expect(await standing(tied)).toEqual([]);
    const refused = { status: 409, body: { code: 'organiser-conflicted' } };
    expect(await tied.post(competitors(), given)).toMatchObject(refused);
    expect(await tied.post(`${competitors()}/${one?.id}/removal`, {})).toMatchObject(refused);
    expect(await standing(desk.office)).toHaveLength(1);
  });

  it('are recorded and read by the office alone', async () => {
    const person = await api.signedIn(desk.stage.userIds[0] ?? '');
    expect((await person.get(competitors())).status).toBe(403);
  });
});
