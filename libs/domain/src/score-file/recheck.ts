import { formatFixed } from '../decimal/format-fixed.js';
import { parseDecimal } from '../decimal/parse-decimal.js';
import { Rational } from '../decimal/rational.js';
import type { RankConvention } from '../ranking/rank-entries.js';
import { tally } from '../scoring/tally.js';
import type { ExactFraction, TallyEntry, TallyWarning } from '../scoring/tally-result.js';
import type { TrimFallback } from '../scoring/method-options.js';
import { isFullDouble, placesOf, publishedPlaces } from './published-places.js';
import type { FileEntry, ScoreFile } from './score-file.js';

/** The rule by which an office says it computed its list. */
export interface RecheckRule {
  readonly method: 'mean' | 'median' | 'trimmed-mean';
  /** Highest and lowest scores dropped, for `trimmed-mean`. */
  readonly trim: number;
  /** Fewest scores that are trimmed; below it the fallback counts. */
  readonly trimMinimum: number;
  readonly trimFallback: TrimFallback;
  /** Decimal places of the score, 四舍五入; null: not rounded. */
  readonly places: number | null;
  readonly ties: RankConvention;
}

/** Which of an entry's scores the trimmed mean leaves out, by index of the judge. */
export type Dropped = 'highest' | 'lowest' | null;

export interface RecheckedEntry extends FileEntry {
  /**
   * Decimal string, at the rule's places; without rounding, at those of the published score. Null where there is too
   * little to compute.
   */
  readonly computedScore: string | null;
  /** The published score at the places of the computed one. */
  readonly comparedScore: string | null;
  readonly computedRank: number | null;
  /** By index of the judge; all null for methods that drop nothing. */
  readonly dropped: readonly Dropped[];
  /**
   * The office's figure is there and differs in value: 85.6 equals 85.60. A spreadsheet holds more digits than it
   * shows, so a longer figure is rounded to the places of the computed one first.
   */
  readonly scoreDiffers: boolean;
  readonly rankDiffers: boolean;
}

export interface Recheck {
  /** In order of the file. */
  readonly entries: readonly RecheckedEntry[];
  /** Published figures compared, and how many of them differ. */
  readonly compared: number;
  readonly differing: number;
  readonly warnings: readonly TallyWarning[];
}

/**
 * Computes an office's list again by the rule it states, and marks each published figure that differs.
 *
 * @throws DomainError as `tally`
 */
export function recheck(file: ScoreFile, rule: RecheckRule): Recheck {
  const { method, places, ties } = rule;
  const trims = method === 'trimmed-mean';
  const { trim, trimMinimum, trimFallback } = rule;
  const { entries, warnings } = tally({
    sheets: file.sheets,
    criteria: file.criteria.map((key) => ({ key, factor: '1' })),
    method,
    options: { ...(trims ? { trim, trimMinimum, trimFallback } : {}), missing: 'exclude-sheet' },
    rounding: places === null ? {} : { total: places },
    ties,
    entries: file.entries.map(({ entry }) => entry),
  });
  const computed = new Map(entries.map((entry) => [entry.entry, entry]));
  const published = publishedPlaces(file.entries);
  const checked = file.entries.map((entry) => recheckedEntry(entry, computed.get(entry.entry), { rule, published }));
  const compared = checked.flatMap(({ publishedScore, publishedRank, scoreDiffers, rankDiffers }) => [
    ...(publishedScore === null ? [] : [scoreDiffers]),
    ...(publishedRank === null ? [] : [rankDiffers]),
  ]);
  return {
    entries: checked,
    compared: compared.length,
    differing: compared.filter((differs) => differs).length,
    warnings,
  };
}

interface Comparison {
  readonly rule: RecheckRule;
  /** Decimals of the published scores. */
  readonly published: number | null;
}

function recheckedEntry(
  entry: FileEntry,
  computed: TallyEntry | undefined,
  { rule, published }: Comparison,
): RecheckedEntry {
  const { score = null, exact = null, rank = null } = computed ?? {};
  const own = entry.publishedScore;
  const places = rule.places ?? (own !== null && isFullDouble(own) ? placesOf(own) : published);
  const computedScore = rule.places !== null || exact === null || places === null ? score : fixed(exact, places);
  const comparedScore = own === null || places === null ? own : formatFixed(parseDecimal(own), places);
  return {
    ...entry,
    computedScore,
    comparedScore,
    computedRank: rank,
    dropped: droppedScores(entry.scores, rule),
    scoreDiffers: differs(comparedScore, computedScore),
    rankDiffers: differs(entry.publishedRank, rank === null ? null : String(rank)),
  };
}

function fixed({ numerator, denominator }: ExactFraction, places: number): string {
  return formatFixed(Rational.of(BigInt(numerator), BigInt(denominator)), places);
}

function differs(published: string | null, computed: string | null): boolean {
  if (published === null) return false;
  return computed === null || !parseDecimal(published).equals(parseDecimal(computed));
}

/**
 * Of equal extremes the first in order of the columns is struck: exactly `trim` at each end, whichever is named.
 */
function droppedScores(scores: readonly (string | null)[], rule: RecheckRule): Dropped[] {
  const dropped = scores.map((): Dropped => null);
  if (rule.method !== 'trimmed-mean') return dropped;
  const given = scores.flatMap((score, index) => (score === null ? [] : [{ index, value: parseDecimal(score) }]));
  if (given.length < rule.trimMinimum) return dropped;
  const ascending = [...given].sort((left, right) => left.value.compareTo(right.value) || left.index - right.index);
  for (const { index } of ascending.slice(0, rule.trim)) dropped[index] = 'lowest';
  // Equal highest ones stand in column order too: the first of them is struck, unless it is the lowest already.
  const descending = [...given]
    .sort((left, right) => right.value.compareTo(left.value) || left.index - right.index)
    .filter(({ index }) => dropped[index] === null);
  for (const { index } of descending.slice(0, rule.trim)) dropped[index] = 'highest';
  return dropped;
}
