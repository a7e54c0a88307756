import type { InputPlace } from '../refusals.js';
import { ByteNames } from './csv/byte-names.js';
import { type CsvRow, fieldText } from './csv/csv-row.js';
import { SpellingGuard } from './spelling-guard.js';

/** Where in the file a field of a row stands. */
export type PlaceOf = (row: CsvRow, field: number) => InputPlace;

/** The names of one kind, which stand in one column or in several, numbered in order of input. */
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
  known({ bytes, starts, ends }: CsvRow, field = this.field): number {
    return this.names.find(bytes, starts[field]!, ends[field]!);
  }

  /** @throws InputRefused for a name that is not admitted */
  numberOf(row: CsvRow, field = this.field): number {
    const known = this.known(row, field);
    return known >= 0 ? known : this.admit(row, field);
  }

  /** Line on which a name was first seen. */
  lineOf(index: number): number {
    return this.guard.lineOf(index);
  }

  private admit(row: CsvRow, field: number): number {
    const name = fieldText(row, field);
    this.guard.admit(name, this.placeOf(row, field));
    return this.names.add(row.bytes, row.starts[field]!, row.ends[field]!, name);
  }
}
