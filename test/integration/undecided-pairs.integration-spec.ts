import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { startApi, type TestApi } from '../builders/api.js';
import { AssignmentDesk } from '../builders/assignment-desk.js';

let api: TestApi;
let desk: AssignmentDesk;

/** Every judge has every entry; judge 0 has named somebody of entry 1, and is ordered to step back from entry 2. */
beforeAll(async () => {
  api = await startApi();
  desk = await AssignmentDesk.open(api, { entries: 2, judges: 3 });
  await desk.assign({ judgesWanted: 2 });
  for (const entry of [0, 1]) {
    await desk.office.post(`${desk.base}/assignments`, {
      ...{ judgeId: desk.stage.judgeIds[0], entryId: desk.stage.stageEntryIds[entry] },
    });
  }
  await desk.query(
    `insert into team_members (id, entry_id, position, role, name) values ($1, $2, 1, 'member', 'Zhao Min')`,
    [uuidv7(), desk.stage.entryIds[0]],
  );
  await desk.query(
    `with made as (insert into interest_statements (id, judge_id, number) values ($1, $2, 1) returning id)
     insert into named_interests (statement_id, position, kind, name) select id, 1, 'advisee', 'Zhao Min' from made`,
    [uuidv7(), desk.stage.judgeIds[0]],
  );
  const ordered = { entryNumber: 2, judge: desk.stage.judgeIds[0], reasonCode: 'other', reason: 'x', evidence: 'y' };
  const { status } = await desk.office.post(`/api/v1/editions/${desk.stage.slug}/recusal-orders`, ordered);
  if (status !== 204) throw new Error(String(status));
});
afterAll(() => api?.close());

describe('pairs of which nothing is decided yet', () => {
  it('stay as they are in a plan, which says why of each: an open candidate as an order that awaits its second person', async () => {
    const before = await desk.standing();
    expect(before).toEqual(expect.arrayContaining(['1 0', '2 0']));
    const { id, preview } = await desk.plan({ judgesWanted: 2, existing: 'improve' });
    const told = preview.findings.filter(({ code }) => code === 'candidate-open' || code === 'order-awaited');
    expect(Object.fromEntries(told.map(({ code, entries }) => [code, entries[0]?.number]))).toEqual({
      ...{ 'candidate-open': 1, 'order-awaited': 2 },
    });
    expect((await desk.apply(id, preview.run.planHash)).status).toBe(204);
    expect(await desk.standing()).toEqual(expect.arrayContaining(['1 0', '2 0']));
  });

  it('are not told as staying where the judge is away, whose pairs a plan takes', async () => {
    const [free, gone] = [null, '2000-01-01'];
    const until = (day: string | null) =>
      desk.query('update judges set available_until = $2 where id = $1', [desk.stage.judgeIds[0], day]);
    await until(gone);
    const { preview } = await desk.plan({ judgesWanted: 2, existing: 'improve' });
    expect(preview.findings.filter(({ code }) => code === 'candidate-open' || code === 'order-awaited')).toEqual([]);
    expect(preview.changes.removed).toBe(2);
    await until(free);
  });

  it('that a rule keeps apart since overtake a plan that keeps them', async () => {
    const { id, preview } = await desk.plan({ judgesWanted: 2, existing: 'improve' });
    const [judge] = await desk.query<{ name: string }>(
      'select u.display_name as name from judges j join users u on u.id = j.user_id where j.id = $1',
      [desk.stage.judgeIds[0]],
    );
    await desk.query(
      `insert into avoidances (entry_id, position, kind, name, reason) values ($1, 1, 'person', $2, 'x')`,
      [desk.stage.entryIds[0], judge?.name],
    );
    expect(await desk.apply(id, preview.run.planHash)).toMatchObject({
      ...{ status: 409, body: { code: 'assignment-plan-overtaken' } },
    });
  });

  it('are given to nobody anew', async () => {
    await desk.query(
      `update assignments set voided_at = now(), void_reason = 'reassigned' where judge_id = $1 and voided_at is null`,
      [desk.stage.judgeIds[0]],
    );
    await desk.assign({ judgesWanted: 2 });
    expect((await desk.standing()).filter((pair) => pair.endsWith(' 0'))).toEqual([]);
  });
});
