import type { Page, Route } from 'playwright-core';
import { fieldProblem } from '#domain';
import { answering, at, id, later, long, refused, type Schemas } from './answers.js';
import { inventedAssignment } from './assignment-state.js';
import type { DemoFacts, Screen } from './screen.js';

const path = ({ openStage }: DemoFacts) => `/organiser/stages/${openStage}/assignment`;
const both = (text: string) => ({ zh: text, en: text });
const small = inventedAssignment({ entries: 24, judges: 12, wanted: 3 });
const crowded = inventedAssignment({ entries: 120, judges: 120, wanted: 9, isLong: true });
type Invented = ReturnType<typeof inventedAssignment>;

const parameters: Schemas['AssignmentParametersDto'] = {
  ...{ judgesWanted: 3, kindsWanted: [{ kind: 'technology', atLeast: 1 }], mostPerEmployer: 1, existing: 'keep' },
  ...{ withSubstitutes: false, weights: { expertise: 100, preference: 120, ownLanguage: 20, kept: 400 } },
  ...{ seed: '7f3a9c0152bd4e68', onlyJudges: [], onlyPanels: [] },
};
const run = (
  state: Schemas['AssignmentRunDto']['state'],
  number = 3,
  of: Invented = small,
): Schemas['AssignmentRunDto'] => ({
  ...{ id: id(number), number, state, parameters, requestedBy: '王小明 Wang Xiaoming', requestedAt: at },
  fault: state === 'failed' ? 'error' : state === 'stopped' ? 'time' : null,
  size: state === 'pending' ? null : { entries: of.entries, judges: of.able, conflicts: 5, standing: of.standing },
  startedAt: state === 'pending' ? null : at,
  finishedAt: state === 'pending' || state === 'running' ? null : later,
  ...(state === 'applied' || state === 'discarded'
    ? { endedBy: long.person, endedAt: later }
    : { endedBy: null, endedAt: null }),
  planHash: state === 'planned' || state === 'applied' ? '0123456789abcdef'.repeat(4) : null,
  seconds: state === 'pending' ? null : 12,
});
const panels: Schemas['DeskPanelDto'][] = [
  { id: id(501), name: { zh: '第一评审组', en: 'Panel 1' }, judges: 6 },
  { id: id(502), name: { zh: '第二评审组', en: 'Panel 2' }, judges: 6 },
];
const desk = (
  runs: Schemas['AssignmentRunDto'][],
  more: Partial<Schemas['AssignmentDeskDto']> = {},
): Schemas['AssignmentDeskDto'] => ({
  stage: { key: 'online-review', name: { zh: '网络评审', en: 'Online review' } },
  edition: { slug: 'goe-open', isDemo: true, name: { zh: '全球卓越工程师大赛', en: 'Global Outstanding Engineers' } },
  ...{ isClosed: false, proposed: parameters, entries: small.entries, entriesBelow: small.entriesBelow },
  ...{ assignments: small.standing, judges: small.judges, runs, panels },
  ...more,
});
const limited = { ...parameters, onlyJudges: [id(0), id(1), id(2)], onlyPanels: [id(501)] };
const figures: Schemas['PlanFiguresDto'] = {
  ...{
    places: small.places,
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
  ...{ changes: small.changes, leastLoad: small.leastLoad, mostLoad: small.mostLoad, judges: small.judges },
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
const many = Array.from({ length: 20 }, (_, index) => ({ number: 101 + index, title: long.title }));
const infeasible = preview({
  ...{ run: run('infeasible'), quality: null, figures: null },
  findings: [
    finding('entry-short', { wanted: 3, eligible: 2, conflicts: 3, language: 1 }),
    finding('kind-short', { wanted: 1, eligible: 0, conflicts: 1, language: 0 }, { kind: 'venture-capital' }),
    finding('employer-bound', { wanted: 3, most: 1, possible: 2 }),
    finding('capacity-short', { wanted: 72, capacity: 60, short: 12 }, { entries: [], judges: [] }),
    finding(
      'group-short',
      { wanted: 60, capacity: 36, elsewhere: 12, short: 12 },
      { entries: many, judges: Array.from({ length: 4 }, () => long.person) },
    ),
    finding('judge-idle', { least: 10, eligible: 4 }, { entries: [] }),
  ],
  ...{ findingCount: 12, relaxationCount: 5 },
  relaxations: [
    finding('raise-most', { from: 10, to: 12 }),
    finding('lower-least', { from: 10, to: 4 }),
    finding('fewer-judges', { from: 3, to: 2 }),
    finding('fewer-of-kind', { from: 1, to: 0 }, { kind: 'venture-capital' }),
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
    [plannedPart]: small.planned,
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
        [part]: desk([], { entries: 0, entriesBelow: 0, assignments: 0, judges: [] }),
        [standingPart]: { entries: [], total: 0 } satisfies Schemas['AssignedEntriesDto'],
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
        [standingPart]: small.held,
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
          Array.from({ length: 20 }, (_, index) => run(index === 0 ? 'planned' : 'discarded', 20 - index, crowded)),
          {
            ...{ entries: crowded.entries, entriesBelow: crowded.entriesBelow, assignments: crowded.standing },
            ...{ judges: crowded.judges, proposed: { ...parameters, judgesWanted: 9 } },
          },
        ),
        [previewPart]: preview({
          ...{ run: run('planned', 20, crowded), judges: crowded.judges, changes: crowded.changes },
          ...{ leastLoad: crowded.leastLoad, mostLoad: crowded.mostLoad },
          figures: { ...figures, places: crowded.places, parts: 3 },
          quality: { ...quality, unevenPlaces: 214 },
          findings: [finding('begun-conflict', {}, { entries: [many[0] ?? { number: 1, title: '' }] })],
          findingCount: 1,
        }),
        [plannedPart]: crowded.planned,
      },
      '.assignment-judges',
    ),
  },
  {
    ...{ name: 'assignment-infeasible', as: 'organiser', path },
    prepare: answering(
      { [part]: desk([run('infeasible')]), [previewPart]: infeasible, [standingPart]: small.held },
      '.assignment-findings',
    ),
  },
  {
    ...{ name: 'assignment-limited', as: 'organiser', path },
    prepare: async (page) => {
      const asked = { ...run('infeasible'), parameters: limited };
      const why = finding('plan-limited', { chosen: 3, others: 3 }, { entries: [], judges: [] });
      await answering(
        {
          [part]: desk([asked], { proposed: limited }),
          [previewPart]: { ...infeasible, run: asked, findings: [why, ...infeasible.findings] },
          [standingPart]: small.held,
        },
        '.assignment-findings',
      )(page);
      await page.locator('.assignment-chosen summary').click();
    },
  },
  {
    ...{ name: 'assignment-failed', as: 'organiser', path },
    prepare: answering(
      { [part]: desk([run('failed'), run('stopped', 2)]), [standingPart]: small.held },
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
      await answering({ [part]: desk([]), [standingPart]: small.held }, '.assignment-judges')(page);
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
