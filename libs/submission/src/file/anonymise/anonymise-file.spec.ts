import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, PDFName, PDFRawStream, decodePDFRawStream } from '@cantoo/pdf-lib';
import { loadImage } from '@napi-rs/canvas';
import { strToU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FileType, RemovedKind } from '#domain';
import * as authored from '../../../../../test/builders/authored-files.js';
import { office } from '../../../../../test/builders/sample-files.js';
import { anonymiseFile, type Anonymised } from './anonymise-file.js';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'leitai-anonymise-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function anonymised(type: FileType, bytes: Buffer): Promise<Anonymised & { bytes: Buffer; path: string }> {
  const [path, to] = [join(folder, `original.${type}`), join(folder, `copy.${type}`)];
  writeFileSync(path, bytes);
  const outcome = await anonymiseFile({ path, type, to });
  return { ...outcome, bytes: readFileSync(to), path: to };
}

const hasExiftool = (() => {
  try {
    execFileSync('exiftool', ['-ver'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

if (!hasExiftool) console.warn('Left out: what exiftool finds in a copy. There is no exiftool on this machine.');

const inside = (bytes: Uint8Array) => {
  const text = Buffer.from(bytes);
  return text.includes('CANARY') || text.includes(Buffer.from('CANARY', 'utf16le').subarray(1));
};

/** Every byte of a file, with its archives opened and its streams unpacked. */
async function holdsCanary(type: FileType, bytes: Buffer): Promise<boolean> {
  if (inside(bytes)) return true;
  if (type === 'pdf') {
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    return document.context.enumerateIndirectObjects().some(([, object]) => {
      if (!(object instanceof PDFRawStream)) return inside(Buffer.from(object.toString()));
      const isPicture = object.dict.get(PDFName.of('Subtype'))?.toString() === '/Image';
      return (
        inside(Buffer.from(object.dict.toString())) ||
        inside(isPicture ? object.contents : decodePDFRawStream(object).decode())
      );
    });
  }
  if (type === 'png' || type === 'jpeg') return false;
  return Object.entries(unzipSync(bytes)).some(([name, part]) => name.includes('CANARY') || inside(part));
}

const samples: readonly [FileType, () => Buffer | Promise<Buffer>, readonly RemovedKind[]][] = [
  ['pdf', authored.authoredPdf, ['author', 'title', 'xmp', 'comments', 'links', 'camera-and-place', 'hidden-parts']],
  ['docx', authored.authoredDocx, ['author', 'company', 'comments', 'revisions', 'identifiers', 'custom-property']],
  ['pptx', authored.authoredPptx, ['author', 'company', 'comments', 'text-chunk', 'hidden-parts']],
  ['xlsx', authored.authoredXlsx, ['author', 'comments', 'hidden-parts']],
  ['png', authored.authoredPng, ['text-chunk', 'xmp', 'camera-and-place', 'hidden-parts']],
  ['jpeg', authored.authoredJpeg, ['camera-and-place', 'xmp', 'text-chunk', 'comments', 'hidden-parts']],
];

describe.each(samples)('the anonymised copy of a %s', (type, make, kinds) => {
  it('holds none of the words planted where it says who made it, in no part of it', async () => {
    const original = await make();
    expect(await holdsCanary(type, original)).toBe(true);
    const copy = await anonymised(type, original);
    expect(await holdsCanary(type, copy.bytes)).toBe(false);
  });

  it('says what was removed, with what stood there', async () => {
    const { removed } = await anonymised(type, await make());
    expect([...new Set(removed.map(({ kind }) => kind))]).toEqual(expect.arrayContaining([...kinds]));
    expect(removed.some(({ value }) => value?.includes('CANARY'))).toBe(true);
  });

  (hasExiftool ? it : it.skip)('tells exiftool nothing', async () => {
    const { path } = await anonymised(type, await make());
    const read = (file: string) => execFileSync('exiftool', ['-a', '-G1', '-u', '-ee', file], { encoding: 'utf8' });
    // Documents of Office it reads with Archive::Zip alone, which not every machine has.
    if (['pdf', 'png', 'jpeg'].includes(type)) expect(read(join(folder, `original.${type}`))).toContain('CANARY');
    expect(read(path)).not.toContain('CANARY');
    expect(read(path)).not.toMatch(/\[(XMP[^\]]*|IPTC|PDF)\].*(Author|Creator|Producer|Title)/);
  });
});

describe('an anonymised copy', () => {
  it('of a PDF still shows its pages, with what is drawn on them', async () => {
    const { bytes } = await anonymised('pdf', await authored.authoredPdf());
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    expect(document.getPageCount()).toBe(1);
    expect(document.getPage(0).node.Annots()?.size()).toBe(1);
    expect([...document.catalog.keys()].map(String).sort((a, b) => (a < b ? -1 : 1))).toEqual(['/Pages', '/Type']);
  });

  it('of a photograph stays upright, and of a drawing whole', async () => {
    const jpeg = await anonymised('jpeg', await authored.authoredJpeg());
    const exif = jpeg.bytes.indexOf('Exif\0\0');
    // The one thing that EXIF still says: the picture is turned.
    expect(jpeg.bytes.subarray(exif + 6 + 10, exif + 6 + 20).toString('hex')).toBe('01120003000000010006');
    const png = await loadImage((await anonymised('png', await authored.authoredPng())).bytes);
    expect([png.width, png.height]).toEqual([40, 20]);
  });

  it('of a document keeps its words, with its revisions accepted', async () => {
    const { text } = await anonymised('docx', await authored.authoredDocx());
    expect(text.map(({ content }) => content.trim())).toEqual(['A quiet pump\nnew words']);
    const slides = await anonymised('pptx', await authored.authoredPptx());
    expect(slides.text.map(({ number, content }) => [number, content.trim()])).toEqual([[1, 'A quiet pump']]);
  });

  it('of a document holds neither what GIF pictures tell, nor objects of other programs, nor films', async () => {
    const word = (place: string) => strToU8(authored.canary(place));
    // One pixel, with a comment before it, XMP behind it, and more after its end.
    const gif = Buffer.concat([
      Buffer.from('47494638396101000100800000000000ffffff', 'hex'),
      Buffer.from([0x21, 0xfe, word('gifcomment').length]),
      word('gifcomment'),
      Buffer.from('002c000000000100010000020244010021ff0b', 'hex'),
      Buffer.from('XMP DataXMP'),
      Buffer.from([word('gifxmp').length]),
      word('gifxmp'),
      Buffer.from('003b', 'hex'),
      word('giftrailer'),
    ]);
    const parts = {
      'word/media/image1.gif': new Uint8Array(gif),
      'word/media/film.mp4': word('film'),
      'word/embeddings/oleObject1.bin': word('ole'),
      'word/embeddings/Old_Sheet.xls': word('olderoffice'),
      'word/embeddings/Macros.xlsm': word('macros'),
    };
    const { bytes, removed } = await anonymised('docx', office('docx', parts));
    expect(await holdsCanary('docx', bytes)).toBe(false);
    expect(removed).toContainEqual({ kind: 'comments', value: authored.canary('gifcomment') });
    const left = unzipSync(bytes)['word/media/image1.gif'];
    expect(Buffer.from(left ?? []).toString('hex')).toBe(
      '47494638396101000100800000000000ffffff2c00000000010001000002024401003b',
    );
  });

  it('of a document keeps of its parts what can be cleaned, with an empty picture for each other one', async () => {
    const word = (place: string) => strToU8(authored.canary(place));
    const relation = (id: string, target: string, type = 'image') =>
      `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
    const svg = '<a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip r:embed="rId2"/></a:ext>';
    const files = ['drawing.svg', 'chart.emf', 'photo.tiff', 'photo.webp', 'film.webm', 'model.glb'];
    const { bytes, removed } = await anonymised(
      'pptx',
      office('pptx', {
        'ppt/slides/slide1.xml': strToU8(
          `<p:sld><a:blip r:embed="rId1"><a:extLst>${svg}</a:extLst></a:blip><a:ext cx="1" cy="1"/></p:sld>`,
        ),
        'ppt/slides/_rels/slide1.xml.rels': strToU8(
          `<Relationships>${relation('rId1', '../media/chart.emf')}${relation('rId2', '../media/drawing.svg')}${relation('rId3', '../media/film.webm', 'video')}</Relationships>`,
        ),
        ...Object.fromEntries(files.map((name) => [`ppt/media/${name}`, word(name)])),
        '[trash]/0000.dat': word('trash'),
        'ppt/fonts/font1.fntdata': word('typeface'),
      }),
    );
    expect(await holdsCanary('pptx', bytes)).toBe(false);
    expect(removed.map(({ value }) => value)).toEqual(expect.arrayContaining(files.map((name) => `ppt/media/${name}`)));
    const parts = unzipSync(bytes);
    const left = (name: string) => Buffer.from(parts[name] ?? []).toString();
    expect(left('ppt/slides/slide1.xml')).toBe(
      '<p:sld><a:blip r:embed="rId1"><a:extLst></a:extLst></a:blip><a:ext cx="1" cy="1"/></p:sld>',
    );
    expect(left('ppt/slides/_rels/slide1.xml.rels')).toBe(
      `<Relationships>${relation('rId1', '/media/empty.png')}${relation('rId2', '/media/empty.png')}</Relationships>`,
    );
    expect(left('[Content_Types].xml')).toContain('<Default Extension="png" ContentType="image/png"/>');
    const picture = await loadImage(Buffer.from(parts['media/empty.png'] ?? []));
    expect([picture.width, picture.height]).toEqual([1, 1]);
  });

  it('of a GIF film keeps its times, without what else those blocks carry', async () => {
    const word = Buffer.from(authored.canary('gifblock'));
    const loop = Buffer.from('21ff0b4e45545343415045322e30', 'hex');
    const gif = Buffer.concat([
      Buffer.from('47494638396101000100800000000000ffffff', 'hex'),
      ...[loop, Buffer.from('03010500', 'hex'), Buffer.from([word.length]), word, Buffer.from([0])],
      ...[loop, Buffer.from([word.length]), word, Buffer.from([0])],
      ...[Buffer.from('21f904e50a0001', 'hex'), Buffer.from([word.length]), word, Buffer.from([0])],
      Buffer.from('2c00000000010001000002024401003b', 'hex'),
    ]);
    const { bytes } = await anonymised('docx', office('docx', { 'word/media/image1.gif': new Uint8Array(gif) }));
    expect(Buffer.from(unzipSync(bytes)['word/media/image1.gif'] ?? []).toString('hex')).toBe(
      `47494638396101000100800000000000ffffff${loop.toString('hex')}0301050000` +
        '21f904050a000100' +
        '2c0000000001000100000202440100' +
        '3b',
    );
  });

  it('is not made of what cannot be read', async () => {
    for (const type of ['pdf', 'docx', 'png', 'jpeg'] as const) {
      await expect(anonymised(type, Buffer.from('nothing'))).rejects.toThrow();
    }
  });

  const relation = 'Id="a" Target="http://example.test/" TargetMode="External"';
  it.each([
    ['with an end of their own', `<Relationships><Relationship ${relation}></Relationship></Relationships>`],
    ['under a prefix', `<p:Relationships xmlns:p="x"><p:Relationship ${relation}/></p:Relationships>`],
    ['in characters by number', `<Relationships><Relationship ${relation.replace('n', '&#110;')}/></Relationships>`],
  ])('is not made of a document whose links are written %s', async (_, rels) => {
    await expect(
      anonymised('docx', office('docx', { 'word/_rels/document.xml.rels': strToU8(rels) })),
    ).rejects.toThrow();
  });

  it('is not made of a document that swells, or holds others more than one deep', async () => {
    const within = (inner: Buffer) => office('docx', { 'word/embeddings/inner.docx': inner });
    expect((await anonymised('docx', within(office('docx')))).bytes.length).toBeGreaterThan(0);
    await expect(anonymised('docx', within(within(office('docx'))))).rejects.toThrow('swells');
    const swelling = office('docx', { 'word/media/a.bin': new Uint8Array(140_000_000) });
    await expect(anonymised('docx', within(swelling))).rejects.toThrow('swells');
  });
});
