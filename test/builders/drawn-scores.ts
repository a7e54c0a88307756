import { seededRandom, standardNormal } from '../../libs/domain/src/statistics/seeded-random.js';

export interface DrawnSheet {
  readonly entry: string;
  readonly judge: string;
  readonly total: number;
}

/**
 * Sheets of a random small stage for variance components: 2 to 8 entries and judges, dense or sparse, pairs scored
 * repeatedly, entries and judges that differ much, little or not at all, scores with decimals or whole ones.
 *
 * @param limit of the number of sheets
 */
export function drawnScores(seed: number, limit = 24): DrawnSheet[] {
  const uniform = seededRandom(seed);
  const normal = standardNormal(uniform);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(uniform() * values.length)]!;
  const [entries, judges] = [2 + Math.floor(uniform() * 7), 2 + Math.floor(uniform() * 7)];
  const density = 0.3 + 0.7 * uniform();
  const repeats = pick([0, 0, 0.3]);
  const spreads = { entry: pick([0, 0.3, 1, 3]), judge: pick([0, 0.3, 1, 3]), residual: pick([0.1, 0.3, 1]) };
  const isWhole = uniform() < 0.3;
  const entryValues = Array.from({ length: entries }, () => spreads.entry * normal());
  const judgeValues = Array.from({ length: judges }, () => spreads.judge * normal());
  const sheets: DrawnSheet[] = [];
  for (let e = 0; e < entries; e += 1) {
    for (let j = 0; j < judges; j += 1) {
      if (uniform() > density) continue;
      for (let time = uniform() < repeats ? 2 : 1; time > 0; time -= 1) {
        const total = 80 + entryValues[e]! + judgeValues[j]! + spreads.residual * normal();
        sheets.push({ entry: `e${e}`, judge: `j${j}`, total: isWhole ? Math.round(total) : total });
      }
    }
  }
  return sheets.slice(0, limit);
}

/** A larger stage: every entry scored by some judges drawn at random. */
export function drawnStage(
  seed: number,
  size: { readonly entries: number; readonly judges: number; readonly sheets: number },
  spreads: readonly [entry: number, judge: number, residual: number] = [1, 0.7, 0.8],
): DrawnSheet[] {
  const uniform = seededRandom(seed);
  const normal = standardNormal(uniform);
  const judgeValues = Array.from({ length: size.judges }, () => spreads[1] * normal());
  return Array.from({ length: size.entries }, (_, e) => {
    const value = 80 + spreads[0] * normal();
    const panel = new Set<number>();
    while (panel.size < size.sheets) panel.add(Math.floor(uniform() * size.judges));
    return [...panel].map((j) => ({
      entry: `e${e}`,
      judge: `j${j}`,
      total: value + judgeValues[j]! + spreads[2] * normal(),
    }));
  }).flat();
}
