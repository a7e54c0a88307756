import { parseDecimal } from '../decimal/parse-decimal.js';
import type { Rational } from '../decimal/rational.js';
import { toDecimalString } from '../decimal/to-decimal-string.js';
import { standardDeviation } from '../statistics/standard-deviation.js';
import type { AnalysedStage } from './analysed-stage.js';
import { shown, withheld } from './analysis-figure.js';
import { groupedBy } from './grouped-by.js';
import type { EntryGap, Gaps } from './open-analysis.js';

/** Times the median standard deviation from which on an entry's judges count as apart. */
export const gapFactor = 1.5;

/** Entries of two sheets or more below which a median says too little. */
export const gapFloor = 5;

type Spread = Omit<EntryGap, 'isFlagged' | 'range'> & { readonly range: Rational };

/**
 * Entries whose judges differ most, for re-review: the range and the standard deviation (divisor n − 1) of their
 * sheets' totals, and nothing of how high these are. An entry is flagged from the range that the rules name on, else
 * from 1.5 times the median of the stage's standard deviations on; both are this project's convention.
 */
export function scoreGaps(stage: AnalysedStage): Gaps {
  const spreads = entrySpreads(stage);
  const points = stage.rules.analysis?.gapThreshold;
  if (points !== undefined) {
    const least = parseDecimal(points);
    return gaps(shown({ by: 'rules', points: least.toNumber() }), spreads, ({ range }) => range.compareTo(least) >= 0);
  }
  if (spreads.length < gapFloor) {
    return gaps(withheld('too-few-entries', gapFloor, spreads.length), spreads, () => false);
  }
  const least = gapFactor * middle(spreads.map(({ standardDeviation: deviation }) => deviation));
  if (least === 0) return gaps(withheld('no-differences'), spreads, () => false);
  return gaps(shown({ by: 'median', points: least }), spreads, (spread) => spread.standardDeviation >= least);
}

function gaps(threshold: Gaps['threshold'], spreads: readonly Spread[], isFlagged: (spread: Spread) => boolean): Gaps {
  const entries = spreads.map((spread) => ({
    ...spread,
    range: toDecimalString(spread.range),
    isFlagged: isFlagged(spread),
  }));
  return { threshold, flagged: entries.filter((row) => row.isFlagged).length, entries };
}

function entrySpreads({ totals, indexOf }: AnalysedStage): Spread[] {
  const byEntry = groupedBy(totals, ({ entry }) => entry);
  return [...byEntry].flatMap(([entry, sheets]) => {
    if (sheets.length < 2) return [];
    const values = sheets.map(({ total }) => total);
    const [lowest, highest] = extremes(values);
    return [
      {
        entry: indexOf.get(entry) ?? 0,
        sheets: sheets.length,
        range: highest.minus(lowest),
        standardDeviation: standardDeviation(values),
      },
    ];
  });
}

/** @param values at least one */
export function extremes(values: readonly Rational[]): [Rational, Rational] {
  let [lowest, highest] = [values[0]!, values[0]!];
  for (const value of values) {
    if (value.compareTo(lowest) < 0) lowest = value;
    if (value.compareTo(highest) > 0) highest = value;
  }
  return [lowest, highest];
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const [lower, upper] = [sorted[Math.floor((sorted.length - 1) / 2)]!, sorted[Math.floor(sorted.length / 2)]!];
  return (lower + upper) / 2;
}
