import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { DomainError } from '#domain';
import { exactSize } from './exact-size.js';
import type { ByteRange, StorageDriver } from './storage-driver.js';
import type { StorageKey } from './storage-key.js';

export interface S3Settings {
  /** Absent: the address that AWS has for the region. */
  readonly endpoint: string | undefined;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const status = (error: unknown) => (error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined);
const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
/** Milliseconds before each try. */
const clearingPauses = [0, 50, 200];
const fullCodes = new Set(['QuotaExceeded', 'XMinioStorageFull', 'EntityTooLarge', 'InsufficientStorage']);

/** Objects in a bucket of a server that speaks the S3 API. */
export class S3Driver implements StorageDriver {
  private readonly client: S3Client;
  private readonly bucket: string;

  constructor({ endpoint, region, bucket, accessKeyId, secretAccessKey }: S3Settings) {
    this.bucket = bucket;
    this.client = new S3Client({
      region,
      // What goes wrong is thrown; the library would print it as well.
      logger: silent,
      credentials: { accessKeyId, secretAccessKey },
      // Servers beside AWS often have no name of its own for each bucket, and no checksums that follow a stream.
      ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
  }

  async put(key: StorageKey, bytes: Readable, size: number): Promise<void> {
    const checked = exactSize(size);
    const body = bytes.on('error', (error) => checked.destroy(error)).pipe(checked);
    const failed = new Promise<never>((_, reject) => checked.once('error', reject));
    const abort = new AbortController();
    const command = new PutObjectCommand({ Bucket: this.bucket, Key: key, Body: body, ContentLength: size });
    const sent = this.client.send(command, { abortSignal: abort.signal });
    try {
      await Promise.race([sent, failed]);
    } catch (error) {
      abort.abort();
      await sent.catch(() => undefined);
      await this.clear(key).catch(() => undefined);
      if (status(error) === 507 || (error instanceof S3ServiceException && fullCodes.has(error.name))) {
        throw new DomainError('storage-full');
      }
      throw error;
    } finally {
      bytes.destroy();
      checked.destroy();
    }
  }

  async get(key: StorageKey, range?: ByteRange): Promise<Readable> {
    try {
      const given = range ? { Range: `bytes=${range.first}-${range.last}` } : {};
      const { Body } = await this.client.send(new GetObjectCommand({ Bucket: this.bucket, Key: key, ...given }));
      if (Body instanceof Readable) return Body;
      throw new TypeError('the answer holds no stream');
    } catch (error) {
      if (status(error) === 404) throw new DomainError('not-found');
      throw error;
    }
  }

  async size(key: StorageKey): Promise<number | null> {
    try {
      const { ContentLength } = await this.client.send(new HeadObjectCommand({ Bucket: this.bucket, Key: key }));
      return ContentLength ?? null;
    } catch (error) {
      if (status(error) === 404) return null;
      throw error;
    }
  }

  async delete(key: StorageKey): Promise<void> {
    await this.client.send(new DeleteObjectCommand({ Bucket: this.bucket, Key: key }));
  }

  /** The server itself drops an object whose bytes stop coming. */
  sweep(): Promise<void> {
    return Promise.resolve();
  }

  /** Some servers keep what came of an upload that broke, and a moment later than they are asked to forget it. */
  private async clear(key: StorageKey): Promise<void> {
    for (const pause of clearingPauses) {
      await setTimeout(pause);
      await this.delete(key);
    }
  }
}
