import { Module } from '@nestjs/common';
import { LedgerModule } from '#ledger';
import { MailModule } from '#mail';
import { AdvancementService } from './advancement.service.js';
import { EditionOutboxService } from './edition-outbox.service.js';
import { EditionQueryService } from './edition-query.service.js';
import { FileBytesRuleService } from './file-bytes-rule.service.js';
import { EditionSettingService } from './edition-setting.service.js';
import { LateEntryRuleService } from './late-entry-rule.service.js';
import { RulesService } from './rules.service.js';
import { StageEntryService } from './stage-entry.service.js';
import { ContestTemplateService } from './template/contest-template.service.js';
import { WindowService } from './window.service.js';

const services = [
  AdvancementService,
  ContestTemplateService,
  EditionOutboxService,
  EditionQueryService,
  EditionSettingService,
  LateEntryRuleService,
  FileBytesRuleService,
  RulesService,
  StageEntryService,
  WindowService,
];

@Module({ imports: [LedgerModule, MailModule], providers: services, exports: services })
export class ContestModule {}
