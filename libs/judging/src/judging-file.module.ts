import { Module, type DynamicModule } from '@nestjs/common';
import { ContestModule } from '#contest';
import { LedgerModule } from '#ledger';
import { FileLinkSigner, fileLinkSettingsToken, type FileLinkSettings } from '#submission';
import { AssignedEntryService } from './assigned-entry.service.js';
import { AssignedFileLinks } from './assigned-file-links.js';
import { DrawEvidenceService } from './draw/draw-evidence.service.js';
import { DrawFileActs } from './draw/draw-file-acts.js';
import { JudgingModule } from './judging.module.js';

/** What judges read of entries, and the files of draws; apart, as it needs storage where the rest of the feature needs none. */
@Module({})
export class JudgingFileModule {
  static register(links: FileLinkSettings): DynamicModule {
    return {
      module: JudgingFileModule,
      imports: [ContestModule, LedgerModule, JudgingModule],
      providers: [
        AssignedEntryService,
        AssignedFileLinks,
        DrawEvidenceService,
        DrawFileActs,
        FileLinkSigner,
        { provide: fileLinkSettingsToken, useValue: links },
      ],
      exports: [AssignedEntryService, DrawEvidenceService],
    };
  }
}
