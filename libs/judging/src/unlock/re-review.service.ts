import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { shareStage } from '#contest';
import { DomainError, type BilingualText } from '#domain';
import { IdempotencyService, type IdempotentRequest } from '#identity';
import { LedgerService } from '#ledger';
import { askForUnlock } from './ask-for-unlock.js';
import { assertNoTie } from './unlock-tie.js';

export interface ReReviewOrder {
  /** Within the edition. */
  readonly entryNumber: number;
  /** Why, 1 to 500 characters; judges don't read it, since it may tell how others scored. */
  readonly reason: string;
  /** After judging: for how long the sheets are to be unlocked, 1 to 72. */
  readonly hours: number;
}

export interface ReReviewLine {
  readonly id: string;
  readonly entryNumber: number;
  readonly entryTitle: string;
  /** Null where it was erased. */
  readonly reason: string | null;
  /** Null where the account is gone, as `endedBy`. */
  readonly orderedBy: string | null;
  readonly orderedAt: Date;
  /** Judges who had submitted a sheet when it was ordered and still have the entry. */
  readonly judges: number;
  /** How many of them have submitted again since. */
  readonly again: number;
  readonly state: 'open' | 'done' | 'called-off';
  readonly endedBy: string | null;
  readonly endedAt: Date | null;
}

export interface StageReReviews {
  readonly stage: { readonly name: BilingualText; readonly isOver: boolean; readonly isSettled: boolean };
  readonly edition: { readonly slug: string; readonly name: BilingualText; readonly isDemo: boolean };
  /** Those under way first, then the newest. */
  readonly reReviews: readonly ReReviewLine[];
}

interface HeldEntry {
  readonly id: string;
  readonly isOver: boolean;
  readonly isSettled: boolean;
  readonly isStanding: boolean;
}

interface HeldSheet {
  readonly id: string;
  readonly revision: number;
  readonly mayBeAsked: boolean;
}

/** Counts of a re-review `r`: judges of the entry who had scored it by then, and who of them did so again. */
const countsSql = `
  select count(*)::int as judges, (count(*) filter (where exists (
           select from score_sheets s where s.assignment_id = a.id and s.submitted_at > r.ordered_at)))::int as again
    from active_assignments a where a.stage_entry_id = r.stage_entry_id and exists (
           select from score_sheets s where s.assignment_id = a.id and s.submitted_at <= r.ordered_at)`;

/**
 * Re-review (复评) of an entry whose judges lie far apart: those who scored it look at it again, each alone, and submit
 * the same or another sheet. While judging is open they may at once; afterwards an unlock of each sheet is asked for,
 * which a second person approves. Every revision is kept.
 */
@Injectable()
export class ReReviewService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * Nothing of an entry that concerns the reader. The ledger is told.
   *
   * @throws DomainError `not-found`
   */
  async read(stageId: string, reader: string): Promise<StageReReviews> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const [head] = await manager.query<Omit<StageReReviews, 'reReviews'>[]>(
        `select jsonb_build_object('name', jsonb_build_object('zh', s.name_zh, 'en', s.name_en),
                  'isOver', coalesce(w.closed_at is not null or w.deadline_at < now(), false),
                  'isSettled', stage_is_settled(s.id)) as stage,
                jsonb_build_object('slug', d.slug, 'isDemo', d.is_demo,
                  'name', jsonb_build_object('zh', d.name_zh, 'en', d.name_en)) as edition
           from stages s join editions d on d.id = s.edition_id
           join windows w on w.stage_id = s.id and w.kind = 'judging' where s.id = $1`,
        [stageId],
      );
      if (!head) throw new DomainError('not-found', { stage: stageId });
      const reReviews = await linesOf(manager, stageId, reader);
      await this.ledger.record(manager, {
        kind: 'read',
        subject: { actor: reader, stage: stageId },
        body: { what: 're-reviews', rows: reReviews.length },
      });
      return { ...head, reReviews };
    });
  }

  /**
   * @throws DomainError `organiser-conflicted`, `not-found` where the entry isn't judged in the stage, `result-used`,
   *   `re-review-needless` with fewer than two sheets, `re-review-standing`
   */
  async order(
    request: IdempotentRequest,
    stageId: string,
    { entryNumber, reason, hours }: ReReviewOrder,
  ): Promise<void> {
    await this.once(request, stageId, async (manager) => {
      const by = request.userId;
      const entry = await holdEntry(manager, stageId, entryNumber, by);
      if (entry.isSettled) throw new DomainError('result-used', { stage: stageId });
      const sheets = await sheetsOf(manager, entry.id, by);
      if (sheets.length < 2) throw new DomainError('re-review-needless');
      if (entry.isStanding) throw new DomainError('re-review-standing');
      const id = uuidv7();
      await manager.query(
        'insert into re_reviews (id, stage_entry_id, stage_id, reason, ordered_by) values ($1, $2, $3, $4, $5)',
        [id, entry.id, stageId, reason, by],
      );
      await this.ledger.record(manager, {
        kind: 're-review-ordered',
        subject: { stage: stageId, stageEntry: entry.id, reReview: id },
        body: {
          ...{ actor: by, judges: sheets.length },
          reason: await this.ledger.commitment(manager, 're-review', id, reason),
        },
      });
      if (!entry.isOver) return;
      for (const { id: assignment, revision } of sheets.filter(({ mayBeAsked }) => mayBeAsked)) {
        await askForUnlock(manager, this.ledger, { id: assignment, revision, stageId, reason, hours, by });
      }
    });
  }

  /**
   * The judges are asked no more; what they submitted stays, and unlocks that were asked for are taken back on their own.
   *
   * @throws DomainError `organiser-conflicted`, `re-review-missing`
   */
  async callOff(request: IdempotentRequest, stageId: string, id: string): Promise<void> {
    await this.once(request, stageId, async (manager) => {
      const by = request.userId;
      await assertNoTie(
        manager,
        by,
        'select se.entry_id from re_reviews r join stage_entries se on se.id = r.stage_entry_id where r.id = $2',
        id,
      );
      await manager.query('select from re_reviews where id = $1 for no key update', [id]);
      const [held] = await manager.query<{ entry: string }[]>(
        `select r.stage_entry_id as entry from re_reviews r cross join lateral (${countsSql}) c
          where r.id = $1 and r.stage_id = $2 and r.ended_at is null and c.again < c.judges`,
        [id, stageId],
      );
      if (!held) throw new DomainError('re-review-missing');
      await manager.query('update re_reviews set ended_by = $2, ended_at = clock_timestamp() where id = $1', [id, by]);
      await this.ledger.record(manager, {
        kind: 're-review-called-off',
        subject: { stage: stageId, stageEntry: held.entry, reReview: id },
        body: { actor: by },
      });
    });
  }

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

