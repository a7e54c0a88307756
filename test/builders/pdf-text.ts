import { decodePDFRawStream, PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';

const utf16 = (hex: string) =>
  String.fromCharCode(...(hex.replaceAll(' ', '').match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));

const textOf = (stream: PDFRawStream) => Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');

/** Letters by glyph, as a font's own table gives them to whoever copies its text. */
function lettersOf(table: string): Map<number, string> {
  const letters = new Map<number, string>();
  for (const [, first = '', list = ''] of table.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi)) {
    const start = Number.parseInt(first, 16);
    [...list.matchAll(/<([0-9a-f ]*)>/gi)].forEach(([, hex = ''], at) => letters.set(start + at, utf16(hex)));
  }
  return letters;
}

/** What can be copied out of a PDF whose fonts are all embedded with a table of letters. */
export async function pdfText(bytes: Buffer): Promise<string> {
  const { context } = await PDFDocument.load(bytes);
  const objects = context.enumerateIndirectObjects().map(([, object]) => object);
  const fonts = new Map<string, Map<number, string>>();
  for (const object of objects) {
    const named = object instanceof PDFDict ? context.lookup(object.get(PDFName.of('Font'))) : undefined;
    if (!(named instanceof PDFDict)) continue;
    for (const [name, reference] of named.entries()) {
      const font = context.lookup(reference);
      const table = font instanceof PDFDict ? context.lookup(font.get(PDFName.of('ToUnicode'))) : undefined;
      if (table instanceof PDFRawStream) fonts.set(name.toString(), lettersOf(textOf(table)));
    }
  }
  const isText = ({ dict }: PDFRawStream) => !/\/(Length1|Subtype)/.test(dict.toString());
  const shown = objects.flatMap((object) => (object instanceof PDFRawStream && isText(object) ? [textOf(object)] : []));
  let text = '';
  let letters = new Map<number, string>();
  for (const [, name, hex = ''] of shown.join('\n').matchAll(/(\/F\d+) [\d.]+ Tf|<([0-9a-f]+)> -?[\d.]+/gi)) {
    if (name !== undefined) letters = fonts.get(name) ?? letters;
    text += (hex.match(/.{4}/g) ?? []).map((glyph) => letters.get(Number.parseInt(glyph, 16)) ?? '').join('');
  }
  return text;
}
