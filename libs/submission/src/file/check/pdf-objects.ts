import { readFile } from 'node:fs/promises';
import { EncryptedPDFError, PDFArray, PDFDict, PDFDocument, PDFName, PDFStream, type PDFObject } from '@cantoo/pdf-lib';
import type { FileRefusal } from '#domain';

/** What acts by itself, or starts something outside the document. */
const acting = new Set([
  'JS',
  'JavaScript',
  'Launch',
  'RichMedia',
  'SubmitForm',
  'ImportData',
  'GoToE',
  'XFA',
  'Rendition',
]);
const embedding = new Set(['EmbeddedFile', 'EmbeddedFiles', 'EF']);

/**
 * A PDF that runs a script, starts a program, sends a form, or carries other files is refused: a judge's reader might do
 * what it asks. Every object is looked at, those within compressed object streams too.
 */
export async function pdfRefusal(path: string): Promise<FileRefusal | null> {
  let document: PDFDocument;
  try {
    const bytes = await readFile(path);
    document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: false });
    if (document.getPageCount() === 0) return 'damaged';
  } catch (error) {
    return error instanceof EncryptedPDFError ? 'encrypted' : 'damaged';
  }
  const names = new Set<string>();
  const objects: PDFObject[] = document.context.enumerateIndirectObjects().map(([, object]) => object);
  // A list of what is still to be looked at: a document nested without end must not end our stack.
  for (let object = objects.pop(); object !== undefined; object = objects.pop()) {
    if (object instanceof PDFName) names.add(object.decodeText());
    else if (object instanceof PDFArray) objects.push(...object.asArray());
    else if (object instanceof PDFDict || object instanceof PDFStream) {
      const dictionary = object instanceof PDFStream ? object.dict : object;
      for (const [key, value] of dictionary.entries()) objects.push(key, value);
    }
  }
  if ([...names].some((name) => acting.has(name))) return 'active-content';
  return [...names].some((name) => embedding.has(name)) ? 'embedded-files' : null;
}
