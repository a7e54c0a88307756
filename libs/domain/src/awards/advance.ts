import { parseDecimal } from '../decimal/parse-decimal.js';
import { Rational } from '../decimal/rational.js';
import { compareCodePoints } from '../identifier/compare-code-points.js';

export interface AdvanceEntry {
  readonly entry: string;
  /** Standard competition rank within its group; null for an entry that is not ranked. */
  readonly rank: number | null;
  /** Panel, track or field group whose quota it fills; absent: one quota for all. */
  readonly group?: string;
}

export interface AdvanceInput {
  readonly ranked: readonly AdvanceEntry[];
  readonly by: 'number' | 'ratio';
  /** A count, or a ratio above 0 and at most 1 of all entries of the group, rounded up; decimal string. */
  readonly value: string;
  /** How many of the following places are kept as reserves (0), to be promoted in order (递补). */
  readonly reserve?: number;
}

export interface GroupAdvancement {
  readonly group: string;
  readonly quota: number;
  /** By rank, then id. More than the quota when a tie at the cut lets all of it through. */
  readonly advanced: readonly string[];
  readonly reserves: readonly string[];
  readonly remaining: readonly string[];
  /** The entries that share the last advancing rank although the quota ends among them. */
  readonly tieAtCut: readonly string[];
  /** Places of the quota that no ranked entry fills. */
  readonly vacant: number;
}

/**
 * Who goes to the next stage, group by group. An unresolved tie at the cut advances both: nobody is left out by
 * the order of rows. Entries without a rank never advance.
 *
 * @throws RangeError when `value` is no count, or no ratio above 0 and at most 1.
 */
export function advance(input: AdvanceInput): GroupAdvancement[] {
  const byGroup = new Map<string, AdvanceEntry[]>();
  for (const row of input.ranked) {
    const group = row.group ?? '';
    byGroup.set(group, [...(byGroup.get(group) ?? []), row]);
  }
  return [...byGroup]
    .sort(([left], [right]) => compareCodePoints(left, right))
    .map(([group, rows]) => advanceGroup(group, rows, input));
}

function advanceGroup(group: string, rows: readonly AdvanceEntry[], input: AdvanceInput): GroupAdvancement {
  const quota = quotaOf(input, rows.length);
  const ranked = rows.filter(isRanked).sort((a, b) => a.rank - b.rank || compareCodePoints(a.entry, b.entry));
  const reserveEnd = quota + (input.reserve ?? 0);
  // A rank of a tie is that of its first place, so a tie that begins within the quota is wholly within it.
  const advanced = ranked.filter((row) => row.rank <= quota);
  const reserves = ranked.filter((row) => row.rank > quota && row.rank <= reserveEnd);
  const lastRank = advanced.at(-1)?.rank;
  return {
    group,
    quota,
    advanced: advanced.map((row) => row.entry),
    reserves: reserves.map((row) => row.entry),
    remaining: [
      ...ranked.filter((row) => row.rank > Math.max(quota, reserveEnd)),
      ...rows.filter((row) => !isRanked(row)).sort((a, b) => compareCodePoints(a.entry, b.entry)),
    ].map((row) => row.entry),
    tieAtCut: advanced.length > quota ? advanced.filter((row) => row.rank === lastRank).map((row) => row.entry) : [],
    vacant: Math.max(0, quota - ranked.length),
  };
}

function isRanked(row: AdvanceEntry): row is AdvanceEntry & { readonly rank: number } {
  return row.rank !== null;
}

/** Places of a group of so many entries. */
export function quotaOf({ by, value }: Pick<AdvanceInput, 'by' | 'value'>, entries: number): number {
  const amount = parseDecimal(value);
  if (by === 'number') {
    if (amount.isNegative || amount.numerator % amount.denominator !== 0n) throw new RangeError(`no count: ${value}`);
    return Number(amount.numerator / amount.denominator);
  }
  if (amount.compareTo(Rational.zero) <= 0 || amount.compareTo(Rational.one) > 0) {
    throw new RangeError(`no ratio above 0 and at most 1: ${value}`);
  }
  const places = amount.times(Rational.of(entries));
  // Rounded up: a small group must not lose its only place to rounding.
  return Number((places.numerator + places.denominator - 1n) / places.denominator);
}
