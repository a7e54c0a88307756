import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError, fieldProblem } from '#domain';
import { IdempotencyService, type IdempotentRequest } from '#identity';
import { LedgerService } from '#ledger';
import { wallChangesSql } from './wall-change.sql.js';
import type { WallHead, WallPage } from './wall-detail.service.js';
import { wallStageSql } from './wall.sql.js';
import type { WallStage } from './wall.service.js';

export const wallChangeKinds = [
  ...(['submitted', 'revised', 'recused', 'assigned', 'unassigned', 'unlock-requested', 'unlocked'] as const),
  ...(['opened', 'moved', 'closed'] as const),
] as const;
export type WallChangeKind = (typeof wallChangeKinds)[number];

export interface WallChanges extends WallHead {
  /** Up to when the reader has seen what changed; null: never yet, and all is new. */
  readonly since: Date | null;
  /** Up to when this answer goes, a second or more ago; what comes later is for the next. */
  readonly until: Date;
  /** Of each kind that happened, over all pages. */
  readonly counts: Readonly<Partial<Record<WallChangeKind, number>>>;
  /** By number of the entry; those of the stage itself, which have none, come first. */
  readonly lines: readonly {
    readonly kind: WallChangeKind;
    readonly judge: string | null;
    readonly number: number | null;
    readonly title: string | null;
  }[];
}

/**
 * Up to when everything that bears an earlier instant can be seen: rows bear the start of the transaction that wrote
 * them, and those of one still open come into view behind instants already looked at. Asked before the snapshot that
 * reads them is taken, as a transaction that ends in between would be in neither. The second covers one that is about
 * to say that it began; what has been open for a quarter of an hour (a dump of the database) writes no change.
 */
const settledUntilSql = `
  select date_trunc('milliseconds', greatest(
           least(now(), min(a.xact_start)) - interval '1 second',
           now() - interval '15 minutes')) as until
    from pg_stat_activity a
   where a.datname = current_database() and a.backend_type = 'client backend' and a.pid <> pg_backend_pid()`;

/** What changed in a stage's judging since a person last looked: no score, no instant, nothing that concerns the person. */
@Injectable()
export class WallChangeService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * @param kind alone, or null for all
   * @throws DomainError `not-found`
   */
  async read(
    stageId: string,
    kind: WallChangeKind | null,
    { after, limit }: WallPage,
    reader: string,
  ): Promise<WallChanges> {
    const [settled] = await this.dataSource.query<{ until: Date }[]>(settledUntilSql);
    const until = settled?.until ?? new Date(0);
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const [head] = await manager.query<WallStage[]>(wallStageSql, [stageId, reader]);
      if (!head) throw new DomainError('not-found', { stage: stageId });
      const [visit] = await manager.query<{ since: Date }[]>(
        'select seen_until as since from wall_visits where user_id = $1 and stage_id = $2',
        [reader, stageId],
      );
      const since = visit?.since ?? null;
      const [page] = await manager.query<Pick<WallChanges, 'counts' | 'lines'>[]>(wallChangesSql, [
        ...[stageId, reader, since?.toISOString() ?? '-infinity', until.toISOString(), kind, after, limit],
      ]);
      const { counts, lines } = page ?? { counts: {}, lines: [] };
      await this.ledger.record(manager, {
        kind: 'read',
        subject: { actor: reader, stage: stageId },
        body: { what: 'wall-changes', rows: lines.length },
      });
      const { stage, edition, leavesOut } = head;
      return { stage, edition, leavesOut, since, until, counts, lines };
    });
  }

  /**
   * Keeps that the person has seen what changed up to an instant, that of an answer; never an earlier one than before.
   *
   * @throws DomainError `not-found`; `request-invalid` for an instant that is still to come
   */
  async markSeen(request: IdempotentRequest, stageId: string, until: Date): Promise<void> {
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        const [stage] = await manager.query<{ isPast: boolean }[]>(
          'select $2 <= clock_timestamp() as "isPast" from stages where id = $1',
          [stageId, until.toISOString()],
        );
        if (!stage) throw new DomainError('not-found', { stage: stageId });
        if (!stage.isPast) {
          throw new DomainError('request-invalid', { problems: [fieldProblem('until', 'field-invalid')] });
        }
        await manager.query(
          `insert into wall_visits as v (user_id, stage_id, seen_until) values ($1, $2, $3)
           on conflict (user_id, stage_id) do update set seen_until = greatest(v.seen_until, excluded.seen_until)`,
          [request.userId, stageId, until.toISOString()],
        );
        return { status: 204, resultId: null };
      }),
    );
  }
}
