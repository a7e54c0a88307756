import type { Page } from 'playwright-core';
import { titleOf } from '../builders/analysis-answers.js';
import type { DemoFacts, Screen } from './screen.js';

const path = ({ closedStage }: DemoFacts) => `/organiser/stages/${closedStage}/ranking`;

type Row = Readonly<Record<string, unknown>>;

const unrankedReasons = [
  'below-panel-floor',
  'too-few-scores-to-trim',
  'previous-stage-score-missing',
  'public-score-missing',
  'components-not-comparable',
  'judge-lists-differ',
];
/** Ties that were settled, that wait for people, and that nothing settles. */
const ties = [
  { size: 2, resolvedBy: 'highest-weight-criterion', nextStep: null },
  { size: 2, resolvedBy: null, nextStep: 'panel-vote' },
  { size: 3, resolvedBy: null, nextStep: null },
];

/** The tie in which the entry at this place stands, and the first place of it; from every fourth of seven on. */
function tieAt(index: number, count: number) {
  const first = index - (index % 7) + 3;
  const tie = ties[Math.floor(index / 7) % ties.length];
  return tie && index >= first && index < first + tie.size && first + tie.size <= count ? { tie, first } : null;
}

/** Places by falling score; where a tie is not settled, all of it has one rank. */
function ranked(count: number): Row[] {
  return Array.from({ length: count }, (_, index) => {
    const { tie = null, first = index } = tieAt(index, count) ?? {};
    const rank = tie !== null && tie.resolvedBy === null ? first + 1 : index + 1;
    return {
      ...{ rank, entryNumber: 1 + ((index * 37) % 1763), title: titleOf(index), sheets: 7, reason: null },
      ...{ score: (96 - first / 40).toFixed(2), tie, criteria: {} },
    };
  });
}

const unranked: readonly Row[] = unrankedReasons.map((reason, index) => ({
  ...{ rank: null, entryNumber: 1800 + index, title: titleOf(index + 3), sheets: 2, reason },
  ...{ score: null, tie: null, criteria: {} },
}));

/** The page where the server answers these rows, fifty at a time. */
const answerWith = (rows: readonly Row[]) => async (page: Page) => {
  await page.route(/\/ranking(\?|$)/, (route) => {
    if (route.request().resourceType() === 'document') return route.fallback();
    const from = Number(new URL(route.request().url()).searchParams.get('cursor') ?? '0');
    const nextCursor = from + 50 < rows.length ? String(from + 50) : null;
    return route.fulfill({ json: { run: {}, rows: rows.slice(from, from + 50), nextCursor } });
  });
  await page.reload();
  await page.locator('.data-table').waitFor();
};

const withRows = (name: string, rows: readonly Row[]): Screen => ({
  ...{ name: `ranking-${name}`, as: 'organiser', path },
  prepare: answerWith(rows),
});

/** A stage's ranking, from none to a whole contest's. */
export const rankingScreens: readonly Screen[] = [
  { name: 'ranking', as: 'organiser', path },
  withRows('16', ranked(16)),
  withRows('30', ranked(30)),
  withRows('1763', ranked(1763)),
  withRows('unranked', [...ranked(4), ...unranked]),
  withRows('empty', []),
];
