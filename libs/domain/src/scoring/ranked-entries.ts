import type { Rational } from '../decimal/rational.js';
import { toDecimalString } from '../decimal/to-decimal-string.js';
import { compareCodePoints } from '../identifier/compare-code-points.js';
import { rankEntries, type RankConvention } from '../ranking/rank-entries.js';
import { print, rounded } from './entry-score.js';
import { exactFraction } from './exact-fraction.js';
import type { TallyEntry } from './tally-result.js';

/** An entry with its score as a fraction; null when insufficient. */
export interface UnrankedEntry extends Omit<TallyEntry, 'outcome' | 'score' | 'exact' | 'rank' | 'tieBreak'> {
  readonly exact: Rational | null;
  readonly tieBreak?: Rational;
}

export interface RankingSettings {
  /** Decimals of the figure that is ranked; undefined for none. */
  readonly places: number | undefined;
  readonly ties?: RankConvention;
  /** False: scores are shown and ranks are withheld. */
  readonly isComparable: boolean;
}

interface FiguredEntry {
  readonly entry: UnrankedEntry;
  readonly figure: Rational;
}

/** By rank on the rounded score, then on the method's own tie-break; then by id, which parts nobody. Insufficient last. */
export function rankedEntries(
  entries: readonly UnrankedEntry[],
  { places, ties, isComparable }: RankingSettings,
): TallyEntry[] {
  const figured = entries.flatMap((entry) => (entry.exact ? [{ entry, figure: rounded(entry.exact, places) }] : []));
  const insufficient = entries
    .filter(({ exact }) => exact === null)
    .map((entry) => tallyEntry(entry, { outcome: 'insufficient', score: null, rank: null }));
  if (!isComparable) {
    const shown = figured.map(({ entry, figure }) =>
      tallyEntry(entry, { outcome: 'not-comparable', score: print(figure, places), rank: null }),
    );
    return [...shown, ...insufficient];
  }
  figured.sort((a, b) => compareFigures(b, a) || compareCodePoints(a.entry.entry, b.entry.entry));
  const ranks = rankEntries(figured, (a, b) => compareFigures(a, b) === 0, ties);
  const ranked = figured.map(({ entry, figure }, index) =>
    tallyEntry(entry, { outcome: 'ranked', score: print(figure, places), rank: ranks[index] ?? null }),
  );
  return [...ranked, ...insufficient];
}

/** Ascending. */
function compareFigures(left: FiguredEntry, right: FiguredEntry): number {
  return left.figure.compareTo(right.figure) || compareTieBreaks(left.entry.tieBreak, right.entry.tieBreak);
}

/** Ascending; a method gives all of its entries a tie-break, or none. */
export function compareTieBreaks(left: Rational | undefined, right: Rational | undefined): number {
  return left && right ? left.compareTo(right) : 0;
}

function tallyEntry(
  { exact, tieBreak, ...entry }: UnrankedEntry,
  place: Pick<TallyEntry, 'outcome' | 'score' | 'rank'>,
): TallyEntry {
  return {
    ...entry,
    ...place,
    exact: exact && exactFraction(exact),
    standardError: exact ? entry.standardError : null,
    ...(tieBreak ? { tieBreak: toDecimalString(tieBreak) } : {}),
  };
}
