import type { InputPlace } from '../refusals.js';
import { ByteNames } from './csv/byte-names.js';
import { type CsvRow, fieldText } from './csv/csv-row.js';
import { SpellingGuard } from './spelling-guard.js';

/** Where in the file a field of a row stands. */
export type PlaceOf = (row: CsvRow, field: number) => InputPlace;

/** The names of one column, numbered in order of input. */
export class ColumnNames {
  private readonly names = new ByteNames();
  private readonly guard: SpellingGuard;

  constructor(
    what: string,
    private readonly field: number,
    private readonly placeOf: PlaceOf,
  ) {
    this.guard = new SpellingGuard(what, (name) => this.names.indexOf(name));
  }

  get all(): readonly string[] {
    return this.names.names;
  }

  /** The number of the row's name, or −1 when it is not known. */
  known({ bytes, starts, ends }: CsvRow): number {
    return this.names.find(bytes, starts[this.field]!, ends[this.field]!);
  }

  /** @throws InputRefused for a name that is not admitted */
  numberOf(row: CsvRow): number {
    const known = this.known(row);
    return known >= 0 ? known : this.admit(row);
  }

  /** Line on which a name was first seen. */
  lineOf(index: number): number {
    return this.guard.lineOf(index);
  }

  private admit(row: CsvRow): number {
    const name = fieldText(row, this.field);
    this.guard.admit(name, this.placeOf(row, this.field));
    return this.names.add(row.bytes, row.starts[this.field]!, row.ends[this.field]!, name);
  }
}
