import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DomainError } from '#domain';
import { assertFreeOfStage } from '#identity';
import { LedgerService } from '#ledger';
import type { Act } from './act.js';
import { holdStages } from './stage-lock.js';

/** The entry window of an edition, or the judging window of a stage. */
export type WindowOf = { readonly editionId: string } | { readonly stageId: string };

/** Instants; `deadlineAt` null: open until an organiser closes it. */
export interface WindowTimes {
  readonly plannedOpensAt: Date;
  readonly plannedClosesAt: Date;
  readonly deadlineAt: Date | null;
}

export interface WindowState extends WindowTimes {
  readonly id: string;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  /** By the database's clock. */
  readonly isOpen: boolean;
}

const columns = `w.id, w.planned_opens_at as "plannedOpensAt", w.planned_closes_at as "plannedClosesAt",
  w.deadline_at as "deadlineAt", w.opened_at as "openedAt", w.closed_at as "closedAt",
  window_is_open(w, clock_timestamp()) as "isOpen"`;

/**
 * Opens, closes and moves windows, each in a transaction of its own or within the caller's. Only the database's clock
 * says what time it is.
 */
@Injectable()
export class WindowService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly ledger: LedgerService,
  ) {}

  /** @throws DomainError `not-found` */
  async state(of: WindowOf, manager: EntityManager = this.dataSource.manager): Promise<WindowState> {
    return this.find(manager, of, '');
  }

  /**
   * Opens now. A judging window locks the stage's newest rules in the same transaction.
   *
   * @throws DomainError `window-already-opened`, `not-found`
   */
  async open(
    of: WindowOf,
    act: Act & { readonly deadlineAt?: Date },
    within: EntityManager = this.dataSource.manager,
  ): Promise<WindowState> {
    return within.transaction(async (manager) => {
      const window = await this.hold(manager, of);
      if (window.openedAt) throw new DomainError('window-already-opened', { window: window.id });
      await manager.query(
        `update windows set opened_at = clock_timestamp(), deadline_at = coalesce($2, deadline_at) where id = $1`,
        [window.id, act.deadlineAt ?? null],
      );
      if ('stageId' in of) await this.lockRules(manager, of.stageId, act);
      await this.record(manager, 'window-opened', of, window.id, act);
      return this.find(manager, of, '');
    });
  }

  /**
   * Closes now, once every act that found the window open is committed.
   *
   * @throws DomainError `window-not-open`, `window-already-closed`, `not-found`
   */
  async close(of: WindowOf, act: Act, within: EntityManager = this.dataSource.manager): Promise<WindowState> {
    return within.transaction(async (manager) => {
      const window = await this.hold(manager, of);
      if (!window.openedAt) throw new DomainError('window-not-open', { window: window.id });
      if (window.closedAt) throw new DomainError('window-already-closed', { window: window.id });
      await manager.query(`update windows set closed_at = clock_timestamp() where id = $1`, [window.id]);
      await this.record(manager, 'window-closed', of, window.id, act);
      return this.find(manager, of, '');
    });
  }

  /**
   * Moves a window that is not closed; the change log keeps the new times and the reason. A stage's only by somebody whom
   * no entry of it concerns: more time is as good as a later closing.
   *
   * @throws DomainError `organiser-conflicted`, `window-already-closed`, `not-found`, `request-invalid` where the times are out of order
   */
  async move(of: WindowOf, times: WindowTimes, act: Act & { readonly reasonCode: string }): Promise<WindowState> {
    const { plannedOpensAt, plannedClosesAt, deadlineAt } = times;
    if (plannedOpensAt >= plannedClosesAt) throw new DomainError('request-invalid', { path: 'plannedClosesAt' });
    return this.dataSource.transaction(async (manager) => {
      if ('stageId' in of) await assertFreeOfStage(manager, act.actor, of.stageId);
      const window = await this.hold(manager, of);
      if (window.closedAt) throw new DomainError('window-already-closed', { window: window.id });
      await manager.query(
        `update windows set planned_opens_at = $2, planned_closes_at = $3, deadline_at = $4 where id = $1`,
        [window.id, plannedOpensAt, plannedClosesAt, deadlineAt],
      );
      await manager.query(
        `insert into window_changes
           (id, window_id, planned_opens_at, planned_closes_at, deadline_at, reason_code, changed_by)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [uuidv7(), window.id, plannedOpensAt, plannedClosesAt, deadlineAt, act.reasonCode, act.actor],
      );
      await this.record(manager, 'window-moved', of, window.id, act);
      return this.find(manager, of, '');
    });
  }

  /** Waits for the acts that found the window open, and keeps others from looking until the change is committed. */
  private async hold(manager: EntityManager, of: WindowOf): Promise<WindowState> {
    if ('stageId' in of) await holdStages(manager, [of.stageId]);
    return this.find(manager, of, 'for update of w');
  }

  private async find(manager: EntityManager, of: WindowOf, lock: '' | 'for update of w'): Promise<WindowState> {
    const [where, id] = 'stageId' in of ? ['w.stage_id = $1', of.stageId] : ['w.edition_id = $1', of.editionId];
    const kind = 'stageId' in of ? 'judging' : 'entry';
    const rows = await manager.query<WindowState[]>(
      `select ${columns} from windows w where ${where} and w.kind = $2 ${lock}`,
      [id, kind],
    );
    if (!rows[0]) throw new DomainError('not-found', { window: kind });
    return rows[0];
  }

  private async lockRules(manager: EntityManager, stageId: string, act: Act): Promise<void> {
    const rows = await manager.query<{ rules_version_id: string; hash: string }[]>(
      `with newest as (select id, hash from rules_versions where stage_id = $1 order by number desc limit 1),
         locked as (
           insert into rules_locks (rules_version_id, locked_by) select id, $2 from newest
           on conflict do nothing returning rules_version_id)
       select l.rules_version_id, encode(n.hash, 'hex') as hash from locked l join newest n on n.id = l.rules_version_id`,
      [stageId, act.actor],
    );
    for (const { rules_version_id: rulesVersion, hash } of rows) {
      await this.ledger.record(manager, {
        kind: 'rules-locked',
        subject: { stage: stageId, rulesVersion },
        body: { actor: act.actor, rules: hash },
        occurredOn: act.occurredOn,
      });
    }
  }

  private async record(
    manager: EntityManager,
    kind: 'window-opened' | 'window-closed' | 'window-moved',
    of: WindowOf,
    window: string,
    { actor, occurredOn, ...facts }: Act & { readonly reasonCode?: string },
  ): Promise<void> {
    const subject: Record<string, string> =
      'stageId' in of ? { stage: of.stageId, window } : { edition: of.editionId, window };
    const body: Record<string, string> =
      facts.reasonCode === undefined ? { actor } : { actor, reason: facts.reasonCode };
    await this.ledger.record(manager, { kind, subject, body, occurredOn });
  }
}
