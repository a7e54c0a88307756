import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { RulesService } from '#contest';
import { DomainError, validateScoreSheet, type ScoreSheetInput } from '#domain';
import { fieldProblem } from '#domain/errors/field-problem';
import type { IdempotentRequest } from '#identity';
import { AssignmentKeyService } from '../assignment-key.service.js';
import { AssignmentStandingService } from '../assignment-standing.service.js';
import { LateSheetActs, type LateStanding } from './late-sheet-acts.js';

export interface HandedIn {
  readonly publicId: string;
  /** Scores may be absent. */
  readonly sheet: ScoreSheetInput;
  /** Over which it was typed; 0 where nothing had been submitted. */
  readonly revision: number;
  /** By the judge's device; null where it doesn't tell. */
  readonly typedAt: Date | null;
}

export interface LateReceipt {
  /** By the database's clock. */
  readonly receivedAt: Date;
}

// A twin that hands in the same sheet waits here, and finds what the first did.
const standingSql = `
  select a.id, a.stage_id as "stageId", current_revision(a.id) as revision,
         coalesce(window_is_open(w, clock_timestamp()), false)
           or sheet_unlocked_until(a.id, clock_timestamp()) is not null as "isOpen",
         coalesce(w.closed_at is not null or w.deadline_at < clock_timestamp(), false) as "isOver",
         stage_is_settled(a.stage_id) as "isSettled",
         exists (select from late_sheets l
           where l.assignment_id = a.id and l.revision = current_revision(a.id)) as "isHandedIn"
    from active_assignments a join judges j on j.id = a.judge_id and j.user_id = $2
    join windows w on w.stage_id = a.stage_id and w.kind = 'judging'
   where a.id = $1 and not recusal_awaits(j.id, a.entry_id)`;

/**
 * What came after judging had ended (逾期评分表): a judge hands it to the office, where it counts nowhere. Two persons may
 * unlock the sheet, and it becomes the judge's draft; or the office refuses with a reason, which the judge reads.
 */
@Injectable()
export class LateSheetService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rules: RulesService,
    private readonly assignments: AssignmentKeyService,
    private readonly standing: AssignmentStandingService,
    private readonly acts: LateSheetActs,
  ) {}

  /**
   * Once for each revision that stands.
   *
   * @throws DomainError `score-sheet-invalid`, `assignment-not-found`, `judge-not-on-roster`, `assignment-recused`,
   *   `entry-withdrawn`, `conflict-of-interest`, `window-not-open`, `sheet-still-open`, `result-used`,
   *   `late-sheet-handed-in`, `revision-stale` where it was typed over another revision than the one that stands: it must
   *   not take the place of what the judge has typed since
   */
  async handIn(request: IdempotentRequest, { publicId, sheet, revision, typedAt }: HandedIn): Promise<LateReceipt> {
    const { userId } = request;
    const assignment = await this.assignments.find(publicId);
    await this.standing.assertHeld(publicId, userId);
    const { rules } = await this.rules.current(assignment.stageId);
    const problems = validateScoreSheet(rules, sheet, 'draft');
    const scores = givenScores(sheet.scores);
    if (problems.length === 0 && Object.keys(scores).length === 0) {
      problems.push(fieldProblem('scores', 'score-missing'));
    }
    if (problems.length > 0) throw new DomainError('score-sheet-invalid', { problems });
    return this.dataSource.transaction(async (manager) => {
      const { resultId } = await this.acts.once(manager, request, assignment.stageId, async () => {
        const held = await this.hold(manager, assignment.id, userId);
        if (held.revision !== revision) throw new DomainError('revision-stale', { revision: held.revision });
        const given = { scores, deduction: sheet.deduction ?? null, comments: sheet.comments ?? null };
        return this.acts.keep(manager, userId, held, { given, typedAt });
      });
      const [row] = await manager.query<LateReceipt[]>(
        'select received_at as "receivedAt" from late_sheets where id = $1',
        [resultId],
      );
      return row as LateReceipt;
    });
  }

  /**
   * The judge's late sheet stays out, for a reason that the judge reads.
   *
   * @param reason 1 to 500 characters; it may name people, so the ledger is bound to it by a salted commitment alone
   * @throws DomainError `organiser-conflicted`, `late-sheet-missing`, `sheet-unlock-own`, `sheet-unlock-requested` while
   *   an unlock of the sheet awaits approval
   */
  async refuse(request: IdempotentRequest, stageId: string, id: string, reason: string): Promise<void> {
    await this.dataSource.transaction((manager) =>
      this.acts.once(manager, request, stageId, async () => {
        await this.acts.refuse(manager, { by: request.userId, stageId, id, reason });
        return null;
      }),
    );
  }

  private async hold(manager: EntityManager, assignmentId: string, userId: string): Promise<LateStanding> {
    await manager.query('select from assignments where id = $1 for no key update', [assignmentId]);
    const [held] = await manager.query<LateStanding[]>(standingSql, [assignmentId, userId]);
    // Whatever else takes it away was said before.
    if (!held) throw new DomainError('conflict-of-interest');
    if (held.isOpen) throw new DomainError('sheet-still-open');
    if (!held.isOver) throw new DomainError('window-not-open');
    if (held.isSettled) throw new DomainError('result-used', { stage: held.stageId });
    if (held.isHandedIn) throw new DomainError('late-sheet-handed-in');
    return held;
  }
}

/** Of a sheet in which no problem was found. */
function givenScores(scores: unknown): Record<string, string> {
  const given = Object.entries((scores ?? {}) as Record<string, string | null>);
  return Object.fromEntries(given.filter((one): one is [string, string] => one[1] !== null && one[1] !== undefined));
}
