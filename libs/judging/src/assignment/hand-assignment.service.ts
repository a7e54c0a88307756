import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { holdStages, RulesService } from '#contest';
import { DomainError, type FieldProblem, fieldProblem } from '#domain';
import { type AssignmentParameters, defaultParameters } from '#domain/assignment/assignment-parameters';
import type { EntryJudgePair } from '#domain/assignment/assignment-problem';
import { type HandViolation, pairByHand } from '#domain/assignment/pair-by-hand';
import { IdempotencyService, type IdempotentRequest } from '#identity';
import { AssignmentService } from '../assignment.service.js';
import { openAssigningStage } from './assigning-stage.js';
import { loadOf, type LoadElsewhere } from './load-elsewhere.js';
import { type StageProblem, stageProblem } from './stage-problem.js';

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
      const stage = await stageProblem(manager, stageId, await this.parameters(manager, stageId));
      const problems = reasons(stage, pair);
      if (problems.length > 0) throw new DomainError('assignment-refused', { problems });
      const given = [{ stageEntryId: pair.entry, judgeId: pair.judge }];
      const made = await this.assignments.assign(manager, stageId, given, { actor: request.userId });
      // Declared in this very moment.
      if (made.length === 0) throw new DomainError('assignment-refused', { problems: [conflicted] });
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

  private async parameters(manager: EntityManager, stageId: string): Promise<AssignmentParameters> {
    const [applied] = await manager.query<{ parameters: AssignmentParameters }[]>(
      `select parameters from assignment_runs where stage_id = $1 and state = 'applied' order by number desc limit 1`,
      [stageId],
    );
    const { rules } = await this.rules.current(stageId, manager);
    const standing = applied?.parameters ?? defaultParameters(rules.panel.size, 'by-hand');
    return { ...standing, existing: 'keep', withSubstitutes: true };
  }
}

const conflicted = fieldProblem('judgeId', 'judge-conflicted');

function reasons({ problem, absences, elsewhere }: StageProblem, pair: EntryJudgePair): FieldProblem[] {
  if (!problem.entries.some(({ id }) => id === pair.entry)) return [fieldProblem('entryId', 'entry-not-in-stage')];
  const absence = absences.get(pair.judge);
  if (absence !== undefined && absence !== 'substitute') return [fieldProblem('judgeId', `judge-${absence}`)];
  const existing = problem.existing.map((one) => ({ ...one, isFixed: true }));
  return pairByHand({ ...problem, existing }, pair).map((violation) => reason(violation, elsewhere));
}

function reason(violation: HandViolation, elsewhere: LoadElsewhere): FieldProblem {
  switch (violation.code) {
    case 'pair-twice':
      return fieldProblem('judgeId', 'judge-assigned');
    case 'pair-unknown':
      return fieldProblem('judgeId', 'judge-off-roster');
    case 'conflict-of-interest':
      return conflicted;
    case 'language':
      return fieldProblem('judgeId', 'judge-reads-not');
    case 'over-most':
      return fieldProblem('judgeId', 'judge-at-limit', {
        limit: violation.limit + loadOf(elsewhere, violation.judge).open,
      });
    case 'employer-crowded':
      return fieldProblem('judgeId', 'judge-colleague', { most: violation.most });
  }
}
