import { seededRandom } from '../statistics/seeded-random.js';
import { ColumnSystem } from './column-system.js';
import type { FactorIncidence } from './factor-incidence.js';
import type { InverseTraces, ReducedSystem, VarianceRatios } from './reduced-system.js';

const width = 8;
const solveTolerance = 1e-12;
const probeTolerance = 1e-6;

/**
 * The reduced system for factors too large for a square: solved by conjugate gradients, traces estimated as the mean of
 * zᵀ A z over vectors z of random signs (Hutchinson, Commun. Statist. Simul. 18 (1989) 1059–1076), fixed by the seed so
 * that the estimate is a smooth function of the ratios. Constant vectors, whose part is known, are taken out of z; the
 * traces of diagonal approximations, also known, serve as control variates.
 */
export class StochasticReducedSystem implements ReducedSystem {
  /** Of the last `prepare`. */
  private system: ColumnSystem | null = null;
  /** Columns of what was solved at the last ratios, in order: there the same right sides, nearly, come again. */
  private readonly solved: Float64Array[] = [];
  private solves = 0;
  private readonly blocks: { readonly signs: Float64Array; readonly solutions: Float64Array }[];

  constructor(
    private readonly incidence: FactorIncidence,
    { probes, seed }: { readonly probes: number; readonly seed: number },
  ) {
    const uniform = seededRandom(seed);
    this.blocks = Array.from({ length: Math.max(1, Math.ceil(probes / width)) }, () => ({
      signs: centredSigns(incidence.columns, uniform),
      solutions: new Float64Array(incidence.columns * width),
    }));
  }

  prepare(ratios: VarianceRatios): boolean {
    this.system = new ColumnSystem(this.incidence, ratios);
    this.solves = 0;
    return this.system.diagonal.every((value) => value > 0);
  }

  /** The operator at these ratios. */
  systemAt(ratios: VarianceRatios): ColumnSystem {
    return new ColumnSystem(this.incidence, ratios);
  }

  solve(b: Float64Array): void {
    const { columns } = this.incidence;
    const { shares, intercept } = this.prepared();
    const reduced = b.slice(0, columns);
    for (let column = 0; column < columns; column += 1) reduced[column]! -= shares[column]! * b[columns]!;
    const x = (this.solved[this.solves] ??= new Float64Array(columns));
    this.solves += 1;
    this.prepared().solve(reduced, x, 1, solveTolerance);
    b.set(x);
    let mean = 0;
    for (let column = 0; column < columns; column += 1) mean += shares[column]! * x[column]!;
    b[columns] = b[columns]! / intercept - mean;
  }

  logDeterminant(): null {
    return null;
  }

  traces(): InverseTraces {
    const { ratios, rowDiagonal } = this.prepared();
    const { diagonal, intercept } = this.prepared().squaredDiagonal();
    const probes = this.blocks.flatMap((block) => this.probe(block, diagonal));
    const mean = (part: 'row' | 'column') => probes.reduce((sum, probe) => sum + probe[part], 0) / probes.length;
    const [row, column] = [mean('row'), mean('column')];
    const covariance = (left: 'row' | 'column', right: 'row' | 'column') =>
      probes.reduce((sum, probe) => sum + (probe[left] - mean(left)) * (probe[right] - mean(right)), 0) /
      (probes.length * (probes.length - 1));
    return {
      row: row + intercept + rowDiagonal.reduce((sum, value) => sum + 1 / value, 0),
      column: column + 1 / ratios.column,
      error: [covariance('row', 'row'), covariance('row', 'column'), covariance('column', 'column')],
      squares: null,
    };
  }

  /** Estimates of tr(S̄⁻¹M̄) and of tr(S̄⁻¹) without the constant vector, by each vector of a block. */
  private probe(
    { signs, solutions }: { readonly signs: Float64Array; readonly solutions: Float64Array },
    squaredDiagonal: Float64Array,
  ): { row: number; column: number }[] {
    const system = this.prepared();
    const { diagonal } = system;
    const { columns } = this.incidence;
    system.solve(signs, solutions, width, probeTolerance);
    const squared = new Float64Array(signs.length);
    system.applySquared(signs, squared, width);
    const scaled = signs.map((sign, at) => sign / diagonal[Math.floor(at / width)]!);
    const applied = new Float64Array(signs.length);
    system.apply(scaled, applied, width);
    const rowKnown = squaredDiagonal.reduce((sum, value, column) => sum + value / diagonal[column]!, 0);
    const columnKnown = this.approximateTrace();
    const rest = (vector: number) => {
      let [row, column] = [rowKnown, columnKnown];
      for (let at = vector; at < columns * width; at += width) {
        row += squared[at]! * (solutions[at]! - scaled[at]!);
        // Two terms of Jacobi's series for S̄⁻¹: D⁻¹ + D⁻¹(D − S̄)D⁻¹.
        column += signs[at]! * solutions[at]! - scaled[at]! * (2 * signs[at]! - applied[at]!);
      }
      return { row, column };
    };
    return Array.from({ length: width }, (_, vector) => rest(vector));
  }

  /** The trace of Jacobi's two terms without the constant vector: tr(D⁻¹) − 1ᵀ(2D⁻¹ − D⁻¹S̄D⁻¹)1 / columns. */
  private approximateTrace(): number {
    const system = this.prepared();
    const inverse = system.diagonal.map((value) => 1 / value);
    const applied = new Float64Array(inverse.length);
    system.apply(inverse, applied, 1);
    const trace = inverse.reduce((sum, value) => sum + value, 0);
    const constant = inverse.reduce((sum, value, at) => sum + value * (2 - applied[at]!), 0);
    return trace - constant / inverse.length;
  }

  private prepared(): ColumnSystem {
    if (this.system === null) throw new TypeError('prepare comes first');
    return this.system;
  }
}

/** Vectors of random signs, side by side, less their means. */
function centredSigns(columns: number, uniform: () => number): Float64Array {
  const signs = Float64Array.from({ length: columns * width }, () => (uniform() < 0.5 ? -1 : 1));
  for (let vector = 0; vector < width; vector += 1) {
    let mean = 0;
    for (let at = vector; at < signs.length; at += width) mean += signs[at]! / columns;
    for (let at = vector; at < signs.length; at += width) signs[at]! -= mean;
  }
  return signs;
}
