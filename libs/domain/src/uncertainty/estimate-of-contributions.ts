import type { ScoreEstimate } from '../scoring/score-estimate.js';
import type { SheetDesign } from '../severity/sheet-design.js';
import { rangesOfEntries } from './ranges-of-entries.js';

/** What an entry's error rests on beside its contributions. */
export interface ContributionOptions {
  /** The entries' scores where they are not plain means of the contributions; NaN for one without a score. */
  readonly scores?: Float64Array;
  /**
   * How many values were winsorised at each end of an entry's contributions: 0 for a plain mean (the default), null
   * where the entry's error is withheld.
   *
   * @param count the entry's sheets
   * @param entry its index in the design
   */
  readonly errorTrim?: (count: number, entry: number) => number | null;
}

/** Each sheet's share in its entry's error: squares of an entry's shares sum to its variance. */
interface ErrorShares {
  /** For a judge of one of two entries: the entry's own error. */
  readonly own: Float64Array;
  /** For a judge of both: the change when the judge is deleted. */
  readonly shared: Float64Array;
  readonly standardErrors: Float64Array;
  /** Errors of differences below this are nothing but rounding of doubles. */
  readonly noise: number;
}

/**
 * Estimate of a method whose score is a mean, or a trimmed mean, of one contribution of each judge: sheet totals, Borda
 * shares, standard scores. For positional points pass n × points, n judges: their mean is the sum.
 *
 * With judges A of entry e and B of entry f, n their numbers, k the values trimmed at each end, and r the (winsorised)
 * contribution less the mean of the entry's (winsorised) contributions:
 *
 *   Var(a_e − a_f) = Σ_{j ∈ A∩B} (q_e r_ej − q_f r_fj)² + Σ_{j ∈ A∖B} (p_e r_ej)² + Σ_{j ∈ B∖A} (p_f r_fj)²
 *   p = √n / ((n − 2k) √(n − 1)),   q = √(n − 1) / ((n − 2k − 1) √n)
 *
 * p² Σr² is the entry's own variance, s²/n for a mean and that of Tukey and McLaughlin for a trimmed mean. q r is the
 * change of a score when the judge is deleted, less its mean over the judges, times √((n − 1)/n): the delete-one
 * jackknife (Efron and Stein, Ann. Statist. 9, 1981, 586–596), in which a judge of both entries leaves both at once. A
 * trimmed mean needs no computing anew, because deleting a value takes exactly its winsorised value from the sum.
 *
 * For a mean p = q. On one panel (A = B) the variance is s_d²/n, that of the paired t test, and on panels that share
 * nobody s_e²/n_e + s_f²/n_f. In between it is the sum of both less twice the covariance over the shared judges. Where
 * judges raise or lower all their entries alike, that covariance is a little too small in expectation, by the factor
 * (n − 2 + |A∩B|/n)/(n − 1) for two panels of n, and so the error a little too large, never too small. Withheld (NaN)
 * for an entry of fewer than two sheets.
 *
 * The joint draws give judge j the number z_j and add Σ_j q_e r_ej z_j to entry e, so that on a shared judge their
 * covariance is exactly the one above. Only between trimmed entries that do not share all judges are they wider than
 * the errors of differences, by at most q/p = (n − 1)(n − 2k)/(n(n − 2k − 1)).
 *
 * @param design one sheet for an entry and judge; `totals` are the contributions, winsorised where the score is trimmed
 * @throws RangeError for two sheets of the same entry and judge.
 */
export function estimateOfContributions(design: SheetDesign, options: ContributionOptions = {}): ScoreEstimate {
  const starts = rangesOfEntries(design);
  const means = meansOfRanges(design.totals, starts);
  const shares = errorShares(design, starts, means, options);
  return {
    entries: design.entries,
    scores: options.scores ?? means,
    standardErrors: shares.standardErrors,
    differenceError: differenceError(design, starts, shares),
    drawErrors: drawErrors(design, shares),
  };
}

