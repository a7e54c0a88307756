import { formatFixed } from '../decimal/format-fixed.js';
import { Rational } from '../decimal/rational.js';
import { roundHalfAwayFromZero } from '../decimal/round-half-away-from-zero.js';
import { toDecimalString } from '../decimal/to-decimal-string.js';
import { mean } from '../statistics/mean.js';
import { meanOfKept } from './mean-of-kept.js';
import type { TableEntry } from './score-table.js';
import type { Aggregate } from './scoring-method.js';
import type { ExactSettings, TallySettings } from './tally-settings.js';

export interface EntryScore {
  /** Before rounding of the total; null when there is too little to score. */
  readonly exact: Rational | null;
  /** Panel score by criterion key, rounded as declared. */
  readonly panelScores: ReadonlyMap<string, Rational>;
  readonly fallback: Aggregate['fallback'];
  /** Some trimming left fewer than three values. */
  readonly leavesFew?: boolean;
  /** Why a method on the whole table gives nobody a score. */
  readonly refusal?: 'judge-lists-differ';
  /** What parts equal scores of a method that has such a figure. */
  readonly tieBreak?: Rational;
  /** The score of a model before it was cut to 9 decimals. */
  readonly modelScore?: number;
}

/**
 * One entry's score.
 * By criterion: each criterion's aggregate, rounded; times its weight, rounded; their sum less the mean of the
 * counted sheets' deductions, which are not trimmed. By sheet: the aggregate of the sheets' totals, with the plain
 * mean of each criterion beside it.
 *
 * @param totals from `sheetTotals`; sheets without a total are not counted
 */
export function entryScore(
  entry: TableEntry,
  factors: ReadonlyMap<number, Rational>,
  totals: readonly (Rational | null)[],
  settings: ExactSettings,
): EntryScore {
  if (entry.sheets.length === 0) return { exact: null, panelScores: new Map(), fallback: null };
  return settings.byCriterion ? scoreByCriterion(entry, factors, settings) : scoreBySheet(entry, totals, settings);
}

function scoreByCriterion(
  entry: TableEntry,
  factors: ReadonlyMap<number, Rational>,
  { method, options, rounding, criteria }: ExactSettings,
): EntryScore {
  const panelScores = new Map<string, Rational>();
  let exact: Rational | null = Rational.zero;
  let fallback: Aggregate['fallback'] = null;
  let leavesFew = false;
  for (const index of entry.applicable) {
    // Never empty: some judge scored it, and where sheets were excluded those left are complete.
    const scores = scoresOf(entry, index);
    const panel = meanOfKept(scores, method.kept(scores.length, options));
    fallback ??= panel.fallback;
    leavesFew ||= panel.leavesFew ?? false;
    if (panel.value === null) {
      exact = null;
      continue;
    }
    const panelScore = rounded(panel.value, rounding.criterion);
    panelScores.set(criteria[index]?.key ?? '', panelScore);
    const weighted = rounded(panelScore.times(factors.get(index) ?? Rational.zero), rounding.weightedCriterion);
    exact = exact?.plus(weighted) ?? null;
  }
  const deduction = mean(entry.sheets.map((sheet) => sheet.deduction));
  return { exact: exact?.minus(deduction) ?? null, panelScores, fallback, leavesFew };
}

function scoreBySheet(entry: TableEntry, totals: readonly (Rational | null)[], settings: ExactSettings): EntryScore {
  const counted = totals.filter((total) => total !== null);
  const panelScores = panelMeans(entry, settings);
  if (counted.length === 0) return { exact: null, panelScores, fallback: null };
  const { value, ...applied } = meanOfKept(counted, settings.method.kept(counted.length, settings.options));
  return { exact: value, panelScores, ...applied };
}

/** Plain mean of each criterion's scores, shown beside a score that is made of whole sheets. */
export function panelMeans(entry: TableEntry, { criteria }: Pick<TallySettings, 'criteria'>): Map<string, Rational> {
  return new Map(
    entry.applicable.flatMap((index) => {
      const values = scoresOf(entry, index);
      return values.length > 0 ? [[criteria[index]?.key ?? '', mean(values)] as const] : [];
    }),
  );
}

function scoresOf(entry: TableEntry, index: number): Rational[] {
  const scores: Rational[] = [];
  for (const sheet of entry.sheets) {
    const score = sheet.scores[index];
    if (score) scores.push(score);
  }
  return scores;
}

/** Rounds where places are declared, else leaves the exact value. */
export function rounded(value: Rational, places: number | undefined): Rational {
  return places === undefined ? value : roundHalfAwayFromZero(value, places);
}

/** Prints with the declared places, else the shortest decimal. */
export function print(value: Rational, places: number | undefined): string {
  return places === undefined ? toDecimalString(value) : formatFixed(value, places);
}

/** An entry's panel scores as they are published. */
export function printPanelScores({ panelScores }: EntryScore, { rounding }: TallySettings): Record<string, string> {
  return Object.fromEntries([...panelScores].map(([key, score]) => [key, print(score, rounding.criterion)]));
}
