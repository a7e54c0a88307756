import type { Comparison } from '../../libs/domain/src/pairwise/pairwise-table.js';
import { seededRandom, standardNormal } from '../../libs/domain/src/statistics/seeded-random.js';
import type { PlainSheet } from '../../libs/domain/src/severity/shadow/plain-fixed-effects.js';

export const drawnShapes = ['balanced', 'sparse', 'unequal', 'singular', 'disconnected', 'bridge', 'repeated'] as const;
export type DrawnShape = (typeof drawnShapes)[number];

/**
 * Sheets of a random small stage for tests: every judge × every entry; few sheets an entry; loads that differ much;
 * as few sheets as effects; two or three stages that nothing connects; two that one sheet connects; pairs scored twice.
 */
export function drawnSheets(shape: DrawnShape, seed: number): PlainSheet[] {
  const uniform = seededRandom(seed);
  const normal = standardNormal(uniform);
  const integer = (from: number, to: number) => from + Math.floor(uniform() * (to - from + 1));
  const offset = 10 ** integer(0, 3);
  const sheets = new Map<string, { e: number; j: number; times: number }>();
  const add = (e: number, j: number, times = 1) => sheets.set(`${e} ${j}`, { e, j, times });
  const block = (firstEntry: number, firstJudge: number, density: number) => {
    const [entries, judges] = [integer(1, 9), integer(1, 7)];
    for (let e = 0; e < entries; e += 1) {
      for (let j = 0; j < judges; j += 1) {
        const share = shape === 'unequal' ? density * ((j + 1) / judges) ** 2 : density;
        if (uniform() < share || j === e % judges) {
          add(firstEntry + e, firstJudge + j, shape === 'repeated' && uniform() < 0.3 ? integer(2, 3) : 1);
        }
      }
    }
  };
  const density = { balanced: 1, sparse: 0.3, unequal: 0.9, singular: 0.1 } as Partial<Record<DrawnShape, number>>;
  block(0, 0, density[shape] ?? 0.6);
  if (shape === 'disconnected' || shape === 'bridge') block(20, 20, 0.6);
  if (shape === 'disconnected' && uniform() < 0.5) block(40, 40, 0.5);
  if (shape === 'bridge') add(0, 20);
  const effects = Array.from({ length: 120 }, () => 3 * normal());
  return [...sheets.values()].flatMap(({ e, j, times }) =>
    Array.from({ length: times }, () => ({
      entry: `e${e}`,
      judge: `j${j}`,
      total: offset + effects[e]! + effects[60 + j]! + normal(),
    })),
  );
}

/**
 * Comparisons of a random small stage for tests: from few to all pairs, abilities that hardly differ or differ much,
 * one judge or many a pair, ties as half a win each way; often separated.
 */
export function drawnComparisons(seed: number): Comparison[] {
  const uniform = seededRandom(seed);
  const normal = standardNormal(uniform);
  const integer = (from: number, to: number) => from + Math.floor(uniform() * (to - from + 1));
  const entries = integer(2, 9);
  const density = 0.3 + 0.7 * uniform();
  const spread = [0.2, 1, 2][integer(0, 2)]!;
  const abilities = Array.from({ length: entries }, () => spread * normal());
  const most = 10 ** integer(0, 2);
  const comparisons: Comparison[] = [];
  for (let i = 0; i < entries; i += 1) {
    for (let j = i + 1; j < entries; j += 1) {
      if (j !== i + 1 && uniform() > density) continue;
      const times = integer(1, most);
      const chance = 1 / (1 + Math.exp(abilities[j]! - abilities[i]!));
      let wins = uniform() < 0.3 ? 0.5 : 0;
      for (let time = wins > 0 ? 1 : 0; time < times; time += 1) wins += uniform() < chance ? 1 : 0;
      if (wins > 0) comparisons.push({ winner: `e${i}`, loser: `e${j}`, count: wins });
      if (times > wins) comparisons.push({ winner: `e${j}`, loser: `e${i}`, count: times - wins });
    }
  }
  return comparisons;
}
