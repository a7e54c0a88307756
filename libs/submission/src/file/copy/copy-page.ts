import type { Readable } from 'node:stream';
import type { EntityManager } from 'typeorm';
import { type CopyFault, type CopyState, DomainError } from '#domain';
import { asStorageKey, type StorageDriver } from '#storage';

/** A viewing copy as far as it is rendered. */
export interface CopyView {
  readonly state: CopyState;
  /** Why there is none; null unless there is none. */
  readonly fault: CopyFault | null;
  /** Of the whole file; null until it was opened. */
  readonly pageCount: number | null;
  /** Those that are there, in order. */
  readonly pages: readonly { readonly number: number; readonly width: number; readonly height: number }[];
}

export interface OpenedPage {
  /** Of the WebP image. */
  readonly bytes: number;
  readonly read: () => Promise<Readable>;
}

/** @throws DomainError `not-found` where the file is none that is shown page by page */
export async function copyOf(manager: EntityManager, fileId: string): Promise<CopyView> {
  const copies = await manager.query<Omit<CopyView, 'pages'>[]>(
    `select state, fault, page_count as "pageCount" from viewing_copies where file_id = $1`,
    [fileId],
  );
  if (!copies[0]) throw new DomainError('not-found');
  const pages = await manager.query<CopyView['pages'][number][]>(
    `select number, width, height from viewing_pages where file_id = $1 and stored_at is not null order by number`,
    [fileId],
  );
  return { ...copies[0], pages };
}

/** @throws DomainError `not-found` where the page is not there */
export async function openPage(
  manager: EntityManager,
  storage: StorageDriver,
  fileId: string,
  page: { readonly number: number; readonly isThumbnail: boolean },
): Promise<OpenedPage> {
  const [key, bytes] = page.isThumbnail ? ['thumbnail_key', 'thumbnail_bytes'] : ['page_key', 'bytes'];
  const rows = await manager.query<{ key: string; bytes: number }[]>(
    `select ${key} as key, ${bytes} as bytes from viewing_pages
     where file_id = $1 and number = $2 and stored_at is not null`,
    [fileId, page.number],
  );
  const found = rows[0];
  if (!found) throw new DomainError('not-found');
  return { bytes: found.bytes, read: () => storage.get(asStorageKey(found.key)) };
}
