import { Rational } from '../decimal/rational.js';
import { copelandFromPairs } from '../pairwise/copeland.js';
import type { PairwiseTable } from '../pairwise/pairwise-table.js';
import { valueOrder } from '../statistics/value-order.js';
import { scoreOfDouble } from './score-of-double.js';
import type { TableMethod, TableScores } from './scoring-method.js';
import type { TallyWarning } from './tally-result.js';
import { sheetsByJudge, type TotalTable } from './total-table.js';

/**
 * Pairwise majorities: an entry beats another when more of the judges who scored both put it higher. Score: pairs won
 * + ½ pairs tied (Copeland 1951); then the number of judges in favour, over all pairs.
 */
export const copelandMethod: TableMethod = {
  kind: 'table',
  inputs: ['sheets', 'pairs'],
  options: [],
  score: copelandScores,
  scorePairs: copelandOfPairs,
};

interface Standing {
  /** Twice the score, so that halves are integers. */
  readonly doubled: Int32Array;
  readonly favour: Float64Array;
  /** Other entries with which some judge compared it. */
  readonly compared: Int32Array;
}

function copelandScores(table: TotalTable): TableScores {
  const { doubled, favour, compared } = majorities(table);
  return {
    scores: Array.from(doubled, (twice) => Rational.of(twice, 2)),
    tieBreaks: Array.from(favour, (judges) => Rational.of(judges)),
    warnings: notComparedWarnings(table.entries, compared),
  };
}

/** Comparisons in favour take the place of judges. */
function copelandOfPairs(table: PairwiseTable): TableScores {
  const { scores, tieBreaks, unmet } = copelandFromPairs(table);
  const entries = [...new Set(unmet.pairs.flat())];
  return {
    scores,
    tieBreaks: Array.from(tieBreaks, scoreOfDouble),
    warnings: unmet.count > 0 ? [{ code: 'pair-not-compared', entries, details: { pairs: unmet.count } }] : [],
  };
}

/** One warning for the pairs that nobody compared, naming the entries that lack one. */
function notComparedWarnings(entries: readonly string[], compared: Int32Array): TallyWarning[] {
  const others = entries.length - 1;
  const lacking = compared.reduce((sum, count) => sum + others - count, 0);
  if (lacking === 0) return [];
  const concerned = entries.filter((_, index) => (compared[index] ?? 0) < others);
  return [{ code: 'pair-not-compared', entries: concerned, details: { pairs: lacking / 2 } }];
}

/** Work is the sum of squares of the judges' lists, as every pair of a list is looked at; memory is that of the sheets. */
function majorities(table: TotalTable): Standing {
  const size = table.entries.length;
  const standing = {
    doubled: new Int32Array(size),
    favour: new Float64Array(size),
    compared: new Int32Array(size),
  };
  const order = valueOrder(table.totals);
  const { starts, sheets } = sheetsByJudge(table);
  const positionOf = new Int32Array(sheets.length);
  sheets.forEach((sheet, position) => (positionOf[sheet] = position));
  // Judges in favour less judges against, for the entries after the one at hand.
  const margin = new Int32Array(size);
  const isMet = new Uint8Array(size);
  const met = new Int32Array(size);
  for (let sheet = 0; sheet < sheets.length;) {
    const entry = table.entryOf[sheet] ?? 0;
    let count = 0;
    for (; table.entryOf[sheet] === entry; sheet += 1) {
      const end = starts[(table.judgeOf[sheet] ?? 0) + 1] ?? 0;
      const own = order[sheet] ?? 0;
      // Lists are in order of the entry: what stands before was met from the other side.
      for (let at = (positionOf[sheet] ?? 0) + 1; at < end; at += 1) {
        const rival = sheets[at] ?? 0;
        const other = table.entryOf[rival] ?? 0;
        const theirs = order[rival] ?? 0;
        if (isMet[other] === 0) {
          isMet[other] = 1;
          met[count] = other;
          count += 1;
        }
        if (own > theirs) {
          margin[other] = (margin[other] ?? 0) + 1;
          standing.favour[entry] = (standing.favour[entry] ?? 0) + 1;
        } else if (own < theirs) {
          margin[other] = (margin[other] ?? 0) - 1;
          standing.favour[other] = (standing.favour[other] ?? 0) + 1;
        }
      }
    }
    settle(standing, entry, met.subarray(0, count), margin);
    for (let at = 0; at < count; at += 1) isMet[met[at] ?? 0] = 0;
  }
  return standing;
}

/** Counts the pairs of one entry with those it met, and empties their margins for the next. */
function settle({ doubled, compared }: Standing, entry: number, met: Int32Array, margin: Int32Array): void {
  for (const other of met) {
    const sign = Math.sign(margin[other] ?? 0);
    margin[other] = 0;
    doubled[entry] = (doubled[entry] ?? 0) + 1 + sign;
    doubled[other] = (doubled[other] ?? 0) + 1 - sign;
    compared[entry] = (compared[entry] ?? 0) + 1;
    compared[other] = (compared[other] ?? 0) + 1;
  }
}
