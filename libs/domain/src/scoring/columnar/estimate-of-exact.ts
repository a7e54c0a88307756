import { estimateOfContributions } from '../../uncertainty/estimate-of-contributions.js';
import { estimateWithoutErrors } from '../../uncertainty/estimate-without-errors.js';
import type { ScoreEstimate } from '../score-estimate.js';
import type { ExactSettings } from '../tally-settings.js';
import type { ColumnarTable } from './columnar-table.js';
import { columnarTotals, type ColumnarTotals } from './columnar-totals.js';
import { sortNumbers } from './sort-numbers.js';
import { clip } from './unit-totals.js';

/**
 * Estimate of a mean, a trimmed mean or a median. The contributions are the sheets' totals, winsorised as in
 * `standardError`: as a whole, or criterion by criterion where those are trimmed apart.
 *
 * @param published scores by index of the design
 */
export function estimateOfExact(
  table: ColumnarTable,
  settings: ExactSettings,
  totals: ColumnarTotals,
  published: Float64Array,
): ScoreEstimate {
  const { method, options, byCriterion } = settings;
  const { design, entryIndexes } = totals;
  const trimOf = (count: number) => (count > 0 ? method.errorTrim(count, options) : null);
  const counts = new Int32Array(design.entries.length);
  for (const entry of design.entryOf) counts[entry]! += 1;
  if (counts.every((count) => trimOf(count) === null)) return estimateWithoutErrors(design.entries, published);
  // By criterion an incomplete sheet enters some panel scores only: there is no single n.
  const errorTrim = (count: number, entry: number) =>
    byCriterion && table.incomplete.has(entryIndexes[entry]!) && settings.missing !== 'exclude-sheet'
      ? null
      : trimOf(count);
  const contributions = byCriterion
    ? columnarTotals(table, (count) => trimOf(count) ?? 0).design.totals
    : winsorisedTotals(design.totals, counts, trimOf);
  return estimateOfContributions({ ...design, totals: contributions }, { scores: published, errorTrim });
}

/** @param counts sheets of each entry, in order */
function winsorisedTotals(
  totals: Float64Array,
  counts: Int32Array,
  trimOf: (count: number) => number | null,
): Float64Array {
  const winsorised = totals.slice();
  let start = 0;
  for (const count of counts) {
    const trim = trimOf(count) ?? 0;
    if (trim > 0) {
      const own = winsorised.subarray(start, start + count);
      const sorted = own.slice();
      sortNumbers(sorted, count);
      clip(own, count, sorted[trim]!, sorted[count - 1 - trim]!);
    }
    start += count;
  }
  return winsorised;
}
