import type { ArrangedSheets, ScaledDecimals, ScoreColumns } from '#domain';
import { Rational } from '#domain/decimal/rational';
import { toDecimalString } from '#domain/decimal/to-decimal-string';
import { arrangeSheets } from '#domain/scoring/columnar/arrange-sheets';
import { ColumnNames, type PlaceOf } from './column-names.js';
import { type CsvRow, fieldText } from './csv/csv-row.js';
import { ScaledNumbers } from './csv/scaled-numbers.js';
import { Int32List } from './csv/int32-list.js';
import { InputRefused } from '../refusals.js';
import { DecimalField } from './decimal-field.js';
import type { RowTaker } from './read-table.js';
import { RowLines } from './row-lines.js';
import type { ScoreFields } from './score-fields.js';

/** The scores of a file, and where in the file each stands. */
export interface FileScores {
  readonly kind: 'sheets';
  readonly sheets: ArrangedSheets;
  /** Line of the score at a position of the columns. */
  readonly lineOf: (position: number) => number;
}

/** Puts rows into columns as they stream by: 12 to 16 bytes a score, and each name once. */
export class ScoreBuilder implements RowTaker {
  readonly used: readonly number[];
  private readonly entries: ColumnNames;
  private readonly judges: ColumnNames;
  private readonly criteria: ColumnNames;
  private readonly decimals: DecimalField;
  private readonly lines = new RowLines();
  private readonly entryOf = new Int32List();
  private readonly judgeOf = new Int32List();
  private readonly criterionOf = new Int32List();
  private readonly scores = new ScaledNumbers();
  private readonly deductions = new ScaledNumbers();
  /** Line of the first row whose criterion is empty: a whole sheet. */
  private wholeSheetLine = 0;

  constructor(
    private readonly file: string,
    private readonly fields: ScoreFields,
    /** Criteria that the weights name; null when there are no weights. */
    private readonly named: ReadonlyMap<string, string> | null,
    private readonly placeOf: PlaceOf = ({ line }, field) => ({ file, line, column: field + 1 }),
  ) {
    this.decimals = new DecimalField(placeOf);
    this.used = [fields.entry, fields.judge, fields.criterion, fields.score, fields.deduction].filter(
      (field) => field !== null,
    );
    this.entries = new ColumnNames('entry', fields.entry, placeOf);
    this.judges = new ColumnNames('judge', fields.judge, placeOf);
    this.criteria = new ColumnNames('criterion', fields.criterion ?? 0, placeOf);
  }

  get isEmpty(): boolean {
    return this.entryOf.length === 0;
  }

  /** Makes an entry known that may have no score. @throws InputRefused */
  nameEntry(row: CsvRow): void {
    this.entries.numberOf(row);
  }

  /** @throws InputRefused naming line and column. */
  add(row: CsvRow): void {
    const { fields, file } = this;
    if (row.count !== fields.count) {
      throw new InputRefused({ file, line: row.line }, `the row has ${row.count} fields, the header ${fields.count}`);
    }
    if (fields.criterion !== null) this.criterionOf.push(this.criterionOfRow(row, fields.criterion));
    this.decimals.addTo(this.scores, row, fields.score, 'score');
    this.entryOf.push(this.entries.numberOf(row));
    this.judgeOf.push(this.judges.numberOf(row));
    if (fields.deduction !== null) this.addDeduction(row, fields.deduction);
    this.lines.push(row.line);
  }

  /** @throws InputRefused for a score given twice, and for deductions of a sheet that differ. */
  finish(): FileScores {
    const isWhole = this.wholeSheetLine > 0 || this.fields.criterion === null;
    const criteria = isWhole ? [''] : this.criteria.all;
    const columns: ScoreColumns = {
      entries: this.entries.all,
      judges: this.judges.all,
      criteria,
      entryOf: this.entryOf.finish(),
      judgeOf: this.judgeOf.finish(),
      criterionOf: criteria.length > 1 ? this.criterionOf.finish() : null,
      scores: this.scores.finish(),
      deductions: this.fields.deduction === null ? null : this.deductions.finish(),
    };
    const sheets = arrangeSheets(columns);
    this.assertConsistent(sheets);
    return { kind: 'sheets', sheets, lineOf: (position) => this.lines.lineOf(position) };
  }

  private criterionOfRow(row: CsvRow, field: number): number {
    if (row.starts[field] === row.ends[field]) {
      if (this.wholeSheetLine === 0) this.beginWholeSheets(row, field);
      return 0;
    }
    const known = this.criteria.known(row);
    return known >= 0 ? known : this.admitCriterion(row, field);
  }

  private beginWholeSheets(row: CsvRow, field: number): void {
    if (this.criteria.all.length > 0) throw this.mixed(row, field, this.criteria.lineOf(0));
    this.assertWeighted(row, field);
    this.wholeSheetLine = row.line;
  }

  private admitCriterion(row: CsvRow, field: number): number {
    if (this.wholeSheetLine > 0) throw this.mixed(row, field, this.wholeSheetLine);
    this.assertWeighted(row, field);
    return this.criteria.numberOf(row);
  }

  private mixed(row: CsvRow, field: number, other: number): InputRefused {
    return this.refused(row, field, `whole sheets and criteria are mixed: line ${other} has the other kind`);
  }

  private assertWeighted(row: CsvRow, field: number): void {
    const criterion = fieldText(row, field);
    if (this.named === null || this.named.has(criterion)) return;
    throw this.refused(
      row,
      field,
      `criterion "${criterion}" has no weight; --weights names ${[...this.named.keys()].join(', ')}`,
    );
  }

  private addDeduction(row: CsvRow, field: number): void {
    if (row.starts[field] === row.ends[field]) {
      this.deductions.add(-1, 0);
      return;
    }
    this.decimals.assertNotNegative(row, field, 'deduction');
    this.decimals.addTo(this.deductions, row, field, 'deduction');
  }

  private assertConsistent({ columns, repeated, contradicted }: ArrangedSheets): void {
    const { entries, judges, criteria, entryOf, judgeOf, criterionOf, deductions } = columns;
    if (repeated !== null && !(contradicted !== null && contradicted.second < repeated.second)) {
      const { first, second } = repeated;
      const name = criteria[criterionOf?.[second] ?? 0] ?? '';
      const criterion = name === '' ? '' : `, criterion "${name}"`;
      throw new InputRefused(
        { file: this.file, line: this.lines.lineOf(second), column: this.fields.score + 1 },
        `entry "${entries[entryOf[second]!]}", judge "${judges[judgeOf[second]!]}"${criterion} was scored on line ${this.lines.lineOf(first)} already`,
      );
    }
    if (contradicted !== null && deductions !== null) {
      const { first, second } = contradicted;
      const earlier = `${decimalText(deductions, first)} on line ${this.lines.lineOf(first)}`;
      throw new InputRefused(
        { file: this.file, line: this.lines.lineOf(second), column: (this.fields.deduction ?? 0) + 1 },
        `deduction ${decimalText(deductions, second)} of the same sheet was ${earlier}; give it once, or the same on each row`,
      );
    }
  }

  private refused(row: CsvRow, field: number, reason: string): InputRefused {
    return new InputRefused(this.placeOf(row, field), reason);
  }
}

function decimalText({ units, places }: ScaledDecimals, position: number): string {
  return toDecimalString(Rational.of(units[position]!, 10n ** BigInt(places)));
}
