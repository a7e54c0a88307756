import { createCanvas, type Canvas } from '@napi-rs/canvas';
import { PDFDocument, PDFHexString, PDFName, PDFString, type PDFPage } from '@cantoo/pdf-lib';
import { crc32 } from 'node:zlib';
import { document, openPackage, type MoreParts } from './office-files.js';

/** A word that no file has by chance, planted where a file says who made it. */
export const canary = (place: string) => `CANARY${place.replace(/\W/g, '')}X`;

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const xmp = (place: string) =>
  `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${canary(place)}</dc:creator></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;

/** EXIF that says: turned by 90 degrees, and who took it. */
function exif(place: string): Buffer {
  const artist = Buffer.from(`${canary(place)}\0`, 'latin1');
  const head = Buffer.from('4d4d002a000000080002011200030000000100060000013b0002', 'hex');
  const tail = Buffer.alloc(12);
  tail.writeUInt32BE(artist.length, 0);
  tail.writeUInt32BE(38, 4);
  return Buffer.concat([head, tail, artist]);
}

function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

function small(): Canvas {
  const canvas = createCanvas(40, 20);
  const context = canvas.getContext('2d');
  context.fillStyle = '#0b5d6b';
  context.fillRect(0, 0, 40, 20);
  return canvas;
}

/** A photograph as a phone and an editor leave it. */
export async function authoredJpeg(place = 'jpeg'): Promise<Buffer> {
  const plain = await small().encode('jpeg', 90);
  return Buffer.concat([
    plain.subarray(0, 2),
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), exif(`${place}exif`)])),
    segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${xmp(`${place}xmp`)}`)),
    segment(
      0xed,
      Buffer.from(`Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x1c\x1c\x02\x50\0\x10${canary(`${place}iptc`)}`, 'latin1'),
    ),
    segment(0xfe, Buffer.from(canary(`${place}comment`))),
    plain.subarray(2),
    Buffer.from(canary(`${place}trailer`)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

export async function authoredPng(): Promise<Buffer> {
  const plain = await small().encode('png');
  return Buffer.concat([
    plain.subarray(0, 33),
    chunk('tEXt', Buffer.from(`Author\0${canary('pngtext')}`)),
    chunk('iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${xmp('pngxmp')}`)),
    chunk('eXIf', exif('pngexif')),
    plain.subarray(33),
    Buffer.from(canary('pngtrailer')),
  ]);
}

function annotate(document: PDFDocument, page: PDFPage): void {
  const { context } = document;
  const note = (subtype: string, more: object = {}) =>
    context.register(
      context.obj({
        ...{ Type: 'Annot', Subtype: subtype, Rect: [10, 10, 60, 60], M: PDFString.of('D:20250101') },
        T: PDFString.of(canary(`pdf${subtype}author`)),
        Contents: PDFString.of(canary(`pdf${subtype}text`)),
        ...more,
      }),
    );
  const link = note('Link', { A: context.obj({ S: 'URI', URI: PDFString.of(`mailto:${canary('pdflink')}@x.test`) }) });
  page.node.set(PDFName.of('Annots'), context.obj([note('Text'), note('Square'), link]));
}

/** A PDF with all that tells of its author but what its page shows, of two versions, with a photograph in it. */
export async function authoredPdf(): Promise<Buffer> {
  const document = await PDFDocument.create();
  const page = document.addPage([300, 200]);
  page.drawText('A quiet pump', { x: 20, y: 150 });
  page.drawImage(await document.embedJpg(await authoredJpeg('pdfimage')), { x: 20, y: 20, width: 80, height: 40 });
  document.setAuthor(canary('pdfauthor'));
  document.setTitle(canary('pdftitle'));
  document.setSubject(canary('pdfsubject'));
  document.setKeywords([canary('pdfkeywords')]);
  document.setCreator(canary('pdfcreator'));
  document.setProducer(canary('pdfproducer'));
  annotate(document, page);
  const { context, catalog } = document;
  const metadata = (place: string) =>
    context.register(context.stream(xmp(place), { Type: 'Metadata', Subtype: 'XML' }));
  catalog.set(PDFName.of('Metadata'), metadata('pdfxmp'));
  page.node.set(PDFName.of('Metadata'), metadata('pdfpagexmp'));
  page.node.set(PDFName.of('PieceInfo'), context.obj({ App: { Private: PDFString.of(canary('pdfpiece')) } }));
  const outline = context.register(context.obj({ Title: PDFHexString.fromText(canary('pdfoutline')) }));
  catalog.set(PDFName.of('Outlines'), context.obj({ Type: 'Outlines', First: outline, Last: outline, Count: 1 }));
  catalog.set(PDFName.of('Lang'), PDFString.of(canary('pdflang')));
  context.register(PDFString.of(canary('pdforphan')));
  return Buffer.from(await document.save({ useObjectStreams: false }));
}

const properties = (place: string): MoreParts => ({
  types: {
    'docProps/core.xml': 'application/vnd.openxmlformats-package.core-properties+xml',
    'docProps/app.xml': 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
    'docProps/custom.xml': 'application/vnd.openxmlformats-officedocument.custom-properties+xml',
  },
  links: [
    [
      '',
      'rId91',
      'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
      'docProps/core.xml',
    ],
    ['', 'rId92', `${relations}/extended-properties`, 'docProps/app.xml'],
    ['', 'rId93', `${relations}/custom-properties`, 'docProps/custom.xml'],
    [
      '',
      'rId94',
      'http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail',
      'docProps/thumbnail.jpeg',
    ],
  ],
  parts: {
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${canary(`${place}creator`)}</dc:creator><cp:lastModifiedBy>${canary(`${place}modifier`)}</cp:lastModifiedBy><dc:title>${canary(`${place}title`)}</dc:title></cp:coreProperties>`,
    'docProps/app.xml': `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company>${canary(`${place}company`)}</Company><Manager>${canary(`${place}manager`)}</Manager></Properties>`,
    'docProps/custom.xml': `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Client"><vt:lpwstr>${canary(`${place}custom`)}</vt:lpwstr></property></Properties>`,
    'docProps/thumbnail.jpeg': Buffer.from(canary(`${place}thumbnail`)),
  },
});

const revision = (tag: string, place: string, inner: string) =>
  `<w:${tag} w:id="1" w:author="${canary(place)}" w:date="2025-01-01T00:00:00Z">${inner}</w:${tag}>`;

export async function authoredDocx(): Promise<Buffer> {
  const { types, links = [], parts } = properties('docx');
  return document(['A quiet pump'], {
    types: {
      ...types,
      'word/comments.xml': 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml',
      'word/people.xml': 'application/vnd.openxmlformats-officedocument.wordprocessingml.people+xml',
      'word/settings.xml': 'application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml',
    },
    links: [
      ...links,
      ['word/document.xml', 'rId2', `${relations}/comments`, 'comments.xml'],
      ['word/document.xml', 'rId3', 'http://schemas.microsoft.com/office/2011/relationships/people', 'people.xml'],
      ['word/document.xml', 'rId4', `${relations}/settings`, 'settings.xml'],
      ['word/document.xml', 'rId5', `${relations}/customXml`, '../customXml/item1.xml'],
      ['word/document.xml', 'rId6', `${relations}/image`, 'media/image1.jpeg'],
    ],
    body: `<w:p w:rsidR="00CANARY"><w:commentRangeStart w:id="0"/>${revision('ins', 'docxinserter', '<w:r><w:t>new words</w:t></w:r>')}${revision('del', 'docxdeleter', `<w:r><w:delText>${canary('docxdeleted')}</w:delText></w:r>`)}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>`,
    parts: {
      ...parts,
      'word/comments.xml': `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0" w:author="${canary('docxcommenter')}" w:initials="CANARY"><w:p><w:r><w:t>${canary('docxcomment')}</w:t></w:r></w:p></w:comment></w:comments>`,
      'word/people.xml': `<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:person w15:author="${canary('docxperson')}"/></w15:people>`,
      'word/settings.xml': `<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:rsids><w:rsidRoot w:val="00CANARY"/></w:rsids></w:settings>`,
      'customXml/item1.xml': `<b:Sources xmlns:b="x">${canary('docxcustomxml')}</b:Sources>`,
      'word/media/image1.jpeg': await authoredJpeg('docximage'),
    },
  });
}

export async function authoredPptx(): Promise<Buffer> {
  const { types, links = [], parts } = properties('pptx');
  const main = 'application/vnd.openxmlformats-officedocument.presentationml';
  const spaces = `xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${relations}" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"`;
  return openPackage({
    types: {
      ...types,
      'ppt/presentation.xml': `${main}.presentation.main+xml`,
      'ppt/slides/slide1.xml': `${main}.slide+xml`,
      'ppt/commentAuthors.xml': `${main}.commentAuthors+xml`,
      'ppt/comments/comment1.xml': `${main}.comments+xml`,
    },
    links: [
      ['', 'rId1', `${relations}/officeDocument`, 'ppt/presentation.xml'],
      ...links,
      ['ppt/presentation.xml', 'rId1', `${relations}/slide`, 'slides/slide1.xml'],
      ['ppt/presentation.xml', 'rId2', `${relations}/commentAuthors`, 'commentAuthors.xml'],
      ['ppt/slides/slide1.xml', 'rId1', `${relations}/comments`, '../comments/comment1.xml'],
      ['ppt/slides/slide1.xml', 'rId2', `${relations}/image`, '../media/image1.png'],
    ],
    parts: {
      ...parts,
      'ppt/presentation.xml': `<p:presentation ${spaces}><p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`,
      'ppt/slides/slide1.xml': `<p:sld ${spaces}><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name="" descr="C:\\Users\\${canary('pptxpath')}\\pump.png"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/><p:sp><p:nvSpPr><p:cNvPr id="2" name="Title"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:t>A quiet pump</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:sld>`,
      'ppt/commentAuthors.xml': `<p:cmAuthorLst ${spaces}><p:cmAuthor id="0" name="${canary('pptxcommenter')}" initials="C"/></p:cmAuthorLst>`,
      'ppt/comments/comment1.xml': `<p:cmLst ${spaces}><p:cm authorId="0"><p:text>${canary('pptxcomment')}</p:text></p:cm></p:cmLst>`,
      'ppt/media/image1.png': await authoredPng(),
    },
  });
}

export function authoredXlsx(): Buffer {
  const { types, links = [], parts } = properties('xlsx');
  const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const space = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relations}"`;
  return openPackage({
    types: {
      ...types,
      'xl/workbook.xml': `${main}.sheet.main+xml`,
      'xl/worksheets/sheet1.xml': `${main}.worksheet+xml`,
      'xl/comments1.xml': `${main}.comments+xml`,
    },
    links: [
      ['', 'rId1', `${relations}/officeDocument`, 'xl/workbook.xml'],
      ...links,
      ['xl/workbook.xml', 'rId1', `${relations}/worksheet`, 'worksheets/sheet1.xml'],
      ['xl/worksheets/sheet1.xml', 'rId1', `${relations}/comments`, '../comments1.xml'],
      ['xl/worksheets/sheet1.xml', 'rId2', `${relations}/printerSettings`, '../printerSettings/printerSettings1.bin'],
    ],
    parts: {
      ...parts,
      'xl/workbook.xml': `<workbook ${space}><fileSharing userName="${canary('xlsxuser')}"/><x15ac:absPath xmlns:x15ac="x" url="C:\\Users\\${canary('xlsxpath')}"/><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      'xl/worksheets/sheet1.xml': `<worksheet ${space}><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>A quiet pump</t></is></c></row></sheetData><pageSetup orientation="portrait" r:id="rId2"/></worksheet>`,
      'xl/comments1.xml': `<comments ${space}><authors><author>${canary('xlsxcommenter')}</author></authors><commentList><comment ref="A1" authorId="0"><text><t>${canary('xlsxcomment')}</t></text></comment></commentList></comments>`,
      'xl/printerSettings/printerSettings1.bin': Buffer.from(canary('xlsxprinter')),
    },
  });
}

function box(type: string, ...content: readonly Buffer[]): Buffer {
  const [head, body] = [Buffer.alloc(8), Buffer.concat(content)];
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
}

/** As much of a film as tells what it is, and who made it. */
export function authoredFilm(): Buffer {
  const tag = (type: string, place: string) =>
    box(type, box('data', Buffer.from('0000000100000000', 'hex'), Buffer.from(canary(place))));
  const tags = box('ilst', tag('\xa9ART', 'filmartist'), tag('\xa9nam', 'filmtitle'));
  return Buffer.concat([
    box('ftyp', Buffer.from('mp42\0\0\0\0mp42isom', 'latin1')),
    box('moov', box('udta', box('meta', Buffer.alloc(4), tags))),
    box('mdat', Buffer.alloc(1000, 7)),
  ]);
}
