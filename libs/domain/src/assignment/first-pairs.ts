import { BestOfRow } from './best-of-row.js';
import { openingPrices } from './opening-prices.js';
import { barred } from './pair-table.js';
import type { PlanModel } from './plan-model.js';

const besides = 5;
const inTurn = 2;

/** At least so many judges of a kind: few and mostly binding, so that they stand in the model from the first. */
export function addKindRules(model: PlanModel): void {
  model.table.entryIds.forEach((_, entry) => {
    for (const { kind, atLeast } of model.table.kindRules(entry)) model.addRule({ entry, kind, atLeast });
  });
}

/**
 * Pairs to begin with, and the prices to start at: the best of each entry at these prices, the best of each wanted kind,
 * and a few judges in turn, so that everybody is a candidate of some entries.
 */
export function addFirstPairs(model: PlanModel): void {
  const { table, penalties } = model;
  const judges = table.judgeIds.length;
  const prices = openingPrices(model);
  const entryPrices = new Float64Array(table.entryIds.length);
  const row = new Int32Array(judges);
  for (let entry = 0; entry < table.entryIds.length; entry += 1) {
    const wanted = table.wanted[entry] ?? 0;
    if (wanted === 0) continue;
    table.fillRow(entry, row);
    const best = bestOf(row, prices, wanted + besides, () => true);
    entryPrices[entry] = Math.min(best.costs[wanted - 1] ?? penalties.missing, penalties.missing);
    const ofKinds = table
      .kindRules(entry)
      .flatMap(
        ({ kind, atLeast }) => bestOf(row, prices, atLeast + besides, (judge) => table.kindOf[judge] === kind).judges,
      );
    const others = Array.from({ length: inTurn }, (_, step) => (entry * inTurn + step) % judges);
    for (const judge of [...best.judges, ...ofKinds, ...others]) {
      const value = row[judge] ?? barred;
      if (value !== barred) model.addPair(entry, judge, value);
    }
  }
  model.startAt(entryPrices, prices);
}

function bestOf(row: Int32Array, prices: Float64Array, count: number, isWanted: (judge: number) => boolean): BestOfRow {
  const best = new BestOfRow(count);
  for (let judge = 0; judge < row.length; judge += 1) {
    const value = row[judge] ?? barred;
    if (value !== barred && isWanted(judge)) best.offer(judge, -value - (prices[judge] ?? 0));
  }
  return best;
}
