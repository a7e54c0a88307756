import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { shareStage } from '#contest';
import { DomainError } from '#domain';
import { IdempotencyService, type IdempotentRequest } from '#identity';
import { LedgerService } from '#ledger';
import { MailService } from '#mail';
import { unlockLetters } from './unlock-letters.js';
import { askForUnlock } from './ask-for-unlock.js';
import { assertNoTie } from './unlock-tie.js';

export interface UnlockRequest {
  /** Id of the judge. */
  readonly judge: string;
  /** Public id of the entry. */
  readonly entry: string;
  /** Why, 1 to 500 characters; it may name people, so the ledger is bound to it by a salted commitment alone. */
  readonly reason: string;
  /** From the approval on, 1 to 72. */
  readonly hours: number;
}

/** For how long a sheet may be unlocked at most, in hours. */
export const unlockHours = { fewest: 1, most: 72 } as const;

interface HeldSheet {
  readonly id: string;
  readonly revision: number;
  readonly isOver: boolean;
  readonly isSettled: boolean;
  readonly isRequested: boolean;
  readonly isUnlocked: boolean;
  readonly judgeUserId: string | null;
}

interface HeldUnlock extends HeldSheet {
  readonly assignmentId: string;
  readonly requestedBy: string;
  readonly hours: number;
}

const sheetColumns = `a.id, current_revision(a.id) as revision, j.user_id as "judgeUserId",
  coalesce(w.closed_at is not null or w.deadline_at < clock_timestamp(), false) as "isOver",
  stage_is_settled(a.stage_id) as "isSettled",
  exists (select from sheet_unlocks x where x.assignment_id = a.id and x.outcome is null) as "isRequested",
  sheet_unlocked_until(a.id, clock_timestamp()) is not null as "isUnlocked"`;

/**
 * A sheet is revised after its stage's judging only by the act of two persons: one asks with the reason, another
 * approves, and the judge submits once within the hours. Whoever has a tie to the entry hands its case to another. The
 * database holds each of these rules.
 */
@Injectable()
export class SheetUnlockService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly ledger: LedgerService,
    private readonly mail: MailService,
  ) {}

  /**
   * The first person's half: nothing changes for the judge yet.
   *
   * @throws DomainError `organiser-conflicted`, `not-found` where the judge does not judge the entry in this stage,
   *   `sheet-still-open`, `result-used`, `sheet-unlock-requested`, `sheet-unlock-own`
   */
  async request(request: IdempotentRequest, stageId: string, wanted: UnlockRequest): Promise<void> {
    await this.once(request, stageId, async (manager) => {
      // First of all: nothing else may tell who judges the entry, or that nobody does.
      await assertNoTie(
        manager,
        request.userId,
        'select id as entry_id from entries where public_id = $2',
        wanted.entry,
      );
      const sheet = await holdSheet(manager, stageId, wanted);
      if (sheet.judgeUserId === request.userId) throw new DomainError('sheet-unlock-own');
      if (!sheet.isOver) throw new DomainError('sheet-still-open');
      if (sheet.isSettled) throw new DomainError('result-used', { stage: stageId });
      if (sheet.isRequested || sheet.isUnlocked) throw new DomainError('sheet-unlock-requested');
      const { reason, hours } = wanted;
      const { id, revision } = sheet;
      await askForUnlock(manager, this.ledger, { id, revision, stageId, reason, hours, by: request.userId });
    });
  }

  /**
   * The second person's half: the judge may submit once from now on, for the hours that were asked for, and is told so.
   * What the judge had handed in late becomes the draft, which the judge may still change and submits.
   *
   * @throws DomainError `organiser-conflicted`, `sheet-unlock-missing` also where the judge stepped back meanwhile or is
   *   ordered to, `same-person`, `sheet-unlock-own`, `result-used`
   */
  async approve(request: IdempotentRequest, stageId: string, id: string): Promise<void> {
    await this.once(request, stageId, async (manager) => {
      await assertNoTie(manager, request.userId, entryOfUnlock, id);
      const unlock = await holdUnlock(manager, stageId, id, 'scorable');
      if (unlock.requestedBy === request.userId) throw new DomainError('same-person');
      if (unlock.judgeUserId === request.userId) throw new DomainError('sheet-unlock-own');
      if (unlock.isSettled) throw new DomainError('result-used', { stage: stageId });
      await manager.query(
        `update sheet_unlocks set outcome = 'approved', ended_by = $2, ended_at = clock_timestamp(),
           expires_at = clock_timestamp() + make_interval(hours => hours) where id = $1`,
        [id, request.userId],
      );
      const lateSheet = await returnLateSheet(manager, unlock.assignmentId, id, request.userId);
      await this.ledger.record(manager, {
        kind: 'sheet-unlock-approved',
        subject: { stage: stageId, assignment: unlock.assignmentId, unlock: id },
        body: { actor: request.userId, hours: unlock.hours, ...(lateSheet !== null && { lateSheet }) },
      });
      await this.mail.post(manager, await unlockLetters(manager, id));
    });
  }

  /**
   * Takes back what awaits approval, one's own or another's.
   *
   * @throws DomainError `organiser-conflicted`, `sheet-unlock-missing`
   */
  async takeBack(request: IdempotentRequest, stageId: string, id: string): Promise<void> {
    await this.once(request, stageId, async (manager) => {
      await assertNoTie(manager, request.userId, entryOfUnlock, id);
      const { assignmentId } = await holdUnlock(manager, stageId, id, 'any');
      await manager.query(
        `update sheet_unlocks set outcome = 'taken-back', ended_by = $2, ended_at = clock_timestamp() where id = $1`,
        [id, request.userId],
      );
      await this.ledger.record(manager, {
        kind: 'sheet-unlock-taken-back',
        subject: { stage: stageId, assignment: assignmentId, unlock: id },
        body: { actor: request.userId },
      });
    });
  }

  /** Under the stage's shared lock: who uses the stage's result meanwhile waits, or has used it when this looks. */
  private async once(
    request: IdempotentRequest,
    stageId: string,
    act: (manager: EntityManager) => Promise<void>,
  ): Promise<void> {
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        await shareStage(manager, stageId);
        await act(manager);
        return { status: 204, resultId: null };
      }),
    );
  }
}

