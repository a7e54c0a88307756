import { parseDecimal } from '../decimal/parse-decimal.js';
import { Rational } from '../decimal/rational.js';
import { toDecimalString } from '../decimal/to-decimal-string.js';
import type { RankedEntry } from './award-standing.js';

export interface ScoredRank extends RankedEntry {
  /** Decimal string, or a model's double, which counts at 9 decimals; null where there is none. */
  readonly score: string | number | null;
}

/** How near an award line is to another outcome, in points of the final score. */
export interface ScoreMargin {
  readonly after: number;
  /**
   * Points, as a decimal string: an entry below that gains them, or one above that loses them, is tied at the line, and
   * with any more the award changes hands. 0: the line cuts a tie already. Null: nobody stands on one side.
   */
  readonly points: string | null;
  /** Lowest above and highest below the line, all of a tie; both the same where the line cuts it. */
  readonly lastAbove: readonly string[];
  readonly firstBelow: readonly string[];
}

/**
 * The smallest change of one entry's final score that reaches each award line: the gap across it, since all other
 * scores stay.
 *
 * @param rows those without rank or score are left out; ranks follow scores, higher is better
 * @param places of the award lines
 * @throws RangeError where a better rank has a lower score
 */
export function scoreMargins(rows: readonly ScoredRank[], places: readonly number[]): ScoreMargin[] {
  const ranked = rows
    .flatMap(({ entry, rank, score }) => (rank === null || score === null ? [] : [{ entry, rank, score: read(score) }]))
    .sort((left, right) => left.rank - right.rank);
  ranked.forEach(({ entry, score }, at) => {
    const before = ranked[at - 1];
    if (before && before.score.compareTo(score) < 0) throw new RangeError(`${entry} is ranked below its score`);
  });
  const entriesAt = (rank: number | undefined) => ranked.flatMap((row) => (row.rank === rank ? [row.entry] : []));
  return places.map((after) => {
    const [above, below] = [ranked[after - 1], ranked[after]];
    return {
      after,
      points: above && below ? toDecimalString(above.score.minus(below.score)) : null,
      lastAbove: entriesAt(above?.rank),
      firstBelow: entriesAt(below?.rank),
    };
  });
}

function read(score: string | number): Rational {
  if (typeof score === 'string') return parseDecimal(score);
  const text = score.toFixed(9);
  // A negative number that rounds to nothing.
  return Number(text) === 0 ? Rational.zero : parseDecimal(text);
}
