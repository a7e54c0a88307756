import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startApi, type TestApi } from '../builders/api.js';
import { AssignmentDesk, asked } from '../builders/assignment-desk.js';

jest.setTimeout(120_000);

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api?.close());

const refused = (code: string) => ({ status: 409, body: { code } });

describe('a run', () => {
  const silence = `update assignment_runs set state = 'running', fence = fence + 1, started_at = now(),
    heartbeat_at = now() - interval '1 minute' where id = $1`;

  it('whose worker was killed is made by another one', async () => {
    const desk = await AssignmentDesk.open(api, { entries: 3, judges: 3 });
    const id = await desk.request();
    await desk.query(silence, [id]);
    expect(await desk.runs.pending()).toContain(id);
    await desk.runs.run(id);
    expect((await desk.preview(id)).run.state).toBe('planned');
    expect(await desk.runs.pending()).not.toContain(id);
  });

  it('is not made twice while its worker lives', async () => {
    const desk = await AssignmentDesk.open(api, { entries: 3, judges: 3 });
    const id = await desk.request();
    await Promise.all([desk.runs.run(id), desk.runs.run(id)]);
    const rows = await desk.query<{ fence: number }>('select fence from assignment_runs where id = $1', [id]);
    expect(rows[0]?.fence).toBe(1);
  });

  it('that ends its worker again and again is given up', async () => {
    const desk = await AssignmentDesk.open(api, { entries: 3, judges: 3 });
    const id = await desk.request();
    for (let time = 0; time < 3; time += 1) await desk.query(silence, [id]);
    await desk.runs.run(id);
    expect((await desk.preview(id)).run).toMatchObject({ state: 'failed', fault: 'interrupted' });
  });

  it('that was cancelled leaves nothing, and makes room for the next', async () => {
    const desk = await AssignmentDesk.open(api, { entries: 3, judges: 3 });
    const id = await desk.request();
    const again = await desk.office.post(`${desk.base}/assignment-runs`, asked);
    expect(again).toMatchObject(refused('assignment-plan-running'));
    const path = `${desk.base}/assignment-runs/${id}`;
    expect((await desk.office.post(`${path}/cancellation`)).status).toBe(204);
    await desk.runs.run(id);
    expect((await desk.preview(id)).run).toMatchObject({ state: 'stopped', fault: 'cancelled' });
    expect(await desk.office.post(`${path}/cancellation`)).toMatchObject(refused('assignment-plan-ended'));
    const next = await desk.plan();
    expect((await desk.office.post(`${desk.base}/assignment-runs/${next.id}/discard`)).status).toBe(204);
    expect(await desk.apply(next.id, next.preview.run.planHash)).toMatchObject(refused('assignment-plan-ended'));
  });

  it('ends once, also where the database is asked directly', async () => {
    const desk = await AssignmentDesk.open(api, { entries: 2, judges: 3 });
    const { id } = await desk.plan();
    for (const change of [`state = 'running'`, `seed = 'mine'`, `plan_hash = sha256('mine')`]) {
      await expect(desk.query(`update assignment_runs set ${change} where id = $1`, [id])).rejects.toMatchObject({
        constraint: 'assignment_runs_end_once',
      });
    }
  });
});

describe('who assigns', () => {
  it('is an organiser of the edition without a tie to any entry of the stage', async () => {
    const desk = await AssignmentDesk.open(api, { entries: 2, judges: 2 });
    const { editionId, entryIds } = desk.stage;
    for (const role of ['executive-organiser', 'panel-secretary', 'judge'] as const) {
      const person = await api.person({ role, editionId });
      expect((await person.get(`${desk.base}/assignment`)).status).toBe(403);
    }
    const tied = await api.person({ role: 'organiser', editionId });
    await desk.query('insert into team_ties (entry_id, user_id) values ($1, $2)', [entryIds[0], tied.userId]);
    const { id } = await desk.plan();
    for (const path of ['assignment', 'assigned-entries', `assignment-runs/${id}/entries`, `assignment-runs/${id}`]) {
      expect(await tied.get(`${desk.base}/${path}`)).toMatchObject(refused('organiser-conflicted'));
    }
    expect(await desk.apply(id, '0'.repeat(64), tied)).toMatchObject(refused('organiser-conflicted'));
  });

  it('changes nothing once the judging is over', async () => {
    const desk = await AssignmentDesk.open(api, { entries: 2, judges: 2 });
    const { id, preview } = await desk.plan();
    await desk.query('update windows set closed_at = now() where stage_id = $1', [desk.stage.stageId]);
    expect(await desk.apply(id, preview.run.planHash)).toMatchObject(refused('window-already-closed'));
  });
});