const entryOfUnlock = `select se.entry_id from sheet_unlocks u join assignments a on a.id = u.assignment_id
  join stage_entries se on se.id = a.stage_entry_id where u.id = $2`;

/** Of two who ask for one sheet the second waits here, and finds what the first did. */
async function holdSheet(manager: EntityManager, stageId: string, { judge, entry }: UnlockRequest): Promise<HeldSheet> {
  const [found] = await manager.query<{ id: string }[]>(
    `select a.id from active_assignments a join entries e on e.id = a.entry_id
      where a.stage_id = $1 and a.judge_id = $2 and e.public_id = $3`,
    [stageId, judge, entry],
  );
  if (!found) throw new DomainError('not-found', { judge, entry });
  await manager.query('select from assignments where id = $1 for no key update', [found.id]);
  const [sheet] = await manager.query<HeldSheet[]>(
    `select ${sheetColumns} from active_assignments a join judges j on j.id = a.judge_id
       join windows w on w.stage_id = a.stage_id and w.kind = 'judging' where a.id = $1`,
    [found.id],
  );
  if (!sheet) throw new DomainError('not-found', { judge, entry });
  return sheet;
}

/** @param sheet `scorable`: only one whose judge may still score the entry; what is to be taken back may be of `any` */
async function holdUnlock(
  manager: EntityManager,
  stageId: string,
  id: string,
  sheet: 'scorable' | 'any',
): Promise<HeldUnlock> {
  await manager.query('select from sheet_unlocks where id = $1 for no key update', [id]);
  const [unlock] = await manager.query<HeldUnlock[]>(
    `select u.assignment_id as "assignmentId", u.requested_by as "requestedBy", u.hours, ${sheetColumns}
       from sheet_unlocks u join assignments a on a.id = u.assignment_id join judges j on j.id = a.judge_id
       join windows w on w.stage_id = a.stage_id and w.kind = 'judging'
      where u.id = $1 and u.stage_id = $2 and u.outcome is null
        and (not $3 or exists (select from active_assignments x
          where x.id = a.id and not recusal_awaits(x.judge_id, x.entry_id)))`,
    [id, stageId, sheet === 'scorable'],
  );
  if (!unlock) throw new DomainError('sheet-unlock-missing');
  return unlock;
}

/** Gives the judge back what was handed in late, as the draft, unless that is newer. @returns its id; null where nothing awaits a decision */
async function returnLateSheet(
  manager: EntityManager,
  assignmentId: string,
  unlockId: string,
  approver: string,
): Promise<string | null> {
  const [late] = await manager.query<{ id: string }[]>(
    `with late as (
       update late_sheets set outcome = 'accepted', unlock_id = $2, decided_by = $3, decided_at = clock_timestamp()
        where assignment_id = $1 and outcome is null and revision = current_revision($1)
        returning id, scores, deduction, comments, coalesce(typed_at, received_at) as typed_at
     ), kept as (
       insert into drafts (assignment_id, version, scores, deduction, comments)
       select $1, 1, scores, deduction, comments from late where scores is not null
       on conflict (assignment_id) do update
         set scores = excluded.scores, deduction = excluded.deduction, comments = excluded.comments,
             version = drafts.version + 1, updated_at = now()
         where drafts.scores is null or drafts.updated_at <= (select typed_at from late)
     )
     select id from late`,
    [assignmentId, unlockId, approver],
  );
  return late?.id ?? null;
}
