import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startApi, type TestApi } from '../builders/api.js';
import { AssignmentDesk } from '../builders/assignment-desk.js';

jest.setTimeout(120_000);

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api?.close());

describe('keywords of judges', () => {
  it('lead entries to them that speak of the same, in either language, and are shown with the pair', async () => {
    const desk = await AssignmentDesk.open(api, { entries: 3, judges: 3 });
    const { entryIds, judgeIds } = desk.stage;
    await desk.query(`update entries set title = '静音热泵', summary = 'A HEAT-PUMP without noise' where id = $1`, [
      entryIds[0],
    ]);
    await desk.query(`update judges set keywords = '{热泵,"heat pump",pumps}' where id = $1`, [judgeIds[2]]);
    const { id, preview } = await desk.plan({ judgesWanted: 1 });
    expect(preview.figures).toMatchObject({ places: 3, keyword: 1 / 3 });
    expect((await desk.entries(id))[0]?.judges).toMatchObject([{ id: judgeIds[2], keywords: ['热泵', 'heat pump'] }]);
    await desk.query(`update judges set keywords = '{}' where id = $1`, [judgeIds[2]]);
    expect(await desk.apply(id, preview.run.planHash)).toMatchObject({
      body: { code: 'assignment-plan-overtaken' },
    });
  });
});
