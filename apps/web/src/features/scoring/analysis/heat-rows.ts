import type { Schemas } from '../../../api/client.js';

type Cells = Schemas['HeatMapCellsDto'];

export interface HeatCell {
  readonly entry: number;
  readonly judge: number;
  /** Decimal string. */
  readonly total: string;
  readonly z: number | null;
}

/** One entry's sheets, by judge. */
export interface HeatRow {
  readonly entry: number;
  readonly cells: readonly HeatCell[];
  /** Standard deviation (divisor n − 1) of its standard scores; null below two of them. */
  readonly apart: number | null;
}

/** More columns than these are not read across: then each row shows its own judges alone. */
export const mostJudges = 24;

/** @param order indexes of entries in the order of the rows */
export function heatRows({ entry, judge, total, z }: Cells, order: readonly number[]): HeatRow[] {
  const cellsOf = new Map<number, HeatCell[]>(order.map((index) => [index, []]));
  for (const [at, index] of entry.entries()) {
    cellsOf.get(index)?.push({ entry: index, judge: judge[at] ?? 0, total: total[at] ?? '', z: z[at] ?? null });
  }
  return [...cellsOf].map(([index, cells]) => ({
    entry: index,
    cells: cells.sort((left, right) => left.judge - right.judge),
    apart: deviation(cells.flatMap((cell) => cell.z ?? [])),
  }));
}

/** Judges of these rows, in their order; null where they are too many for columns of their own. */
export function heatColumns(rows: readonly HeatRow[]): number[] | null {
  const judges = [...new Set(rows.flatMap(({ cells }) => cells.map(({ judge }) => judge)))];
  return judges.length > mostJudges ? null : judges.sort((left, right) => left - right);
}

function deviation(values: readonly number[]): number | null {
  if (values.length < 2) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}

/** Strength of a cell's colour from −1 to 1; two and a half standard deviations and more are full. */
export function heatOf(z: number | null): number {
  return z === null ? 0 : Math.min(1, Math.max(-1, z / 2.5));
}
