import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { startApi, type Asker, type TestApi } from '../builders/api.js';
import { createStage, type JudgingStage } from '../builders/judging-stage.js';

let api: TestApi;
let stage: JudgingStage;
let secretary: Asker;
const panel = uuidv7();

const url = (part = '') => `/api/v1/stages/${stage.stageId}/judge-papers${part}`;

/** Two of three judges sit on a panel, the second as its chair; of three entries the third appears first. */
beforeAll(async () => {
  api = await startApi();
  stage = await createStage(api.dataSource, { entries: 3, judges: 3 });
  secretary = await api.person({ role: 'panel-secretary', editionId: stage.editionId });
  await api.dataSource.query(
    `insert into panels (id, stage_id, key, name_zh, name_en, position) values ($1, $2, 'one', '第一组', 'Panel one', 1)`,
    [panel, stage.stageId],
  );
  await api.dataSource.query(
    `insert into panel_judges (panel_id, judge_id, is_chair) select $1, id, id = $3 from unnest($2::uuid[]) as g (id)`,
    [panel, stage.judgeIds.slice(0, 2), stage.judgeIds[1]],
  );
  await api.dataSource.query(
    `update stage_entries set panel_id = $1, appearance_order = case when id = $3 then 1 end where stage_id = $2`,
    [panel, stage.stageId, stage.stageEntryIds[2]],
  );
  const judge = await api.signedIn(stage.userIds[0] ?? '');
  const scores = Object.fromEntries(stage.rules.rubric.criteria.map(({ key }) => [key, '8']));
  const sheet = { scores, rulesHash: stage.rulesHash };
  await judge.post(`/api/v1/assignments/${stage.assignments[0]?.publicId}/submissions`, sheet, { 'if-match': '"0"' });
});
afterAll(() => api?.close());

describe('the papers for judging', () => {
  it('name the judges with their panels, and count the sheets that are paid for', async () => {
    const { body } = await secretary.get(url());
    expect(body).toMatchObject({ leavesOut: false, panels: [{ key: 'one' }], stage: { id: stage.stageId } });
    expect(body).toMatchObject({
      judges: [
        { name: 'Judge 1', assigned: 3, submitted: 1, seats: [{ panel: 'one', isChair: false }] },
        { name: 'Judge 2', assigned: 3, submitted: 0, seats: [{ panel: 'one', isChair: true }] },
        { name: 'Judge 3', assigned: 3, submitted: 0, seats: [] },
      ],
    });
  });

  it('have the entries as they appear, then by number, a page at a time', async () => {
    expect((await secretary.get(url('/entries'))).body).toMatchObject({
      total: 3,
      entries: [{ number: 3, order: 1, panel: 'one' }, { number: 1, order: null }, { number: 2 }],
    });
    expect((await secretary.get(url('/entries?after=2&limit=1'))).body).toMatchObject({
      total: 3,
      entries: [{ number: 2 }],
    });
  });

  it('leave out what concerns the reader, and are closed to judges', async () => {
    const tied = await api.person({ role: 'organiser', editionId: stage.editionId });
    await api.dataSource.query('insert into team_ties (user_id, entry_id) values ($1, $2)', [
      tied.userId,
      stage.entryIds[0],
    ]);
    expect((await tied.get(url())).body).toMatchObject({
      leavesOut: true,
      judges: [{ assigned: 2, submitted: 0 }, { assigned: 2 }, { assigned: 2 }],
    });
    expect((await tied.get(url('/entries'))).body).toMatchObject({ total: 2, entries: [{ number: 3 }, { number: 2 }] });
    const judge = await api.signedIn(stage.userIds[0] ?? '');
    expect(await judge.get(url())).toMatchObject({ status: 403 });
    expect(await judge.get(url('/entries'))).toMatchObject({ status: 403 });
  });
});
