import highsModule, { type Highs, type Model } from 'highs';
import type { LinearBasis, LinearModel, LinearSolution, SolveLinear } from '#domain/assignment/linear-model';

// Typed as CommonJS, where the function would be a property; Node loads the package's ES module, whose default it is.
const loadHighs = highsModule as unknown as typeof highsModule.default;

/** Costs are whole, so that a reduced cost below nought is at least one below it. */
const dualTolerance = 1e-4;
/** Branch-and-bound counts steps, never seconds: a busy machine gives the same plan. */
const nodeLimit = 5000;

/** HiGHS in this thread, which it blocks while it solves; `assignApart` gives it a thread of its own. */
export async function highsSolver(): Promise<SolveLinear> {
  const highs: Highs = await loadHighs();
  return (model, start) => highs.withModel(modelData(model), (solver) => solved(highs, solver, model, start));
}

function modelData(model: LinearModel) {
  const [columns, rows] = [model.cost.length, model.rowLower.length];
  return {
    ...{ numCols: columns, numRows: rows, colCost: model.cost },
    ...{ colLower: new Float64Array(columns), colUpper: model.upper },
    ...{ rowLower: model.rowLower, rowUpper: model.rowUpper },
    matrix: {
      ...{ format: 'csc' as const, numRows: rows, numCols: columns },
      ...{ starts: model.starts, indices: model.rows, values: model.coefficients },
    },
    ...(model.isWhole ? { integrality: new Int32Array(columns).fill(1) } : {}),
  };
}

function solved(highs: Highs, solver: Model, model: LinearModel, start: LinearBasis | null): LinearSolution {
  solver.options.set({ output_flag: false, dual_feasibility_tolerance: dualTolerance });
  if (model.isWhole) solver.options.set({ mip_rel_gap: 0, mip_max_nodes: nodeLimit });
  if (start !== null) solver.setBasis({ colStatus: start.columns, rowStatus: start.rows });
  solver.run();
  const status = solver.getModelStatus();
  const { optimal, solutionLimit, iterationLimit } = highs.constants.modelStatus;
  const isAtLimit = status === solutionLimit || status === iterationLimit;
  const isFeasible = solver.info.get('primal_solution_status') === highs.constants.solutionStatus.feasible;
  const isUsable = status === optimal || (model.isWhole && isAtLimit && isFeasible);
  if (!isUsable) throw new Error(`the solver ended with status ${status}`);
  const { colValue, rowDual } = solver.getSolution();
  if (model.isWhole) return { values: colValue.map(Math.round), rowDuals: new Float64Array(0), basis: null };
  const { colStatus, rowStatus } = solver.getBasis();
  return { values: colValue, rowDuals: rowDual, basis: { columns: colStatus, rows: rowStatus } };
}
