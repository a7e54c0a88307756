import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type TestApi } from '../builders/api.js';
import { type JudgingBench, startJudgingBench } from '../builders/judging-bench.js';
import { createStage } from '../builders/judging-stage.js';

let bench: JudgingBench;
let api: TestApi;

beforeAll(async () => {
  bench = await startJudgingBench();
  api = await startApi({}, bench.database);
});
afterAll(async () => {
  await api?.app.close();
  await bench?.close();
});

interface Refused {
  code: string;
  details: { blockers: { code: string; count: number; detail: string }[] };
}

describe('closing a stage with sheets missing', () => {
  it('is refused with every blocker in the reader’s language, and goes on once each is acknowledged', async () => {
    const stage = await createStage(bench.dataSource, { entries: 2, judges: 3 });
    for (const index of [0, 1, 2]) await bench.submit(stage, index, '8');
    const office = await api.person({ role: 'organiser', editionId: stage.editionId });
    const close = (acknowledge: string[]) =>
      office.post<Refused>(`/api/v1/stages/${stage.stageId}/window/closing`, { acknowledge });
    const isOpen = () => bench.count('windows', 'stage_id = $1 and closed_at is null', [stage.stageId]);

    const refused = await close([]);
    expect(refused).toMatchObject({ status: 409, body: { code: 'stage-not-ready' } });
    expect(refused.body.details.blockers).toEqual([
      { code: 'sheets-missing', count: 3, detail: '尚未提交的评分表：3 份。' },
      { code: 'coverage-below-floor', count: 1, detail: '有效评分少于规定份数的项目：1 个。' },
    ]);
    await office.send('PUT', '/api/v1/session/locale', { body: { locale: 'en' } });
    expect((await close(['sheets-missing'])).body.details.blockers).toEqual([
      {
        code: 'coverage-below-floor',
        count: 1,
        detail: 'Entries with fewer sheets than the rules ask for: 1.',
      },
    ]);
    expect(await isOpen()).toBe(1);
    expect(await close(['sheets-missing', 'coverage-below-floor'])).toMatchObject({ status: 204 });
    expect(await isOpen()).toBe(0);
  });
});
