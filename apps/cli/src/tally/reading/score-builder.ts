import {
  type ArrangedSheets,
  arrangeSheets,
  decimalFault,
  type DecimalFault,
  Rational,
  type ScaledDecimals,
  type ScoreColumns,
  toDecimalString,
} from '#domain';
import { ColumnNames, type PlaceOf } from './column-names.js';
import { type CsvRow, fieldText } from './csv/csv-row.js';
import { DecimalBytes } from './csv/decimal-bytes.js';
import { ScaledNumbers } from './csv/scaled-numbers.js';
import { Int32List } from './csv/int32-list.js';
import { InputRefused } from '../refusals.js';
import { RowLines } from './row-lines.js';
import type { ScoreFields } from './score-fields.js';

/** Most digits after the point: beyond any declared step, and few enough that sums stay in doubles. */
export const longestFraction = 12;

const faultSentences: Readonly<Record<DecimalFault, string>> = {
  'not-a-string': 'is missing',
  empty: 'is empty; leave the row out when there is no score, missing is not zero',
  'too-long': 'is longer than 40 characters',
  'not-a-decimal': 'is not a plain decimal such as 87.50',
  'negative-zero': 'is negative zero',
};

/** The scores of a file, and where in the file each stands. */
export interface FileScores {
  readonly sheets: ArrangedSheets;
  /** Line of the score at a position of the columns. */
  readonly lineOf: (position: number) => number;
}

/** Puts rows into columns as they stream by: 12 to 16 bytes a score, and each name once. */
export class ScoreBuilder {
  private readonly entries: ColumnNames;
  private readonly judges: ColumnNames;
  private readonly criteria: ColumnNames;
  private readonly decimal = new DecimalBytes();
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
    this.addDecimal(this.scores, row, fields.score, 'score');
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
    return { sheets, lineOf: (position) => this.lines.lineOf(position) };
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
    if (row.bytes[row.starts[field]!] === 0x2d) {
      const text = fieldText(row, field);
      if (decimalFault(text) === null) throw this.refused(row, field, `deduction "${text}" is below 0`);
    }
    this.addDecimal(this.deductions, row, field, 'deduction');
  }

  private addDecimal(numbers: ScaledNumbers, row: CsvRow, field: number, what: string): void {
    const { decimal } = this;
    if (decimal.read(row.bytes, row.starts[field]!, row.ends[field]!) && decimal.places <= longestFraction) {
      numbers.add(decimal.units, decimal.places);
      return;
    }
    const text = fieldText(row, field);
    const fault = decimalFault(text);
    if (fault !== null) throw this.refused(row, field, `${what} "${cut(text)}" ${faultSentences[fault]}`);
    const places = text.includes('.') ? text.length - text.indexOf('.') - 1 : 0;
    if (places > longestFraction) {
      throw this.refused(row, field, `${what} "${text}" has more than ${longestFraction} digits after the point`);
    }
    const units = BigInt(text.replace('.', ''));
    const isSafe = units >= -Number.MAX_SAFE_INTEGER && units <= Number.MAX_SAFE_INTEGER;
    numbers.add(isSafe ? Number(units) : units, places);
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

function cut(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function decimalText({ units, places }: ScaledDecimals, position: number): string {
  return toDecimalString(Rational.of(units[position]!, 10n ** BigInt(places)));
}
