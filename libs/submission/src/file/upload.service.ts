import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '#domain';
import { FileCheckQueue } from '#queue';
import { newStorageKey, PartialUploads, storageToken, type StorageDriver } from '#storage';
import { expectedFile, type FileStanding } from './file-standing.js';

/** The bytes of filed files on their way in. */
@Injectable()
export class UploadService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly uploads: PartialUploads,
    @Inject(storageToken) private readonly storage: StorageDriver,
    private readonly checks: FileCheckQueue,
  ) {}

  /** @throws DomainError `not-found`, `file-not-expected` */
  async expected(publicId: string, userId: string): Promise<FileStanding> {
    return expectedFile(this.dataSource.manager, publicId, userId);
  }

  /**
   * The first byte may come.
   *
   * @param length bytes that the upload announces
   * @throws DomainError `not-found`, `file-not-expected`, `file-differs`
   */
  async begin(publicId: string, userId: string, length: number | undefined): Promise<void> {
    const file = await this.expected(publicId, userId);
    if (length !== file.size) throw new DomainError('file-differs', { expected: file.size });
    await this.dataSource.query(`update entry_files set state = 'uploading' where id = $1 and state = 'filed'`, [
      file.id,
    ]);
  }

  /**
   * Takes over an upload of which every byte is here: hashed while it is stored, so that what is stored is what was
   * hashed. Of two at once one wins, and the other leaves nothing behind.
   *
   * @returns whether it was complete
   * @throws DomainError `file-differs` where size or hash is not the filed one: the bytes are dropped, and may be sent
   *   anew; `storage-full`, after which the same call may be made again
   */
  async complete(publicId: string, userId: string): Promise<boolean> {
    const file = await this.expected(publicId, userId);
    if (file.state !== 'uploading' || (await this.uploads.size(publicId)) !== file.size) return false;
    const key = newStorageKey();
    const hash = createHash('sha256');
    const hashing = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        done(null, chunk);
      },
    });
    const bytes = this.uploads.read(publicId).on('error', (error) => hashing.destroy(error));
    await this.storage.put(key, bytes.pipe(hashing), file.size);
    if (hash.digest('hex') !== file.sha256) {
      await this.drop(file, key);
      throw new DomainError('file-differs', { expected: file.size });
    }
    const [, taken] = await this.dataSource.query<[unknown, number]>(
      `update entry_files set state = 'checking', storage_key = $2, arrived_at = clock_timestamp()
       where id = $1 and state = 'uploading' and removed_at is null`,
      [file.id, key],
    );
    if (taken === 0) await this.storage.delete(key);
    await this.uploads.remove(publicId);
    this.checks.request(file.id);
    return true;
  }

  private async drop(file: FileStanding, key: ReturnType<typeof newStorageKey>): Promise<void> {
    await this.storage.delete(key);
    await this.uploads.remove(file.publicId);
    await this.dataSource.query(`update entry_files set state = 'filed' where id = $1 and state = 'uploading'`, [
      file.id,
    ]);
  }
}
