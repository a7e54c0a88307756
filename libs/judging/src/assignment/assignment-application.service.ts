import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { holdStages } from '#contest';
import { DomainError } from '#domain';
import type { AssignmentParameters } from '#domain/assignment/assignment-parameters';
import { IdempotencyService, type IdempotentRequest } from '#identity';
import { LedgerService } from '#ledger';
import { type AssignmentPair, AssignmentService } from '../assignment.service.js';
import { openAssigningStage } from './assigning-stage.js';
import { stageProblem } from './stage-problem.js';

interface PlannedRun {
  readonly state: string;
  readonly parameters: AssignmentParameters;
  readonly fingerprint: string;
  readonly planHash: string;
}

interface PlannedPair extends AssignmentPair {
  readonly change: 'kept' | 'added' | 'removed';
}

/** Makes a plan the standing assignments: all of it, or nothing. */
@Injectable()
export class AssignmentApplicationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly assignments: AssignmentService,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * Applies the plan where everything it was computed from is still as it was. Of two who press at once one applies it,
   * and the other finds it ended.
   *
   * @param seenHash of the plan as it was shown
   * @throws DomainError `not-found`, `organiser-conflicted`, `window-already-closed`, `assignment-plan-ended`,
   *   `assignment-plan-overtaken`
   */
  async apply(request: IdempotentRequest, stageId: string, runId: string, seenHash: string): Promise<void> {
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        // No sheet arrives meanwhile, and no judge leaves the roster.
        await holdStages(manager, [stageId]);
        const stage = await openAssigningStage(manager, stageId, request.userId);
        await manager.query('select from judges where edition_id = $1 order by id for no key update', [
          stage.editionId,
        ]);
        const run = await hold(manager, stageId, runId);
        if (run.planHash !== seenHash) throw new DomainError('assignment-plan-overtaken');
        const { fingerprint } = await stageProblem(manager, stageId, run.parameters);
        if (fingerprint !== run.fingerprint) throw new DomainError('assignment-plan-overtaken');
        await this.write(manager, { stageId, runId, run }, request.userId);
        return { status: 204, resultId: null };
      }),
    );
  }

  private async write(
    manager: EntityManager,
    { stageId, runId, run }: { readonly stageId: string; readonly runId: string; readonly run: PlannedRun },
    actor: string,
  ): Promise<void> {
    const pairs = await manager.query<PlannedPair[]>(
      `select stage_entry_id as "stageEntryId", judge_id as "judgeId", change from assignment_run_pairs
        where run_id = $1 order by stage_entry_id, judge_id`,
      [runId],
    );
    const [removed, added] = [pairs.filter(isOf('removed')), pairs.filter(isOf('added'))];
    const taken = await this.assignments.unassign(manager, stageId, removed, { actor });
    const made = await this.assignments.assign(manager, stageId, added, { actor });
    // A judge who has begun since, or a conflict declared in this very moment: then nothing is applied.
    if (taken.length < removed.length || made.length < added.length) throw new DomainError('assignment-plan-overtaken');
    await manager.query(
      `update assignment_runs set state = 'applied', ended_by = $2, ended_at = clock_timestamp() where id = $1`,
      [runId, actor],
    );
    await this.ledger.record(manager, {
      kind: 'assignment-plan-applied',
      subject: { stage: stageId, run: runId },
      body: {
        ...{ actor, hash: run.planHash, fingerprint: run.fingerprint, added: made.length, removed: taken.length },
        kept: pairs.length - added.length - removed.length,
      },
    });
  }
}

const isOf = (change: PlannedPair['change']) => (pair: PlannedPair) => pair.change === change;

async function hold(manager: EntityManager, stageId: string, runId: string): Promise<PlannedRun> {
  const [run] = await manager.query<PlannedRun[]>(
    `select state, parameters, encode(fingerprint, 'hex') as fingerprint, encode(plan_hash, 'hex') as "planHash"
       from assignment_runs where id = $1 and stage_id = $2 for update`,
    [runId, stageId],
  );
  if (!run) throw new DomainError('not-found', { run: runId });
  if (run.state !== 'planned') throw new DomainError('assignment-plan-ended');
  return run;
}
