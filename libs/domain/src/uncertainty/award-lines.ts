import type { ScoreEstimate } from '../scoring/score-estimate.js';
import { twoSidedQuantile } from '../statistics/normal-distribution.js';
import { probabilityAbove } from './probability-above.js';
import { scoredEntries } from './scored-entries.js';

/** How sure the order is at a line drawn after a number of places. */
export interface AwardLine {
  /** The place above the line. */
  readonly after: number;
  /** Score of the last above less that of the first below, at least 0; null where nobody is below. */
  readonly gap: number | null;
  /** Of the gap; null where it is withheld or nobody is below. */
  readonly standardError: number | null;
  /** Φ(−gap / standard error): that the first below is truly the better one; ½ for a tie without error. */
  readonly probabilityReversed: number | null;
  /** Entries that could belong above the line, highest score first; null where the line's own error is withheld. */
  readonly candidates: readonly string[] | null;
}

/** The entries on either side of a line, all that share the score there. */
interface Edges {
  readonly above: readonly number[];
  readonly below: readonly number[];
}

/**
 * What is known at each award line. Candidates are the entries whose score is not significantly below that of the entry
 * at the line, the last above: a_line − a_i ≤ z · se(line, i) with the two-sided normal quantile z, each test alone at
 * the stated confidence. All entries above the line by score are among them; below it an entry whose error is withheld
 * is not, because nothing can be said of it.
 *
 * Entries of equal score share their side of the line: the pair across it with the largest error is the one reported,
 * so that a tie is never parted by id. Entries without a score are not ranked.
 *
 * @param places after which lines are drawn, each at least 1; the result is in their order
 * @param confidence in (0, 1)
 * @throws RangeError for a place that is no count from 1, or a confidence outside (0, 1).
 * @example awardLines(estimate, [3, 8]) // [{ after: 3, gap: 0.16, standardError: 0.21, probabilityReversed: 0.22, … }]
 */
export function awardLines(estimate: ScoreEstimate, places: readonly number[], confidence = 0.95): AwardLine[] {
  const quantile = twoSidedQuantile(confidence);
  const scored = scoredEntries(estimate);
  return places.map((after) => {
    if (!Number.isInteger(after) || after < 1) throw new RangeError(`a line is drawn after a place, not ${after}`);
    return awardLine(estimate, scored, { after, quantile });
  });
}

function awardLine(
  estimate: ScoreEstimate,
  scored: Int32Array,
  { after, quantile }: { readonly after: number; readonly quantile: number },
): AwardLine {
  if (after >= scored.length) {
    const candidates = Array.from(scored, (entry) => estimate.entries[entry] ?? '');
    return { after, gap: null, standardError: null, probabilityReversed: null, candidates };
  }
  const scoreOf = (entry: number) => estimate.scores[entry] as number;
  const edges = edgesOfLine(estimate, scored, after);
  const gap = scoreOf(scored[after - 1] as number) - scoreOf(scored[after] as number);
  const error = largestError(estimate, edges);
  if (error === null) return { after, gap, standardError: null, probabilityReversed: null, candidates: null };
  return {
    after,
    gap,
    standardError: error,
    probabilityReversed: probabilityAbove(-gap, error),
    candidates: candidatesOf(estimate, scored, { edges, after, quantile }),
  };
}

function edgesOfLine({ scores }: ScoreEstimate, scored: Int32Array, after: number): Edges {
  const withScore = (score: number | undefined) => Array.from(scored).filter((entry) => scores[entry] === score);
  return {
    above: withScore(scores[scored[after - 1] as number]),
    below: withScore(scores[scored[after] as number]),
  };
}

/** Null where any of the errors is withheld. */
function largestError({ differenceError }: ScoreEstimate, { above, below }: Edges): number | null {
  let largest = 0;
  for (const left of above) {
    for (const right of below) {
      const error = differenceError(left, right);
      if (Number.isNaN(error)) return null;
      largest = Math.max(largest, error);
    }
  }
  return largest;
}

function candidatesOf(
  { entries, scores, differenceError }: ScoreEstimate,
  scored: Int32Array,
  { edges, after, quantile }: { readonly edges: Edges; readonly after: number; readonly quantile: number },
): string[] {
  const lineScore = scores[scored[after - 1] as number] as number;
  const couldReach = (entry: number) =>
    edges.above.some((line) => lineScore - (scores[entry] as number) <= quantile * differenceError(line, entry));
  return Array.from(scored)
    .filter((entry) => (scores[entry] as number) >= lineScore || couldReach(entry))
    .map((entry) => entries[entry] ?? '');
}
