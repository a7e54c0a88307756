import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { startApi, type TestApi } from '../builders/api.js';
import { asked, AssignmentDesk } from '../builders/assignment-desk.js';
import { changeRoster } from '../builders/roster.js';

jest.setTimeout(120_000);

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api?.close());

const idsOf = (desk: AssignmentDesk, ...places: number[]) => places.map((place) => desk.stage.judgeIds[place] ?? '');
const ofJudges = (standing: readonly string[], ...places: number[]) =>
  standing.filter((pair) => places.includes(Number(pair.split(' ')[1])));

async function panelOf(desk: AssignmentDesk, ...places: number[]): Promise<string> {
  const id = uuidv7();
  await desk.query(
    `insert into panels (id, stage_id, key, name_zh, name_en, position) values ($1, $2, $3, '甲组', 'Panel A', 1)`,
    [id, desk.stage.stageId, `panel-${id.slice(-6)}`],
  );
  await desk.query('insert into panel_judges (panel_id, judge_id) select $1, unnest($2::uuid[])', [
    ...[id, idsOf(desk, ...places)],
  ]);
  return id;
}

async function absences(desk: AssignmentDesk, run: string): Promise<(string | null | undefined)[]> {
  const { body } = await desk.office.get<{ judges: { id: string; absence: string | null }[] }>(
    `${desk.base}/assignment-runs/${run}/preview`,
  );
  return desk.stage.judgeIds.map((id) => body.judges.find((judge) => judge.id === id)?.absence);
}

