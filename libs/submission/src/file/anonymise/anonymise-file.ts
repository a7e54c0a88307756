import { readFile, writeFile } from 'node:fs/promises';
import { type FileType, isOffice, type RemovedMetadata } from '#domain';
import { anonymousJpeg } from './jpeg.js';
import { anonymousOffice, officeText } from './office.js';
import { anonymousPdf } from './pdf.js';
import { anonymousPng } from './png.js';
import { RemovedList } from './removed-list.js';

export interface FileToAnonymise {
  /** Of a file on this machine. */
  readonly path: string;
  readonly type: FileType;
  /** Where the copy is written. */
  readonly to: string;
}

export interface Anonymised {
  readonly removed: readonly RemovedMetadata[];
  /** Of a document of Office, what can be read in it; of the others the rendering says it. */
  readonly text: readonly { readonly number: number; readonly content: string }[];
}

/** @throws Error where the file cannot be read as what it is */
export async function anonymiseFile({ path, type, to }: FileToAnonymise): Promise<Anonymised> {
  const removed = new RemovedList();
  const bytes = await readFile(path);
  const copy = await anonymous(bytes, type, removed);
  await writeFile(to, copy, { mode: 0o600 });
  return { removed: removed.list, text: isOffice(type) ? officeText(copy, type) : [] };
}

function anonymous(bytes: Buffer, type: FileType, removed: RemovedList): Uint8Array | Promise<Uint8Array> {
  if (type === 'pdf') return anonymousPdf(bytes, removed);
  if (type === 'png') return anonymousPng(bytes, removed);
  if (type === 'jpeg') return anonymousJpeg(bytes, removed);
  return anonymousOffice(bytes, removed);
}
