import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { AppConfig } from '#config';
import { typeOrmOptions } from '#database';
import { EventsModule } from '#events';
import { IdentityModule, SessionPolicy } from '#identity';
import { AssignmentRunService, JudgingModule } from '#judging';
import { LandingModule, LandingSuggestionService } from '#landing';
import { MailSendingModule, OutboxSender } from '#mail';
import {
  AnalysisQueue,
  AssignmentQueue,
  FileCheckQueue,
  LandingSuggestionQueue,
  QueueModule,
  TallyQueue,
  ViewingCopyQueue,
} from '#queue';
import { StorageModule } from '#storage';
import { AnalysisService, PendingTallyService, ScoringModule, TallyFailpointModule } from '#scoring';
import {
  DuplicateSearchService,
  EntryDeadlineService,
  FileCheckModule,
  FileCheckService,
  FileSweepService,
  ImportService,
  SubmissionModule,
  ViewingCopyService,
} from '#submission';
import { AnalysisProcessor } from './analysis.processor.js';
import { AssignmentProcessor } from './assignment.processor.js';
import { clockDutiesToken, clockDuty, type ClockDuty } from './clock/clock-duty.js';
import { clockSecondsToken, ClockService } from './clock/clock.service.js';
import { pendingSource, pendingSourcesToken, type PendingSource } from './clock/pending-source.js';
import { Reconciler } from './clock/reconciler.js';
import { failpointOf } from './failpoint.js';
import { FileCheckProcessor } from './file-check.processor.js';
import { LandingSuggestionProcessor } from './landing-suggestion.processor.js';
import { TallyProcessor } from './tally.processor.js';
import { ViewingCopyProcessor } from './viewing-copy.processor.js';

/** What may be left without any queue knowing of it: one line a feature. */
const pendingSources = [
  pendingSource('tally', PendingTallyService, TallyQueue, (tallies) => tallies.stagesToTally()),
  pendingSource('analysis', AnalysisService, AnalysisQueue, (analyses) => analyses.pendingStages()),
  pendingSource('landing-suggestion', LandingSuggestionService, LandingSuggestionQueue, (suggestions) =>
    suggestions.pendingEditions(),
  ),
  pendingSource('file-check', FileCheckService, FileCheckQueue, (checks) => checks.pending()),
  pendingSource('viewing-copy', ViewingCopyService, ViewingCopyQueue, (copies) => copies.pending()),
  pendingSource('assignment', AssignmentRunService, AssignmentQueue, (runs) => runs.pending()),
];

/** What is done by time: one line each. */
const clockDuties = [
  clockDuty('pending work', Reconciler, (reconciler) => reconciler.reconcile()),
  clockDuty('deadline reminders', EntryDeadlineService, (deadlines) => deadlines.remind()),
  clockDuty('outbox', OutboxSender, (sender) => sender.sendDue()),
  clockDuty('cells of imports', ImportService, (imports) => imports.sweep()),
  clockDuty('possible duplicates', DuplicateSearchService, (search, isStopping) => search.run(isStopping)),
  clockDuty('leftover files', FileSweepService, (files) => files.run(Date.now())),
];

/** The queue process: one processor a queue, and what runs by time. */
@Module({})
export class WorkerModule {
  static register(config: AppConfig): DynamicModule {
    const { database, redisUrl, session, failpoint, clockSeconds, mail, publicOrigin } = config;
    return {
      module: WorkerModule,
      imports: [
        TypeOrmModule.forRoot(typeOrmOptions(config, { applicationName: 'leitai worker' })),
        QueueModule.forRoot({ redisUrl, databaseUrl: database.url }),
        StorageModule.forRoot(config.files),
        EventsModule.forRoot({ databaseUrl: database.url, listens: false }),
        IdentityModule.register(new SessionPolicy(session.idleHours, session.maxHours, config.demo)),
        TallyFailpointModule.register(failpointOf(failpoint)),
        JudgingModule,
        ScoringModule,
        LandingModule,
        SubmissionModule,
        FileCheckModule.register(config.files),
        MailSendingModule.register(mail === undefined ? null : { ...mail, publicOrigin }),
      ],
      providers: [
        TallyProcessor,
        AnalysisProcessor,
        LandingSuggestionProcessor,
        FileCheckProcessor,
        ViewingCopyProcessor,
        AssignmentProcessor,
        Reconciler,
        ClockService,
        { provide: clockSecondsToken, useValue: clockSeconds },
        ...pendingSources,
        ...clockDuties,
        {
          provide: clockDutiesToken,
          useFactory: (...duties: ClockDuty[]) => duties,
          inject: clockDuties.map(({ provide }) => provide),
        },
        {
          provide: pendingSourcesToken,
          useFactory: (...sources: PendingSource[]) => sources,
          inject: pendingSources.map(({ provide }) => provide),
        },
      ],
    };
  }
}
