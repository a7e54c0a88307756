import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError } from '#domain';
import { IdempotencyService, type IdempotentRequest } from '#identity';
import { LedgerService } from '#ledger';
import type { RosterChangeKind } from './roster-places.js';
import { RosterService } from './roster.service.js';

interface HeldJudge {
  readonly id: string;
  readonly editionId: string;
  readonly isActive: boolean;
  readonly changeId: string | null;
}

/** What the office does to the roster, each once for its idempotency key. */
@Injectable()
export class RosterActService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly ledger: LedgerService,
    private readonly roster: RosterService,
  ) {}

  /**
   * @param judgeId of a judge of the edition, who is to come onto the roster again or to leave it
   * @throws DomainError `not-found`, `roster-change-proposed`, `roster-change-needless`
   */
  async propose(request: IdempotentRequest, slug: string, judgeId: string, kind: RosterChangeKind): Promise<void> {
    await this.once(request, async (manager) => {
      const { id, editionId, isActive, changeId } = await hold(manager, slug, judgeId);
      if (changeId !== null) throw new DomainError('roster-change-proposed');
      if (isActive === (kind === 'addition')) throw new DomainError('roster-change-needless');
      await this.roster.propose(manager, { editionId, judgeIds: [id], kind }, { actor: request.userId });
    });
  }

  /**
   * Takes back what awaits approval, one's own or another's.
   *
   * @throws DomainError `not-found`, `roster-change-missing`
   */
  async takeBack(request: IdempotentRequest, slug: string, judgeId: string): Promise<void> {
    await this.once(request, async (manager) => {
      const { id, editionId, changeId } = await hold(manager, slug, judgeId);
      if (changeId === null) throw new DomainError('roster-change-missing');
      await manager.query(
        `update roster_changes set outcome = 'taken-back', ended_by = $2, ended_at = clock_timestamp() where id = $1`,
        [changeId, request.userId],
      );
      await this.ledger.record(manager, {
        kind: 'roster-change-taken-back',
        subject: { edition: editionId, judge: id, change: changeId },
        body: { actor: request.userId },
      });
    });
  }

  /** @param seen hash of the roster as it was shown @throws DomainError `not-found`, and as `RosterService.approve` */
  async approve(request: IdempotentRequest, slug: string, seen: string): Promise<void> {
    await this.once(request, async (manager) => {
      const [edition] = await manager.query<{ id: string }[]>('select id from editions where slug = $1', [slug]);
      if (!edition) throw new DomainError('not-found', { edition: slug });
      await this.roster.approve(manager, edition.id, seen, { actor: request.userId });
    });
  }

  private async once(request: IdempotentRequest, act: (manager: EntityManager) => Promise<void>): Promise<void> {
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        await act(manager);
        return { status: 204, resultId: null };
      }),
    );
  }
}

/** Of two who act on one judge the second waits here, and finds what the first did. */
async function hold(manager: EntityManager, slug: string, judgeId: string): Promise<HeldJudge> {
  await manager.query('select from judges where id = $1 for no key update', [judgeId]);
  const [judge] = await manager.query<HeldJudge[]>(
    `select j.id, j.edition_id as "editionId", j.is_active as "isActive", c.id as "changeId"
     from judges j join editions e on e.id = j.edition_id and e.slug = $1
     left join roster_changes c on c.judge_id = j.id and c.outcome is null where j.id = $2`,
    [slug, judgeId],
  );
  if (!judge) throw new DomainError('not-found', { judge: judgeId });
  return judge;
}
