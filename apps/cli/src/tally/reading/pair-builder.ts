import type { Comparison } from '#domain';
import { InputRefused } from '../refusals.js';
import { ColumnNames, type PlaceOf } from './column-names.js';
import type { CsvRow } from './csv/csv-row.js';
import { Int32List } from './csv/int32-list.js';
import { ScaledNumbers } from './csv/scaled-numbers.js';
import { DecimalField } from './decimal-field.js';
import type { PairFields } from './pair-fields.js';
import type { RowTaker } from './read-table.js';

/** The comparisons of a file, each pair of winner and loser once. */
export interface FilePairs {
  readonly kind: 'pairs';
  /** In order of input. */
  readonly entries: readonly string[];
  readonly comparisons: readonly Comparison[];
}

/** Puts comparisons into columns as they stream by. */
export class PairBuilder implements RowTaker {
  readonly used: readonly number[];
  private readonly entries: ColumnNames;
  private readonly decimals: DecimalField;
  private readonly winnerOf = new Int32List();
  private readonly loserOf = new Int32List();
  private readonly counts = new ScaledNumbers();

  constructor(
    private readonly file: string,
    private readonly fields: PairFields,
  ) {
    const placeOf: PlaceOf = ({ line }, field) => ({ file, line, column: field + 1 });
    this.entries = new ColumnNames('entry', fields.winner, placeOf);
    this.decimals = new DecimalField(placeOf);
    this.used = [fields.winner, fields.loser, fields.comparisons].filter((field) => field !== null);
  }

  get isEmpty(): boolean {
    return this.winnerOf.length === 0;
  }

  /** @throws InputRefused naming line and column. */
  add(row: CsvRow): void {
    const { file, fields, decimals } = this;
    if (row.count !== fields.count) {
      throw new InputRefused({ file, line: row.line }, `the row has ${row.count} fields, the header ${fields.count}`);
    }
    if (fields.comparisons === null) {
      this.counts.add(1, 0);
    } else {
      decimals.assertNotNegative(row, fields.comparisons, 'count');
      decimals.addTo(this.counts, row, fields.comparisons, 'count');
    }
    const winner = this.entries.numberOf(row, fields.winner);
    const loser = this.entries.numberOf(row, fields.loser);
    if (winner === loser) {
      const name = this.entries.all[winner];
      throw new InputRefused(
        { file, line: row.line, column: fields.loser + 1 },
        `entry "${name}" is compared with itself`,
      );
    }
    this.winnerOf.push(winner);
    this.loserOf.push(loser);
  }

  finish(): FilePairs {
    const { all: entries } = this.entries;
    const { units, places } = this.counts.finish();
    const [winnerOf, loserOf] = [this.winnerOf.finish(), this.loserOf.finish()];
    // Whole numbers of the finest scale, so that tenths of a win add up whatever their order.
    const sums = new Map<number, number>();
    for (let row = 0; row < winnerOf.length; row += 1) {
      const pair = winnerOf[row]! * entries.length + loserOf[row]!;
      sums.set(pair, (sums.get(pair) ?? 0) + Number(units[row]));
    }
    const comparisons = Array.from(sums, ([pair, sum]) => ({
      winner: entries[Math.floor(pair / entries.length)]!,
      loser: entries[pair % entries.length]!,
      count: sum / 10 ** places,
    }));
    return { kind: 'pairs', entries, comparisons };
  }
}
