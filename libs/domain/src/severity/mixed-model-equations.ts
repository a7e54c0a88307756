import type { FactorIncidence } from './factor-incidence.js';
import type { MixedModel } from './mixed-model.js';
import type { InverseTraces, ReducedSystem, VarianceRatios } from './reduced-system.js';

/** Estimates of the effects at given ratios: the solution of the mixed-model equations. */
export interface MixedModelSolution {
  readonly row: Float64Array;
  readonly column: Float64Array;
  readonly intercept: number;
}

/** −2 log REML about one point, the residual variance profiled out; vectors and matrices by factor: rows, then columns. */
export interface RemlPoint {
  /** log(σ²_factor / σ²). */
  readonly logRatios: readonly number[];
  readonly ratios: VarianceRatios;
  readonly solution: MixedModelSolution;
  /** Number of sheets. */
  readonly sheets: number;
  /** y − μ − row − column, of each sheet; made when they are asked for. */
  readonly residuals: () => Float64Array;
  /** σ̂² = yᵀ(y − μ − Zu) / (n − 1). */
  readonly residualVariance: number;
  /** −2 log REML; null where log |S| is not known. */
  readonly criterion: number | null;
  /** In the log ratios, which is that in the log variances: the part of σ² is minus their sum. */
  readonly gradient: readonly number[];
  /** Curvature by average information, positive semidefinite. */
  readonly information: readonly (readonly number[])[];
  /** Exact curvature, where it is cheap. */
  readonly hessian: readonly (readonly number[])[] | null;
  /** Covariance of the gradient from estimated traces. */
  readonly gradientError: readonly (readonly number[])[] | null;
}

/**
 * −2 log REML with its gradient and curvature by Henderson's mixed-model equations, the rows absorbed (Gilmour, Thompson
 * and Cullis, Average information REML, Biometrics 51 (1995) 1440–1450; Searle, Casella and McCulloch, Variance
 * Components, 1992, ch. 8). With c_i = λ_i u_iᵀu_i / σ̂², T_i the trace of C⁻¹ over factor i and N_i its levels,
 * the gradient is N_i − λ_i T_i − c_i and the average information u_iᵀZ_iᵀ P Z_j u_j − c_i c_j / (n − 1).
 */
export class MixedModelEquations {
  readonly factors: 1 | 2;
  /** Of a single factor, what spares a look at each sheet. */
  private readonly groups: { readonly means: Float64Array; readonly within: number } | null;

  constructor(
    readonly model: MixedModel,
    readonly system: ReducedSystem,
  ) {
    this.factors = model.columnFactor === null ? 1 : 2;
    this.groups = this.factors === 1 ? groupedBy(model) : null;
  }

  /** @returns null where the equations are singular to working precision */
  evaluate(logRatios: readonly number[]): RemlPoint | null {
    const { model, system } = this;
    const ratios = { row: Math.exp(-logRatios[0]!), column: Math.exp(-(logRatios[1] ?? 0)) };
    if (!system.prepare(ratios)) return null;
    const solution = this.solve(ratios, { row: model.rowSums, column: model.columnSums, total: model.total });
    let residuals: Float64Array | null = null;
    const effects = [solution.row, solution.column].slice(0, this.factors);
    const lambdas = [ratios.row, ratios.column];
    const energies = effects.map((effect, factor) => lambdas[factor]! * sumOfSquares(effect));
    const squares = energies.reduce((sum, energy) => sum + energy, this.residualSquares(solution));
    const residualVariance = squares / (model.y.length - 1);
    const information = this.averageInformation(ratios, effects, residualVariance);
    const logDeterminant = system.logDeterminant();
    const traces = system.traces();
    const shares = energies.map((energy) => energy / residualVariance);
    return {
      logRatios,
      ratios,
      solution,
      sheets: model.y.length,
      residuals: () => (residuals ??= residualsOf(model, solution)),
      residualVariance,
      criterion: logDeterminant === null ? null : this.criterion(ratios, residualVariance, logDeterminant),
      ...this.derivatives({ lambdas, shares, information, traces }),
    };
  }

