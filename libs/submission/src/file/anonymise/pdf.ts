import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';
import type { RemovedKind } from '#domain';
import { anonymousJpeg } from './jpeg.js';
import type { RemovedList } from './removed-list.js';

const ofCatalog = new Set(['Type', 'Pages', 'OCProperties', 'Version']);
const ofPage = new Set([
  ...['Type', 'Parent', 'Resources', 'MediaBox', 'CropBox', 'BleedBox', 'TrimBox', 'ArtBox', 'Rotate', 'Contents'],
  ...['Group', 'UserUnit', 'Annots'],
]);
/** What an annotation is drawn by; who wrote it when, and where it leads, is not drawn. */
const ofAnnotation = new Set(['Type', 'Subtype', 'Rect', 'AP', 'AS', 'F', 'Border', 'BS', 'C', 'CA', 'OC', 'FT', 'Ff']);
/** Annotations of which nothing is drawn on a page, or which carry something else. */
const undrawn = new Set(['Text', 'Popup', 'FileAttachment', 'Link', 'Sound', 'Movie', 'Screen', 'RichMedia', '3D']);
/** What only describes, wherever it stands. */
const anywhere: Readonly<Record<string, RemovedKind>> = {
  ...{ Metadata: 'xmp', PieceInfo: 'hidden-parts', LastModified: 'dates', AF: 'hidden-parts', Thumb: 'preview' },
  ...{ StructParent: 'hidden-parts', StructParents: 'hidden-parts', CreatorInfo: 'software', OPI: 'hidden-parts' },
};
const ofInformation: Readonly<Record<string, RemovedKind>> = {
  ...{ Author: 'author', Title: 'title', Subject: 'subject', Keywords: 'keywords', Company: 'company' },
  ...{ Creator: 'software', Producer: 'software', CreationDate: 'dates', ModDate: 'dates' },
};

const nameOf = (object: PDFObject | undefined) => (object instanceof PDFName ? object.decodeText() : '');

function textOf(object: PDFObject | undefined): string | null {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : null;
}

/**
 * A PDF of its pages alone: without information, XMP, outlines, names, structure, scripts, attachments, comments and
 * links, written anew, so that nothing of its earlier versions is left. What the pages show stays as it is.
 *
 * @throws Error where it cannot be read
 */
export async function anonymousPdf(bytes: Uint8Array, removed: RemovedList): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: false });
  dropInformation(document, removed);
  keep(document.catalog, ofCatalog, removed);
  for (const page of document.getPages()) {
    keep(page.node, ofPage, removed);
    dropAnnotations(page.node, removed);
  }
  sweep(document, removed);
  return document.save({ updateFieldAppearances: false, addDefaultPage: false, useObjectStreams: true });
}

function dropInformation({ context }: PDFDocument, removed: RemovedList): void {
  const { trailerInfo } = context;
  const information = trailerInfo.Info && context.lookup(trailerInfo.Info);
  if (information instanceof PDFDict) {
    for (const [key, value] of information.entries()) {
      const text = textOf(context.lookup(value));
      removed.add(ofInformation[key.decodeText()] ?? 'custom-property', text);
    }
  }
  if (trailerInfo.ID) removed.add('identifiers');
  delete trailerInfo.Info;
  delete trailerInfo.ID;
}

function keep(dictionary: PDFDict, keys: ReadonlySet<string>, removed: RemovedList): void {
  for (const key of dictionary.keys()) {
    const name = key.decodeText();
    if (keys.has(name)) continue;
    dictionary.delete(key);
    removed.add(anywhere[name] ?? 'hidden-parts', anywhere[name] ? null : name);
  }
}

function dropAnnotations(page: PDFDict, removed: RemovedList): void {
  const list = page.lookup(PDFName.of('Annots'));
  if (!(list instanceof PDFArray)) return;
  const kept: PDFObject[] = [];
  for (const object of list.asArray()) {
    const annotation = page.context.lookup(object);
    if (!(annotation instanceof PDFDict)) continue;
    const kind = nameOf(annotation.lookup(PDFName.of('Subtype')));
    const author = textOf(annotation.lookup(PDFName.of('T')));
    if (kind === 'Link') removed.add('links');
    else if (author !== null && kind !== 'Widget') removed.add('author', author);
    if (undrawn.has(kind)) {
      if (kind !== 'Link') removed.add('comments', textOf(annotation.lookup(PDFName.of('Contents'))));
      continue;
    }
    for (const key of annotation.keys()) if (!ofAnnotation.has(key.decodeText())) annotation.delete(key);
    kept.push(object);
  }
  page.set(PDFName.of('Annots'), page.context.obj(kept));
}

/** Cleans whatever the pages still lead to, and drops every object that they do not. */
function sweep(document: PDFDocument, removed: RemovedList): void {
  const { context } = document;
  const reached = new Set<string>();
  const open: PDFObject[] = [context.trailerInfo.Root as PDFObject];
  for (let object = open.pop(); object !== undefined; object = open.pop()) {
    if (object instanceof PDFRef) {
      if (reached.has(object.tag)) continue;
      reached.add(object.tag);
      const found = context.lookup(object);
      if (found instanceof PDFRawStream) cleanPicture(document, object, found, removed);
      if (found) open.push(found);
    } else if (object instanceof PDFArray) open.push(...object.asArray());
    else if (object instanceof PDFDict || object instanceof PDFStream) {
      open.push(...cleaned(object instanceof PDFStream ? object.dict : object, removed));
    }
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref.tag)) context.delete(ref);
}

function cleaned(dictionary: PDFDict, removed: RemovedList): PDFObject[] {
  for (const key of dictionary.keys()) {
    const kind = anywhere[key.decodeText()];
    if (kind === undefined) continue;
    dictionary.delete(key);
    removed.add(kind);
  }
  // The names of layers are shown in no picture of a page, and people name them after themselves.
  if (nameOf(dictionary.get(PDFName.of('Type'))) === 'OCG') dictionary.set(PDFName.of('Name'), PDFString.of('Layer'));
  return dictionary.values();
}

/** A photograph within a page carries what its camera wrote. */
function cleanPicture(document: PDFDocument, ref: PDFRef, stream: PDFRawStream, removed: RemovedList): void {
  const filter = stream.dict.lookup(PDFName.of('Filter'));
  const filters = filter instanceof PDFArray ? filter.asArray().map(nameOf) : [nameOf(filter)];
  if (filters.length !== 1 || filters[0] !== 'DCTDecode') return;
  const clean = anonymousJpeg(Buffer.from(stream.contents), removed);
  document.context.assign(ref, PDFRawStream.of(stream.dict, clean));
}
