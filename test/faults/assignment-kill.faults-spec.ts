import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startApi, type TestApi } from '../builders/api.js';
import { AssignmentDesk } from '../builders/assignment-desk.js';
import { startProcess } from '../builders/processes.js';
import { until } from '../builders/until.js';

jest.setTimeout(180_000);

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api?.close());

/** Large enough that its plan takes a while. */
const size = { entries: 900, judges: 180 };
const demands = { judgesWanted: 5 };

const stateOf = async (desk: AssignmentDesk, id: string) => {
  const [run] = await desk.query<{ state: string; hasSize: boolean; pairs: number }>(
    `select state, size is not null as "hasSize",
            (select count(*)::int from assignment_run_pairs p where p.run_id = r.id) as pairs
       from assignment_runs r where id = $1`,
    [id],
  );
  return run;
};

/** Asks for a plan, and kills its worker as soon as something holds. */
async function killedWhen(desk: AssignmentDesk, holds: (id: string) => Promise<boolean>): Promise<string> {
  const id = await desk.request(demands);
  const worker = await startProcess('worker', { database: api.database });
  await until(() => holds(id), 60_000);
  await worker.kill('SIGKILL');
  expect(await worker.ended).toBe('SIGKILL');
  return id;
}

/** Another worker, as half a minute without a sign of the first would have it. */
async function followed(desk: AssignmentDesk, id: string): Promise<void> {
  await desk.query(`update assignment_runs set heartbeat_at = now() - interval '31 seconds' where id = $1`, [id]);
  const worker = await startProcess('worker', { database: api.database });
  await until(async () => (await stateOf(desk, id))?.state === 'planned', 120_000);
  await worker.kill('SIGTERM');
  expect(await worker.ended).toBe(0);
}

const hashOf = async (desk: AssignmentDesk, id: string) => (await desk.preview(id)).run.planHash;

describe('a worker killed in the middle of a plan', () => {
  it('while it solves leaves nothing, and another one makes the same plan, which is applied once', async () => {
    const desk = await AssignmentDesk.open(api, size);
    const id = await killedWhen(desk, async (run) => (await stateOf(desk, run))?.hasSize === true);
    expect(await stateOf(desk, id)).toMatchObject({ state: 'running', pairs: 0 });
    await followed(desk, id);
    expect(await stateOf(desk, id)).toMatchObject({ pairs: 4500 });
    const hash = await hashOf(desk, id);
    const tries = await Promise.all([desk.apply(id, hash), desk.apply(id, hash)]);
    expect(tries.map(({ status }) => status).sort((left, right) => left - right)).toEqual([204, 409]);
    const [held] = await desk.query<{ pairs: number; twice: number }>(
      `select count(*)::int as pairs, (count(*) - count(distinct (stage_entry_id, judge_id)))::int as twice
         from active_assignments where stage_id = $1`,
      [desk.stage.stageId],
    );
    expect(held).toEqual({ pairs: 4500, twice: 0 });
  });

  it('while it writes leaves no part of the plan, and the next one writes it whole', async () => {
    const desk = await AssignmentDesk.open(api, size);
    const waits = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    const id = await api.dataSource.transaction(async (manager) => {
      await manager.query('lock table assignment_run_pairs in exclusive mode');
      return killedWhen(desk, async () => (await desk.query(waits)).length > 0);
    });
    expect(await stateOf(desk, id)).toMatchObject({ state: 'running', pairs: 0 });
    await followed(desk, id);
    expect(await stateOf(desk, id)).toMatchObject({ pairs: 4500 });
    const again = await desk.plan(demands);
    expect(again.preview.run.planHash).toBe(await hashOf(desk, id));
  });
});
