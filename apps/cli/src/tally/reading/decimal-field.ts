import type { DecimalFault } from '#domain';
import { decimalFault } from '#domain/decimal/parse-decimal';
import { InputRefused } from '../refusals.js';
import type { PlaceOf } from './column-names.js';
import { type CsvRow, fieldText } from './csv/csv-row.js';
import { DecimalBytes } from './csv/decimal-bytes.js';
import type { ScaledNumbers } from './csv/scaled-numbers.js';

/** Most digits after the point: beyond any declared step, and few enough that sums stay in doubles. */
export const longestFraction = 12;

const faultSentences: Readonly<Record<DecimalFault, string>> = {
  'not-a-string': 'is missing',
  empty: 'is empty; leave the row out when there is no score, missing is not zero',
  'too-long': 'is longer than 40 characters',
  'not-a-decimal': 'is not a plain decimal such as 87.50',
  'negative-zero': 'is negative zero',
};

/** Reads the decimals of rows, and says what is wrong with those that are none. */
export class DecimalField {
  private readonly decimal = new DecimalBytes();

  constructor(private readonly placeOf: PlaceOf) {}

  /** Adds the decimal of a field to the numbers. @throws InputRefused */
  addTo(numbers: ScaledNumbers, row: CsvRow, field: number, what: string): void {
    const { decimal } = this;
    if (decimal.read(row.bytes, row.starts[field]!, row.ends[field]!) && decimal.places <= longestFraction) {
      numbers.add(decimal.units, decimal.places);
      return;
    }
    const text = fieldText(row, field);
    const refused = (reason: string) => new InputRefused(this.placeOf(row, field), `${what} "${cut(text)}" ${reason}`);
    const fault = decimalFault(text);
    if (fault !== null) throw refused(faultSentences[fault]);
    const places = text.includes('.') ? text.length - text.indexOf('.') - 1 : 0;
    if (places > longestFraction) throw refused(`has more than ${longestFraction} digits after the point`);
    const units = BigInt(text.replace('.', ''));
    const isSafe = units >= -Number.MAX_SAFE_INTEGER && units <= Number.MAX_SAFE_INTEGER;
    numbers.add(isSafe ? Number(units) : units, places);
  }

  /** @throws InputRefused for a decimal below 0, which `what` can't be */
  assertNotNegative(row: CsvRow, field: number, what: string): void {
    if (row.bytes[row.starts[field]!] !== 0x2d || row.starts[field] === row.ends[field]) return;
    const text = fieldText(row, field);
    if (decimalFault(text) === null) throw new InputRefused(this.placeOf(row, field), `${what} "${text}" is below 0`);
  }
}

function cut(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
