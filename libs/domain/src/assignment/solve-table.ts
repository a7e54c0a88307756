import { evenLoads } from './even-loads.js';
import { basisAtBounds, type LinearBasis, type LinearSolution, type SolveLinear } from './linear-model.js';
import { addFirstPairs, addKindRules } from './first-pairs.js';
import type { PairTable } from './pair-table.js';
import { penaltiesOf } from './penalties.js';
import type { Place } from './plan-graph.js';
import { PlanModel } from './plan-model.js';
import { pricePairs, type Prices, type Pricing, wholePrices } from './price-pairs.js';

/** A solved table: pairs by number of entry and judge, and the prices that prove how good they are. */
export interface TableSolution {
  readonly model: PlanModel;
  readonly solution: LinearSolution;
  readonly chosen: readonly number[];
  readonly prices: Prices;
  readonly pricing: Pricing;
  /** Cost of the plan and its lower bound, in 64ths of a point, penalties included. */
  readonly cost: number;
  readonly bound: number;
  readonly rounds: number;
}

const sparePairs = 4;
const roundLimit = 200;
const wholeTolerance = 1e-6;

/**
 * Solves on few pairs an entry, then looks at every pair with the prices found and brings in those that would better the
 * plan, until none would (or the gap is as small as wanted): the bound is that of all pairs. Rules about employers are
 * brought in where a plan breaks them.
 *
 * @param gapWanted share of the plan's value, at which to stop
 */
export async function solveTable(table: PairTable, solve: SolveLinear, gapWanted: number): Promise<TableSolution> {
  const model = openModel(table);
  let start: LinearBasis | null = null;
  let bound = Number.NEGATIVE_INFINITY;
  for (let rounds = 1; rounds <= roundLimit; rounds += 1) {
    const pairs = model.pairEntries.length;
    const linear = model.build(false);
    let solution = await solve(linear, start ?? basisAtBounds(linear));
    const prices = wholePrices(model, solution.rowDuals);
    const pricing = pricePairs(model, prices, sparePairs);
    bound = Math.max(bound, pricing.bound);
    // Less than a broken wish costs, so that whatever is broken then could not have been kept.
    const room = Math.min(gapWanted * Math.abs(worthOf(model, solution)), model.penalties.uneven - 1);
    const isNearEnough = costOf(model, solution) - bound <= room;
    if (pricing.better.length > 0 && !isNearEnough) {
      for (const [entry, judge, value] of pricing.better) model.addPair(entry, judge, value);
    } else {
      if (!isWhole(solution)) solution = { ...(await solve(model.build(true), null)), basis: solution.basis };
      const broken = brokenEmployerRules(model, solution);
      if (broken.length === 0) {
        const [chosen, cost] = [model.chosen(solution), costOf(model, solution)];
        return { model, solution, chosen, prices, pricing, cost, bound, rounds };
      }
      for (const rule of broken) model.addRule(rule);
    }
    start = solution.basis && model.startFrom(solution.basis, pairs);
  }
  throw new Error(`an assignment did not settle in ${roundLimit} rounds`);
}

/** The places of a solution, fixed ones included, by entry and judge. */
export function placesOf({ model, chosen }: TableSolution): Place[] {
  const found = chosen.map((pair) => ({
    ...{ entry: model.pairEntries[pair] ?? 0, judge: model.pairJudges[pair] ?? 0, isFixed: false },
  }));
  const fixed = model.table.fixed.flatMap((judges, entry) => judges.map((judge) => ({ entry, judge, isFixed: true })));
  return [...found, ...fixed].sort((left, right) => left.entry - right.entry || left.judge - right.judge);
}

function openModel(table: PairTable): PlanModel {
  const least = table.least.map((value, judge) => Math.max(value, table.fixedLoads[judge] ?? 0));
  const places = sum(table.wanted) + sum(table.fixedLoads);
  const model = new PlanModel(table, evenLoads(places, least, table.most), penaltiesOf(table));
  addKindRules(model);
  addFirstPairs(model);
  return model;
}

/** Whole, and counted from the columns rather than taken from the solver. */
function costOf(model: PlanModel, solution: LinearSolution): number {
  let cost = 0;
  model.baseSlacks.forEach((slack, column) => (cost += slack.cost * (solution.values[column] ?? 0)));
  const firstSide = model.firstPair + model.pairEntries.length;
  model.sideSlacks.forEach((slack, index) => (cost += slack.cost * (solution.values[firstSide + index] ?? 0)));
  model.pairValues.forEach((value, pair) => (cost -= value * (solution.values[model.firstPair + pair] ?? 0)));
  return Math.round(cost);
}

/** What the pairs of a solution are worth, without penalties, in 64ths of a point. */
export function worthOf(model: PlanModel, solution: LinearSolution): number {
  let worth = 0;
  model.pairValues.forEach((value, pair) => (worth += value * (solution.values[model.firstPair + pair] ?? 0)));
  return Math.round(worth);
}

function isWhole({ values }: LinearSolution): boolean {
  return values.every((value) => Math.abs(value - Math.round(value)) <= wholeTolerance);
}

/** Employers with more judges on an entry than may be, that have no side rule yet. */
function brokenEmployerRules(model: PlanModel, solution: LinearSolution) {
  const { employerRoom, employerOf, employers } = model.table;
  if (employerRoom === null) return [];
  const counts = new Map<number, number>();
  for (const pair of model.chosen(solution)) {
    const employer = employerOf[model.pairJudges[pair] ?? -1] ?? -1;
    if (employer < 0) continue;
    const key = (model.pairEntries[pair] ?? 0) * employers.length + employer;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].flatMap(([key, count]) => {
    const [entry, employer] = [Math.floor(key / employers.length), key % employers.length];
    const atMost = employerRoom(entry, employer);
    const isKnown = model.rulesOf(entry).some((rule) => {
      const side = model.sideRules[rule];
      return side !== undefined && 'employer' in side && side.employer === employer;
    });
    return count > atMost && !isKnown ? [{ entry, employer, atMost }] : [];
  });
}

function sum(values: Int32Array): number {
  return values.reduce((total, value) => total + value, 0);
}
