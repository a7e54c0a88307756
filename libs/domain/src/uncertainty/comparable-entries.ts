import type { ScoreEstimate } from '../scoring/score-estimate.js';
import { type RankFigure, shownRankFigure, withheldRankFigure } from './rank-figure.js';

/** Entries that every pairwise figure is about: at most so many are compared, 12.5 million pairs. */
export const comparedEntriesLimit = 5000;

/**
 * Which of the scored entries have an error to compare them by, as 1 and 0 by index of the estimate.
 *
 * @param scored indexes of entries
 * @returns withheld above 5,000 entries, where no entry has an error, and where entries of known error are not
 *   connected: then no two of different components can be compared, and no rank among all can be told.
 */
export function comparableEntries(estimate: ScoreEstimate, scored: Int32Array): RankFigure<Uint8Array> {
  if (scored.length > comparedEntriesLimit) {
    return withheldRankFigure('too-many-entries', { needed: comparedEntriesLimit, present: scored.length });
  }
  const comparable = new Uint8Array(estimate.scores.length);
  let first = -1;
  for (const entry of scored) {
    if (Number.isNaN(estimate.standardErrors[entry])) continue;
    if (first === -1) first = entry;
    // Being connected is an equivalence: comparing with one entry is enough.
    else if (Number.isNaN(estimate.differenceError(first, entry))) return withheldRankFigure('not-comparable');
    comparable[entry] = 1;
  }
  return first === -1 ? withheldRankFigure('error-unknown') : shownRankFigure(comparable);
}
