import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DomainError } from '#domain';
import { type AssignmentParameters, parameterProblems } from '#domain/assignment/assignment-parameters';
import { IdempotencyService, type IdempotentRequest } from '#identity';
import { LedgerService } from '#ledger';
import { AssignmentQueue } from '#queue';
import { openAssigningStage } from './assigning-stage.js';
import { choiceProblems } from './plan-choice.js';

interface HeldRun {
  readonly id: string;
  readonly state: string;
}

/** Asks for a plan, or gives one up; each once for its idempotency key. */
@Injectable()
export class AssignmentRequestService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly ledger: LedgerService,
    private readonly queue: AssignmentQueue,
  ) {}

  /**
   * A plan that waits to be applied gives way to the new one.
   *
   * @returns id of the run
   * @throws DomainError `not-found`, `organiser-conflicted`, `window-already-closed`, `request-invalid`,
   *   `assignment-plan-running`
   */
  async request(request: IdempotentRequest, stageId: string, parameters: AssignmentParameters): Promise<string> {
    const { resultId } = await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        await openAssigningStage(manager, stageId, request.userId);
        const problems = [...parameterProblems(parameters), ...(await choiceProblems(manager, stageId, parameters))];
        if (problems.length > 0) throw new DomainError('request-invalid', { problems });
        await this.makeRoom(manager, stageId, request.userId);
        return { status: 201, resultId: await this.insert(manager, stageId, parameters, request.userId) };
      }),
    );
    const id = resultId as string;
    this.queue.request(id);
    return id;
  }

  /** @throws DomainError as `discard`, where it has come to its end meanwhile */
  async cancel(request: IdempotentRequest, stageId: string, runId: string): Promise<void> {
    await this.end(request, stageId, runId, {
      ...{ from: ['pending', 'running'], kind: 'assignment-plan-cancelled' },
      change: `state = 'stopped', fault = 'cancelled', finished_at = clock_timestamp()`,
    });
  }

  /** @throws DomainError `not-found`, `organiser-conflicted`, `window-already-closed`, `assignment-plan-ended` */
  async discard(request: IdempotentRequest, stageId: string, runId: string): Promise<void> {
    await this.end(request, stageId, runId, discarding);
  }

  private async end(request: IdempotentRequest, stageId: string, runId: string, ending: Ending): Promise<void> {
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        await openAssigningStage(manager, stageId, request.userId);
        const [run] = await manager.query<HeldRun[]>(
          'select id, state from assignment_runs where id = $1 and stage_id = $2 for update',
          [runId, stageId],
        );
        if (!run) throw new DomainError('not-found', { run: runId });
        if (!ending.from.includes(run.state)) throw new DomainError('assignment-plan-ended');
        await this.write(manager, { runId, stageId, actor: request.userId }, ending);
        return { status: 204, resultId: null };
      }),
    );
  }

  private async makeRoom(manager: EntityManager, stageId: string, actor: string): Promise<void> {
    await manager.query('select from stages where id = $1 for no key update', [stageId]);
    const [run] = await manager.query<HeldRun[]>(
      `select id, state from assignment_runs where stage_id = $1 and state in ('pending', 'running', 'planned')
         for update`,
      [stageId],
    );
    if (!run) return;
    if (run.state !== 'planned') throw new DomainError('assignment-plan-running');
    await this.write(manager, { runId: run.id, stageId, actor }, discarding);
  }

  private async write(manager: EntityManager, { runId, stageId, actor }: EndedRun, ending: Ending): Promise<void> {
    await manager.query(
      `update assignment_runs set ${ending.change}, ended_by = $2, ended_at = clock_timestamp() where id = $1`,
      [runId, actor],
    );
    // Its hash and figures stay; nobody reads again whom a plan that was given up would have given what.
    await manager.query('delete from assignment_run_pairs where run_id = $1', [runId]);
    await this.ledger.record(manager, { kind: ending.kind, subject: { stage: stageId, run: runId }, body: { actor } });
  }

  private async insert(
    manager: EntityManager,
    stageId: string,
    parameters: AssignmentParameters,
    actor: string,
  ): Promise<string> {
    const id = uuidv7();
    const { seed, ...rest } = parameters;
    await manager.query(
      `insert into assignment_runs (id, stage_id, number, parameters, seed, requested_by)
       select $1, $2, 1 + coalesce(max(number), 0), $3, $4, $5 from assignment_runs where stage_id = $2`,
      [id, stageId, JSON.stringify(parameters), seed, actor],
    );
    await this.ledger.record(manager, {
      kind: 'assignment-plan-requested',
      subject: { stage: stageId, run: id },
      body: {
        ...{ actor, seed, judgesWanted: rest.judgesWanted, mostPerEmployer: rest.mostPerEmployer },
        ...{ existing: rest.existing, withSubstitutes: rest.withSubstitutes, weights: { ...rest.weights } },
        kindsWanted: rest.kindsWanted.map(({ kind, atLeast }) => ({ kind, atLeast })),
        ...{ onlyJudges: [...(rest.onlyJudges ?? [])], onlyPanels: [...(rest.onlyPanels ?? [])] },
      },
    });
    return id;
  }
}

interface EndedRun {
  readonly runId: string;
  readonly stageId: string;
  readonly actor: string;
}

interface Ending {
  readonly from: readonly string[];
  readonly kind: 'assignment-plan-cancelled' | 'assignment-plan-discarded';
  readonly change: string;
}

const discarding: Ending = {
  ...{ from: ['planned'], kind: 'assignment-plan-discarded', change: `state = 'discarded'` },
};
