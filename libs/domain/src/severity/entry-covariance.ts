import type { Components } from './absorbed-laplacian.js';
import type { FactorIncidence } from './factor-incidence.js';
import { laplacianDraw } from './laplacian-draw.js';
import { rowMean, rowMeanForm } from './row-means.js';
import type { UnitCovariance } from './unit-covariance.js';

/** Judges' side of a fit in which judges were absorbed, by component: what ties scores to Σ judge effects = 0. */
export interface JudgeAnchor {
  /** Number of judges. */
  readonly sizes: Float64Array;
  /** Σ 1/n_j over the judges, over their number squared: the variance of the mean of their means. */
  readonly meanVariances: Float64Array;
  /** m̄: mean of the judges' rows m_j, by entry. */
  readonly meanRow: Float64Array;
}

/** @param incidence rows judges, columns entries */
export function judgeAnchor(incidence: FactorIncidence, judges: Components, entries: Components): JudgeAnchor {
  const { rows, columns, starts, columnOf, counts, rowTotals } = incidence;
  const sizes = new Float64Array(judges.count);
  const meanVariances = new Float64Array(judges.count);
  const meanRow = new Float64Array(columns);
  for (let judge = 0; judge < rows; judge += 1) {
    sizes[judges.of[judge]!]! += 1;
    meanVariances[judges.of[judge]!]! += 1 / rowTotals[judge]!;
    for (let cell = starts[judge]!; cell < starts[judge + 1]!; cell += 1) {
      meanRow[columnOf[cell]!]! += counts[cell]! / rowTotals[judge]!;
    }
  }
  for (let entry = 0; entry < columns; entry += 1) meanRow[entry]! /= sizes[entries.of[entry]!]!;
  for (let c = 0; c < judges.count; c += 1) meanVariances[c]! /= sizes[c]! ** 2;
  return { sizes, meanVariances, meanRow };
}

/**
 * Uncertainty when judges were absorbed. With x the entries' effects that sum to zero, G = L⁺ their covariance, and m̄ and
 * ū the means over a component's judges of m_j and of ȳ_j (which is independent of x): a_e = x_e − m̄ᵀx + ū and
 * s_j = ȳ_j − ū − (m_j − m̄)ᵀx.
 *
 * @param incidence rows judges, columns entries
 * @param inverse L⁺, row-major entries × entries
 */
export function entryCovariance(
  incidence: FactorIncidence,
  { judges, entries }: { readonly judges: Components; readonly entries: Components },
  inverse: Float64Array,
): UnitCovariance {
  const { rows, columns, rowTotals } = incidence;
  const anchor = judgeAnchor(incidence, judges, entries);
  const anchored = anchoredForms(inverse, anchor.meanRow, entries);
  const { product, forms } = anchored;
  const drawEffects = laplacianDraw(incidence, entries);
  const effects = new Float64Array(columns);
  const variance = (entry: number) => inverse[entry * columns + entry]!;
  return {
    entryVariances: Float64Array.from({ length: columns }, (_, entry) => {
      const component = entries.of[entry]!;
      return variance(entry) - 2 * product[entry]! + forms[component]! + anchor.meanVariances[component]!;
    }),
    judgeVariances: Float64Array.from({ length: rows }, (_, judge) => {
      const component = judges.of[judge]!;
      // Fixed at zero, which rounding would miss.
      if (anchor.sizes[component] === 1) return 0;
      const own = 1 / rowTotals[judge]! - 2 / (rowTotals[judge]! * anchor.sizes[component]!);
      const form = rowMeanForm(incidence, inverse, judge, judge) - 2 * rowMean(incidence, judge, product);
      return own + anchor.meanVariances[component]! + form + forms[component]!;
    }),
    differenceVariance: (i, j) => variance(i) + variance(j) - 2 * inverse[i * columns + j]!,
    draw: (normal, scale, out) => {
      drawEffects(normal, effects);
      const shifts = Float64Array.from(anchor.meanVariances, (value) => Math.sqrt(value) * normal());
      for (let entry = 0; entry < columns; entry += 1) {
        shifts[entries.of[entry]!]! -= anchor.meanRow[entry]! * effects[entry]!;
      }
      for (let entry = 0; entry < columns; entry += 1) {
        out[entry]! += scale * (effects[entry]! + shifts[entries.of[entry]!]!);
      }
    },
  };
}

/** G m̄ by entry, and m̄ᵀ G m̄ by component. */
function anchoredForms(inverse: Float64Array, meanRow: Float64Array, entries: Components) {
  const columns = meanRow.length;
  const product = new Float64Array(columns);
  const forms = new Float64Array(entries.count);
  for (let entry = 0; entry < columns; entry += 1) {
    let sum = 0;
    for (let other = 0; other < columns; other += 1) sum += inverse[entry * columns + other]! * meanRow[other]!;
    product[entry] = sum;
    forms[entries.of[entry]!]! += meanRow[entry]! * sum;
  }
  return { product, forms };
}
