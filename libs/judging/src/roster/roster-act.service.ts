import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { cleanText, DomainError, fieldProblem } from '#domain';
import { IdempotencyService, type IdempotentRequest } from '#identity';
import { LedgerService } from '#ledger';
import { hasSubmitted, type RosterChangeKind } from './roster-places.js';
import { RosterService } from './roster.service.js';

interface HeldJudge {
  readonly id: string;
  readonly editionId: string;
  readonly isActive: boolean;
  readonly changeId: string | null;
  /** Whether the judge has submitted a sheet. */
  readonly hasSubmitted: boolean;
}

/** Characters of the reason why a judge leaves the roster. */
const longestReason = 500;

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
   * @param judgeId of a judge of the edition, who is to come onto the roster again
   * @throws DomainError `not-found`, `roster-change-proposed`, `roster-change-needless`
   */
  async proposeAddition(request: IdempotentRequest, slug: string, judgeId: string): Promise<void> {
    await this.once(request, async (manager) => {
      const judge = await holdFor(manager, slug, judgeId, 'addition');
      await this.propose(manager, judge, { kind: 'addition', reason: null }, request.userId);
    });
  }

  /**
   * @param given why the judge leaves; may be empty until the judge has submitted a sheet, which would count no more
   * @throws DomainError `not-found`, `roster-change-proposed`, `roster-change-needless`; `request-invalid` naming `reason`
   */
  async proposeRemoval(request: IdempotentRequest, slug: string, judgeId: string, given: string): Promise<void> {
    const reason = cleanText(given);
    await this.once(request, async (manager) => {
      const judge = await holdFor(manager, slug, judgeId, 'removal');
      const length = [...reason].length;
      const problem =
        judge.hasSubmitted && length === 0
          ? fieldProblem('reason', 'field-missing')
          : length > longestReason
            ? fieldProblem('reason', 'text-too-long', { maximum: longestReason, length })
            : null;
      if (problem !== null) throw new DomainError('request-invalid', { problems: [problem] });
      await this.propose(manager, judge, { kind: 'removal', reason: reason || null }, request.userId);
    });
  }

  private async propose(
    manager: EntityManager,
    { id, editionId }: HeldJudge,
    change: { readonly kind: RosterChangeKind; readonly reason: string | null },
    actor: string,
  ): Promise<void> {
    await this.roster.propose(manager, { editionId, judgeIds: [id], ...change }, { actor });
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

async function holdFor(
  manager: EntityManager,
  slug: string,
  judgeId: string,
  kind: RosterChangeKind,
): Promise<HeldJudge> {
  const judge = await hold(manager, slug, judgeId);
  if (judge.changeId !== null) throw new DomainError('roster-change-proposed');
  if (judge.isActive === (kind === 'addition')) throw new DomainError('roster-change-needless');
  return judge;
}

/** Of two who act on one judge the second waits here, and finds what the first did. */
async function hold(manager: EntityManager, slug: string, judgeId: string): Promise<HeldJudge> {
  await manager.query('select from judges where id = $1 for no key update', [judgeId]);
  const [judge] = await manager.query<HeldJudge[]>(
    `select j.id, j.edition_id as "editionId", j.is_active as "isActive", c.id as "changeId",
       ${hasSubmitted} as "hasSubmitted"
     from judges j join editions e on e.id = j.edition_id and e.slug = $1
     left join roster_changes c on c.judge_id = j.id and c.outcome is null where j.id = $2`,
    [slug, judgeId],
  );
  if (!judge) throw new DomainError('not-found', { judge: judgeId });
  return judge;
}