  /** Σ (y − μ − row − column)² */
  private residualSquares(solution: MixedModelSolution): number {
    const { row, column, intercept } = solution;
    const { y, rowOf, columnOf, incidence } = this.model;
    let sum = this.groups?.within ?? 0;
    if (this.groups !== null) {
      for (let level = 0; level < row.length; level += 1) {
        sum += incidence.rowTotals[level]! * (this.groups.means[level]! - intercept - row[level]!) ** 2;
      }
      return sum;
    }
    for (let sheet = 0; sheet < y.length; sheet += 1) {
      sum += (y[sheet]! - intercept - row[rowOf[sheet]!]! - column[columnOf[sheet]!]!) ** 2;
    }
    return sum;
  }

  private derivatives(parts: {
    readonly lambdas: readonly number[];
    /** c_i */
    readonly shares: readonly number[];
    /** u_iᵀZ_iᵀ P Z_j u_j */
    readonly information: readonly (readonly number[])[];
    readonly traces: InverseTraces;
  }): Pick<RemlPoint, 'gradient' | 'information' | 'hessian' | 'gradientError'> {
    const { lambdas, shares, information, traces } = parts;
    const { rows, columns } = this.model.incidence;
    const levels = [rows, columns];
    const weighted = [lambdas[0]! * traces.row, lambdas[1]! * traces.column];
    const freedom = this.model.y.length - 1;
    const byPair = (value: (i: number, j: number) => number) =>
      shares.map((_, i) => shares.map((__, j) => value(i, j)));
    const { squares, error } = traces;
    return {
      gradient: shares.map((share, i) => levels[i]! - weighted[i]! - share),
      information: byPair((i, j) => information[i]![j]! - (shares[i]! * shares[j]!) / freedom),
      hessian:
        squares &&
        byPair(
          (i, j) =>
            (i === j ? weighted[i]! - shares[i]! : 0) +
            2 * information[i]![j]! -
            lambdas[i]! * lambdas[j]! * squares[i + j]! -
            (shares[i]! * shares[j]!) / freedom,
        ),
      gradientError: error && byPair((i, j) => lambdas[i]! * lambdas[j]! * error[i + j]!),
    };
  }

  /** (n − 1)(log 2πσ̂² + 1) + log |C| + Σ levels · log(σ²_factor/σ²). */
  private criterion(ratios: VarianceRatios, residualVariance: number, logReduced: number): number {
    const { rows, columns, rowTotals } = this.model.incidence;
    let sum = (this.model.y.length - 1) * (Math.log(2 * Math.PI * residualVariance) + 1) + logReduced;
    // log |D| and the rows' share of Σ levels · log ratio at once.
    for (let row = 0; row < rows; row += 1) sum += Math.log1p(rowTotals[row]! / ratios.row);
    if (columns > 0) sum -= columns * Math.log(ratios.column);
    return sum;
  }

  /** C x = b, by absorption of the rows. */
  private solve(
    ratios: VarianceRatios,
    b: { readonly row: Float64Array; readonly column: Float64Array; readonly total: number },
  ): MixedModelSolution {
    const { rows, columns, starts, columnOf, counts, rowTotals } = this.model.incidence;
    const reduced = new Float64Array(columns + 1);
    reduced.set(b.column);
    reduced[columns] = b.total;
    for (let row = 0; row < rows; row += 1) {
      const scaled = b.row[row]! / (rowTotals[row]! + ratios.row);
      for (let cell = starts[row]!; cell < starts[row + 1]!; cell += 1) {
        reduced[columnOf[cell]!]! -= counts[cell]! * scaled;
      }
      reduced[columns] -= rowTotals[row]! * scaled;
    }
    this.system.solve(reduced);
    const intercept = reduced[columns];
    const solved = new Float64Array(rows);
    for (let row = 0; row < rows; row += 1) {
      let rest = b.row[row]! - rowTotals[row]! * intercept;
      for (let cell = starts[row]!; cell < starts[row + 1]!; cell += 1) {
        rest -= counts[cell]! * reduced[columnOf[cell]!]!;
      }
      solved[row] = rest / (rowTotals[row]! + ratios.row);
    }
    return { row: solved, column: reduced.subarray(0, columns), intercept };
  }

