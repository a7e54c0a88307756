import { escapeFormula } from '#domain';

/**
 * Rows as CSV (RFC 4180) with a byte order mark, without which Excel misreads Chinese. An apostrophe stands before what a
 * spreadsheet would run; an import takes it off again.
 */
export async function* writeCsv(rows: AsyncIterable<readonly string[]>): AsyncGenerator<Buffer> {
  yield Buffer.from('\uFEFF');
  for await (const cells of rows) yield Buffer.from(`${cells.map(field).join(',')}\r\n`);
}

function field(cell: string): string {
  const text = escapeFormula(cell);
  return /[",\n\r;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
