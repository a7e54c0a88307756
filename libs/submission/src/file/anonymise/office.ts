import { strFromU8, strToU8, unzipSync, zipSync, type Unzipped, type Zippable } from 'fflate';
import type { FileType } from '#domain';
import { anonymousGif } from './gif.js';
import { anonymousJpeg } from './jpeg.js';
import { cleanPart } from './office-part.js';
import { anonymousPng } from './png.js';
import type { RemovedList } from './removed-list.js';

/** Parts that only describe, or hold what nobody sees on a page: dropped, with all that leads to them. */
const dropped =
  /^(docProps\/|docMetadata\/|customXml\/|_xmlsignatures\/|word\/(people|comments\w*)\.xml$|ppt\/(commentAuthors|authors|revisionInfo)\.xml$|ppt\/(comments|changesInfos)\/|xl\/(persons|threadedComments|revisions|printerSettings)\/|.*\/printerSettings\/|.*\/embeddings\/(?!.*\.(docx|pptx|xlsx)$)|.*\/thumbnail\.\w+$)/i;
/** Of the rest, what can be read and cleaned; all else may say who made it: other pictures, films, sounds, typefaces. */
const cleanable = /(\.(xml|rels|vml|png|gif|jpe|jpe?g|jfif)|\/embeddings\/[^/]+\.(docx|pptx|xlsx))$/i;
const nested = /\/embeddings\/[^/]+\.(docx|pptx|xlsx)$/i;
const relations = /(^|\/)_rels\/[^/]*\.rels$/;

const contentTypes = '[Content_Types].xml';

/** One clear point. */
const emptyPicture = {
  part: 'media/empty.png',
  bytes: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAC0lEQVR42mNgAAIAAAUAAen63NgAAAAASUVORK5CYII=',
    'base64',
  ),
};

/** Bytes that a document, and one within it, may have when unpacked. */
const mostBytes = [1_073_741_824, 134_217_728];

/** 1 January 1980, as early as an archive can say. */
const noTime = '1980-01-01T00:00:00';

/**
 * A document of Office without properties, comments, authors, revisions (which are accepted), links that lead outside,
 * printer settings, previews, films, sounds and embedded objects of other programs, packed anew. What its pages show stays,
 * but for pictures other than PNG, JPEG and GIF: an empty one stands for each.
 *
 * @param depth how many documents it lies within: one at most
 * @throws Error where it cannot be read, or swells
 */
export function anonymousOffice(bytes: Uint8Array, removed: RemovedList, depth = 0): Uint8Array {
  assertSize(bytes, depth);
  const parts = unzipSync(bytes);
  const isDropped = (name: string) => name !== contentTypes && (dropped.test(name) || !cleanable.test(name));
  tellProperties(parts, removed);
  const kept: Zippable = {};
  const cleaning: Cleaning = { isDropped, removed, depth, standsEmpty: false };
  for (const [name, content] of Object.entries(parts)) {
    if (name.endsWith('/')) continue;
    if (isDropped(name)) removed.add(/comment/i.test(name) ? 'comments' : 'hidden-parts', name);
    else kept[name] = [cleaned(name, content, cleaning), { level: 6, mtime: noTime }];
  }
  if (cleaning.standsEmpty) kept[emptyPicture.part] = [emptyPicture.bytes, { level: 6, mtime: noTime }];
  return zipSync(kept);
}

/** Before anything is unpacked, by what the archive says of itself, which the unpacking holds it to. */
function assertSize(bytes: Uint8Array, depth: number): void {
  let size = 0;
  unzipSync(bytes, {
    filter: ({ originalSize }) => {
      size += originalSize;
      return false;
    },
  });
  if (size > (mostBytes[depth] ?? 0)) throw new RangeError('a document that swells');
}

interface Cleaning {
  readonly isDropped: (name: string) => boolean;
  readonly removed: RemovedList;
  readonly depth: number;
  /** Whether the empty picture stands for another so far. */
  standsEmpty: boolean;
}

