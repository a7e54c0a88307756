import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { hashJson } from '#domain';
import { gapWanted } from '#domain/assignment/assignment-parameters';
import type { EntryJudgePair } from '#domain/assignment/assignment-problem';
import type { AssignmentAnswer } from './assign.js';
import { assignApart, assignmentLimits, AssignmentStopped } from './assign-apart.js';
import { AssignmentLease, LostRunError } from './assignment-lease.js';
import { outcomeDocument, sizeOf } from './assignment-outcome.js';
import { stageProblem, type StageProblem } from './stage-problem.js';

const batchSize = 5_000;

/** Plans what is asked for, in the worker. */
@Injectable()
export class AssignmentRunService {
  private readonly logger = new Logger('Assignment');

  constructor(private readonly dataSource: DataSource) {}

  /** Ids of the runs that wait, oldest first. */
  pending(): Promise<string[]> {
    return AssignmentLease.pending(this.dataSource);
  }

  /**
   * Makes one plan; nothing happens where it is made, or another process is at it. One that was cancelled meanwhile, or
   * taken on by another process, leaves nothing.
   *
   * @throws Error where the database cannot be reached: it is tried again later, three times in all
   */
  async run(runId: string): Promise<void> {
    const lease = await AssignmentLease.take(this.dataSource, runId);
    if (lease === null) return;
    try {
      if (lease.isGivenUp) await lease.fail('failed', 'interrupted');
      else await this.plan(lease);
    } catch (error) {
      if (error instanceof LostRunError) return;
      await lease.giveBack().catch(() => undefined);
      throw error;
    } finally {
      lease.release();
    }
  }

  private async plan(lease: AssignmentLease): Promise<void> {
    const { stageId, parameters } = lease.run;
    const stage = await this.dataSource.transaction('REPEATABLE READ', (manager) =>
      stageProblem(manager, stageId, parameters),
    );
    await lease.hold('size = $3', [JSON.stringify(sizeOf(stage))]);
    const answer = await this.solve(lease, stage);
    if (answer !== null) await this.dataSource.transaction((manager) => store(manager, lease, stage, answer));
  }

  /** Null where no plan came of it, which the run then says. */
  private async solve(lease: AssignmentLease, { problem }: StageProblem): Promise<AssignmentAnswer | null> {
    const job = { problem, gapWanted: gapWanted(problem.entries.length, problem.judges.length) };
    try {
      return await assignApart(job, assignmentLimits, lease.signal);
    } catch (error) {
      if (error instanceof LostRunError) throw error;
      if (error instanceof AssignmentStopped) {
        await lease.fail('stopped', error.reason);
        return null;
      }
      // The same problem would fail in the same way: it is not tried again.
      this.logger.error(`run ${lease.runId}: ${error instanceof Error ? error.stack : String(error)}`);
      await lease.fail('failed', 'error');
      return null;
    }
  }
}

async function store(
  manager: EntityManager,
  lease: AssignmentLease,
  stage: StageProblem,
  answer: AssignmentAnswer,
): Promise<void> {
  const isPlan = answer.kind === 'plan';
  const values = [JSON.stringify(outcomeDocument(answer, stage)), stage.fingerprint];
  const change = `finished_at = clock_timestamp(), outcome = $3, fingerprint = decode($4, 'hex')`;
  if (!isPlan) return lease.hold(`state = 'infeasible', ${change}`, values, manager);
  const hash = planHash(lease.run.stageId, stage.fingerprint, answer.pairs);
  await lease.hold(`state = 'planned', ${change}, plan_hash = decode($5, 'hex')`, [...values, hash], manager);
  for (const kind of ['kept', 'added', 'removed'] as const) {
    await storePairs(manager, lease, answer.changes[kind], kind);
  }
}

/** SHA-256 of what is planned, and of what it was computed from; 64 hex digits. */
function planHash(stage: string, fingerprint: string, pairs: readonly EntryJudgePair[]): string {
  return hashJson({ schema: 1, stage, fingerprint, pairs: pairs.map(({ entry, judge }) => [entry, judge]) });
}

async function storePairs(
  manager: EntityManager,
  { runId, run }: AssignmentLease,
  pairs: readonly EntryJudgePair[],
  change: 'kept' | 'added' | 'removed',
): Promise<void> {
  for (let start = 0; start < pairs.length; start += batchSize) {
    const batch = pairs.slice(start, start + batchSize);
    await manager.query(
      `insert into assignment_run_pairs (run_id, stage_id, stage_entry_id, judge_id, change)
       select $1, $2, entry, judge, $5 from unnest($3::uuid[], $4::uuid[]) as g (entry, judge)`,
      [runId, run.stageId, batch.map(({ entry }) => entry), batch.map(({ judge }) => judge), change],
    );
  }
}
