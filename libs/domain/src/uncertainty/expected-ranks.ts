import type { ScoreEstimate } from '../scoring/score-estimate.js';
import { comparableEntries } from './comparable-entries.js';
import { probabilityAbove } from './probability-above.js';
import { scoredEntries } from './scored-entries.js';
import { type RankFigure, shownRankFigure } from './rank-figure.js';

/**
 * Expected rank of each entry, E[r_i] = 1 + Σ_{j ≠ i} Φ((a_j − a_i) / se_ij): the rank to expect where scores err as
 * their errors say, nearer to the middle than the published rank the more uncertain the order is (Laird and Louis,
 * Empirical Bayes ranking methods, J. Educ. Statist. 14, 1989, 29–46). An exact tie without error counts ½; the ranks of
 * E entries sum to E(E + 1)/2. Computed for all pairs: O(E²) errors of differences.
 *
 * An entry without a score is not ranked, nor counted by the others. An entry whose own error is withheld has no
 * expected rank (NaN); for the others it stands where its score puts it.
 *
 * @returns ranks by index of the estimate; withheld as `comparableEntries` says.
 */
export function expectedRanks(estimate: ScoreEstimate): RankFigure<Float64Array> {
  const scored = scoredEntries(estimate);
  const comparable = comparableEntries(estimate, scored);
  if (comparable.value === null) return comparable;
  const { scores, differenceError } = estimate;
  const isComparable = comparable.value;
  const ranks = new Float64Array(scores.length).fill(NaN);
  for (const entry of scored) ranks[entry] = 1;
  for (let above = 0; above < scored.length; above += 1) {
    const higher = scored[above] as number;
    for (let below = above + 1; below < scored.length; below += 1) {
      const lower = scored[below] as number;
      const isKnown = isComparable[higher] === 1 && isComparable[lower] === 1;
      const difference = (scores[lower] as number) - (scores[higher] as number);
      const probability = probabilityAbove(difference, isKnown ? differenceError(higher, lower) : 0);
      ranks[higher] = (ranks[higher] as number) + probability;
      ranks[lower] = (ranks[lower] as number) + (1 - probability);
    }
  }
  for (const entry of scored) if (isComparable[entry] === 0) ranks[entry] = NaN;
  return shownRankFigure(ranks);
}
