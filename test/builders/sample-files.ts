import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { strToU8, zipSync, type Zippable } from 'fflate';

/** A PDF of so many pages, with what `change` adds to it. */
export async function pdf(change: (document: PDFDocument) => unknown = () => undefined, pages = 1): Promise<Buffer> {
  const document = await PDFDocument.create();
  for (let page = 1; page <= pages; page += 1) document.addPage([300, 200]).drawText(`Page ${page}`, { x: 20, y: 100 });
  await change(document);
  return Buffer.from(await document.save());
}

export const pdfWithScript = () => pdf((document) => document.addJavaScript('hello', 'app.alert(1)'));

export const pdfThatLaunches = () =>
  pdf((document) => {
    const action = document.context.obj({ S: 'Launch', F: PDFString.of('calc.exe') });
    document.catalog.set(PDFName.of('OpenAction'), action);
  });

export const pdfWithAttachment = () =>
  pdf((document) => document.attach(Buffer.from('MZ'), 'tool.exe', { mimeType: 'application/octet-stream' }));

export const encryptedPdf = () => pdf((document) => document.encrypt({ userPassword: 'secret' }));

const main = (type: string) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/main.xml" ContentType="application/vnd.${type}"/></Types>`;

const officeTypes = {
  docx: 'openxmlformats-officedocument.wordprocessingml.document.main+xml',
  pptx: 'openxmlformats-officedocument.presentationml.presentation.main+xml',
  xlsx: 'openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
  docm: 'ms-word.document.macroEnabled.main+xml',
};

export function zip(entries: Zippable): Buffer {
  return Buffer.from(zipSync(entries));
}

export function office(type: keyof typeof officeTypes, more: Zippable = {}): Buffer {
  return zip({ '[Content_Types].xml': strToU8(main(officeTypes[type])), 'main.xml': strToU8('<x/>'), ...more });
}

/** The header of a PNG: enough to say how large it is. */
export function png(width: number, height: number): Buffer {
  const header = Buffer.from('89504e470d0a1a0a0000000d494844520000000000000000080200000000000000', 'hex');
  header.writeUInt32BE(width, 16);
  header.writeUInt32BE(height, 20);
  return Buffer.concat([header, Buffer.from('0000000049454e44ae426082', 'hex')]);
}

export function jpeg(width: number, height: number): Buffer {
  const frame = Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0000b080000000001011100ffd9', 'hex');
  frame.writeUInt16BE(height, 25);
  frame.writeUInt16BE(width, 27);
  return frame;
}

/** Every entry says that it is encrypted. */
export function encryptedZip(): Buffer {
  const bytes = zip({ 'a.txt': strToU8('hello') });
  bytes.writeUInt16LE(bytes.readUInt16LE(6) | 1, 6);
  const directory = bytes.indexOf(Buffer.from('504b0102', 'hex'));
  bytes.writeUInt16LE(bytes.readUInt16LE(directory + 8) | 1, directory + 8);
  return bytes;
}

/** Many entries that are all the same bytes of the archive. */
export function overlappingZip(): Buffer {
  const bytes = zip({ 'a.txt': [Buffer.from('x'.repeat(5000)), { level: 0 }] });
  const [directory, end] = ['504b0102', '504b0506'].map((mark) => bytes.indexOf(Buffer.from(mark, 'hex'))) as [
    number,
    number,
  ];
  const entry = bytes.subarray(directory, end);
  const tail = Buffer.from(bytes.subarray(end));
  const count = 100;
  tail.writeUInt16LE(count, 8);
  tail.writeUInt16LE(count, 10);
  tail.writeUInt32LE(entry.length * count, 12);
  return Buffer.concat([bytes.subarray(0, directory), ...Array.from({ length: count }, () => entry), tail]);
}
