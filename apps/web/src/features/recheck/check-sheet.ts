import type { ColumnRole } from '#domain/score-file/column-role';
import { readScoreFile } from '#domain/score-file/read-score-file';
import type { ScoreFileReading, ScoreGrid } from '#domain/score-file/score-file';
import { fileLimits, type SpreadsheetSheet } from './spreadsheet.js';

export type Layout = 'wide' | 'long';
export type Roles = ReadonlyMap<number, ColumnRole>;

/** How a person wants a sheet to be read, where it is not recognised. */
export interface SheetChoice {
  readonly layout: Layout | null;
  readonly roles: Roles;
}

export const recognised: SheetChoice = { layout: null, roles: new Map() };

export const rolesOfLayout: Record<Layout, readonly ColumnRole[]> = {
  wide: ['entry', 'judge', 'published-score', 'published-rank', 'other'],
  long: ['entry', 'judge', 'criterion', 'score', 'other'],
};

export function checkSheet(grid: ScoreGrid, { layout, roles }: SheetChoice): ScoreFileReading {
  if (grid.length > fileLimits.rows) {
    const problem = { code: 'too-many-rows', row: null, column: null, text: String(fileLimits.rows) } as const;
    return { file: null, head: null, problems: [problem] };
  }
  return readScoreFile(grid, { ...(layout === null ? {} : { layout }), roles });
}

/** Gives a column its role; one that only a single column can have leaves the column it was given to before. */
export function withRole(
  { layout, roles }: SheetChoice,
  column: number,
  role: ColumnRole,
  isSingle: boolean,
): SheetChoice {
  const kept = [...roles].filter(([, other]) => !isSingle || other !== role);
  return { layout, roles: new Map([...kept, [column, role]]) };
}

/** The first sheet that can be read whole, else the first whose header is found: covers and notes stand before it. */
export function likelySheet(sheets: readonly SpreadsheetSheet[]): number {
  const readings = sheets.map(({ grid }) => checkSheet(grid, recognised));
  const whole = readings.findIndex(({ file }) => file !== null);
  return Math.max(0, whole >= 0 ? whole : readings.findIndex(({ head }) => head !== null));
}

/** What an office wrote above its table, alone in its row; null where there is none. */
export function titleOf(grid: ScoreGrid, headerRow: number): string | null {
  for (const row of grid.slice(0, headerRow - 1)) {
    const texts = row.map((cell) => cell.trim()).filter((text) => text !== '');
    if (texts.length === 1) return texts[0] ?? null;
  }
  return null;
}
