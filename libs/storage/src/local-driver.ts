import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DomainError } from '#domain';
import { exactSize } from './exact-size.js';
import type { ByteRange, StorageDriver } from './storage-driver.js';
import { asStorageFault, systemCode } from './storage-full.js';
import type { StorageKey } from './storage-key.js';

const isMissing = (error: unknown) => systemCode(error) === 'ENOENT';

/** Objects as files of one folder. Bytes arrive beside them and are renamed when they are whole and durable. */
export class LocalDriver implements StorageDriver {
  private readonly arriving: string;

  /** @param folder absolute path; made when it is first written to */
  constructor(private readonly folder: string) {
    this.arriving = join(folder, 'arriving');
  }

  async put(key: StorageKey, bytes: Readable, size: number): Promise<void> {
    const path = join(this.folder, key);
    const arriving = join(this.arriving, randomBytes(16).toString('hex'));
    try {
      await mkdir(this.arriving, { recursive: true, mode: 0o700 });
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await pipeline(bytes, exactSize(size), createWriteStream(arriving, { flags: 'wx', mode: 0o600, flush: true }));
      await rename(arriving, path);
      await syncFolder(dirname(path));
    } catch (error) {
      await rm(arriving, { force: true });
      throw asStorageFault(error);
    }
  }

  async get(key: StorageKey, range?: ByteRange): Promise<Readable> {
    if ((await this.size(key)) === null) throw new DomainError('not-found');
    return createReadStream(join(this.folder, key), range ? { start: range.first, end: range.last } : {});
  }

  async size(key: StorageKey): Promise<number | null> {
    try {
      return (await stat(join(this.folder, key))).size;
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  async delete(key: StorageKey): Promise<void> {
    await rm(join(this.folder, key), { force: true });
  }

  async sweep(idleMs: number, now: number): Promise<void> {
    const names = await readdir(this.arriving).catch((error: unknown) => {
      if (isMissing(error)) return [];
      throw error;
    });
    for (const name of names) {
      const path = join(this.arriving, name);
      const found = await stat(path).catch(() => null);
      if (found !== null && now - found.mtimeMs > idleMs) await rm(path, { force: true });
    }
  }
}

/** The renaming itself has to outlive a power cut. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