describe('a plan for some judges alone', () => {
  it('gives further entries to them and to the members of the chosen panels, evenly', async () => {
    const desk = await AssignmentDesk.open(api, { entries: 6, judges: 6 });
    const panel = await panelOf(desk, 1, 2);
    const { id, preview } = await desk.plan({ onlyJudges: idsOf(desk, 0, 1), onlyPanels: [panel] });
    expect(preview).toMatchObject({ run: { state: 'planned' }, leastLoad: 4, mostLoad: 4, changes: { added: 12 } });
    expect(await absences(desk, id)).toEqual([null, null, null, 'not-chosen', 'not-chosen', 'not-chosen']);
    await desk.apply(id, preview.run.planHash);
    expect(ofJudges(await desk.standing(), 0, 1, 2)).toHaveLength(12);
    const { body } = await desk.office.get<{ proposed: object; panels: object[] }>(`${desk.base}/assignment`);
    expect(body.proposed).toMatchObject({ onlyJudges: idsOf(desk, 0, 1), onlyPanels: [panel] });
    expect(body.panels).toEqual([{ id: panel, name: { zh: '甲组', en: 'Panel A' }, judges: 2 }]);
  });

  it.each(['keep', 'improve'])('leaves others what they hold, and counts it: %s', async (existing) => {
    const desk = await AssignmentDesk.open(api, { entries: 4, judges: 5 });
    await desk.assign({ judgesWanted: 1, onlyJudges: idsOf(desk, 0, 1) });
    const before = await desk.standing();
    const { changes } = await desk.assign({ ...{ judgesWanted: 3, existing }, onlyJudges: idsOf(desk, 2, 3) });
    expect(changes).toEqual({ kept: 4, added: 8, removed: 0 });
    const after = await desk.standing();
    expect(ofJudges(after, 0, 1)).toEqual(before);
    expect(ofJudges(after, 2, 3)).toHaveLength(8);
  });

  it('is overtaken where a chosen panel has other members since', async () => {
    const desk = await AssignmentDesk.open(api, { entries: 2, judges: 4 });
    const panel = await panelOf(desk, 0, 1);
    const { id, preview } = await desk.plan({ onlyPanels: [panel] });
    await desk.query('insert into panel_judges (panel_id, judge_id) values ($1, $2)', [panel, desk.stage.judgeIds[2]]);
    expect(await desk.apply(id, preview.run.planHash)).toMatchObject({
      ...{ status: 409, body: { code: 'assignment-plan-overtaken' } },
    });
    expect(await desk.standing()).toEqual([]);
  });

  it('says, where there is none, how many were chosen and how many others could have come', async () => {
    const desk = await AssignmentDesk.open(api, { entries: 2, judges: 5 });
    await desk.query('update judges set is_substitute = true where id = $1', [desk.stage.judgeIds[4]]);
    const { preview } = await desk.plan({ judgesWanted: 3, onlyJudges: idsOf(desk, 0, 1) });
    expect(preview.run.state).toBe('infeasible');
    expect(preview.findings[0]).toMatchObject({ code: 'plan-limited', numbers: { chosen: 2, others: 2 } });
    expect(preview.findings.find(({ code }) => code === 'entry-short')?.numbers).toMatchObject({
      wanted: 3,
      eligible: 2,
    });
  });

  it('is for everybody where stored parameters name nobody, as null too', async () => {
    const desk = await AssignmentDesk.open(api, { entries: 2, judges: 3 });
    const id = uuidv7();
    await desk.query(
      `insert into assignment_runs (id, stage_id, number, parameters, seed, requested_by) values ($1, $2, 1, $3, $4, $5)`,
      [
        ...[id, desk.stage.stageId, JSON.stringify({ ...asked, onlyJudges: null, onlyPanels: null }), asked.seed],
        desk.office.userId,
      ],
    );
    await desk.runs.run(id);
    const preview = await desk.preview(id);
    expect(preview).toMatchObject({ run: { state: 'planned' }, changes: { added: 4 } });
    const { body } = await desk.office.get<{ proposed: object }>(`${desk.base}/assignment`);
    expect(body.proposed).toMatchObject({ onlyJudges: [], onlyPanels: [] });
    expect(await desk.apply(id, preview.run.planHash)).toMatchObject({ status: 204 });
  });

  it('counts of a panel those of the roster alone', async () => {
    const desk = await AssignmentDesk.open(api, { entries: 1, judges: 3 });
    const panel = await panelOf(desk, 0, 1);
    await changeRoster(api.dataSource, idsOf(desk, 0), 'removal');
    const { body } = await desk.office.get<{ panels: object[] }>(`${desk.base}/assignment`);
    expect(body.panels).toMatchObject([{ id: panel, judges: 1 }]);
  });

  it('does not bind what is given by hand afterwards', async () => {
    const desk = await AssignmentDesk.open(api, { entries: 1, judges: 3 });
    await desk.assign({ onlyJudges: idsOf(desk, 0, 1) });
    const pair = { entryId: desk.stage.stageEntryIds[0], judgeId: desk.stage.judgeIds[2] };
    expect((await desk.office.post(`${desk.base}/assignments`, pair)).status).toBe(204);
    expect(await desk.standing()).toHaveLength(3);
  });

  it('is refused for a judge of another edition, a panel of another stage, or one named twice', async () => {
    const desk = await AssignmentDesk.open(api, { entries: 1, judges: 2 });
    const other = await AssignmentDesk.open(api, { entries: 1, judges: 2 });
    const [judge, panel] = [other.stage.judgeIds[0] ?? '', await panelOf(other, 0)];
    const request = (changes: object) => desk.office.post(`${desk.base}/assignment-runs`, { ...asked, ...changes });
    expect(await request({ onlyJudges: [judge], onlyPanels: [panel] })).toMatchObject({
      ...{ status: 400, body: { errors: [{ path: 'onlyJudges' }, { path: 'onlyPanels' }] } },
    });
    const own = desk.stage.judgeIds[0];
    expect(await request({ onlyJudges: [own, own] })).toMatchObject({ status: 400 });
    expect(await request({ onlyJudges: ['nobody'] })).toMatchObject({ status: 400 });
    expect(await request({ onlyJudges: null, onlyPanels: null })).toMatchObject({
      ...{ status: 400, body: { errors: [{ path: 'onlyJudges' }, { path: 'onlyPanels' }] } },
    });
    expect(await desk.query('select from assignment_runs where stage_id = $1', [desk.stage.stageId])).toEqual([]);
  });
});