  /** (w_iᵀw_j − w_iᵀW C⁻¹ Wᵀw_j) / σ̂², w_i = Z_i u_i. */
  private averageInformation(
    ratios: VarianceRatios,
    effects: readonly Float64Array[],
    residualVariance: number,
  ): number[][] {
    const { incidence } = this.model;
    const fitted = effects.map((effect, factor) =>
      factor === 0 ? rowSumsOf(incidence, effect) : columnSumsOf(incidence, effect),
    );
    const solved = fitted.map((sums) => this.solve(ratios, sums));
    return effects.map((effect, i) =>
      effects.map((_, j) => {
        const plain = product(i === 0 ? fitted[j]!.row : fitted[j]!.column, effect);
        const { row, column, intercept } = solved[j]!;
        const { row: rowSums, column: columnSums, total } = fitted[i]!;
        return (plain - product(rowSums, row) - product(columnSums, column) - total * intercept) / residualVariance;
      }),
    );
  }
}

interface LevelSums {
  readonly row: Float64Array;
  readonly column: Float64Array;
  readonly total: number;
}

/** Wᵀ Z_row u */
function rowSumsOf(
  { rows, columns, starts, columnOf, counts, rowTotals }: FactorIncidence,
  u: Float64Array,
): LevelSums {
  const row = rowTotals.map((total, level) => total * u[level]!);
  const column = new Float64Array(columns);
  for (let level = 0; level < rows; level += 1) {
    for (let cell = starts[level]!; cell < starts[level + 1]!; cell += 1) {
      column[columnOf[cell]!]! += counts[cell]! * u[level]!;
    }
  }
  return { row, column, total: row.reduce((sum, value) => sum + value, 0) };
}

/** Wᵀ Z_column u */
function columnSumsOf({ rows, starts, columnOf, counts, columnTotals }: FactorIncidence, u: Float64Array): LevelSums {
  const row = new Float64Array(rows);
  for (let level = 0; level < rows; level += 1) {
    for (let cell = starts[level]!; cell < starts[level + 1]!; cell += 1) {
      row[level]! += counts[cell]! * u[columnOf[cell]!]!;
    }
  }
  const column = columnTotals.map((total, level) => total * u[level]!);
  return { row, column, total: column.reduce((sum, value) => sum + value, 0) };
}

/** Means of y by row, and the sum of squares about them. */
function groupedBy({ y, rowOf, rowSums, incidence }: MixedModel) {
  const means = rowSums.map((sum, row) => sum / incidence.rowTotals[row]!);
  let within = 0;
  for (let sheet = 0; sheet < y.length; sheet += 1) within += (y[sheet]! - means[rowOf[sheet]!]!) ** 2;
  return { means, within };
}

function residualsOf({ rowOf, columnOf, y }: MixedModel, { row, column, intercept }: MixedModelSolution): Float64Array {
  const residuals = new Float64Array(y.length);
  for (let sheet = 0; sheet < y.length; sheet += 1) residuals[sheet] = y[sheet]! - intercept;
  for (let sheet = 0; sheet < rowOf.length; sheet += 1) residuals[sheet]! -= row[rowOf[sheet]!]!;
  for (let sheet = 0; sheet < columnOf.length; sheet += 1) residuals[sheet]! -= column[columnOf[sheet]!]!;
  return residuals;
}

function product(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < left.length; at += 1) sum += left[at]! * right[at]!;
  return sum;
}

function sumOfSquares(values: Float64Array): number {
  return product(values, values);
}
