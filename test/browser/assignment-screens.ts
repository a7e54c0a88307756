import type { Page, Route } from 'playwright-core';
import { fieldProblem } from '#domain';
import { answering, at, id, later, long, refused, type Schemas } from './answers.js';
import type { DemoFacts, Screen } from './screen.js';

const path = ({ openStage }: DemoFacts) => `/organiser/stages/${openStage}/assignment`;
const both = (text: string) => ({ zh: text, en: text });
const group = { zh: '智能网联新能源汽车', en: 'Intelligent connected new energy vehicles' };
const parameters: Schemas['AssignmentParametersDto'] = {
  ...{ judgesWanted: 5, kindsWanted: [{ kind: 'technology', atLeast: 2 }], mostPerEmployer: 1, existing: 'keep' },
  ...{ withSubstitutes: false, weights: { expertise: 100, preference: 120, ownLanguage: 20, kept: 400 } },
  ...{ seed: '7f3a9c0152bd4e68', onlyJudges: [], onlyPanels: [] },
};
const run = (state: Schemas['AssignmentRunDto']['state'], number = 3): Schemas['AssignmentRunDto'] => ({
  ...{ id: id(number), number, state, parameters, requestedBy: '王小明 Wang Xiaoming', requestedAt: at },
  fault: state === 'failed' ? 'error' : state === 'stopped' ? 'time' : null,
  size: state === 'pending' ? null : { entries: 1763, judges: 300, conflicts: 4512, standing: 0 },
  startedAt: state === 'pending' ? null : at,
  finishedAt: state === 'pending' || state === 'running' ? null : later,
  ...(state === 'applied' || state === 'discarded'
    ? { endedBy: long.person, endedAt: later }
    : { endedBy: null, endedAt: null }),
  planHash: state === 'planned' || state === 'applied' ? '0123456789abcdef'.repeat(4) : null,
  seconds: state === 'pending' ? null : 12,
});
const kinds = ['technology', 'management', 'venture-capital', null] as const;
const absences = [null, null, null, 'substitute', 'unavailable', 'declined'] as const;
const judge = (index: number, isLong = false): Schemas['DeskJudgeDto'] => ({
  ...{ id: id(index), name: isLong ? long.person : `单仇欧阳 ${index}（虚构）`, kind: kinds[index % 4] ?? null },
  ...{ employer: isLong ? long.organisation : '嘉陵研究院（虚构）', organisation: null },
  ...{ fieldGroups: isLong ? [group, group, group] : [group], languages: index % 3 === 0 ? [] : ['zh'] },
  ...{ leastEntries: index % 5 === 0 ? 10 : 0, mostEntries: index % 2 === 0 ? 40 : null },
  absence: absences[index % 6] ?? null,
  ...{ standing: 0, begun: 0, planned: 29 + (index % 2), added: 29 + (index % 2), removed: index % 7 === 0 ? 2 : 0 },
});
const judges = (count: number, isLong = false) => Array.from({ length: count }, (_, index) => judge(index, isLong));
const changes = ['added', 'kept', 'removed'] as const;
const entry = (index: number, isLong = false): Schemas['EntryWithJudgesDto'] => ({
  ...{ id: id(index), number: 101 + index, title: isLong ? long.title : `静音水泵 ${index}（虚构）`, language: 'zh' },
  fieldGroup: index % 4 === 3 ? null : group,
  judges: Array.from({ length: isLong ? 9 : 3 }, (_, place) => ({
    ...{ id: id(place), name: isLong ? long.person : `单仇欧阳 ${place}（虚构）`, kind: 'technology' as const },
    ...{ assignmentId: null, isBegun: place === 1, change: changes[place % 3] ?? null, knowsTopic: place !== 2 },
    keywords: place === 0 ? ['热泵', 'Acoustics'] : [],
  })),
});
const entries = (count: number, isLong = false): Schemas['AssignedEntriesDto'] => ({
  entries: Array.from({ length: count }, (_, index) => entry(index, isLong)),
  nextAfter: null,
});
const standing = (page: Schemas['AssignedEntriesDto']): Schemas['AssignedEntriesDto'] => ({
  ...page,
  entries: page.entries.map((one) => ({
    ...one,
    judges: one.judges.map((held, place) => ({ ...held, assignmentId: id(900 + place), change: null })),
  })),
});
const panels: Schemas['DeskPanelDto'][] = [
  { id: id(501), name: { zh: '第一评审组', en: 'Panel 1' }, judges: 5 },
  { id: id(502), name: { zh: '第二评审组', en: 'Panel 2' }, judges: 5 },
];
const desk = (
  runs: Schemas['AssignmentRunDto'][],
  more: Partial<Schemas['AssignmentDeskDto']> = {},
): Schemas['AssignmentDeskDto'] => ({
  stage: { key: 'online-review', name: { zh: '网络评审', en: 'Online review' } },
  edition: { slug: 'goe-open', isDemo: true, name: { zh: '全球卓越工程师大赛', en: 'Global Outstanding Engineers' } },
  ...{ isClosed: false, proposed: parameters, entries: 1763, entriesBelow: 1763, assignments: 0 },
  ...{ judges: judges(12), runs, panels },
  ...more,
});
const limited = { ...parameters, onlyJudges: [id(0), id(1), id(2)], onlyPanels: [id(501)] };
const figures: Schemas['PlanFiguresDto'] = {
  ...{
    places: 8815,
    allTopics: 0.71,
    someTopics: 0.2,
    noTopic: 0.09,
    keyword: 0.34,
    glad: 0,
    reluctant: 0,
    translated: 0.04,
  },
  parts: 1,
};
const quality: Schemas['PlanQualityDto'] = {
  ...{ points: 700_000, possibleGain: 12, gap: 0.0002, unevenPlaces: 0, parts: 1, swaps: 2, swapCost: 3 },
  ...{ rounds: 4, pairsTried: 40_000 },
};
const preview = (more: Partial<Schemas['AssignmentPreviewDto']> = {}): Schemas['AssignmentPreviewDto'] => ({
  ...{ run: run('planned'), quality, figures, findings: [], findingCount: 0, relaxations: [], relaxationCount: 0 },
  ...{ changes: { kept: 0, added: 8815, removed: 0 }, leastLoad: 29, mostLoad: 30, judges: judges(12) },
  ...more,
});
const finding = (
  code: string,
  numbers: Record<string, number>,
  more: Partial<Schemas['NamedFindingDto']> = {},
): Schemas['NamedFindingDto'] => ({
  ...{ code, numbers, entries: [{ number: 104, title: '静音水泵（虚构）' }], judges: ['单仇欧阳（虚构）'] },
  ...{ kind: null, employer: null },
  ...more,
});
const many = Array.from({ length: 30 }, (_, index) => ({ number: 101 + index, title: long.title }));
const infeasible = preview({
  ...{ run: run('infeasible'), quality: null, figures: null },
  findings: [
    finding('entry-short', { wanted: 5, eligible: 3, conflicts: 9, language: 2 }),
    finding('kind-short', { wanted: 2, eligible: 1, conflicts: 4, language: 0 }, { kind: 'venture-capital' }),
    finding('employer-bound', { wanted: 5, most: 1, possible: 4 }),
    finding('capacity-short', { wanted: 8815, capacity: 8600, short: 215 }, { entries: [], judges: [] }),
    finding('minimum-excess', { least: 9000, wanted: 8815, excess: 185 }, { entries: [], judges: [] }),
    finding(
      'group-short',
      { wanted: 150, capacity: 120, elsewhere: 10, short: 20 },
      { entries: many, judges: Array.from({ length: 30 }, () => long.person) },
    ),
    finding('judge-idle', { least: 10, eligible: 4 }, { entries: [] }),
  ],
  ...{ findingCount: 128, relaxationCount: 5 },
  relaxations: [
    finding('raise-most', { from: 40, to: 44 }),
    finding('lower-least', { from: 10, to: 4 }),
    finding('fewer-judges', { from: 5, to: 3 }),
    finding('fewer-of-kind', { from: 2, to: 1 }, { kind: 'venture-capital' }),
    finding('more-of-employer', { from: 1, to: 2 }, { employer: both('嘉陵研究院（虚构）') }),
  ],
});

