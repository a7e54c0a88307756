import { decodePDFRawStream, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { unzipSync } from 'fflate';

/** What `authored-files` plants: a word that no file has by chance. */
const planted = 'canary[a-z0-9]+x';

/** Numbers are found also as people write them: in groups. */
function patternOf(word: string): string {
  const isNumber = /^[\dA-Z]{11,18}$/.test(word);
  return isNumber ? [...word].join('[ -]?') : word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Finds words in any bytes: as text of whatever encoding, in addresses, in tokens, and within archives and PDFs. */
export class WordFinder {
  private readonly pattern: RegExp;
  private readonly lookedThrough = new Map<string, ReadonlySet<string>>();

  /** @param words beside those that `authored-files` plants */
  constructor(words: readonly string[]) {
    this.pattern = new RegExp([planted, ...words.map(patternOf)].join('|'), 'giu');
  }

  /** Every word found, in lower case and without the gaps of grouped numbers. */
  async in(bytes: Buffer): Promise<Set<string>> {
    const found = new Set<string>();
    for (const part of await partsOf(bytes)) this.look(part, found);
    return found;
  }

  /** Of an answer: most refusals are alike but for the address that they name, and are looked through once. */
  async inAnswer(bytes: Buffer, url: string): Promise<ReadonlySet<string>> {
    if (bytes.length > 4000) return this.in(bytes);
    const text = bytes.toString('latin1').replaceAll(url.split('?')[0] ?? url, '');
    const found = this.lookedThrough.get(text) ?? (await this.in(bytes));
    this.lookedThrough.set(text, found);
    return found;
  }

  private look(bytes: Buffer, found: Set<string>): void {
    const text = bytes.toString('utf8');
    this.note(text, found);
    this.note(bytes.toString('utf16le'), found);
    this.note(bytes.subarray(1).toString('utf16le'), found);
    if (/%[0-9a-f]{2}/i.test(text)) this.note(decoded(text), found);
    // Claims of tokens, and whatever else is written in base 64.
    for (const [run] of text.matchAll(/[\w-]{24,}|[A-Za-z0-9+/]{24,}={0,2}/g)) {
      this.note(Buffer.from(run, 'base64url').toString('utf8'), found);
    }
  }

  private note(text: string, found: Set<string>): void {
    for (const [word] of text.matchAll(this.pattern)) found.add(wordKey(word));
  }
}

/** As `WordFinder.in` names a word. */
export const wordKey = (word: string) => word.toLowerCase().replaceAll(/[ -]/g, '');

const decoded = (text: string) =>
  text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'));

async function partsOf(bytes: Buffer): Promise<Buffer[]> {
  const head = bytes.toString('latin1', 0, 4);
  if (head.startsWith('PK')) {
    const inner = Object.entries(unzipSync(bytes)).map(async ([name, part]) => [
      Buffer.from(name),
      ...(await partsOf(Buffer.from(part))),
    ]);
    return [bytes, ...(await Promise.all(inner)).flat()];
  }
  return head === '%PDF' ? [bytes, ...(await pdfParts(bytes))] : [bytes];
}

async function pdfParts(bytes: Buffer): Promise<Buffer[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  return document.context.enumerateIndirectObjects().map(([, object]) => {
    if (!(object instanceof PDFRawStream)) return Buffer.from(object.toString());
    const isPicture = object.dict.get(PDFName.of('Subtype'))?.toString() === '/Image';
    return Buffer.from(isPicture ? object.contents : decodePDFRawStream(object).decode());
  });
}