function meansOfRanges(values: Float64Array, starts: Int32Array): Float64Array {
  const means = new Float64Array(starts.length - 1);
  for (let entry = 0; entry < means.length; entry += 1) {
    const start = starts[entry] as number;
    const end = starts[entry + 1] as number;
    // Sums of differences from the first value: equal values have exactly that value as their mean.
    const origin = values[start] as number;
    let sum = 0;
    for (let sheet = start; sheet < end; sheet += 1) sum += (values[sheet] as number) - origin;
    means[entry] = origin + sum / (end - start);
  }
  return means;
}

function errorShares(
  { totals }: SheetDesign,
  starts: Int32Array,
  means: Float64Array,
  { errorTrim = () => 0 }: ContributionOptions,
): ErrorShares {
  const own = new Float64Array(totals.length);
  const shared = new Float64Array(totals.length);
  const standardErrors = new Float64Array(means.length).fill(NaN);
  for (let entry = 0; entry < means.length; entry += 1) {
    const start = starts[entry] as number;
    const end = starts[entry + 1] as number;
    const count = end - start;
    const trim = errorTrim(count, entry);
    // One value more than is trimmed has to stay when a judge is deleted.
    if (trim === null || count < 2 * trim + 2) continue;
    const ownFactor = Math.sqrt(count / (count - 1)) / (count - 2 * trim);
    const sharedFactor = Math.sqrt((count - 1) / count) / (count - 2 * trim - 1);
    let squares = 0;
    for (let sheet = start; sheet < end; sheet += 1) {
      const deviation = (totals[sheet] as number) - (means[entry] as number);
      own[sheet] = ownFactor * deviation;
      shared[sheet] = (trim === 0 ? ownFactor : sharedFactor) * deviation;
      squares += deviation * deviation;
    }
    standardErrors[entry] = ownFactor * Math.sqrt(squares);
  }
  return { own, shared, standardErrors, noise: 1e-12 * largestMagnitude(totals) };
}

function largestMagnitude(values: Float64Array): number {
  let largest = 0;
  for (let index = 0; index < values.length; index += 1) largest = Math.max(largest, Math.abs(values[index] as number));
  return largest;
}

/** Both entries' sheets are in order of the judge, so one walk along both finds the shared judges. */
function differenceError({ judgeOf }: SheetDesign, starts: Int32Array, shares: ErrorShares) {
  const { own, shared, standardErrors, noise } = shares;
  return (i: number, j: number): number => {
    if (i === j) return 0;
    // Neither withheld nor out of range.
    if (!((standardErrors[i] as number) >= 0 && (standardErrors[j] as number) >= 0)) return NaN;
    let left = starts[i] as number;
    let right = starts[j] as number;
    const leftEnd = starts[i + 1] as number;
    const rightEnd = starts[j + 1] as number;
    let squares = 0;
    while (left < leftEnd || right < rightEnd) {
      const order =
        left === leftEnd ? 1 : right === rightEnd ? -1 : (judgeOf[left] as number) - (judgeOf[right] as number);
      let share: number;
      if (order === 0) share = (shared[left++] as number) - (shared[right++] as number);
      else share = own[order < 0 ? left++ : right++] as number;
      squares += share * share;
    }
    const error = Math.sqrt(squares);
    return error <= noise ? 0 : error;
  };
}

function drawErrors({ judges, entryOf, judgeOf }: SheetDesign, { shared }: ErrorShares) {
  const ofJudges = new Float64Array(judges.length);
  return (normal: () => number, out: Float64Array): void => {
    for (let judge = 0; judge < ofJudges.length; judge += 1) ofJudges[judge] = normal();
    for (let sheet = 0; sheet < shared.length; sheet += 1) {
      const entry = entryOf[sheet] as number;
      out[entry] = (out[entry] as number) + (shared[sheet] as number) * (ofJudges[judgeOf[sheet] as number] as number);
    }
  };
}
