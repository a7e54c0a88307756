import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { AssignmentStandingService } from '#judging';
import { TallyService } from '#scoring';
import { type Asker, startApi, type TestApi } from '../builders/api.js';
import { AssignmentDesk } from '../builders/assignment-desk.js';
import { type JudgingBench, startJudgingBench } from '../builders/judging-bench.js';
import { createStage, type JudgingStage } from '../builders/judging-stage.js';

jest.setTimeout(120_000);

let bench: JudgingBench;
let api: TestApi;
let stage: JudgingStage;
let office: Asker;
let orderer: Asker;
let second: Asker;
let judge: Asker;

beforeAll(async () => {
  bench = await startJudgingBench();
  api = await startApi({}, bench.database);
});
afterAll(async () => {
  await api?.app.close();
  await bench?.close();
});

/** Two entries, two judges who have both. */
beforeEach(async () => {
  await settle(await createStage(bench.dataSource, { entries: 2, judges: 2 }));
});

async function settle(of: JudgingStage): Promise<void> {
  stage = of;
  const approver = { role: 'organiser' as const, editionId: stage.editionId, mayApprove: true };
  [office, orderer, second] = [await api.person(approver), await api.person(approver), await api.person(approver)];
  judge = await api.signedIn(stage.userIds[0] ?? '');
}

const url = (part: string) => `/api/v1/stages/${stage.stageId}/${part}`;
const orders = () => `/api/v1/editions/${stage.slug}/recusal-orders`;
const rows = <Row = object>(sql: string, ...values: readonly unknown[]) =>
  api.dataSource.query<Row[]>(sql, [...values]);
const placeOf = (judgeIndex: number, entry: number) =>
  stage.assignments.findIndex((one) => one.judge === judgeIndex && one.entry === entry);
const publicId = (judgeIndex: number, entry: number) => stage.assignments[placeOf(judgeIndex, entry)]?.publicId ?? '';

/** Of the first judge and the first entry. @returns id */
async function ordered(): Promise<string> {
  const { status } = await orderer.post(orders(), {
    ...{ entryNumber: 1, judge: stage.judgeIds[0], reasonCode: 'family' },
    ...{ reason: '评委是项目负责人的亲属', evidence: '评委来函' },
  });
  expect(status).toBe(204);
  const { body } = await second.get<{ orders: { id: string }[] }>(orders());
  return body.orders[0]?.id ?? '';
}
const end = async (id: string, path: 'confirmation' | 'refusal') => {
  const body = path === 'refusal' ? { reason: '没有依据' } : {};
  const { status } = await second.post(`${orders()}/${id}/${path}`, body);
  expect(status).toBe(204);
};

async function sheetsCounted(): Promise<number[]> {
  await bench.module.get(TallyService).run(stage.stageId);
  const counted = await rows<{ sheets: number }>(
    `select r.sheets from tally_rows r join tally_runs t on t.id = r.run_id
      where t.id = (select id from tally_runs where stage_id = $1 and state = 'completed' order by id desc limit 1)
      order by array_position($2::uuid[], r.stage_entry_id)`,
    stage.stageId,
    stage.stageEntryIds,
  );
  return counted.map(({ sheets }) => sheets);
}