function cleaned(name: string, content: Uint8Array, cleaning: Cleaning): Uint8Array {
  const { isDropped, removed, depth } = cleaning;
  if (/\.(jpe|jpe?g|jfif)$/i.test(name)) return anonymousJpeg(Buffer.from(content), removed);
  if (/\.png$/i.test(name)) return anonymousPng(Buffer.from(content), removed);
  if (/\.gif$/i.test(name)) return anonymousGif(Buffer.from(content), removed);
  if (nested.test(name)) return anonymousOffice(content, removed, depth + 1);
  if ((content[0] === 0xff && content[1] === 0xfe) || (content[0] === 0xfe && content[1] === 0xff)) {
    throw new RangeError('a part in UTF-16');
  }
  const text = strFromU8(content);
  if (name === contentTypes) return strToU8(withoutTypes(text, isDropped));
  if (relations.test(name)) return strToU8(withoutRelations(name, text, cleaning));
  return strToU8(cleanPart(name, text, removed));
}

const attribute = (tag: string, name: string) => new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1] ?? '';

function withoutTypes(text: string, isDropped: (name: string) => boolean): string {
  const kept = text.replace(/<Override\b[^>]*\/>/g, (tag) =>
    isDropped(attribute(tag, 'PartName').replace(/^\//, '')) ? '' : tag,
  );
  if (/Extension\s*=\s*["']png["']/i.test(kept)) return kept;
  return kept.replace(/<Types\b[^>]*[^/]>/, (tag) => `${tag}<Default Extension="png" ContentType="image/png"/>`);
}

function withoutRelations(name: string, text: string, cleaning: Cleaning): string {
  // Written otherwise than Office writes them, links could pass by what is read below.
  if (/<\w+:Relationship\b|<Relationship\b[^>]*[^/]>|TargetMode\s*=\s*["'][^"']*&/.test(text)) {
    throw new RangeError('relations that are written otherwise');
  }
  const folder = name.replace(/_rels\/[^/]*$/, '');
  return text.replace(/<Relationship\b[^>]*\/>/g, (tag) => {
    const target = attribute(tag, 'Target');
    if (attribute(tag, 'TargetMode') === 'External') {
      cleaning.removed.add('links', target);
      return tag.replace(/\bTarget\s*=\s*["'][^"']*["']/, 'Target="about:blank"');
    }
    if (!cleaning.isDropped(resolved(folder, target))) return tag;
    // Without its relation a picture is an error, where Office reads the page.
    if (!attribute(tag, 'Type').endsWith('/image')) return '';
    cleaning.standsEmpty = true;
    return tag.replace(/\bTarget\s*=\s*["'][^"']*["']/, `Target="/${emptyPicture.part}"`);
  });
}

/** The part that a target names, seen from a folder. */
function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}

const properties = [
  [/<(?:dc:creator|cp:lastModifiedBy|Manager)>([^<]*)</g, 'author'],
  [/<dc:title>([^<]*)</g, 'title'],
  [/<(?:dc:subject|dc:description|cp:category)>([^<]*)</g, 'subject'],
  [/<cp:keywords>([^<]*)</g, 'keywords'],
  [/<Company>([^<]*)</g, 'company'],
  [/<(?:Application|AppVersion|Template|HyperlinkBase)>([^<]*)</g, 'software'],
  [/<dcterms:\w+[^>]*>([^<]*)</g, 'dates'],
  [/<vt:\w+>([^<]*)</g, 'custom-property'],
] as const;

function tellProperties(parts: Unzipped, removed: RemovedList): void {
  for (const [name, content] of Object.entries(parts)) {
    if (!/^docProps\/.*\.xml$/i.test(name)) continue;
    const text = strFromU8(content);
    for (const [pattern, kind] of properties) {
      for (const [, value] of text.matchAll(pattern)) removed.add(kind, value ?? '');
    }
  }
}

const readParts: Readonly<Partial<Record<FileType, RegExp>>> = {
  docx: /^word\/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$/,
  pptx: /^ppt\/(slides\/slide|notesSlides\/notesSlide)\d+\.xml$/,
  xlsx: /^xl\/(sharedStrings|worksheets\/sheet\d+)\.xml$/,
};

/** What can be read in a document, by the number of the part that holds it (of a slide, its number). */
export function officeText(bytes: Uint8Array, type: FileType): { readonly number: number; readonly content: string }[] {
  const pattern = readParts[type];
  if (!pattern) return [];
  const parts = unzipSync(bytes, { filter: ({ name }) => pattern.test(name) });
  return Object.entries(parts).map(([name, content]) => ({
    number: Number(/slide(\d+)\.xml$/i.exec(name)?.[1] ?? 1),
    content: strFromU8(content)
      .replace(/<\/(w:p|a:p|si|c)>/g, '\n')
      .replace(/<[^>]*>/g, '')
      .replaceAll('\0', '')
      .slice(0, 500_000),
  }));
}
