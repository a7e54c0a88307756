import { randomBytes } from 'node:crypto';

/** Name of a stored object: random, never what a person typed. `3f/3fa0…`, 35 characters. */
export type StorageKey = string & { readonly __kind: 'storage-key' };

const form = /^([0-9a-f]{2})\/\1[0-9a-f]{30}$/;

export function newStorageKey(): StorageKey {
  const name = randomBytes(16).toString('hex');
  return `${name.slice(0, 2)}/${name}` as StorageKey;
}

/** @throws RangeError for anything that was not generated here, such as a path */
export function asStorageKey(key: string): StorageKey {
  if (!form.test(key)) throw new RangeError('not a storage key');
  return key as StorageKey;
}
