import { Module, type DynamicModule } from '@nestjs/common';
import { LocalDriver } from './local-driver.js';
import { PartialUploads } from './partial-uploads.js';
import { S3Driver, type S3Settings } from './s3-driver.js';
import type { StorageDriver } from './storage-driver.js';

export interface StorageSettings {
  /** Absolute path of the folder of objects; not used with `s3`. */
  readonly folder: string;
  /** Absolute path of the folder in which uploads arrive. */
  readonly uploadsFolder: string;
  readonly s3: S3Settings | undefined;
}

/** Injection token of the `StorageDriver`. */
export const storageToken = Symbol('storage');

export function storageDriver({ folder, s3 }: StorageSettings): StorageDriver {
  return s3 === undefined ? new LocalDriver(folder) : new S3Driver(s3);
}

@Module({})
export class StorageModule {
  /** Global: what a feature stores lies in one place. */
  static forRoot(settings: StorageSettings): DynamicModule {
    return {
      module: StorageModule,
      global: true,
      providers: [
        { provide: storageToken, useValue: storageDriver(settings) },
        { provide: PartialUploads, useValue: new PartialUploads(settings.uploadsFolder) },
      ],
      exports: [storageToken, PartialUploads],
    };
  }
}
