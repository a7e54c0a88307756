import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { type FileRefusal, type FileType, mediaTypes } from '#domain';
import { archiveContent } from './archive-content.js';
import type { FoundContent } from './found-content.js';
import { imageRefusal } from './image-size.js';
import { pdfRefusal } from './pdf-objects.js';

export interface FileToInspect {
  /** Of a file on this machine. */
  readonly path: string;
  /** What its name says. */
  readonly named: FileType;
  /** What its field takes. */
  readonly allowed: readonly FileType[];
}

export type Inspection =
  { readonly mediaType: string; readonly refusal: null } | { readonly mediaType: null; readonly refusal: FileRefusal };

const typeByDetection: Readonly<Record<string, FileType>> = {
  pdf: 'pdf',
  png: 'png',
  jpg: 'jpeg',
  mp4: 'mp4',
  m4v: 'mp4',
};

/** Looks into a file: is it what its name says, may it be so here, and is there anything in it that acts or swells? */
export async function inspectFile({ path, named, allowed }: FileToInspect): Promise<Inspection> {
  const refuse = (refusal: FileRefusal): Inspection => ({ mediaType: null, refusal });
  if (!allowed.includes(named)) return refuse('type-not-allowed');
  const head = await headOf(path);
  const found = head.startsWith('PK') ? await archiveContent(path, named) : await plainContent(path, head);
  if (found.refusal !== null) return refuse(found.refusal);
  if (found.type !== named) return refuse('content-differs-from-name');
  const refusal = await contentRefusal(path, named);
  return refusal === null ? { mediaType: mediaTypes[named], refusal: null } : refuse(refusal);
}

/** Office encrypts into a container of its older format. */
const olderOffice = Buffer.from('d0cf11e0a1b11ae1', 'hex').toString('latin1');

async function plainContent(path: string, head: string): Promise<FoundContent> {
  if (head.startsWith(olderOffice)) {
    const isEncrypted = head.includes(Buffer.from('EncryptedPackage', 'utf16le').toString('latin1'));
    return { type: null, refusal: isEncrypted ? 'encrypted' : 'content-differs-from-name' };
  }
  const detected = await fileTypeFromFile(path);
  return { type: typeByDetection[detected?.ext ?? ''] ?? null, refusal: null };
}

async function contentRefusal(path: string, type: FileType): Promise<FileRefusal | null> {
  if (type === 'pdf') return pdfRefusal(path);
  return type === 'png' || type === 'jpeg' ? imageRefusal(path, type) : null;
}

/** The first bytes, one character each. */
async function headOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0);
    return buffer.subarray(0, bytesRead).toString('latin1');
  } finally {
    await file.close();
  }
}
