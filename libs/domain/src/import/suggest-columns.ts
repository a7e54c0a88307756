import type { ImportColumns, ImportGrid, ImportTarget } from './import-target.js';

/** Rows of a sheet among which its header is looked for: above it stand titles and notes. */
const headerDepth = 20;

/**
 * A header as it is compared: in one width and case, without blanks, marks, and what stands in brackets behind it.
 *
 * @example headerKey('项目名称（必填）*') // '项目名称'
 */
export function headerKey(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase();
  const bare = plain.replace(/[([【][^)\]】]*[)\]】]\s*\*?\s*$/u, '');
  const key = (given: string) => given.replace(/[^\p{L}\p{N}]/gu, '');
  return key(bare) === '' ? key(plain) : key(bare);
}

/** What each header was the last time it was mapped; null where it was left out. */
export type SavedColumns = Readonly<Record<string, string | null>>;

/** The row that names most columns, else the first with two cells; from 1. */
export function findHeaderRow(grid: ImportGrid, targets: readonly ImportTarget[], saved: SavedColumns = {}): number {
  const names = namesOf(targets);
  const known = (cell: string) => names.has(headerKey(cell)) || typeof saved[headerKey(cell)] === 'string';
  const counts = grid.slice(0, headerDepth).map((cells) => cells.filter(known).length);
  const most = Math.max(0, ...counts);
  if (most > 0) return counts.indexOf(most) + 1;
  const filled = (least: number) =>
    grid.slice(0, headerDepth).findIndex((cells) => cells.filter((cell) => cell.trim() !== '').length >= least);
  return Math.max(1, filled(2) + 1 || filled(1) + 1);
}

/** What the columns under these headers are taken for: as saved, else by their names in either language. */
export function suggestTargets(
  headers: readonly string[],
  targets: readonly ImportTarget[],
  saved: SavedColumns = {},
): (string | null)[] {
  const names = namesOf(targets);
  const there = new Set(targets.map(({ key }) => key));
  const taken = new Set<string>();
  return headers.map((header) => {
    const key = headerKey(header);
    const kept = Object.hasOwn(saved, key) ? saved[key] : undefined;
    const target = kept === undefined ? names.get(key) : kept;
    if (target === undefined || target === null || !there.has(target) || taken.has(target)) return null;
    taken.add(target);
    return target;
  });
}

/** The sheet in which most columns are recognised, with its header and what its columns are. */
export function suggestColumns(
  sheets: readonly ImportGrid[],
  targets: readonly ImportTarget[],
  saved: SavedColumns = {},
): ImportColumns {
  const readings = sheets.map((grid, sheet) => {
    const headerRow = findHeaderRow(grid, targets, saved);
    const suggested = suggestTargets(grid[headerRow - 1] ?? [], targets, saved);
    return { sheet, headerRow, targets: suggested, known: suggested.filter((target) => target !== null).length };
  });
  const {
    sheet,
    headerRow,
    targets: best,
  } = readings.reduce((left, right) => (right.known > left.known ? right : left));
  return { sheet, headerRow, targets: best };
}

/** What a target is called by its own label goes before what others are called, too. */
function namesOf(targets: readonly ImportTarget[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const add = (key: string, given: readonly string[]) => {
    for (const written of given.map(headerKey)) if (written !== '' && !names.has(written)) names.set(written, key);
  };
  for (const { key, label } of targets) add(key, [label.zh, label.en, key]);
  for (const { key, names: others = [] } of targets) add(key, others);
  return names;
}