const part = '/stages/*/assignment';
const previewPart = '/stages/*/assignment-runs/*/preview';
const plannedPart = '/stages/*/assignment-runs/*/entries?**';
const standingPart = '/stages/*/assigned-entries?**';
const planned = answering(
  {
    [part]: desk([run('planned'), run('applied', 2), run('discarded', 1)]),
    [previewPart]: preview(),
    [plannedPart]: entries(8),
  },
  '.assignment-judges',
);

/** Opens what a button of the page opens, and has its act be refused so. */
async function refusing(
  page: Page,
  open: string,
  act: string,
  refusal: (route: Route) => Promise<void>,
): Promise<void> {
  await page.route(act, (route) => (route.request().method() === 'POST' ? refusal(route) : route.fallback()));
  await page.locator(open).first().click();
  await page.locator('[role=dialog]').waitFor();
}

/** Plans of who judges what: asked for, made, looked at, refused; and assignments by hand. */
export const assignmentScreens: readonly Screen[] = [
  { name: 'assignment', as: 'organiser', path },
  {
    ...{ name: 'assignment-empty', isVariant: true, as: 'organiser', path },
    prepare: answering(
      {
        [part]: desk([], { entries: 0, entriesBelow: 0, judges: [] }),
        [standingPart]: { entries: [], nextAfter: null } satisfies Schemas['AssignedEntriesDto'],
      },
      '.assignment-form',
    ),
  },
  {
    ...{ name: 'assignment-running', as: 'organiser', path },
    prepare: answering(
      {
        [part]: desk([run('running')]),
        ['/stages/*/assignment-runs/*']: run('running'),
        [standingPart]: standing(entries(3)),
      },
      '.assignment-going',
    ),
  },
  { ...{ name: 'assignment-planned', as: 'organiser', path }, prepare: planned },
  {
    ...{ name: 'assignment-crowded', isVariant: true, as: 'organiser', path },
    prepare: answering(
      {
        [part]: desk(
          Array.from({ length: 20 }, (_, index) => run(index === 0 ? 'planned' : 'discarded', 20 - index)),
          { judges: judges(120, true) },
        ),
        [previewPart]: preview({
          ...{ judges: judges(120, true), figures: { ...figures, parts: 3 } },
          quality: { ...quality, unevenPlaces: 214 },
          findings: [finding('begun-conflict', {}, { entries: [many[0] ?? { number: 1, title: '' }] })],
          findingCount: 1,
        }),
        [plannedPart]: entries(120, true),
      },
      '.assignment-judges',
    ),
  },
  {
    ...{ name: 'assignment-infeasible', as: 'organiser', path },
    prepare: answering(
      { [part]: desk([run('infeasible')]), [previewPart]: infeasible, [standingPart]: standing(entries(3)) },
      '.assignment-findings',
    ),
  },
  {
    ...{ name: 'assignment-limited', as: 'organiser', path },
    prepare: async (page) => {
      const asked = { ...run('infeasible'), parameters: limited };
      const why = finding('plan-limited', { chosen: 6, others: 294 }, { entries: [], judges: [] });
      await answering(
        {
          [part]: desk([asked], { proposed: limited }),
          [previewPart]: { ...infeasible, run: asked, findings: [why, ...infeasible.findings] },
          [standingPart]: standing(entries(3)),
        },
        '.assignment-findings',
      )(page);
      await page.locator('.assignment-chosen summary').click();
    },
  },
  {
    ...{ name: 'assignment-failed', as: 'organiser', path },
    prepare: answering(
      { [part]: desk([run('failed'), run('stopped', 2)]), [standingPart]: standing(entries(3)) },
      '.assignment-run .ant-alert',
    ),
  },
  {
    ...{ name: 'assignment-overtaken', as: 'organiser', path },
    prepare: async (page) => {
      await planned(page);
      const refusal = refused('assignment-plan-overtaken');
      await refusing(page, '.assignment-run .assignment-acts .ant-btn-primary', '**/application', refusal);
      await page.locator('[role=dialog] .ant-btn-primary').click();
      await page.locator('[role=dialog] .ant-alert').waitFor();
    },
  },
  {
    ...{ name: 'assignment-adding', as: 'organiser', path },
    prepare: async (page) => {
      await answering({ [part]: desk([]), [standingPart]: standing(entries(3)) }, '.assignment-judges')(page);
      const problems = [
        fieldProblem('judgeId', 'judge-conflicted'),
        fieldProblem('judgeId', 'judge-at-limit', { limit: 24 }),
      ];
      const refusal = refused('assignment-refused', { problems });
      await refusing(page, 'td:last-child .ant-btn', '**/assignments', refusal);
      await page.locator('[role=dialog] .ant-select').click();
      await page.keyboard.press('Enter');
      await page.locator('[role=dialog] .ant-btn-primary').click();
      await page.locator('[role=dialog] .ant-alert').waitFor();
    },
  },
  {
    ...{ name: 'assignment-conflicted', as: 'organiser', path },
    prepare: async (page) => {
      await page.route(`**/api/v1${part}`, refused('organiser-conflicted'));
      await page.reload();
      await page.locator('[role=alert] .empty-state').waitFor();
    },
  },
];
