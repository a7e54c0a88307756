import type { Readable } from 'node:stream';
import type { StorageKey } from './storage-key.js';

/** Bytes from `first` to `last`, both counted from 0 and included. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/** Where objects lie. An object is there as a whole or not at all; it is written once and never changed. */
export interface StorageDriver {
  /**
   * Stores exactly `size` bytes; returns when they are durable.
   *
   * @throws DomainError `storage-full`
   * @throws RangeError when the stream holds more or fewer bytes; nothing is stored then
   */
  put(key: StorageKey, bytes: Readable, size: number): Promise<void>;
  /** @throws DomainError `not-found` */
  get(key: StorageKey, range?: ByteRange): Promise<Readable>;
  /** In bytes; null where there is no such object. */
  size(key: StorageKey): Promise<number | null>;
  /** Nothing happens where there is no such object. */
  delete(key: StorageKey): Promise<void>;
  /**
   * Removes what processes that died had begun to write.
   *
   * @param idleMs nothing was written to it for so long
   * @param now milliseconds since 1970
   */
  sweep(idleMs: number, now: number): Promise<void>;
}
