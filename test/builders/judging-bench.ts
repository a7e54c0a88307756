import 'reflect-metadata';
import { Test, type TestingModule } from '@nestjs/testing';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { typeOrmOptions } from '#database';
import { EventsModule } from '#events';
import { IdentityModule, SessionPolicy } from '#identity';
import { JudgingModule, ScoreSheetService, type AcceptedSheet, type Submission } from '#judging';
import { QueueModule } from '#queue';
import { ScoringModule } from '#scoring';
import { testConfig } from './config.js';
import type { JudgingStage } from './judging-stage.js';
import { createTestDatabase, type TestDatabase } from './postgres.js';

/** Judging and scoring on a database of their own, without HTTP. */
export class JudgingBench {
  constructor(
    readonly module: TestingModule,
    readonly database: TestDatabase,
  ) {}

  get dataSource(): DataSource {
    return this.module.get(DataSource);
  }

  /** Submits a full sheet of one assignment, as its judge. */
  submit(stage: JudgingStage, index: number, score: string, changes: Partial<Submission> = {}): Promise<AcceptedSheet> {
    const assignment = stage.assignments[index];
    if (assignment === undefined) throw new RangeError(`no assignment ${index}`);
    return this.module.get(ScoreSheetService).submit({
      userId: stage.userIds[assignment.judge] ?? '',
      key: uuidv7(),
      publicId: assignment.publicId,
      seenRevision: 0,
      rulesHash: stage.rulesHash,
      sheet: { scores: Object.fromEntries(stage.rules.rubric.criteria.map(({ key }) => [key, score])) },
      ...changes,
    });
  }

  /** Submits every sheet of a stage, with scores that differ. */
  async submitAll(stage: JudgingStage): Promise<void> {
    for (const [index, { entry, judge }] of stage.assignments.entries()) {
      await this.submit(stage, index, String(4 + ((entry * 3 + judge * 2) % 11) / 2));
    }
  }

  async count(table: string, where = 'true', parameters: unknown[] = []): Promise<number> {
    const rows = await this.dataSource.query<{ n: number }[]>(
      `select count(*)::integer as n from ${table} where ${where}`,
      parameters,
    );
    return rows[0]?.n ?? 0;
  }

  async close(): Promise<void> {
    await this.module.close();
    await this.database.drop();
  }
}

/** @param environment changes settings, such as `{ REDIS_URL: … }` */
export async function startJudgingBench(
  environment: Readonly<Record<string, string | undefined>> = {},
): Promise<JudgingBench> {
  const database = await createTestDatabase();
  const config = testConfig(database, environment);
  const { redisUrl } = config;
  const module = await Test.createTestingModule({
    imports: [
      TypeOrmModule.forRoot(typeOrmOptions(config)),
      QueueModule.forRoot({ redisUrl, databaseUrl: database.appUrl }),
      EventsModule.forRoot({ databaseUrl: database.appUrl }),
      IdentityModule.register(new SessionPolicy(12, 168, false)),
      JudgingModule,
      ScoringModule,
    ],
  }).compile();
  module.enableShutdownHooks();
  await module.init();
  return new JudgingBench(module, database);
}
