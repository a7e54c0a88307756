import { type InputPlace, InputRefused, WrongUsage } from '../refusals.js';
import type { TypedOptions } from '../tally-options.js';

/** Where in a row each field stands, from 0; null where the file has no such column. */
export interface ScoreFields {
  readonly entry: number;
  readonly judge: number;
  readonly criterion: number | null;
  readonly score: number;
  readonly deduction: number | null;
  readonly count: number;
}

/**
 * Finds the columns in the header row. Further columns are left alone.
 *
 * @throws WrongUsage when a column named in an option is not there; InputRefused when one of the usual names is not, or
 *   a name stands there twice.
 */
export function scoreFields(header: readonly string[], { file, line }: InputPlace, typed: TypedOptions): ScoreFields {
  const find = (named: string | undefined, usual: string | null, option: string): number | null => {
    const name = named ?? usual;
    if (name === null) return null;
    const at = header.indexOf(name);
    if (at >= 0 && header.indexOf(name, at + 1) >= 0) {
      throw new InputRefused({ file, line, column: at + 1 }, `the column "${name}" stands in the header twice`);
    }
    if (at >= 0) return at;
    if (named !== undefined) {
      throw new WrongUsage(`${option}: ${file} has no column "${name}"; it has ${listed(header)}`);
    }
    return null;
  };
  const needed = (named: string | undefined, usual: string, option: string): number => {
    const at = find(named, usual, option);
    if (at === null) {
      throw new InputRefused({ file, line }, `no column "${usual}" (see ${option}); the header has ${listed(header)}`);
    }
    return at;
  };
  const fields = {
    entry: needed(typed.entryColumn, 'entry', '--entry-column'),
    judge: needed(typed.judgeColumn, 'judge', '--judge-column'),
    criterion: find(typed.criterionColumn, 'criterion', '--criterion-column'),
    score: needed(typed.scoreColumn, 'score', '--score-column'),
    deduction: find(typed.deductionColumn, null, '--deduction-column'),
    count: header.length,
  };
  assertApart(fields, header);
  return fields;
}

const options = {
  entry: '--entry-column',
  judge: '--judge-column',
  criterion: '--criterion-column',
  score: '--score-column',
  deduction: '--deduction-column',
} as const;

/** One column can't be two things. */
function assertApart(fields: Omit<ScoreFields, 'count'>, header: readonly string[]): void {
  const taken = new Map<number, string>();
  for (const [role, option] of Object.entries(options)) {
    const at = fields[role as keyof typeof options];
    if (at === null) continue;
    const other = taken.get(at);
    if (other !== undefined) {
      throw new WrongUsage(`${option}: the column "${header[at]}" is that of ${other} already`);
    }
    taken.set(at, option);
  }
}

function listed(header: readonly string[]): string {
  return header.map((name) => `"${name}"`).join(', ');
}
