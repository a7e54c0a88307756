import type { ScoreEstimate } from '../scoring/score-estimate.js';
import { twoSidedQuantile } from '../statistics/normal-distribution.js';
import { scoredEntries } from './scored-entries.js';

/**
 * Entries above an award line that could belong below it: those whose score is not significantly above that of the
 * first below, by the two-sided test with which `awardLines` finds the candidates. Together with the candidates below
 * the line they are what a second look should be about.
 *
 * @param after places above the line
 * @param confidence in (0, 1)
 * @returns ids, highest score first; none where nobody is below or the errors are withheld.
 * @throws RangeError for a confidence outside (0, 1).
 */
export function entriesAtRisk(estimate: ScoreEstimate, after: number, confidence = 0.95): string[] {
  const quantile = twoSidedQuantile(confidence);
  const { entries, scores, differenceError } = estimate;
  const scored = scoredEntries(estimate);
  if (after >= scored.length) return [];
  const score = scores[scored[after] as number] as number;
  const below = scored.filter((entry, place) => place >= after && scores[entry] === score);
  return Array.from(scored.subarray(0, after))
    .filter((entry) =>
      below.some((other) => (scores[entry] as number) - score <= quantile * differenceError(entry, other)),
    )
    .map((entry) => entries[entry] ?? '');
}
