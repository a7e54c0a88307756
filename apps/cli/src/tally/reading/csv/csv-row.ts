/** One row in the reader's buffer, used again for the next row. */
export interface CsvRow {
  readonly bytes: Buffer;
  /** Field i is `bytes[starts[i]]` to before `bytes[ends[i]]`, without its quotes. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Fields in the row. */
  readonly count: number;
  /** Line on which the row begins, from 1. */
  readonly line: number;
}

export function fieldText({ bytes, starts, ends }: CsvRow, field: number): string {
  return bytes.toString('utf8', starts[field], ends[field]);
}

/** A row of cells that come from elsewhere. */
export function rowOfTexts(texts: readonly string[], line: number): CsvRow {
  const cells = texts.map((text) => Buffer.from(text));
  const starts = new Int32Array(texts.length);
  const ends = new Int32Array(texts.length);
  let at = 0;
  cells.forEach((cell, field) => {
    starts[field] = at;
    at += cell.length;
    ends[field] = at;
  });
  return { bytes: Buffer.concat(cells), starts, ends, count: texts.length, line };
}
