import type { ScoreEstimate } from '../scoring/score-estimate.js';
import type { SheetDesign } from '../severity/sheet-design.js';
import { type ContributionOptions, estimateOfContributions } from './estimate-of-contributions.js';
import { rangesOfEntries } from './ranges-of-entries.js';

export interface TrimmedMeanOptions extends ContributionOptions {
  /** Values dropped at each end of an entry's totals. */
  readonly trim: number;
}

/**
 * Estimate of the trimmed mean of sheets' totals: Tukey and McLaughlin's standard errors, withheld below 2k + 3 sheets,
 * and errors of differences by deleting each shared judge from both entries. The formulas are in
 * `estimateOfContributions`. Where criteria are trimmed apart, winsorise each criterion apart, total the sheets and
 * give them to `estimateOfContributions` with `errorTrim`.
 *
 * @param options `scores`: computed scores, such as those of a fallback; without them an entry below 2k + 1 sheets has
 *   NaN. `errorTrim`: what the declared fallback does with few sheets
 * @throws RangeError for two sheets of the same entry and judge, or a trim that is no count.
 */
export function estimateOfTrimmedMeans(design: SheetDesign, options: TrimmedMeanOptions): ScoreEstimate {
  const { trim } = options;
  if (!Number.isInteger(trim) || trim < 0) throw new RangeError(`trim is a count, not ${trim}`);
  const starts = rangesOfEntries(design);
  const errorTrim = options.errorTrim ?? ((count: number) => (count >= 2 * trim + 3 ? trim : null));
  const totals = design.totals.slice();
  const scores = new Float64Array(design.entries.length).fill(NaN);
  for (let entry = 0; entry < scores.length; entry += 1) {
    const values = totals.subarray(starts[entry], starts[entry + 1]);
    const sorted = values.slice().sort();
    if (sorted.length >= 2 * trim + 1) scores[entry] = middleMean(sorted, trim);
    winsorise(values, sorted, errorTrim(values.length, entry) ?? 0);
  }
  return estimateOfContributions({ ...design, totals }, { scores: options.scores ?? scores, errorTrim });
}

function middleMean(sorted: Float64Array, trim: number): number {
  const origin = sorted[trim] as number;
  let sum = 0;
  for (let index = trim; index < sorted.length - trim; index += 1) sum += (sorted[index] as number) - origin;
  return origin + sum / (sorted.length - 2 * trim);
}

function winsorise(values: Float64Array, sorted: Float64Array, trim: number): void {
  if (sorted.length < 2 * trim + 1) return;
  const low = sorted[trim] as number;
  const high = sorted[sorted.length - 1 - trim] as number;
  for (let index = 0; index < values.length; index += 1) {
    values[index] = Math.min(high, Math.max(low, values[index] as number));
  }
}
