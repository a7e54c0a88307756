import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { JudgingBench } from './judging-bench.js';
import type { JudgingStage } from './judging-stage.js';

const submitSql = `
  select outcome from submit_score_sheet($1, 'test', $2, sha256('a'), $3, $4, $5, decode($6, 'hex'),
    gen_random_uuid(), $7, 0, gen_random_uuid(), $8, sha256(convert_to($8, 'UTF8')), gen_random_uuid())`;

/** A submission in a transaction of its own that stays open until it is committed here. */
export class HeldSubmission {
  private constructor(
    private readonly client: pg.Client,
    private readonly bench: JudgingBench,
  ) {}

  /** Begins the transaction, whose `now()` stands from here on. */
  static async begin(bench: JudgingBench): Promise<HeldSubmission> {
    const client = new pg.Client({ connectionString: bench.database.appUrl });
    await client.connect();
    await client.query('begin');
    await client.query('select now()');
    return new HeldSubmission(client, bench);
  }

  /** Submits a full sheet of one assignment through the function that every judge's sheet takes. @returns the outcome */
  async submit(stage: JudgingStage, index: number, score: string, seenRevision = 0): Promise<string | undefined> {
    const assignment = stage.assignments[index];
    if (assignment === undefined) throw new RangeError(`no assignment ${index}`);
    const scores = Object.fromEntries(stage.rules.rubric.criteria.map(({ key }) => [key, score]));
    const { rows } = await this.client.query<{ outcome: string }>(submitSql, [
      ...[stage.userIds[assignment.judge], uuidv7(), assignment.id, stage.judgeIds[assignment.judge], seenRevision],
      ...[stage.rulesHash, JSON.stringify(scores), JSON.stringify({ test: uuidv7() })],
    ]);
    return rows[0]?.outcome;
  }

  async commit(): Promise<void> {
    await this.client.query('commit');
    await this.client.end();
  }

  /** Resolves once so many statements wait for locks of other transactions. */
  async untilWaiting(count = 1): Promise<void> {
    const waiting = `datname = current_database() and wait_event_type = 'Lock'`;
    while ((await this.bench.count('pg_stat_activity', waiting)) < count) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
