import type { Components } from './absorbed-laplacian.js';
import type { FactorIncidence } from './factor-incidence.js';
import { laplacianDraw } from './laplacian-draw.js';
import { rowMean, rowMeanForm } from './row-means.js';
import type { UnitCovariance } from './unit-covariance.js';

/** Doubles kept to make differences of many pairs cheap: 64 MiB. */
const keptDoubles = 2 ** 23;

/**
 * Uncertainty when entries were absorbed: Var(s) = L⁺, Var(a_e) = 1/n_e + m_eᵀ L⁺ m_e, and for two entries
 * 1/n_e + 1/n_f + (m_e − m_f)ᵀ L⁺ (m_e − m_f), where what shared judges have in common cancels.
 *
 * @param incidence rows entries, columns judges
 * @param inverse L⁺, row-major judges × judges
 */
export function judgeCovariance(
  incidence: FactorIncidence,
  components: Components,
  inverse: Float64Array,
): UnitCovariance {
  const { rows: entries, columns: judges, rowTotals } = incidence;
  const forms = Float64Array.from({ length: entries }, (_, entry) => rowMeanForm(incidence, inverse, entry, entry));
  const form = entries * judges <= keptDoubles ? tabulatedForm(incidence, inverse) : null;
  const drawEffects = laplacianDraw(incidence, components);
  const effects = new Float64Array(judges);
  return {
    entryVariances: forms.map((value, entry) => 1 / rowTotals[entry]! + value),
    judgeVariances: Float64Array.from({ length: judges }, (_, judge) => inverse[judge * judges + judge]!),
    differenceVariance: (i, j) => {
      const [low, high] = i < j ? [i, j] : [j, i];
      const cross = form === null ? rowMeanForm(incidence, inverse, low, high) : form(low, high);
      // Equal panels leave exactly nothing; rounding may leave a little less.
      return 1 / rowTotals[i]! + 1 / rowTotals[j]! + Math.max(0, forms[i]! + forms[j]! - 2 * cross);
    },
    draw: (normal, scale, out) => {
      drawEffects(normal, effects);
      for (let entry = 0; entry < entries; entry += 1) {
        const own = normal() / Math.sqrt(rowTotals[entry]!);
        out[entry]! += scale * (own - rowMean(incidence, entry, effects));
      }
    },
  };
}

/** m_iᵀ L⁺ m_j from a table of L⁺ m_j, which is made when first asked for. */
function tabulatedForm(incidence: FactorIncidence, inverse: Float64Array): (i: number, j: number) => number {
  const { rows: entries, columns: judges, starts, columnOf, counts, rowTotals } = incidence;
  let table: Float64Array | null = null;
  const makeTable = (): Float64Array => {
    const made = new Float64Array(entries * judges);
    for (let entry = 0; entry < entries; entry += 1) {
      const row = entry * judges;
      for (let cell = starts[entry]!; cell < starts[entry + 1]!; cell += 1) {
        const base = columnOf[cell]! * judges;
        const weight = counts[cell]! / rowTotals[entry]!;
        for (let judge = 0; judge < judges; judge += 1) made[row + judge]! += weight * inverse[base + judge]!;
      }
    }
    return made;
  };
  return (i, j) => {
    table ??= makeTable();
    const row = j * judges;
    let sum = 0;
    for (let cell = starts[i]!; cell < starts[i + 1]!; cell += 1) sum += counts[cell]! * table[row + columnOf[cell]!]!;
    return sum / rowTotals[i]!;
  };
}
