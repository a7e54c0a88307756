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
    const rows = await manager.query<{ requested_by: string; approved_by: string | null; rank: number }[]>(
      'select requested_by, approved_by, rank from tie_decisions where id = $1 and stage_id = $2 for update',
      [decisionId, stageId],
    );
    const decision = rows[0];
    if (decision === undefined) throw new DomainError('not-found', {});
    if (decision.approved_by !== null) throw new DomainError('tie-already-decided', { rank: decision.rank });
    if (decision.requested_by === userId) throw new DomainError('same-person', {});
    await manager.query('update tie_decisions set approved_by = $2 where id = $1', [decisionId, userId]);
    await this.ledger.record(manager, {
      kind: 'tie-decision-approved',
      subject: { decision: decisionId, stage: stageId, actor: userId },
      body: { rank: decision.rank, step: 'shared' },
    });
  }
}
