import { strToU8, Zip, ZipDeflate } from 'fflate';
import { rowXml, sheetHead, sheetPath, sheetTail, workbookParts, xmlDeclaration } from '#domain/export/xlsx-parts';

/** Characters of XML gathered before they are compressed. */
const chunkSize = 65_536;
export interface XlsxSheet {
  readonly name: string;
  /** Of each column, in characters. */
  readonly widths: readonly number[];
  /** The first one is the header; it stands on every printed page. */
  readonly rows: AsyncIterable<readonly string[]>;
}

/**
 * One sheet as an XLSX file, row by row: nothing is held but the row at hand. Every cell is a text by its type, so that no
 * program runs what stands in it. Printed, it is A4 and as wide as the page.
 */
export async function* writeXlsx({ name, widths, rows }: XlsxSheet): AsyncGenerator<Buffer> {
  const packed: Uint8Array[] = [];
  const zip = new Zip((error, data) => {
    if (error) throw error;
    packed.push(data);
  });
  for (const [path, xml] of Object.entries(workbookParts(name))) {
    const part = new ZipDeflate(path);
    zip.add(part);
    part.push(strToU8(`${xmlDeclaration}${xml}`), true);
  }
  const sheet = new ZipDeflate(sheetPath, { level: 6 });
  zip.add(sheet);
  let [pending, row] = [sheetHead(widths), 0];
  for await (const cells of rows) {
    row += 1;
    pending += rowXml(cells, row);
    if (pending.length < chunkSize) continue;
    sheet.push(strToU8(pending));
    pending = '';
    yield* packed.splice(0).map((data) => Buffer.from(data));
  }
  sheet.push(strToU8(`${pending}${sheetTail}`), true);
  zip.end();
  yield* packed.splice(0).map((data) => Buffer.from(data));
}
