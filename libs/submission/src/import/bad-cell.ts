import type { BadCell, CellProblem, ImportRow } from '#domain';

/** Where the problem of a target stands in the file. */
export function badCell(
  { target, problem }: CellProblem,
  { row, cells }: ImportRow,
  columns: ReadonlyMap<string, number>,
): BadCell {
  return { row, column: columns.get(target) ?? null, value: (cells.get(target) ?? '').slice(0, 120), problem };
}
