import { BestOfRow } from './best-of-row.js';
import { barred } from './pair-table.js';
import { type PlanModel, stillAtLeast } from './plan-model.js';

/** Whole prices of the rows, by which the worth of every pair is compared. */
export interface Prices {
  /** Of a judge's place: negative where the judge is in demand. */
  readonly judges: Float64Array;
  /** Of each side rule: positive for a kind that is wanted, negative for an employer that is crowded. */
  readonly rules: Float64Array;
}

export interface Pricing {
  /** No plan costs less: proven by these prices alone, with every pair looked at, in whole numbers. */
  readonly bound: number;
  /** What one judge more would cost each entry. */
  readonly entries: Float64Array;
  /** Pairs not yet in the model that are among the best of their entry: entry, judge, value. */
  readonly better: readonly (readonly [number, number, number])[];
}

/** Prices as the solver found them, made whole and held to their signs and to what breaking a rule costs at most. */
export function wholePrices(model: PlanModel, found: Float64Array): Prices {
  const rowDuals = model.wholeDuals(found);
  const entries = model.table.entryIds.length;
  const { limit, rule } = model.penalties;
  const judges = rowDuals.subarray(entries, model.firstRuleRow).map((dual) => held(dual, -limit, limit));
  const rules = rowDuals.subarray(model.firstRuleRow).map((dual, index) => {
    const side = model.sideRules[index];
    return side !== undefined && 'kind' in side ? held(dual, 0, rule) : held(dual, -rule, 0);
  });
  return { judges, rules };
}

const held = (value: number, least: number, most: number) => Math.max(least, Math.min(most, Math.round(value)));

/**
 * The Lagrangian bound of so many prices: each entry takes, of all its pairs, the best by value and price; what judges
 * and rules then owe or are owed is added. Whatever the prices, no plan that keeps the rules costs less.
 *
 * @param spare pairs beyond the wanted that each entry may bring into the model
 */
export function pricePairs(model: PlanModel, prices: Prices, spare: number): Pricing {
  const { table, penalties } = model;
  const row = new Int32Array(table.judgeIds.length);
  const entries = new Float64Array(table.entryIds.length);
  const better: [number, number, number][] = [];
  let bound = ownersBound(model, prices);
  for (let entry = 0; entry < table.entryIds.length; entry += 1) {
    const wanted = table.wanted[entry] ?? 0;
    table.fillRow(entry, row);
    const rules = model.rulesOf(entry);
    const best = new BestOfRow(wanted + spare);
    for (let judge = 0; judge < row.length; judge += 1) {
      const value = row[judge] ?? barred;
      if (value === barred) continue;
      let cost = -value - (prices.judges[judge] ?? 0);
      if (rules.length > 0) {
        for (const rule of rules) if (model.isUnder(rule, judge)) cost -= prices.rules[rule] ?? 0;
      }
      best.offer(judge, cost);
    }
    for (let place = 0; place < wanted; place += 1) bound += Math.min(best.costs[place] ?? Infinity, penalties.missing);
    const marginal = wanted === 0 ? penalties.missing : Math.min(best.costs[wanted - 1] ?? Infinity, penalties.missing);
    entries[entry] = marginal;
    const isLacking = best.judges.slice(0, wanted).some((judge) => !model.hasPair(entry, judge));
    if (isLacking) {
      for (const judge of best.judges) if (!model.hasPair(entry, judge)) better.push([entry, judge, row[judge] ?? 0]);
    }
  }
  return { bound, entries, better };
}

/** Judges and rules at these prices, and slacks that the prices would make worth their cost. */
function ownersBound(model: PlanModel, prices: Prices): number {
  const { table, bands } = model;
  let bound = 0;
  for (let judge = 0; judge < table.judgeIds.length; judge += 1) {
    bound += (prices.judges[judge] ?? 0) * stillAtLeast(table, bands, judge);
  }
  model.sideRules.forEach((side, index) => {
    bound += (prices.rules[index] ?? 0) * ('kind' in side ? side.atLeast : side.atMost);
  });
  const firstJudge = table.entryIds.length;
  for (const { row, sign, cost, upper } of model.baseSlacks) {
    if (row < firstJudge) continue;
    const reduced = cost - sign * (prices.judges[row - firstJudge] ?? 0);
    if (reduced < 0) bound += reduced * upper;
  }
  return bound;
}
