import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { fieldText } from './csv-row.js';
import { CsvSplitter } from './csv-splitter.js';

interface Row {
  readonly fields: readonly string[];
  readonly line: number;
}

/** Rows of a text that arrives in pieces. */
function rowsOf(text: string, cuts: readonly number[] = []): Row[] {
  const rows: Row[] = [];
  const splitter = new CsvSplitter('FILE', (row) => {
    rows.push({ fields: Array.from({ length: row.count }, (_, field) => fieldText(row, field)), line: row.line });
  });
  const bytes = Buffer.from(text);
  let from = 0;
  for (const cut of [...cuts, bytes.length].sort((left, right) => left - right)) {
    if (cut < from || cut > bytes.length) continue;
    from = splitter.split(bytes, from, cut, false);
  }
  splitter.split(bytes, from, bytes.length, true);
  return rows;
}

const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
const field = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', '7', ' ', '乙', '.'), maxLength: 4 }),
  fc
    .string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', '\r\n', '项'), maxLength: 5 })
    .map((text) => `"${text.replaceAll('"', '""')}"`),
);
const texts = fc
  .array(fc.tuple(fc.array(field, { minLength: 1, maxLength: 4 }), lineEnd), { maxLength: 8 })
  .map((rows) => rows.map(([fields, end]) => fields.join(',') + end).join(''));

describe('splitting a CSV file', () => {
  it('finds the fields that a library finds, however the file arrives', () => {
    fc.assert(
      fc.property(texts, fc.array(fc.nat(60)), fc.boolean(), (text, cuts, endsOpen) => {
        const whole = endsOpen ? text.replace(/(\r\n|\n|\r)$/, '') : text;
        const expected = parse(whole, { relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] }).filter(
          (row) => row.length > 1 || row[0] !== '',
        );
        expect(rowsOf(whole, cuts).map(({ fields }) => fields)).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it('names the line on which each row begins', () => {
    expect(rowsOf('a,b\r\n"1\r\n2",\r\r\n"x\ry\nz",3\n4,5')).toEqual([
      { fields: ['a', 'b'], line: 1 },
      { fields: ['1\r\n2', ''], line: 2 },
      { fields: ['x\ry\nz', '3'], line: 5 },
      { fields: ['4', '5'], line: 8 },
    ]);
  });

  it.each([
    ['a,b\nc,"d\ne,f\n', 'FILE:2:2: a quote opened here is never closed'],
    ['a,b\n"c\nd",e"f\n', 'FILE:3:2: a quote within a field that does not begin with one'],
    ['a\n"b"c\n', 'FILE:2:1: text after the closing quote of a field'],
    [`a\n"${'b\n'.repeat(600_000)}"\n`, 'FILE:2: a line of more than 1000000 bytes'],
  ])('refuses %j', (text, said) => {
    expect(() => rowsOf(text)).toThrow(said);
  });

  it('does not wait for ever for a quote to be closed', () => {
    const bytes = Buffer.from(`a\n"${'b'.repeat(1_000_001)}`);
    const splitter = new CsvSplitter('FILE', () => undefined);
    expect(() => splitter.split(bytes, 0, bytes.length, false)).toThrow(
      'FILE:2:1: a quote opened here is not closed within 1000000 bytes',
    );
  });
});
