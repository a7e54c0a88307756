import { Module, type DynamicModule } from '@nestjs/common';
import { officeProgramToken, ViewingCopyService } from './file/copy/viewing-copy.service.js';
import { FileCheckService, virusScannerToken } from './file/file-check.service.js';
import { FileSweepService } from './file/file-sweep.service.js';

export interface FileCheckSettings {
  /** Address of a clamd, `tcp://host:port`; absent, files are not scanned, and say so. */
  readonly scanner: string | undefined;
  /** Name or path of LibreOffice's program; where there is none, teams are asked for a PDF. */
  readonly officeProgram: string;
}

/** What the worker does with files: looks into them, renders them, and clears away what is left of them. */
@Module({})
export class FileCheckModule {
  static register({ scanner, officeProgram }: FileCheckSettings): DynamicModule {
    const services = [FileCheckService, FileSweepService, ViewingCopyService];
    return {
      module: FileCheckModule,
      providers: [
        ...services,
        { provide: virusScannerToken, useValue: scanner },
        { provide: officeProgramToken, useValue: officeProgram },
      ],
      exports: services,
    };
  }
}
