import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DomainError, type LedgerEventKind } from '#domain';
import { IdempotencyService, type IdempotentRequest } from '#identity';
import { LedgerService } from '#ledger';
import { StageDepartureService } from '../stage-departure.service.js';
import { DueDiligenceSettingService } from './due-diligence-setting.service.js';
import { endCase, holdCase, type HeldCase } from './held-case.js';

type SeenCase = { readonly id: string; readonly seen: number };

/** That a team refuses due diligence, by which its entry retires (退赛): the act of two persons. */
@Injectable()
export class DueDiligenceRefusalService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly ledger: LedgerService,
    private readonly settings: DueDiligenceSettingService,
    private readonly departures: StageDepartureService,
  ) {}

  /**
   * The first person's half; nothing happens to the entry yet.
   *
   * @throws DomainError `not-found`, `organiser-conflicted`, `revision-stale`, `due-diligence-decided`, `due-diligence-proposed`
   */
  async propose(request: IdempotentRequest, slug: string, seen: SeenCase): Promise<void> {
    await this.once(request, async (manager) => {
      const { editionId } = await this.settings.read(slug, manager);
      const row = await holdCase(manager, editionId, { ...seen, actor: request.userId });
      if (row.refusal !== null) throw new DomainError('due-diligence-proposed');
      const refusal = { id: uuidv7(), proposedBy: request.userId };
      await manager.query('insert into due_diligence_refusals (id, case_id, proposed_by) values ($1, $2, $3)', [
        ...[refusal.id, row.id, request.userId],
      ]);
      await this.tell(manager, 'due-diligence-refusal-proposed', { ...row, refusal }, request.userId);
    });
  }

  /**
   * The second person's half: the case is refused, and the entry retires from the stage, in one transaction.
   *
   * @throws DomainError `not-found`, `organiser-conflicted`, `revision-stale`, `due-diligence-decided`, `due-diligence-not-proposed`,
   *   `same-person`, and as `StageDepartureService.depart`
   */
  async approve(request: IdempotentRequest, slug: string, seen: SeenCase): Promise<void> {
    const stages: string[] = [];
    const actor = request.userId;
    await this.once(request, async (manager) => {
      const { editionId, checklist } = await this.settings.read(slug, manager);
      const row = await holdCase(manager, editionId, { ...seen, actor: request.userId });
      if (row.refusal === null) throw new DomainError('due-diligence-not-proposed');
      if (row.refusal.proposedBy === actor) throw new DomainError('same-person');
      await endRefusal(manager, row.refusal.id, 'approved', actor);
      const departure = { outcome: 'retired' as const, reasonCode: 'due-diligence-refused', actor };
      await this.departures.departWithin(manager, row.stage_id, row.public_id, departure);
      await endCase(manager, this.ledger, row, { decision: 'refused', checklist, actor });
      stages.push(row.stage_id);
    });
    for (const stageId of stages) this.departures.tallyAfter(stageId);
  }

  /**
   * Takes a proposal back, one's own or another's: the case is open again.
   *
   * @throws DomainError `not-found`, `organiser-conflicted`, `revision-stale`, `due-diligence-decided`, `due-diligence-not-proposed`
   */
  async takeBack(request: IdempotentRequest, slug: string, seen: SeenCase): Promise<void> {
    await this.once(request, async (manager) => {
      const { editionId } = await this.settings.read(slug, manager);
      const row = await holdCase(manager, editionId, { ...seen, actor: request.userId });
      if (row.refusal === null) throw new DomainError('due-diligence-not-proposed');
      await endRefusal(manager, row.refusal.id, 'taken-back', request.userId);
      await this.tell(manager, 'due-diligence-refusal-taken-back', row, request.userId);
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

  private async tell(manager: EntityManager, kind: LedgerEventKind, row: HeldCase, actor: string): Promise<void> {
    await manager.query('update due_diligence_cases set version = version + 1 where id = $1', [row.id]);
    await this.ledger.record(manager, {
      kind,
      subject: {
        ...{ edition: row.edition_id, stage: row.stage_id, entry: row.entry_id, case: row.id },
        refusal: row.refusal?.id ?? '',
      },
      body: { actor },
    });
  }
}

async function endRefusal(
  manager: EntityManager,
  id: string,
  outcome: 'approved' | 'taken-back',
  by: string,
): Promise<void> {
  await manager.query('update due_diligence_refusals set outcome = $2, ended_by = $3, ended_at = now() where id = $1', [
    ...[id, outcome, by],
  ]);
}
