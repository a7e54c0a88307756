import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { startApi, type TestApi } from '../builders/api.js';
import { AssignmentDesk } from '../builders/assignment-desk.js';

interface Candidate {
  readonly judge: { readonly id: string };
  readonly entry: { readonly number: number };
  readonly state: string;
  readonly evidence: readonly { readonly code: string; readonly ofJudge: string; readonly ofTeam: string }[];
}
interface Pool {
  readonly members: readonly { readonly id: string; readonly excluded: string | null }[];
}

let api: TestApi;
let desk: AssignmentDesk;

/**
 * Entries 1 and 2 propose to one problem, 3 to another, 4 to none. Entry 2 comes from «某大学», which the register knows as
 * Some University, too; entry 3 from a house of judge 2.
 */
beforeAll(async () => {
  api = await startApi();
  desk = await AssignmentDesk.open(api, { entries: 4, judges: 4 });
  const [university, first, second] = [uuidv7(), uuidv7(), uuidv7()];
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

  it('are none of an entry whose rival is withdrawn', async () => {
    await desk.query(`update entries set state = 'withdrawn', withdrawn_at = now() where id = $1`, [
      desk.stage.entryIds[1],
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

  it('are recorded and read by the office alone', async () => {
    const person = await api.signedIn(desk.stage.userIds[0] ?? '');
    expect((await person.get(competitors())).status).toBe(403);
  });
});
