import { Module, type DynamicModule } from '@nestjs/common';
import { FileCheckService, virusScannerToken } from './file/file-check.service.js';
import { FileSweepService } from './file/file-sweep.service.js';

/** What the worker does with files: looks into them, and clears away what is left of them. */
@Module({})
export class FileCheckModule {
  /** @param scanner address of a clamd, `tcp://host:port`; absent, files are not scanned, and say so */
  static register(scanner: string | undefined): DynamicModule {
    const services = [FileCheckService, FileSweepService];
    return {
      module: FileCheckModule,
      providers: [...services, { provide: virusScannerToken, useValue: scanner }],
      exports: services,
    };
  }
}
