import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '#domain';

interface StandingRow {
  readonly voidReason: string | null;
  readonly isVoid: boolean;
  readonly isOnRoster: boolean;
  readonly entryState: string;
  readonly hasConflict: boolean;
  /** The judge's recusal is ordered, and awaits a second person. */
  readonly isSuspended: boolean;
  readonly isOpen: boolean;
  readonly isOver: boolean;
  readonly opensAt: Date;
  readonly closedAt: Date | null;
}

/** Whether a judge may score an assignment now, by the database's clock; the same rules as `submit_score_sheet`. */
@Injectable()
export class AssignmentStandingService {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * @throws DomainError `assignment-not-found` (also for another judge's), `judge-not-on-roster`, `assignment-recused`,
   *   `entry-withdrawn`, `assignment-suspended`, `conflict-of-interest`, `window-not-open`, `deadline-passed`
   */
  async assertScorable(publicId: string, userId: string): Promise<void> {
    const row = await this.standing(publicId, userId);
    if (row.hasConflict) throw new DomainError('conflict-of-interest');
    if (row.isOpen) return;
    const code = row.isOver ? 'deadline-passed' : 'window-not-open';
    throw new DomainError(code, { opensAt: row.opensAt, closedAt: row.closedAt });
  }

  /** @throws DomainError as `assertScorable`, but for the window */
  async assertHeld(publicId: string, userId: string): Promise<void> {
    if ((await this.standing(publicId, userId)).hasConflict) throw new DomainError('conflict-of-interest');
  }

  /**
   * Why an assignment was not given to its judge a moment ago. An order that ended since left it standing: then its
   * device is to keep everything, which it wipes at a conflict.
   *
   * @returns `conflict-of-interest`, or `assignment-suspended` where nothing stands against it by now
   * @throws DomainError as `assertScorable`, but for the window
   */
  async keptAway(publicId: string, userId: string): Promise<DomainError> {
    const { hasConflict } = await this.standing(publicId, userId);
    return new DomainError(hasConflict ? 'conflict-of-interest' : 'assignment-suspended');
  }

  private async standing(publicId: string, userId: string): Promise<StandingRow> {
    const rows = await this.dataSource.query<StandingRow[]>(
      `select a.void_reason as "voidReason", a.voided_at is not null as "isVoid",
              j.is_active as "isOnRoster", e.state as "entryState",
              has_conflict(a.judge_id, e.id) as "hasConflict", recusal_awaits(a.judge_id, e.id) as "isSuspended",
              coalesce(window_is_open(w, now()), false)
                or sheet_unlocked_until(a.id, now()) is not null as "isOpen",
              coalesce(w.closed_at is not null or w.deadline_at < now(), false) as "isOver",
              w.planned_opens_at as "opensAt", coalesce(w.closed_at, w.deadline_at) as "closedAt"
         from assignments a
         join judges j on j.id = a.judge_id and j.user_id = $2
         join stage_entries se on se.id = a.stage_entry_id
         join entries e on e.id = se.entry_id
         left join windows w on w.stage_id = a.stage_id and w.kind = 'judging'
        where a.public_id = $1`,
      [publicId, userId],
    );
    const row = rows[0];
    if (row === undefined) throw new DomainError('assignment-not-found');
    if (!row.isOnRoster) throw new DomainError('judge-not-on-roster');
    if (row.isVoid && row.voidReason === 'recusal') throw new DomainError('assignment-recused');
    if (row.entryState !== 'submitted' || row.voidReason === 'withdrawn') throw new DomainError('entry-withdrawn');
    if (row.isVoid) throw new DomainError('assignment-not-found');
    if (row.isSuspended) throw new DomainError('assignment-suspended');
    return row;
  }
}
