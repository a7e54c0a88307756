import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strToU8 } from 'fflate';
import { type FileRefusal, type FileType, fileTypes, mediaTypes } from '#domain';
import * as sample from '../../../../../test/builders/sample-files.js';
import { inspectFile } from './inspect-file.js';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'leitai-inspect-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

async function inspected(bytes: Buffer, named: FileType, allowed: readonly FileType[] = fileTypes) {
  const path = join(folder, 'file');
  writeFileSync(path, bytes);
  return inspectFile({ path, named, allowed });
}

const mp4 = Buffer.from('0000001c667479706d703432000000006d70343269736f6d00000000', 'hex');
const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]);
const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
const page = Buffer.from('<!doctype html><script>alert(1)</script>');
const zeros = Buffer.alloc(20_000_000);

describe('a file that is what its name says', () => {
  it.each<[FileType, () => Buffer | Promise<Buffer>]>([
    ['pdf', () => sample.pdf()],
    ['docx', () => sample.office('docx')],
    ['pptx', () => sample.office('pptx')],
    ['xlsx', () => sample.office('xlsx')],
    ['zip', () => sample.zip({ '图纸/𠮷.txt': strToU8('x') })],
    ['png', () => sample.png(4000, 3000)],
    ['jpeg', () => sample.jpeg(4000, 3000)],
    ['mp4', () => mp4],
  ])('passes as %s', async (type, bytes) => {
    expect(await inspected(await bytes(), type)).toEqual({ mediaType: mediaTypes[type], refusal: null });
  });
});

describe('a file is refused', () => {
  it.each<[string, FileType, () => Buffer | Promise<Buffer>, FileRefusal]>([
    ['a program named .pdf', 'pdf', () => program, 'content-differs-from-name'],
    ['a program named .zip', 'zip', () => program, 'content-differs-from-name'],
    ['a drawing with script named .png', 'png', () => drawing, 'content-differs-from-name'],
    ['a page named .pdf', 'pdf', () => page, 'content-differs-from-name'],
    ['a text named .docx', 'docx', () => Buffer.from('hello'), 'content-differs-from-name'],
    ['a PDF named .png', 'png', () => sample.pdf(), 'content-differs-from-name'],
    ['a workbook named .docx', 'docx', () => sample.office('xlsx'), 'content-differs-from-name'],
    ['a document named .zip', 'zip', () => sample.office('docx'), 'content-differs-from-name'],
    ['an archive named .docx', 'docx', () => sample.zip({ 'a.txt': strToU8('x') }), 'content-differs-from-name'],
    ['a PDF with a script', 'pdf', sample.pdfWithScript, 'active-content'],
    ['a PDF that starts a program', 'pdf', sample.pdfThatLaunches, 'active-content'],
    ['a PDF with a file in it', 'pdf', sample.pdfWithAttachment, 'embedded-files'],
    ['an encrypted PDF', 'pdf', sample.encryptedPdf, 'encrypted'],
    ['half a PDF', 'pdf', async () => (await sample.pdf()).subarray(0, 200), 'damaged'],
    ['a document with macros', 'docx', () => sample.office('docm'), 'macros'],
    [
      'a document with a macro’s part',
      'docx',
      () => sample.office('docx', { 'word/vbaProject.bin': strToU8('x') }),
      'macros',
    ],
    ['an archive that swells', 'zip', () => sample.zip({ 'zeros.bin': zeros }), 'archive-too-large'],
    [
      'a document that swells',
      'docx',
      () => sample.office('docx', { 'word/media/zeros.bin': zeros }),
      'archive-too-large',
    ],
    ['an archive whose parts share their bytes', 'zip', sample.overlappingZip, 'archive-too-large'],
    ['an archive in an archive', 'zip', () => sample.zip({ 'inner.zip': strToU8('PK') }), 'archive-too-deep'],
    ['an archive that climbs', 'zip', () => sample.zip({ '../../evil.txt': strToU8('x') }), 'archive-unsafe-name'],
    [
      'an archive with an absolute path',
      'zip',
      () => sample.zip({ '/etc/passwd': strToU8('x') }),
      'archive-unsafe-name',
    ],
    [
      ...(['an archive with a link', 'zip'] as const),
      () => sample.zip({ link: [strToU8('/etc/passwd'), { os: 3, attrs: (0o120777 << 16) >>> 0 }] }),
      'archive-unsafe-name',
    ],
    ['an encrypted archive', 'zip', sample.encryptedZip, 'encrypted'],
    ['half an archive', 'zip', () => sample.zip({ 'a.txt': strToU8('x') }).subarray(0, 40), 'damaged'],
    ['an image of 30,001 pixels a side', 'png', () => sample.png(30_001, 10), 'image-too-large'],
    ['an image of 400 million pixels', 'jpeg', () => sample.jpeg(20_000, 20_000), 'image-too-large'],
    ['an image without size', 'png', () => sample.png(0, 0), 'damaged'],
  ])('%s', async (_, named, bytes, refusal) => {
    expect(await inspected(await bytes(), named)).toEqual({ mediaType: null, refusal });
  });

  it('an archive of very many entries, before any is looked at', async () => {
    const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`${index}`, new Uint8Array()]));
    expect(await inspected(sample.zip(many), 'zip')).toMatchObject({ refusal: 'archive-too-large' });
  });

  it('that its field does not take, whatever it is', async () => {
    expect(await inspected(await sample.pdf(), 'pdf', ['png'])).toMatchObject({ refusal: 'type-not-allowed' });
  });
});
