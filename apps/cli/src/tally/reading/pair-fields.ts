import type { InputPlace } from '../refusals.js';
import type { TypedOptions } from '../tally-options.js';
import { HeaderColumns } from './header-columns.js';

/** Where in a row each field of a comparison stands, from 0; without a count each row is one comparison. */
export interface PairFields {
  readonly winner: number;
  readonly loser: number;
  readonly comparisons: number | null;
  readonly count: number;
}

/** @throws WrongUsage, InputRefused as `HeaderColumns` */
export function pairFields(header: readonly string[], place: InputPlace, typed: TypedOptions): PairFields {
  const columns = new HeaderColumns(header, place, typed);
  return {
    winner: columns.needed('winnerColumn', 'winner'),
    loser: columns.needed('loserColumn', 'loser'),
    comparisons: columns.found('countColumn', 'count'),
    count: header.length,
  };
}
