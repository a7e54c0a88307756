import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DomainError, type BilingualText } from '#domain';
import { reminderPauseHours } from '#domain/contest/reminder-pause';
import { IdempotencyService, type IdempotentRequest } from '#identity';
import { LedgerService } from '#ledger';
import { MailService, renderMessage, type MessageTexts, type ParametersOf } from '#mail';

/** What a reminder says, to be read before it is sent. */
export interface JudgeReminder {
  readonly texts: MessageTexts;
  /** Path of the page it leads to. */
  readonly link: string;
}

interface RemindedStage {
  readonly editionId: string;
  readonly edition: BilingualText;
  readonly stage: BilingualText;
  readonly closesAt: Date;
  readonly isOpen: boolean;
  /** It is blind: nobody declares anything. */
  readonly isBlind: boolean;
  readonly concerns: boolean;
}

interface LateJudge {
  readonly id: string;
  readonly userId: string | null;
  readonly isFinished: boolean;
  readonly isRested: boolean;
}

const link = '/judging';

/** An office reminds judges of the sheets that a stage still lacks; each reads it in the language of the own account. */
@Injectable()
export class JudgeReminderService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly ledger: LedgerService,
    private readonly mail: MailService,
  ) {}

  /** @throws DomainError `not-found`, `organiser-conflicted`, `window-not-open` */
  async preview(stageId: string, reader: string): Promise<JudgeReminder> {
    const stage = await openStage(this.dataSource.manager, stageId, reader);
    return { texts: renderMessage('judging-reminder', factsOf(stage)).texts, link };
  }

  /**
   * Writes a reminder to each of these judges who has sheets to submit or ties to declare, and had none in the last hours; the others are
   * passed over. Nobody whom an entry of the stage concerns reminds its judges: who is late tells of that entry too.
   *
   * @param judgeIds of the stage, 1 to 500
   * @throws DomainError `not-found`, `organiser-conflicted`, `window-not-open`; where nobody is left `judge-finished`,
   *   `judge-without-account` or `judge-reminded`
   */
  async remind(request: IdempotentRequest, stageId: string, judgeIds: readonly string[]): Promise<void> {
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        const stage = await openStage(manager, stageId, request.userId);
        const judges = await this.hold(manager, stageId, judgeIds);
        const due = judges.filter((judge) => obstacle(judge) === null);
        const [first] = judges;
        if (!first) throw new DomainError('not-found', { stage: stageId });
        const refusal = obstacle(first);
        if (due.length === 0 && refusal !== null) throw new DomainError(refusal, { hours: reminderPauseHours });
        await this.write(manager, stageId, stage, due, request.userId);
        return { status: 204, resultId: null };
      }),
    );
  }

  /** Of two who remind at once the second waits here, and finds what the first did. */
  private async hold(manager: EntityManager, stageId: string, judgeIds: readonly string[]): Promise<LateJudge[]> {
    await manager.query('select from judges where id = any ($1) order by id for no key update', [judgeIds]);
    return manager.query<LateJudge[]>(
      `select j.id, u.id as "userId",
              bool_and(exists (select from score_sheets s where s.assignment_id = a.id)
                  and not declaration_is_owed(a.judge_id, a.stage_entry_id)
                or recusal_awaits(a.judge_id, a.entry_id)) as "isFinished",
              not exists (select from judge_reminders r where r.stage_id = $1 and r.judge_id = j.id
                and r.recorded_at > clock_timestamp() - make_interval(hours => $3)) as "isRested"
         from active_assignments a join judges j on j.id = a.judge_id
         left join users u on u.id = j.user_id and u.disabled_at is null
        where a.stage_id = $1 and a.judge_id = any ($2) group by j.id, u.id order by j.id`,
      [stageId, judgeIds, reminderPauseHours],
    );
  }

  private async write(
    manager: EntityManager,
    stageId: string,
    stage: RemindedStage,
    judges: readonly LateJudge[],
    actor: string,
  ): Promise<void> {
    const reminders = judges.map((judge) => ({ ...judge, reminder: uuidv7() }));
    await manager.query(
      `insert into judge_reminders (id, stage_id, judge_id, reminded_by, recorded_at)
       select id, $1, judge, $2, clock_timestamp() from unnest($3::uuid[], $4::uuid[]) as g (id, judge)`,
      [stageId, actor, reminders.map(({ reminder }) => reminder), reminders.map(({ id }) => id)],
    );
    await this.mail.post(
      manager,
      reminders.map(({ reminder, userId }) => ({
        ...{ template: 'judging-reminder' as const, parameters: factsOf(stage), editionId: stage.editionId, link },
        ...{ to: { userId: userId ?? '' }, eventKey: `judging-reminder:${reminder}` },
      })),
    );
    await this.ledger.recordMany(
      manager,
      reminders.map(({ id, reminder }) => ({
        ...{ kind: 'judge-reminded' as const, subject: { stage: stageId, judge: id, reminder }, body: { actor } },
      })),
    );
  }
}

/** Why a judge gets no reminder now; null where nothing stands against it. */
function obstacle({ isFinished, userId, isRested }: LateJudge) {
  if (isFinished) return 'judge-finished';
  if (userId === null) return 'judge-without-account';
  return isRested ? null : 'judge-reminded';
}

const factsOf = ({ edition, stage, closesAt, isBlind }: RemindedStage): ParametersOf<'judging-reminder'> => ({
  ...{ edition, stage, closesAt: closesAt.toISOString(), declaration: isBlind ? 'none' : 'asked' },
});

async function openStage(manager: EntityManager, stageId: string, actor: string): Promise<RemindedStage> {
  const [stage] = await manager.query<RemindedStage[]>(
    `select s.edition_id as "editionId", jsonb_build_object('zh', s.name_zh, 'en', s.name_en) as stage,
            jsonb_build_object('zh', d.name_zh, 'en', d.name_en) as edition,
            coalesce(w.deadline_at, w.planned_closes_at) as "closesAt", window_is_open(w, clock_timestamp()) as "isOpen",
            stage_concerns($2, s.id) as concerns,
            coalesce((select (v.document ->> 'blind')::boolean from rules_versions v where v.stage_id = s.id
              order by v.number desc limit 1), true) as "isBlind"
       from stages s join editions d on d.id = s.edition_id
       join windows w on w.stage_id = s.id and w.kind = 'judging' where s.id = $1`,
    [stageId, actor],
  );
  if (!stage) throw new DomainError('not-found', { stage: stageId });
  if (stage.concerns) throw new DomainError('organiser-conflicted');
  if (!stage.isOpen) throw new DomainError('window-not-open', { stage: stageId });
  return stage;
}
