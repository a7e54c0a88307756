import { createReadStream, createWriteStream, mkdirSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FileStore } from '@tus/file-store';
import { asStorageFault } from './storage-full.js';

const idForm = /^[0-9a-f-]{36}$/;

/** Uploads by tus: says a full disk as such, where the store of the library says only that it could not write. */
class ResumableStore extends FileStore {
  override async write(bytes: Readable, id: string, offset: number): Promise<number> {
    const path = join(this.directory, id);
    let received = 0;
    try {
      await pipeline(
        bytes,
        async function* (chunks: AsyncIterable<Buffer>) {
          for await (const chunk of chunks) {
            received += chunk.length;
            yield chunk;
          }
        },
        createWriteStream(path, { flags: 'r+', start: offset }),
      );
    } catch (error) {
      throw asStorageFault(error);
    }
    return offset + received;
  }
}

/** Bytes of files that have not arrived as a whole, on this machine's disk: nothing of them is ever shown. */
export class PartialUploads {
  private made: FileStore | undefined;

  /** @param folder absolute path; made when the first upload comes */
  constructor(private readonly folder: string) {}

  /** What the tus server writes to; an upload has the name of its file's public id. */
  get store(): FileStore {
    if (this.made === undefined) {
      mkdirSync(this.folder, { recursive: true, mode: 0o700 });
      this.made = new ResumableStore({ directory: this.folder });
    }
    return this.made;
  }

  /** Bytes that are there; null where nothing of the upload is. */
  async size(id: string): Promise<number | null> {
    const found = await stat(this.path(id)).catch(() => null);
    return found?.size ?? null;
  }

  read(id: string): Readable {
    return createReadStream(this.path(id));
  }

  async remove(id: string): Promise<void> {
    const path = this.path(id);
    await Promise.all([rm(path, { force: true }), rm(`${path}.json`, { force: true })]);
  }

  /** Ids of the uploads of which anything is there. */
  async ids(): Promise<string[]> {
    const names = await readdir(this.folder).catch(() => []);
    return [...new Set(names.map((name) => name.replace(/\.json$/, '')))].filter((name) => idForm.test(name));
  }

  private path(id: string): string {
    if (!idForm.test(id)) throw new RangeError('not an upload');
    return join(this.folder, id);
  }
}
