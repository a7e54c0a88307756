import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { AppConfig } from '#config';
import { typeOrmOptions } from '#database';
import { EventsModule } from '#events';
import { IdentityModule, SessionPolicy } from '#identity';
import { LandingModule, LandingSuggestionService } from '#landing';
import { LandingSuggestionQueue, QueueModule, TallyQueue } from '#queue';
import { PendingTallyService, ScoringModule, TallyFailpointModule } from '#scoring';
import { clockSecondsToken, ClockService } from './clock/clock.service.js';
import { pendingSourcesToken, type PendingSource } from './clock/pending-source.js';
import { Reconciler } from './clock/reconciler.js';
import { failpointOf } from './failpoint.js';
import { LandingSuggestionProcessor } from './landing-suggestion.processor.js';
import { TallyProcessor } from './tally.processor.js';

/** What may be left without any queue knowing of it: one line a feature. */
function pendingSources(
  tallies: PendingTallyService,
  tallyQueue: TallyQueue,
  suggestions: LandingSuggestionService,
  suggestionQueue: LandingSuggestionQueue,
): PendingSource[] {
  return [
    { name: 'tally', pending: () => tallies.stagesToTally(), request: (stage) => tallyQueue.request(stage) },
    {
      name: 'landing-suggestion',
      pending: () => suggestions.pendingEditions(),
      request: (edition) => suggestionQueue.request(edition),
    },
  ];
}

/** The queue process: one processor a queue, and what runs by time. */
@Module({})
export class WorkerModule {
  static register(config: AppConfig): DynamicModule {
    const { database, redisUrl, session, failpoint, clockSeconds } = config;
    return {
      module: WorkerModule,
      imports: [
        TypeOrmModule.forRoot(typeOrmOptions(config, { applicationName: 'leitai worker' })),
        QueueModule.forRoot({ redisUrl, databaseUrl: database.url }),
        EventsModule.forRoot({ databaseUrl: database.url, listens: false }),
        IdentityModule.register(new SessionPolicy(session.idleHours, session.maxHours, config.demo)),
        TallyFailpointModule.register(failpointOf(failpoint)),
        ScoringModule,
        LandingModule,
      ],
      providers: [
        TallyProcessor,
        LandingSuggestionProcessor,
        Reconciler,
        ClockService,
        { provide: clockSecondsToken, useValue: clockSeconds },
        {
          provide: pendingSourcesToken,
          useFactory: pendingSources,
          inject: [PendingTallyService, TallyQueue, LandingSuggestionService, LandingSuggestionQueue],
        },
      ],
    };
  }
}
