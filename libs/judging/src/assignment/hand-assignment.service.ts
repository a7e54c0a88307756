import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { holdStages, RulesService } from '#contest';
import { DomainError } from '#domain';
import type { EntryJudgePair } from '#domain/assignment/assignment-problem';
import { IdempotencyService, type IdempotentRequest } from '#identity';
import { AssignmentService } from '../assignment.service.js';
import { openAssigningStage } from './assigning-stage.js';
import { handConflicted, handProblem, handRefusals } from './hand-rules.js';

/** One assignment more or fewer, by hand: every rule is checked as for a plan. */
@Injectable()
export class HandAssignmentService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly rules: RulesService,
    private readonly assignments: AssignmentService,
  ) {}

  /**
   * A substitute may be given an entry so; what else a plan keeps to holds here too, with the limits of the plan applied
   * last.
   *
   * @param pair ids of `stage_entries` and of the judge
   * @throws DomainError `not-found`, `organiser-conflicted`, `window-already-closed`, `assignment-refused` with every
   *   reason there is
   */
  async add(request: IdempotentRequest, stageId: string, pair: EntryJudgePair): Promise<void> {
    await this.once(request, stageId, async (manager) => {
      const [judge] = await manager.query<unknown[]>(
        `select from judges j join stages s on s.edition_id = j.edition_id and s.id = $2 where j.id = $1
            for no key update of j`,
        [pair.judge, stageId],
      );
      if (!judge) throw new DomainError('not-found', { judge: pair.judge });
      const problems = handRefusals(await handProblem(manager, this.rules, stageId), pair);
      if (problems.length > 0) throw new DomainError('assignment-refused', { problems });
      const given = [{ stageEntryId: pair.entry, judgeId: pair.judge }];
      const made = await this.assignments.assign(manager, stageId, given, { actor: request.userId });
      // Declared in this very moment.
      if (made.length === 0) throw new DomainError('assignment-refused', { problems: [handConflicted] });
    });
  }

  /** @throws DomainError `not-found`, `organiser-conflicted`, `window-already-closed`, `assignment-begun` */
  async remove(request: IdempotentRequest, stageId: string, assignmentId: string): Promise<void> {
    await this.once(request, stageId, async (manager) => {
      const pairs = await manager.query<{ stageEntryId: string; judgeId: string }[]>(
        `select stage_entry_id as "stageEntryId", judge_id as "judgeId" from assignments
          where id = $1 and stage_id = $2 and voided_at is null`,
        [assignmentId, stageId],
      );
      if (!pairs[0]) throw new DomainError('not-found', { assignment: assignmentId });
      const taken = await this.assignments.unassign(manager, stageId, pairs, { actor: request.userId });
      if (taken.length === 0) throw new DomainError('assignment-begun');
    });
  }

  private async once(
    request: IdempotentRequest,
    stageId: string,
    act: (manager: EntityManager) => Promise<void>,
  ): Promise<void> {
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        await holdStages(manager, [stageId]);
        await openAssigningStage(manager, stageId, request.userId);
        await act(manager);
        return { status: 204, resultId: null };
      }),
    );
  }
}
