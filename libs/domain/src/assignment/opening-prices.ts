import { BestOfRow } from './best-of-row.js';
import { barred } from './pair-table.js';
import { type PlanModel, stillAtLeast, stillAtMost } from './plan-model.js';

/** Pairs an entry chooses from meanwhile: its best at the prices of each pass. */
const choices = 40;
/**
 * Steps of each pass, the first as a share of the spread of values, each next one by its factor. Sums, products and
 * quotients alone: a power may differ in its last bit from machine to machine, and with it the plan.
 */
const passes = [
  { steps: 60, first: 0.5, factor: 0.947 },
  { steps: 60, first: 0.05, factor: 0.936 },
] as const;

/**
 * Prices to begin with: each entry takes its best judges, those in demand grow dearer and the others cheaper, in ever
 * smaller steps (a subgradient ascent of the bound). Whatever comes out, the plan is as good; only found sooner.
 */
export function openingPrices(model: PlanModel): Float64Array {
  const { table } = model;
  const prices = new Float64Array(table.judgeIds.length);
  const spread = model.penalties.uneven / (Math.min(table.judgeIds.length, 255) + 1);
  for (const { steps, first, factor } of passes) {
    const market = bestPairs(model, prices);
    let size = spread * first;
    for (let step = 0; step < steps; step += 1) {
      adjustPrices(model, prices, loadsAt(model, market, prices), size);
      size *= factor;
    }
  }
  return prices.map(Math.round);
}

interface Market {
  readonly judges: Int32Array;
  readonly values: Int32Array;
  /** Pairs of entry e: from `starts[e]` to `starts[e + 1]`. */
  readonly starts: Int32Array;
}

function bestPairs({ table }: PlanModel, prices: Float64Array): Market {
  const row = new Int32Array(table.judgeIds.length);
  const judges = new Int32Array(table.entryIds.length * choices);
  const values = new Int32Array(judges.length);
  const starts = new Int32Array(table.entryIds.length + 1);
  let count = 0;
  for (let entry = 0; entry < table.entryIds.length; entry += 1) {
    table.fillRow(entry, row);
    const best = new BestOfRow(choices);
    for (let judge = 0; judge < row.length; judge += 1) {
      const value = row[judge] ?? barred;
      if (value !== barred) best.offer(judge, -value - (prices[judge] ?? 0));
    }
    for (const judge of best.judges) {
      judges[count] = judge;
      values[count] = row[judge] ?? 0;
      count += 1;
    }
    starts[entry + 1] = count;
  }
  return { judges, values, starts };
}

function loadsAt({ table }: PlanModel, market: Market, prices: Float64Array): Int32Array {
  const loads = new Int32Array(prices.length);
  for (let entry = 0; entry < table.entryIds.length; entry += 1) {
    const best = new BestOfRow(table.wanted[entry] ?? 0);
    for (let at = market.starts[entry] ?? 0; at < (market.starts[entry + 1] ?? 0); at += 1) {
      const judge = market.judges[at] ?? 0;
      best.offer(judge, -(market.values[at] ?? 0) - (prices[judge] ?? 0));
    }
    for (const judge of best.judges) loads[judge] = (loads[judge] ?? 0) + 1;
  }
  return loads;
}

function adjustPrices(
  { table, bands, penalties }: PlanModel,
  prices: Float64Array,
  loads: Int32Array,
  size: number,
): void {
  for (let judge = 0; judge < prices.length; judge += 1) {
    const [load, most] = [loads[judge] ?? 0, stillAtMost(table, bands, judge)];
    const least = stillAtLeast(table, bands, judge);
    const off = load > most ? load - most : Math.min(0, load - least);
    const moved = (prices[judge] ?? 0) - (size * off) / Math.max(1, most);
    prices[judge] = Math.max(-penalties.uneven, Math.min(penalties.uneven, moved));
  }
}
