import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { AppConfig } from '#config';
import { typeOrmOptions } from '#database';
import { EventsModule } from '#events';
import { IdentityModule, SessionPolicy } from '#identity';
import { QueueModule } from '#queue';
import { StorageModule } from '#storage';
import { ContestApiModule } from './contest/contest-api.module.js';
import { EventsApiModule } from './events/events-api.module.js';
import { HttpModule } from './http/http.module.js';
import { JudgingApiModule } from './judging/judging-api.module.js';
import { LandingApiModule } from './landing/landing-api.module.js';
import { MailApiModule } from './mail/mail-api.module.js';
import { PublicApiModule } from './public/public-api.module.js';
import { ResultsApiModule } from './results/results-api.module.js';
import { IdentityHttpModule } from './identity/identity-http.module.js';
import { ScoringApiModule } from './scoring/scoring-api.module.js';
import { SubmissionApiModule } from './submission/submission-api.module.js';

/** The HTTP process. One line a feature. */
@Module({})
export class AppModule {
  static register(config: AppConfig): DynamicModule {
    const { idleHours, maxHours } = config.session;
    return {
      module: AppModule,
      imports: [
        TypeOrmModule.forRoot(typeOrmOptions(config, { applicationName: 'leitai api' })),
        QueueModule.forRoot({ redisUrl: config.redisUrl, databaseUrl: config.database.url }),
        StorageModule.forRoot(config.files),
        EventsModule.forRoot({ databaseUrl: config.database.url }),
        IdentityModule.register(new SessionPolicy(idleHours, maxHours, config.demo)),
        HttpModule.register(config),
        ContestApiModule,
        SubmissionApiModule.register(config),
        LandingApiModule,
        MailApiModule,
        PublicApiModule,
        ResultsApiModule,
        JudgingApiModule.register(config),
        ScoringApiModule,
        EventsApiModule,
        IdentityHttpModule,
      ],
    };
  }
}
