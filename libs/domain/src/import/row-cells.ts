import type { FieldProblemCode } from '../errors/error-codes.js';
import { type FieldProblem, fieldProblem } from '../errors/field-problem.js';
import { cleanLine } from '../text/clean-text.js';
import { cellChanges, type ImportLine } from './import-outline.js';
import type { ImportRow } from './import-target.js';

/** What is wrong with the cell of a target. */
export interface CellProblem {
  readonly target: string;
  readonly problem: FieldProblem;
}

/** Cells of one row, by target, as a reader of either language sees them. */
export type BothCells = Readonly<Record<'zh' | 'en', ReadonlyMap<string, string>>>;

/** Reads the cells of one row and gathers what is wrong with them; what the file has no column for is as it was. */
export class RowCells {
  readonly problems: CellProblem[] = [];

  constructor(private readonly cells: ReadonlyMap<string, string>) {}

  /** Undefined where the file has no such column. */
  cell(target: string): string | undefined {
    return this.cells.get(target);
  }

  /** One line of text, null where it is empty; a text that is too long is refused. */
  line(target: string, path: string, before: string | null, maximum: number): string | null {
    const cell = this.cells.get(target);
    if (cell === undefined) return before;
    const text = cleanLine(cell);
    const length = [...text].length;
    if (length > maximum) this.refuse(target, path, 'text-too-long', { maximum, length });
    return text === '' ? null : text;
  }

  /** As `line`, where there has to be something. */
  needed(target: string, path: string, before: string | null, maximum: number): string {
    const text = this.line(target, path, before, maximum);
    if (text === null) this.refuse(target, path, 'field-missing');
    return text ?? '';
  }

  refuse(target: string, path: string, code: FieldProblemCode, details: Readonly<Record<string, unknown>> = {}): void {
    this.problems.push({ target, problem: fieldProblem(path, code, details) });
  }
}

/** What a row would do: `before` is null where what it speaks of is not here yet. */
export function importLine(
  { row }: ImportRow,
  { key, title }: { readonly key: string; readonly title: string },
  before: BothCells | null,
  after: BothCells,
): ImportLine {
  const changes = before === null ? [] : cellChanges(before, after);
  return { row, outcome: before === null ? 'new' : changes.length > 0 ? 'changed' : 'unchanged', key, title, changes };
}

/** For each row the first row above that has one of its names; undefined where none has. */
export function earlierRows(rows: readonly { readonly row: number; readonly names: readonly string[] }[]) {
  const first = new Map<string, number>();
  return rows.map(({ row, names }) => {
    const earlier = names.map((name) => first.get(name)).find((one) => one !== undefined);
    for (const name of names) if (!first.has(name)) first.set(name, row);
    return earlier;
  });
}

/** Both languages alike. */
export function sameCells(cells: readonly (readonly [string, string])[]): BothCells {
  const map = new Map(cells);
  return { zh: map, en: map };
}
