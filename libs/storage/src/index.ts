export { LocalDriver } from './local-driver.js';
export { PartialUploads } from './partial-uploads.js';
export { S3Driver, type S3Settings } from './s3-driver.js';
export type { ByteRange, StorageDriver } from './storage-driver.js';
export { asStorageKey, newStorageKey, type StorageKey } from './storage-key.js';
export { asStorageFault } from './storage-full.js';
export { storageDriver, StorageModule, storageToken, type StorageSettings } from './storage.module.js';
