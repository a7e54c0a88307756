import { Module } from '@nestjs/common';
import { LedgerModule } from '#ledger';
import { SubmissionModule } from '#submission';
import { EntryActService } from './entry-act.service.js';
import { KeyFiguresService } from './key-figures.service.js';
import { LandingConfirmationService } from './landing-confirmation.service.js';
import { LandingImportService } from './landing-import.service.js';
import { LandingIntentService } from './landing-intent.service.js';
import { LandingQueryService } from './landing-query.service.js';
import { LandingSuggestionService } from './landing-suggestion.service.js';
import { ProblemAcceptanceService } from './problem-acceptance.service.js';
import { TechnicalProblemService } from './technical-problem.service.js';
import { TransformationService } from './transformation.service.js';

const services = [
  EntryActService,
  KeyFiguresService,
  LandingConfirmationService,
  LandingImportService,
  LandingIntentService,
  LandingQueryService,
  LandingSuggestionService,
  ProblemAcceptanceService,
  TechnicalProblemService,
  TransformationService,
];

@Module({ imports: [LedgerModule, SubmissionModule], providers: services, exports: services })
export class LandingModule {}
