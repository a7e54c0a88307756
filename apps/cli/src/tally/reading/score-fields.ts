import type { InputPlace } from '../refusals.js';
import type { TypedOptions } from '../tally-options.js';
import { HeaderColumns } from './header-columns.js';

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
 * @throws WrongUsage, InputRefused as `HeaderColumns`
 */
export function scoreFields(header: readonly string[], place: InputPlace, typed: TypedOptions): ScoreFields {
  const columns = new HeaderColumns(header, place, typed);
  return {
    entry: columns.needed('entryColumn', 'entry'),
    judge: columns.needed('judgeColumn', 'judge'),
    criterion: columns.found('criterionColumn', 'criterion'),
    score: columns.needed('scoreColumn', 'score'),
    deduction: columns.found('deductionColumn', null),
    count: header.length,
  };
}
