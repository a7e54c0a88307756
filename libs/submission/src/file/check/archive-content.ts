import { stat } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import type { FileRefusal, FileType } from '#domain';
import type { FoundContent } from './found-content.js';

/** Limits of what an archive says of itself, read from its directory before anything of it is unpacked. */
const most = { entries: 10_000, bytes: 1_073_741_824, ratio: 100 };
/** Below so many bytes, even a large ratio harms nobody. */
const harmless = 10_485_760;
/** `[Content_Types].xml` of a real document is a few kilobytes. */
const contentTypesLimit = 1_048_576;

const archives = /\.(zip|7z|rar|tar|gz|tgz|bz2|xz|zst|jar|iso|cab)$/i;
const symbolicLink = 0o120000;
const directoryFault = /invalid relative path|absolute path|invalid characters in fileName/;

interface Directory {
  readonly contentTypes: Entry | null;
  readonly hasMacros: boolean;
  readonly hasArchives: boolean;
}

/** What a zip archive is (a document of Office is one, too), and what stands against it. */
export async function archiveContent(path: string, named: FileType): Promise<FoundContent> {
  const refuse = (refusal: FileRefusal): FoundContent => ({ type: null, refusal });
  let zip: ZipFile | undefined;
  try {
    zip = await openPromise(path, { autoClose: false, lazyEntries: true, validateEntrySizes: true });
    const directory = await readDirectory(zip, (await stat(path)).size);
    if (typeof directory === 'string') return refuse(directory);
    const type = directory.contentTypes ? await officeType(zip, directory.contentTypes) : 'zip';
    if (type === 'macros' || (type !== 'zip' && directory.hasMacros)) return refuse('macros');
    if (named === 'zip' && directory.hasArchives) return refuse('archive-too-deep');
    return { type, refusal: null };
  } catch (error) {
    return refuse(error instanceof Error && directoryFault.test(error.message) ? 'archive-unsafe-name' : 'damaged');
  } finally {
    zip?.close();
  }
}

async function readDirectory(zip: ZipFile, fileSize: number): Promise<Directory | FileRefusal> {
  if (zip.entryCount > most.entries) return 'archive-too-large';
  let [packed, unpacked] = [0, 0];
  const found = { contentTypes: null as Entry | null, hasMacros: false, hasArchives: false };
  for await (const entry of zip.eachEntry()) {
    const fault = entryFault(entry);
    if (fault !== null) return fault;
    packed += entry.compressedSize;
    unpacked += entry.uncompressedSize;
    if (unpacked > most.bytes || isSwelling(entry.uncompressedSize, entry.compressedSize)) return 'archive-too-large';
    if (entry.fileName === '[Content_Types].xml') found.contentTypes = entry;
    if (/vbaProject\.bin$/i.test(entry.fileName)) found.hasMacros = true;
    if (archives.test(entry.fileName)) found.hasArchives = true;
  }
  // Entries that share their bytes: a bomb whose every part looks small.
  if (packed > fileSize || isSwelling(unpacked, fileSize)) return 'archive-too-large';
  return found;
}

const isSwelling = (unpacked: number, packed: number) => unpacked > harmless && unpacked > packed * most.ratio;

function entryFault(entry: Entry): FileRefusal | null {
  if (entry.isEncrypted()) return 'encrypted';
  return ((entry.externalFileAttributes >>> 16) & 0o170000) === symbolicLink ? 'archive-unsafe-name' : null;
}

const mainParts: readonly (readonly [RegExp, FileType])[] = [
  [/wordprocessingml\.document\.main\+xml/, 'docx'],
  [/presentationml\.(presentation|slideshow)\.main\+xml/, 'pptx'],
  [/spreadsheetml\.sheet\.main\+xml/, 'xlsx'],
];

async function officeType(zip: ZipFile, entry: Entry): Promise<FileType | 'macros' | null> {
  if (entry.uncompressedSize > contentTypesLimit) return null;
  const content = await text(await zip.openReadStreamPromise(entry));
  if (/macroEnabled/i.test(content)) return 'macros';
  return mainParts.find(([part]) => part.test(content))?.[1] ?? 'zip';
}
