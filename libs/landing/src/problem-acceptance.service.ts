import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DomainError } from '#domain';
import { LedgerService } from '#ledger';

export interface ProblemAcceptance {
  readonly problemId: string;
  readonly outcome: 'solved' | 'partly-solved' | 'unsolved' | 'awaiting-owner';
  /** The entry that solved it. */
  readonly entryId: string | null;
  readonly confirmedByOwner: boolean;
  /** Kind of evidence; stable, kebab-case. */
  readonly evidenceCode: string | null;
  /** YYYY-MM-DD. */
  readonly occurredOn: string;
}

/** Acceptance (验收) of solutions of enterprise problems. Solved needs the owner's word. */
@Injectable()
export class ProblemAcceptanceService {
  constructor(private readonly ledger: LedgerService) {}

  /**
   * Adds acceptances; a problem's latest one stands.
   *
   * @throws DomainError `problem-solution-invalid` for «solved» without the owner's word, its evidence and an entry that
   *   answers this very problem
   */
  async record(manager: EntityManager, given: readonly ProblemAcceptance[], actor: string): Promise<void> {
    const unproven = given.find(
      ({ outcome, confirmedByOwner, entryId, evidenceCode }) =>
        outcome === 'solved' && !(confirmedByOwner && entryId !== null && evidenceCode !== null),
    );
    if (unproven) throw new DomainError('problem-solution-invalid', { problem: unproven.problemId });
    await this.assertAnswered(manager, given);
    const rows = given.map((acceptance) => ({ id: uuidv7(), ...acceptance }));
    await manager.query(
      `insert into problem_acceptances (id, problem_id, number, outcome, entry_id, confirmed_by_owner, evidence_code,
         entered_by, occurred_on)
       select g.id, g."problemId", 1 + (select count(*) from problem_acceptances a where a.problem_id = g."problemId"),
         g.outcome, g."entryId", g."confirmedByOwner", g."evidenceCode", $2, g."occurredOn"
       from jsonb_to_recordset($1::jsonb) as g (id uuid, "problemId" uuid, outcome text, "entryId" uuid,
         "confirmedByOwner" boolean, "evidenceCode" text, "occurredOn" date)`,
      [JSON.stringify(rows), actor],
    );
    await this.ledger.recordMany(
      manager,
      rows.map(({ problemId, outcome, entryId, evidenceCode, occurredOn }) => ({
        kind: 'problem-accepted',
        subject: { problem: problemId, ...(entryId === null ? {} : { entry: entryId }) },
        body: { actor, outcome, evidence: evidenceCode },
        occurredOn,
      })),
    );
  }
  private async assertAnswered(manager: EntityManager, given: readonly ProblemAcceptance[]): Promise<void> {
    const solved = given.filter(({ outcome }) => outcome === 'solved');
    const rows = await manager.query<{ problem_id: string }[]>(
      `select g.problem_id from unnest($1::uuid[], $2::uuid[]) as g (problem_id, entry_id)
       where not exists (select from entries e where e.id = g.entry_id and e.enterprise_problem_id = g.problem_id
         and e.state = 'submitted') limit 1`,
      [solved.map(({ problemId }) => problemId), solved.map(({ entryId }) => entryId)],
    );
    if (rows[0]) throw new DomainError('problem-solution-invalid', { problem: rows[0].problem_id });
  }
}
