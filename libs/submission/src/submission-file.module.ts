import { Module, type DynamicModule } from '@nestjs/common';
import { LedgerModule } from '#ledger';
import { EntryFileActService } from './file/entry-file-act.service.js';
import { EntryFileService } from './file/entry-file.service.js';
import { CopyLinkService } from './file/copy/copy-link.service.js';
import { CopyRetryService } from './file/copy/copy-retry.service.js';
import { FileLinkService } from './file/file-link.service.js';
import { FileLinkSigner, fileLinkSettingsToken, type FileLinkSettings } from './file/file-link-signer.js';
import { UploadService } from './file/upload.service.js';

/** The files of entries; apart, as it needs storage and queues where the rest of the feature needs neither. */
@Module({})
export class SubmissionFileModule {
  static register(links: FileLinkSettings): DynamicModule {
    const services = [
      EntryFileService,
      EntryFileActService,
      FileLinkSigner,
      FileLinkService,
      CopyLinkService,
      CopyRetryService,
      UploadService,
    ];
    return {
      module: SubmissionFileModule,
      imports: [LedgerModule],
      providers: [...services, { provide: fileLinkSettingsToken, useValue: links }],
      exports: services,
    };
  }
}
