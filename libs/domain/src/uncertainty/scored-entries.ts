import type { ScoreEstimate } from '../scoring/score-estimate.js';

/** Indexes of the entries that have a score, highest first; equal scores in order of the index. */
export function scoredEntries({ scores }: Pick<ScoreEstimate, 'scores'>): Int32Array {
  const indexes = Int32Array.from(scores.keys()).filter((entry) => !Number.isNaN(scores[entry]));
  return indexes.sort((left, right) => (scores[right] as number) - (scores[left] as number) || left - right);
}
