import { DomainError } from '#domain';
import { LedgerService } from '#ledger';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

/** The recorded decision of two persons that entries tied at an award line share their places. */
@Injectable()
export class TieDecisionService {
  constructor(private readonly ledger: LedgerService) {}

  /**
   * The first person's half: names the rank of the stage's newest tally at which an unresolved tie stands.
   *
   * @throws DomainError `tie-missing`, `tie-already-decided`.
   */
  async request(manager: EntityManager, stageId: string, rank: number, userId: string): Promise<{ id: string }> {
    const runs = await manager.query<{ id: string }[]>(
      `select r.id from tally_runs r
        where r.id = (select t.id from tally_runs t where t.stage_id = $1 and t.state = 'completed'
                       order by t.fence desc limit 1)
          and (select count(*) from tally_rows w where w.run_id = r.id and w.rank = $2) > 1`,
      [stageId, rank],
    );
    const run = runs[0];
    if (run === undefined) throw new DomainError('tie-missing', { rank });
    const existing = await manager.query<unknown[]>('select 1 from tie_decisions where run_id = $1 and rank = $2', [
      run.id,
      rank,
    ]);
    if (existing.length > 0) throw new DomainError('tie-already-decided', { rank });
    const id = uuidv7();
    await manager.query(
      `insert into tie_decisions (id, stage_id, run_id, rank, step, requested_by) values ($1, $2, $3, $4, 'shared', $5)`,
      [id, stageId, run.id, rank, userId],
    );
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
