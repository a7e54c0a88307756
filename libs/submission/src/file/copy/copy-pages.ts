import { Readable } from 'node:stream';
import type { DataSource } from 'typeorm';
import { asStorageKey, newStorageKey, type StorageDriver } from '#storage';
import { type CopyLease, LostLeaseError } from './copy-lease.js';
import type { RenderedPage } from './page-source.js';

/** The pages of a copy, stored one by one. A page is there as a whole, with its thumbnail, or not at all. */
export class CopyPages {
  constructor(
    private readonly dataSource: DataSource,
    private readonly storage: StorageDriver,
  ) {}

  /** Numbers of the pages that an earlier try has stored; what it had begun and not ended is cleared away. */
  async stored(fileId: string): Promise<ReadonlySet<number>> {
    await this.clear(fileId, 'stored_at is null');
    const rows = await this.dataSource.query<{ number: number }[]>(
      `select number from viewing_pages where file_id = $1`,
      [fileId],
    );
    return new Set(rows.map(({ number }) => number));
  }

  /** Of a file that cannot be shown, no page is. */
  async drop(fileId: string): Promise<void> {
    await this.clear(fileId, 'true');
  }

  /** @throws LostLeaseError and leaves nothing behind */
  async store({ fileId, fence }: CopyLease, number: number, given: RenderedPage): Promise<void> {
    const { width, height, page, thumbnail, content } = given;
    const [pageKey, thumbnailKey] = [newStorageKey(), newStorageKey()];
    const held = `from viewing_copies c where c.file_id = $1 and c.fence = $2 and c.state = 'rendering'`;
    const named = await this.dataSource.query<unknown[]>(
      `insert into viewing_pages
         (file_id, number, page_key, thumbnail_key, width, height, bytes, thumbnail_bytes, content)
       select c.file_id, $3, $4, $5, $6, $7, $8, $9, $10 ${held} returning number`,
      [fileId, fence, number, pageKey, thumbnailKey, width, height, page.length, thumbnail.length, content],
    );
    if (named.length === 0) throw new LostLeaseError(`the copy of file ${fileId} is another's`);
    await this.storage.put(pageKey, Readable.from([Buffer.from(page)]), page.length);
    await this.storage.put(thumbnailKey, Readable.from([Buffer.from(thumbnail)]), thumbnail.length);
    const [, stored] = await this.dataSource.query<[unknown, number]>(
      `update viewing_pages p set stored_at = clock_timestamp() ${held} and p.file_id = c.file_id and p.page_key = $3`,
      [fileId, fence, pageKey],
    );
    if (stored > 0) return;
    await this.storage.delete(pageKey);
    await this.storage.delete(thumbnailKey);
    throw new LostLeaseError(`the copy of file ${fileId} is another's`);
  }

  private async clear(fileId: string, which: string): Promise<void> {
    const [gone] = await this.dataSource.query<[{ pageKey: string; thumbnailKey: string }[], number]>(
      `delete from viewing_pages where file_id = $1 and ${which}
       returning page_key as "pageKey", thumbnail_key as "thumbnailKey"`,
      [fileId],
    );
    for (const { pageKey, thumbnailKey } of gone) {
      await this.storage.delete(asStorageKey(pageKey));
      await this.storage.delete(asStorageKey(thumbnailKey));
    }
  }
}
