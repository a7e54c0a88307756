import { DomainError } from '#domain';
import { LedgerService } from '#ledger';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { sourceBlockers } from './award-blockers.js';
import { heldStage } from './award-sources.query.js';

/** The recorded decision of two persons that entries tied at an award line share their places. */
@Injectable()
export class TieDecisionService {
  constructor(private readonly ledger: LedgerService) {}

  /**
   * The first person's half: names the rank of the stage's newest tally at which an unresolved tie stands.
   *
   * @throws DomainError `stage-not-ready` while the stage is judged or tallied, `tie-missing`, `tie-already-decided`.
   */
  async request(manager: EntityManager, stageId: string, rank: number, userId: string): Promise<{ id: string }> {
    const source = await heldStage(manager, stageId);
    const blockers = sourceBlockers([source]).map(({ code }) => code);
    if (blockers.length > 0) throw new DomainError('stage-not-ready', { blockers });
    const run = { id: source.runId as string };
    const tied = await manager.query<unknown[]>('select 1 from tally_rows where run_id = $1 and rank = $2', [
      run.id,
      rank,
    ]);
    if (tied.length < 2) throw new DomainError('tie-missing', { rank });
    const id = uuidv7();
    const added = await manager.query<unknown[]>(
      `insert into tie_decisions (id, stage_id, run_id, rank, step, requested_by) values ($1, $2, $3, $4, 'shared', $5)
       on conflict (run_id, rank) do nothing returning id`,
      [id, stageId, run.id, rank, userId],
    );
    if (added.length === 0) throw new DomainError('tie-already-decided', { rank });
    await this.ledger.record(manager, {
      kind: 'tie-decision-requested',
      subject: { decision: id, stage: stageId, run: run.id, actor: userId },
      body: { rank, step: 'shared' },
    });
    return { id };
  }

  /** The second person's half. @throws DomainError `not-found`, `same-person`, `tie-already-decided`. */
  async approve(manager: EntityManager, stageId: string, decisionId: string, userId: string): Promise<void> {
    const rows = await manager.query<{ requested_by: string; is_approved: boolean; rank: number }[]>(
      `select requested_by, rank, exists (select from tie_decision_approvals a where a.decision_id = d.id) as is_approved
         from tie_decisions d where id = $1 and stage_id = $2`,
      [decisionId, stageId],
    );
    const decision = rows[0];
    if (decision === undefined) throw new DomainError('not-found', {});
    const { requested_by: requestedBy, rank } = decision;
    if (decision.is_approved) throw new DomainError('tie-already-decided', { rank });
    if (requestedBy === userId) throw new DomainError('same-person', {});
    // Of two who approve at once the second one waits here, and finds it done.
    const added = await manager.query<unknown[]>(
      `insert into tie_decision_approvals (decision_id, requested_by, approved_by) values ($1, $2, $3)
       on conflict do nothing returning decision_id`,
      [decisionId, requestedBy, userId],
    );
    if (added.length === 0) throw new DomainError('tie-already-decided', { rank });
    await this.ledger.record(manager, {
      kind: 'tie-decision-approved',
      subject: { decision: decisionId, stage: stageId, actor: userId },
      body: { rank, step: 'shared' },
    });
  }
}