describe('while an order awaits its second person', () => {
  it('a submitted sheet goes on counting, and counts no longer once it is confirmed', async () => {
    for (const index of stage.assignments.keys()) await bench.submit(stage, index, '8');
    expect(await sheetsCounted()).toEqual([2, 2]);
    const id = await ordered();
    expect(await sheetsCounted()).toEqual([2, 2]);
    await end(id, 'confirmation');
    expect(await sheetsCounted()).toEqual([1, 2]);
  });

  it('nothing is submitted or saved, and nothing tells the device to wipe what it has', async () => {
    const scores = Object.fromEntries(stage.rules.rubric.criteria.map(({ key }) => [key, '8']));
    const body = { rulesHash: stage.rulesHash, scores };
    await ordered();
    const at = `/api/v1/assignments/${publicId(0, 0)}`;
    const headers = { 'if-match': '"0"' };
    for (const answer of [
      await judge.post(`${at}/submissions`, body, headers),
      await judge.send('PUT', `${at}/draft`, { body: { scores: { novelty: '7' } }, headers }),
      await judge.get(at),
      await judge.get(`${at}/entry`),
    ]) {
      expect(answer).toMatchObject({ status: 409, body: { code: 'assignment-suspended' } });
    }
    expect(await rows('select from score_sheets where stage_id = $1', stage.stageId)).toEqual([]);
  });

  it('a look that it kept away and that is answered after it was declined is refused as its order would', async () => {
    const standing = api.app.get(AssignmentStandingService, { strict: false });
    const answer = () =>
      standing.keptAway(publicId(0, 0), stage.userIds[0] ?? '').catch((error: unknown) => error as { code: string });
    const id = await ordered();
    expect(await answer()).toMatchObject({ code: 'assignment-suspended' });
    await end(id, 'refusal');
    expect(await answer()).toMatchObject({ code: 'assignment-suspended' });
    await rows('insert into team_ties (entry_id, user_id) values ($1, $2)', stage.entryIds[0], stage.userIds[0]);
    expect(await answer()).toMatchObject({ code: 'conflict-of-interest' });
  });

  it('its judge is not late, and the wall and its map say so', async () => {
    await bench.submit(stage, placeOf(0, 1), '8');
    const late = async () =>
      (await office.get<{ totals: { assignments: number; submitted: number } }>(url('wall'))).body.totals;
    expect(await late()).toMatchObject({ assignments: 4, submitted: 1 });
    const id = await ordered();
    expect(await late()).toMatchObject({ assignments: 3, submitted: 1 });
    const map = await office.get<{ entries: { cells: { judge: string; state: string }[] }[] }>(url('wall-map'));
    const states = map.body.entries.map(({ cells }) => cells.find((cell) => cell.judge === stage.judgeIds[0])?.state);
    expect(states).toEqual(['suspended', 'submitted']);
    const remind = () => office.post(url('judge-reminders'), { judges: [stage.judgeIds[0]] });
    expect(await remind()).toMatchObject({ status: 409, body: { code: 'judge-finished' } });
    await end(id, 'refusal');
    expect((await remind()).status).toBe(204);
  });

  it('the stage is closed by somebody alone who says to know of it', async () => {
    for (const index of stage.assignments.keys()) if (index !== placeOf(0, 0)) await bench.submit(stage, index, '8');
    const id = await ordered();
    const close = (acknowledge: string[]) =>
      office.post<{ details?: { blockers: object[] } }>(url('window/closing'), { acknowledge });
    const refused = await close(['sheets-missing', 'coverage-below-floor']);
    expect(refused).toMatchObject({ status: 409, body: { code: 'stage-not-ready' } });
    expect(refused.body.details?.blockers).toEqual([
      { code: 'recusal-orders-awaited', count: 1, detail: '责令回避尚未确认或驳回的评分表：1 份。' },
    ]);
    await end(id, 'confirmation');
    expect((await close(['coverage-below-floor'])).status).toBe(204);
  });
});

describe('a plan made while an order awaits its second person', () => {
  it.each(['keep', 'improve'])('takes nothing away for it and gives nothing against it: %s', async (existing) => {
    const desk = await AssignmentDesk.open(api, { entries: 2, judges: 3 });
    await settle(desk.stage);
    const only = desk.stage.judgeIds.slice(0, 2);
    await desk.assign({ judgesWanted: 2, onlyJudges: only });
    await ordered();
    const { changes } = await desk.assign({ judgesWanted: 3, existing });
    expect(changes).toMatchObject({ removed: 0, added: 2 });
    expect(await desk.standing()).toEqual(['1 0', '1 1', '1 2', '2 0', '2 1', '2 2']);
    const fresh = await AssignmentDesk.open(api, { entries: 2, judges: 3 });
    await settle(fresh.stage);
    await ordered();
    await fresh.assign({ judgesWanted: 2, existing });
    expect(await fresh.standing()).not.toContain('1 0');
  });
});
