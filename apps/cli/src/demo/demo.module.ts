import { randomBytes } from 'node:crypto';
import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ContestModule } from '#contest';
import { typeOrmOptions } from '#database';
import { EventsModule } from '#events';
import { IdentityModule, SessionPolicy } from '#identity';
import { JudgingFileModule, JudgingModule } from '#judging';
import { LandingModule } from '#landing';
import { LedgerModule } from '#ledger';
import { QueueModule } from '#queue';
import { ResultsModule } from '#results';
import { ScoringModule } from '#scoring';
import { StorageModule, type StorageSettings } from '#storage';
import { SubmissionModule } from '#submission';

/** The services of api and worker, as the application's role: the demo is made by nothing else. */
@Module({})
export class DemoModule {
  /** @param files where what the demo keeps besides rows is put: where the api will look for it */
  static register(databaseUrl: string, files: StorageSettings): DynamicModule {
    const database = { url: databaseUrl, poolSize: 4 };
    return {
      module: DemoModule,
      imports: [
        TypeOrmModule.forRoot(typeOrmOptions({ database }, { applicationName: 'leitai demo' })),
        QueueModule.forRoot({ redisUrl: undefined, databaseUrl }),
        EventsModule.forRoot({ databaseUrl, listens: false }),
        IdentityModule.register(new SessionPolicy(12, 168, true)),
        LedgerModule,
        StorageModule.forRoot(files),
        ContestModule,
        SubmissionModule,
        JudgingModule,
        // No link is made here.
        JudgingFileModule.register({ key: randomBytes(32), origin: '' }),
        ScoringModule,
        ResultsModule,
        LandingModule,
      ],
    };
  }
}
