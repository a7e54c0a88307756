import { Module } from '@nestjs/common';
import { LedgerModule } from '#ledger';
import { AdvancementService } from './advancement.service.js';
import { EditionQueryService } from './edition-query.service.js';
import { RulesService } from './rules.service.js';
import { StageEntryService } from './stage-entry.service.js';
import { ContestTemplateService } from './template/contest-template.service.js';
import { WindowService } from './window.service.js';

const services = [
  AdvancementService,
  ContestTemplateService,
  EditionQueryService,
  RulesService,
  StageEntryService,
  WindowService,
];

@Module({ imports: [LedgerModule], providers: services, exports: services })
export class ContestModule {}