/** Of two who order one entry's re-review the second waits here, and finds what the first did. */
async function holdEntry(manager: EntityManager, stageId: string, number: number, by: string): Promise<HeldEntry> {
  const [found] = await manager.query<{ id: string; isConcerned: boolean; isOwn: boolean }[]>(
    `select se.id, viewer_is_conflicted($3, se.entry_id) as "isConcerned",
            exists (select from active_assignments a join judges j on j.id = a.judge_id
              where a.stage_entry_id = se.id and j.user_id = $3) as "isOwn"
       from stage_entries se join entries e on e.id = se.entry_id and e.state = 'submitted'
      where se.stage_id = $1 and e.number = $2 and coalesce(se.outcome, '') not in ('retired', 'forfeit')`,
    [stageId, number, by],
  );
  if (!found) throw new DomainError('not-found', { entry: number });
  if (found.isConcerned) throw new DomainError('organiser-conflicted');
  // Who judges the entry is not the one to have the others look at it again.
  if (found.isOwn) throw new DomainError('sheet-unlock-own');
  await manager.query('select from stage_entries where id = $1 for no key update', [found.id]);
  const [held] = await manager.query<HeldEntry[]>(
    `select se.id, coalesce(w.closed_at is not null or w.deadline_at < clock_timestamp(), false) as "isOver",
            stage_is_settled(se.stage_id) as "isSettled",
            exists (select from re_reviews r cross join lateral (${countsSql}) c
              where r.stage_entry_id = se.id and r.ended_at is null and c.again < c.judges) as "isStanding"
       from stage_entries se join windows w on w.stage_id = se.stage_id and w.kind = 'judging' where se.id = $1`,
    [found.id],
  );
  return held as HeldEntry;
}

/** What was submitted for the entry, and whether `by` may ask for its unlock: not of an own sheet, and not twice. */
function sheetsOf(manager: EntityManager, stageEntry: string, by: string): Promise<HeldSheet[]> {
  return manager.query<HeldSheet[]>(
    `select a.id, current_revision(a.id) as revision, j.user_id is distinct from $2
              and sheet_unlocked_until(a.id, clock_timestamp()) is null
              and not exists (select from sheet_unlocks x where x.assignment_id = a.id and x.outcome is null) as "mayBeAsked"
       from active_assignments a join judges j on j.id = a.judge_id
      where a.stage_entry_id = $1 and current_revision(a.id) > 0 order by a.id`,
    [stageEntry, by],
  );
}

function linesOf(manager: EntityManager, stageId: string, reader: string): Promise<ReReviewLine[]> {
  return manager.query<ReReviewLine[]>(
    `select r.id, e.number as "entryNumber", e.title as "entryTitle", r.reason, o.display_name as "orderedBy",
            r.ordered_at as "orderedAt", c.judges, c.again, n.display_name as "endedBy", r.ended_at as "endedAt",
            case when r.ended_at is not null then 'called-off' when c.again < c.judges then 'open' else 'done' end as state
       from re_reviews r join stage_entries se on se.id = r.stage_entry_id join entries e on e.id = se.entry_id
       cross join lateral (${countsSql}) c
       left join users o on o.id = r.ordered_by left join users n on n.id = r.ended_by
      where r.stage_id = $1 and not viewer_is_conflicted($2, se.entry_id)
      order by (r.ended_at is null and c.again < c.judges) desc, r.id desc`,
    [stageId, reader],
  );
}
