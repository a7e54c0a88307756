import { seededRandom } from '../statistics/seeded-random.js';
import type { ColumnSystem } from './column-system.js';
import { type LevelErrors, levelProduct } from './level-errors.js';
import type { PredictionErrors, UnitErrors } from './unit-errors.js';

const width = 8;
const samples = 16;
const tolerance = 1e-5;

/** Simulated x of the reduced system, with covariance S⁻¹; one vector of columns and intercept after the other. */
interface SampledUnknowns {
  readonly x: Float64Array;
  /** What the other columns say of each column: x without its conditional part, of variance 1 / diagonal. */
  readonly conditional: Float64Array;
  readonly size: number;
}

/**
 * Prediction errors where S⁻¹ is too large to form: the parts of variance that a level has of its own are exact, what it
 * shares with others is the mean square of 16 simulated fits, so that part alone is uncertain, by √(2/16) = 35 % of itself
 * (one standard deviation): for an entry about one part in the number of a judge's sheets.
 */
export function sampledErrors(
  system: ColumnSystem,
  levels: { readonly entries: LevelErrors; readonly judges: LevelErrors },
  seed: number,
): PredictionErrors {
  const unknowns = sampleUnknowns(system, seed);
  return {
    entries: {
      ...levelVariances(system, levels.entries, unknowns),
      draw: drawWith(system, levels.entries),
    },
    judges: levelVariances(system, levels.judges, unknowns),
  };
}

function levelVariances(
  { diagonal, shares }: ColumnSystem,
  errors: LevelErrors,
  { x, conditional, size }: SampledUnknowns,
): Pick<UnitErrors, 'variance' | 'differenceVariance'> {
  const columns = size - 1;
  const isColumn = errors.starts[1] !== undefined && errors.unknowns[0] !== columns && errors.own[0] === 0;
  const withIntercept = isColumn && errors.starts[1] === 2;
  const full = (level: number, sample: number) => levelProduct(errors, level, x, sample * size);
  /** The same given all other columns: the column's own error is left out of itself and of the intercept. */
  const known = (level: number, sample: number) => {
    if (!isColumn) return full(level, sample);
    const own = x[sample * size + level]! - conditional[sample * columns + level]!;
    return full(level, sample) - own * (withIntercept ? 1 - shares[level]! : 1);
  };
  const own = (level: number) =>
    isColumn ? (withIntercept ? (1 - shares[level]!) ** 2 : 1) / diagonal[level]! : errors.own[level]!;
  const mean = (value: (sample: number) => number) => {
    let sum = 0;
    for (let sample = 0; sample < samples; sample += 1) sum += value(sample);
    return sum / samples;
  };
  const variance = (level: number) => own(level) + mean((sample) => known(level, sample) ** 2);
  return {
    variance,
    differenceVariance: (i, j) => {
      if (i === j) return 0;
      if (!isColumn) return own(i) + own(j) + mean((sample) => (full(i, sample) - full(j, sample)) ** 2);
      const cross = mean((sample) => known(i, sample) * full(j, sample) + full(i, sample) * known(j, sample));
      return Math.max(0, variance(i) + variance(j) - cross);
    },
  };
}

function sampleUnknowns(system: ColumnSystem, seed: number): SampledUnknowns {
  const { columns } = system.incidence;
  const size = columns + 1;
  const noise = signs(seededRandom(seed));
  const last = new Float64Array(width);
  const x = new Float64Array(samples * size);
  const conditional = new Float64Array(samples * columns);
  const b = new Float64Array(columns * width);
  const solved = new Float64Array(columns * width);
  const applied = new Float64Array(columns * width);
  for (let first = 0; first < samples; first += width) {
    b.fill(0);
    solved.fill(0);
    addNoise(system, noise, b, width);
    system.solve(b, solved, width, tolerance);
    system.apply(solved, applied, width);
    noise(last);
    for (let at = 0; at < width; at += 1) {
      const sample = first + at;
      let mean = 0;
      for (let column = 0; column < columns; column += 1) {
        const value = solved[column * width + at]!;
        x[sample * size + column] = value;
        conditional[sample * columns + column] = value - applied[column * width + at]! / system.diagonal[column]!;
        mean += system.shares[column]! * value;
      }
      x[sample * size + columns] = last[at]! / Math.sqrt(system.intercept) - mean;
    }
  }
  return { x, conditional, size };
}

/** Independent −1 and 1, as many vectors as there are bits used: where only second moments matter they do for normals. */
function signs(uniform: () => number): (out: Float64Array) => void {
  return (out) => {
    const bits = Math.floor(uniform() * 2 ** width);
    for (let at = 0; at < width; at += 1) out[at] = (bits >> at) & 1 ? 1 : -1;
  };
}

/**
 * Adds noise with covariance S̄ to vectors side by side: each sheet's, each column's and each row's own, less what the
 * absorption of rows and intercept takes out.
 *
 * @param noise fills a vector, one number for each of those
 */
function addNoise(
  { incidence, ratios, rowDiagonal, shares }: ColumnSystem,
  noise: (out: Float64Array) => void,
  b: Float64Array,
  stride: number,
): void {
  const { rows, columns, starts, columnOf, counts, rowTotals } = incidence;
  const intercepts = new Float64Array(stride);
  const sums = new Float64Array(stride);
  const drawn = new Float64Array(stride);
  const add = (base: number, scale: number, values: Float64Array) => {
    for (let at = 0; at < stride; at += 1) b[base + at]! += scale * values[at]!;
  };
  for (let column = 0; column < columns; column += 1) {
    noise(drawn);
    add(column * stride, Math.sqrt(ratios.column), drawn);
  }
  for (let row = 0; row < rows; row += 1) {
    noise(drawn);
    for (let at = 0; at < stride; at += 1) sums[at] = Math.sqrt(ratios.row) * drawn[at]!;
    for (let cell = starts[row]!; cell < starts[row + 1]!; cell += 1) {
      const scale = Math.sqrt(counts[cell]!);
      noise(drawn);
      add(columnOf[cell]! * stride, scale, drawn);
      for (let at = 0; at < stride; at += 1) {
        sums[at]! += scale * drawn[at]!;
        intercepts[at]! += scale * drawn[at]!;
      }
    }
    const weight = 1 / rowDiagonal[row]!;
    for (let cell = starts[row]!; cell < starts[row + 1]!; cell += 1) {
      add(columnOf[cell]! * stride, -counts[cell]! * weight, sums);
    }
    for (let at = 0; at < stride; at += 1) intercepts[at]! -= rowTotals[row]! * weight * sums[at]!;
  }
  for (let column = 0; column < columns; column += 1) add(column * stride, -shares[column]!, intercepts);
}

/** A joint draw is a simulated fit: one solution by conjugate gradients each. */
function drawWith(system: ColumnSystem, errors: LevelErrors): UnitErrors['draw'] {
  const { columns } = system.incidence;
  return (normal, scale, out) => {
    const b = new Float64Array(columns);
    const x = new Float64Array(columns + 1);
    addNoise(
      system,
      (drawn) => {
        drawn[0] = normal();
      },
      b,
      1,
    );
    system.solve(b, x.subarray(0, columns), 1, tolerance);
    let mean = 0;
    for (let column = 0; column < columns; column += 1) mean += system.shares[column]! * x[column]!;
    x[columns] = normal() / Math.sqrt(system.intercept) - mean;
    for (let level = 0; level < errors.levels; level += 1) {
      const own = errors.own[level]!;
      const ownPart = own > 0 ? Math.sqrt(own) * normal() : 0;
      out[level]! += scale * (ownPart + levelProduct(errors, level, x));
    }
  };
}
