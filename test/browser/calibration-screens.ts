import type { Page } from 'playwright-core';
import { answering, at, id, long, type Schemas } from './answers.js';
import type { DemoFacts, Screen } from './screen.js';

const both = (text: string) => ({ zh: text, en: text });
const edition = { slug: 'goe-open', name: both('全球卓越工程师大赛（虚构）'), isDemo: true };
const keys = ['match', 'progress', 'maturity', 'team', 'gain'];
const names = ['需求匹配度', '技术先进性', '可行性与成熟度', '团队', '转化效益'];
const criteria = keys.map((key, index) => ({
  ...{ key, name: both(names[index] ?? ''), minimum: '0', maximum: '10', step: '0.5' },
}));
const scores = (values: readonly string[]) => Object.fromEntries(keys.map((key, index) => [key, values[index] ?? '0']));
const reference = scores(['8', '7.5', '6', '9', '7']);

const path = ({ openStage }: DemoFacts) => `/organiser/stages/${openStage}/calibration`;
const stage = (changes: Partial<Schemas['StageCalibrationDto']> = {}): Schemas['StageCalibrationDto'] => ({
  ...{ edition, stage: { name: both('网评 Online review') }, criteria, isChangeable: true },
  entries: [1, 3].map((position) => ({
    ...{ id: id(position), position, entryNumber: 410 + position, entryTitle: `${long.title}（虚构）` },
    ...{ reference, total: '75', isOfEarlierRules: position === 3, submitted: 0 },
    leftOut: [true, false]
      .slice(0, position - 1)
      .map((isRecused) => ({ name: isRecused ? '王小明' : null, isRecused })),
  })),
  ...changes,
});
const shown = (one: Schemas['StageCalibrationDto'], then: string) => answering({ '/stages/*/calibrations': one }, then);

const rules = {
  ...{ schema: 1, panel: { size: 3, floor: 2 }, method: { key: 'mean', options: {} }, rounding: { total: 2 } },
  ...{ components: [{ key: 'experts', share: '1' }], rankOn: 'rounded', tieLadder: [], advancement: null },
  ...{ release: 'after-review', blind: true },
  rubric: {
    maximumTotal: '100',
    criteria: criteria.map((one) => ({ ...one, factor: '2', counted: true, levels: [] })),
  },
};
const own = (submitted: Schemas['CalibrationDto']['submitted']): Schemas['CalibrationDto'] => ({
  ...{ publicId: id(1), position: 1, edition, stage: { key: 'first', name: both('网评 Online review') } },
  ...{ isOpen: true, rules, rulesHash: '0'.repeat(64), submitted },
  entry: { title: `${long.title}（虚构）`, summary: '仿生叶轮水泵，噪声低于 35 分贝。', language: 'zh' },
});
const submitted = {
  ...{ scores: scores(['9', '7', '6', '6.5', '7']), total: '71', submittedAt: at, isOfEarlierRules: false },
  reference: {
    ...{ scores: reference, total: '75' },
    deviation: { criteria: scores(['1', '-0.5', '0', '-2.5', '0']), total: '-4' },
  },
};
const asJudge = (one: Schemas['CalibrationDto'], then: string) =>
  answering({ '/calibrations/*': one, '/assignments/*/entry': { fields: [], files: [] } }, then);

/** The queue of a judge who has still to score a calibration entry. */
const queued = async (page: Page) => {
  await page.route('**/api/v1/my/assignments', async (route) => {
    const response = await route.fetch();
    const queue = (await response.json()) as Schemas['JudgeQueueDto'];
    const calibration = [true, false].map((isSubmitted, index) => ({
      ...{ publicId: id(index), position: index + 1, title: `${long.title}（虚构）`, isSubmitted },
    }));
    const stages = queue.stages.map((one, index) => (index === 0 ? { ...one, calibration } : one));
    await route.fulfill({ response, json: { ...queue, stages } });
  });
  await page.reload();
  await page.locator('.queue-calibration').waitFor();
};

/** Entries that judges score before those of a stage, to the office and to a judge. */
export const calibrationScreens: readonly Screen[] = [
  { name: 'calibration', as: 'organiser', path, prepare: shown(stage(), '.calibration-form') },
  {
    ...{ name: 'calibration-begun', as: 'organiser', path, isVariant: true },
    prepare: shown(stage({ isChangeable: false }), 'p.card'),
  },
  {
    ...{ name: 'calibration-none', as: 'organiser', path, isVariant: true },
    prepare: shown(stage({ entries: [] }), '.calibration-form'),
  },
  { name: 'queue-calibration', as: 'judge', path: () => '/judging', prepare: queued },
  {
    ...{ name: 'calibration-sheet', as: 'judge', path: () => `/judging/calibration/${id(1)}` },
    prepare: async (page) => {
      await asJudge(own(null), '.score-input')(page);
      await page.locator('.score-input').first().fill('95');
    },
  },
  {
    ...{ name: 'calibration-result', as: 'judge', path: () => `/judging/calibration/${id(1)}` },
    prepare: asJudge(own(submitted), '.sheet tfoot'),
  },
  {
    ...{ name: 'calibration-result-earlier-rules', as: 'judge', isVariant: true },
    path: () => `/judging/calibration/${id(1)}`,
    prepare: asJudge(own({ ...submitted, isOfEarlierRules: true, reference: null }), '.sheet tfoot'),
  },
  {
    ...{ name: 'calibration-recusal', as: 'judge', path: () => `/judging/calibration/${id(1)}` },
    prepare: async (page) => {
      await asJudge(own(null), '.recuse-button')(page);
      await page.locator('.recuse-button').click();
      await page.locator('[role=dialog] .recusal-reasons').waitFor();
    },
  },
];
