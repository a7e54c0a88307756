import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { DataSource } from 'typeorm';
import type { FileType } from '#domain';
import { asStorageKey, newStorageKey, type StorageDriver } from '#storage';
import { anonymiseApart } from '../anonymise/anonymise-apart.js';
import { type CopyLease, LostLeaseError } from './copy-lease.js';

/** Anonymised copies, stored as a whole or not at all. */
export class AnonymisedFiles {
  constructor(
    private readonly dataSource: DataSource,
    private readonly storage: StorageDriver,
  ) {}

  /**
   * Makes the anonymised copy of a file, or takes the one that an earlier try has stored.
   *
   * @param to where it then lies on this machine
   * @returns whether there is one: of some files none can be made
   * @throws LostLeaseError and leaves nothing behind
   */
  async make(lease: CopyLease, path: string, type: FileType, to: string): Promise<boolean> {
    const stored = await this.stored(lease.fileId);
    if (stored !== null) {
      await pipeline(await this.storage.get(asStorageKey(stored)), createWriteStream(to, { mode: 0o600 }));
      return true;
    }
    const made = await anonymiseApart({ path, type, to });
    if (made === null) return false;
    const { size } = await stat(to);
    const key = newStorageKey();
    const held = `from viewing_copies c where c.file_id = $1 and c.fence = $2 and c.state = 'rendering'`;
    const named = await this.dataSource.query<unknown[]>(
      `insert into anonymised_copies (file_id, storage_key, size, removed, content)
       select c.file_id, $3, $4, $5, $6 ${held} returning file_id`,
      [lease.fileId, lease.fence, key, size, JSON.stringify(made.removed), JSON.stringify(made.text)],
    );
    if (named.length === 0) throw new LostLeaseError(`the copy of file ${lease.fileId} is another's`);
    await this.storage.put(key, createReadStream(to), size);
    // Pages that an earlier try has rendered without it are of the original.
    await this.dataSource.query('update viewing_pages set stored_at = null where file_id = $1', [lease.fileId]);
    const [, kept] = await this.dataSource.query<[unknown, number]>(
      `update anonymised_copies a set stored_at = clock_timestamp() ${held} and a.file_id = c.file_id
         and a.storage_key = $3`,
      [lease.fileId, lease.fence, key],
    );
    if (kept > 0) return true;
    await this.storage.delete(key);
    throw new LostLeaseError(`the copy of file ${lease.fileId} is another's`);
  }

  /** Its key; what an earlier try had begun and not ended is cleared away. */
  private async stored(fileId: string): Promise<string | null> {
    const [begun] = await this.dataSource.query<[{ key: string }[], number]>(
      `delete from anonymised_copies where file_id = $1 and stored_at is null returning storage_key as key`,
      [fileId],
    );
    for (const { key } of begun) await this.storage.delete(asStorageKey(key));
    const rows = await this.dataSource.query<{ key: string }[]>(
      `select storage_key as key from anonymised_copies where file_id = $1`,
      [fileId],
    );
    return rows[0]?.key ?? null;
  }
}
