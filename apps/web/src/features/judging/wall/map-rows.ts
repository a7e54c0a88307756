import type { WallMap } from './detail-queries.js';

export type SheetState = WallMap['entries'][number]['cells'][number]['state'];

/** One judge × entry; null where the judge hasn't the entry. */
export interface MapCell {
  /** Of its own on the page. */
  readonly key: string;
  readonly entry: string;
  readonly judge: string;
  readonly state: SheetState;
}

export interface MapRow {
  readonly entry: string;
  readonly cells: readonly (MapCell | null)[];
}

/** With more judges on a page than this, each row has its own judges side by side. */
export const mostColumns = 24;

interface MapRows {
  /** Names at the head of the columns; null where each cell names its judge. */
  readonly judges: readonly string[] | null;
  readonly rows: readonly MapRow[];
}

/** The map as rows of cells, all equally long. Judges stand in the order of the answer: by name. */
export function mapRows({ judges, entries }: Pick<WallMap, 'judges' | 'entries'>, nameless: string): MapRows {
  const names = new Map(judges.map(({ id, name }) => [id, name ?? nameless]));
  const places = new Map(judges.map(({ id }, place) => [id, place]));
  const placeOf = (judge: string) => places.get(judge) ?? judges.length;
  const hasColumns = judges.length <= mostColumns;
  const rows = entries.map(({ number, title, cells }) => {
    const entry = `${number} · ${title}`;
    const own = [...cells]
      .sort((left, right) => placeOf(left.judge) - placeOf(right.judge))
      .map(({ judge, state }) => ({
        place: placeOf(judge),
        cell: { key: `${number} ${judge} ${state}`, entry, judge: names.get(judge) ?? nameless, state },
      }));
    if (!hasColumns) return { entry, cells: own.map(({ cell }) => cell) };
    return { entry, cells: judges.map((_, place) => own.find((one) => one.place === place)?.cell ?? null) };
  });
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  return {
    judges: hasColumns ? judges.map(({ name }) => name ?? nameless) : null,
    rows: rows.map(({ entry, cells }) => ({
      entry,
      cells: [...cells, ...Array.from({ length: width - cells.length }, () => null)],
    })),
  };
}

/** Where a key leads in the grid: the next cell that there is in its direction, or the same where there is none. */
export function nextCell(rows: readonly MapRow[], from: readonly [number, number], key: string): [number, number] {
  const [row, column] = from;
  const width = rows[0]?.cells.length ?? 0;
  const there = (toRow: number, toColumn: number) => (rows[toRow]?.cells[toColumn] ?? null) !== null;
  const walk = (steps: readonly (readonly [number, number])[]) => steps.find((step) => there(...step)) ?? from;
  const along = (count: number, step: (index: number) => readonly [number, number]) =>
    walk(Array.from({ length: count }, (_, index) => step(index)));
  const found = {
    ArrowRight: () => along(width - column - 1, (index) => [row, column + 1 + index]),
    ArrowLeft: () => along(column, (index) => [row, column - 1 - index]),
    ArrowDown: () => along(rows.length - row - 1, (index) => [row + 1 + index, column]),
    ArrowUp: () => along(row, (index) => [row - 1 - index, column]),
    Home: () => along(width, (index) => [row, index]),
    End: () => along(width, (index) => [row, width - 1 - index]),
  }[key];
  const [toRow, toColumn] = found?.() ?? from;
  return [toRow, toColumn];
}
