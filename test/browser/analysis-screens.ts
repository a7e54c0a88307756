import type { Page } from 'playwright-core';
import { type AnalysisAnswers, analysisAnswers } from '../builders/analysis-answers.js';
import type { DemoFacts, Screen } from './screen.js';

/** Stages of the sizes that contests have: a final, a larger final, a whole contest with five judges an entry. */
const shapes = {
  16: { entries: 16, judges: 7, seed: 16 },
  30: { entries: 30, judges: 7, seed: 30 },
  1763: { entries: 1763, judges: 300, panel: 5, seed: 1763 },
} as const;
type Size = keyof typeof shapes;
const sizes = [16, 30, 1763] as const satisfies readonly Size[];

const views = [
  'lines',
  'methods',
  'scores',
  'judges',
  'sensitivity',
  'heat-map',
  'coverage',
  'gaps',
  'scale-use',
] as const;

/** Entries that a person has picked out, or places far down the list. */
const picks: { readonly [View in (typeof views)[number]]?: { readonly [Of in Size]?: string } } = {
  methods: { 30: '&pick=3.5' },
  scores: { 1763: '&pick=900' },
};

const computed = new Map<Size, AnalysisAnswers>();

/** Computed when first asked for: the largest takes half a minute. */
function answersFor(size: Size): AnalysisAnswers {
  const known = computed.get(size) ?? analysisAnswers(shapes[size]);
  computed.set(size, known);
  return known;
}

const pathTo =
  (query = '') =>
  ({ closedStage }: DemoFacts) =>
    `/organiser/stages/${closedStage}/analysis${query}`;

/** The page as it is where the server answers this. */
async function answerWith(page: Page, analysis: unknown, heatMap: unknown = {}): Promise<void> {
  await page.route('**/api/v1/stages/*/analysis', (route) => route.fulfill({ json: analysis }));
  await page.route('**/api/v1/stages/*/analysis/heat-map', (route) => route.fulfill({ json: heatMap }));
  await page.reload();
  await page.locator('.page-lead').waitFor();
  await page.locator('.shape').first().waitFor({ state: 'detached' });
}

function frozen(size: Size, view: string, query = ''): Screen {
  const name = `analysis-${view}-${size}${query.startsWith('&as=table') ? '-table' : ''}`;
  return {
    name,
    as: 'organiser',
    path: pathTo(`?view=${view}${query}`),
    prepare: async (page) => {
      const { frozen: analysis, heatMap } = answersFor(size);
      await answerWith(page, analysis, heatMap);
    },
  };
}

function inState(name: string, answer: () => unknown): Screen {
  return {
    name: `analysis-${name}`,
    as: 'organiser',
    path: pathTo(),
    prepare: (page) => answerWith(page, answer()),
  };
}

const nothing = { sections: [], closed: null, open: { coverage: null, gaps: null, scaleUse: null }, hash: null };

/** The analysis page before its list is frozen and after, in every part, with small and large stages. */
export const analysisScreens: readonly Screen[] = [
  {
    name: 'analysis',
    as: 'organiser',
    path: pathTo(),
    // The worker computes it meanwhile, and the page asks again by itself.
    prepare: (page) => page.locator('.line-card, .withheld').first().waitFor({ timeout: 120_000 }),
  },
  inState('closed', () => answersFor(16).open(['coverage'])),
  {
    name: 'analysis-open-gaps',
    as: 'organiser',
    path: pathTo('?view=gaps'),
    prepare: (page) => answerWith(page, answersFor(30).open(['coverage', 'gaps', 'scale-use'])),
  },
  inState('computing', () => ({ ...answersFor(16).frozen, ...nothing, state: 'computing' })),
  inState('failed', () => ({
    ...{ ...answersFor(16).frozen, ...nothing },
    ...{ state: 'failed', failure: 'tally-option-invalid {"option":"method.key"}' },
  })),
  inState('no-run', () => ({ ...answersFor(16).frozen, ...nothing, state: 'computing', run: null, entries: [] })),
  ...views.flatMap((view) => sizes.map((size) => frozen(size, view, picks[view]?.[size]))),
  frozen(30, 'methods', '&as=table'),
  frozen(1763, 'heat-map', '&as=table'),
];
