import { seededRandom, standardNormal } from '../../libs/domain/src/statistics/seeded-random.js';

export interface SimulatedStage {
  readonly seed: number;
  readonly entries: number;
  readonly judges: number;
  /** Fewest and most entries a judge scores, drawn anew for each judge. */
  readonly load: readonly [number, number];
  /** Standard deviation of the residual of a judge, by index (1). */
  readonly spreadOf?: (judge: number) => number;
  /** Added to a sheet's total, by indices. */
  readonly biasOf?: (judge: number, entry: number, place: number) => number;
  /** Entries that a judge scores for sure, by index; more than the load where they are more. */
  readonly surely?: (judge: number) => readonly number[];
}

export interface SimulatedSheet {
  readonly entry: string;
  readonly judge: string;
  readonly total: number;
  /** The judge's own sequence, from 0. */
  readonly place: number;
}

export const entryId = (index: number) => `E${String(index).padStart(4, '0')}`;
export const judgeId = (index: number) => `J${String(index).padStart(4, '0')}`;

/** Normal entries (sd 2) and judges (sd 1) about 70, normal residuals; each judge scores a random set in random order. */
export function simulatedSheets(stage: SimulatedStage): SimulatedSheet[] {
  const uniform = seededRandom(stage.seed);
  const normal = standardNormal(uniform);
  const qualities = Array.from({ length: stage.entries }, () => 70 + 2 * normal());
  const sheets: SimulatedSheet[] = [];
  for (let judge = 0; judge < stage.judges; judge += 1) {
    const severity = normal();
    const spread = stage.spreadOf?.(judge) ?? 1;
    const [fewest, most] = stage.load;
    const load = fewest + Math.floor(uniform() * (most - fewest + 1));
    const sure = stage.surely?.(judge) ?? [];
    const rest = shuffled(uniform, stage.entries).filter((entry) => !sure.includes(entry));
    const scored = [...sure, ...rest].slice(0, Math.max(load, sure.length));
    shuffled(uniform, scored.length).forEach((at, place) => {
      const entry = scored[at] ?? 0;
      const bias = stage.biasOf?.(judge, entry, place) ?? 0;
      const total = (qualities[entry] ?? 0) + severity + spread * normal() + bias;
      sheets.push({ entry: entryId(entry), judge: judgeId(judge), total, place });
    });
  }
  return sheets;
}

/** 0 … count − 1 in random order. */
function shuffled(uniform: () => number, count: number): number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last -= 1) {
    const pick = Math.floor(uniform() * (last + 1));
    [order[last], order[pick]] = [order[pick] ?? 0, order[last] ?? 0];
  }
  return order;
}
