import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DomainError, fieldProblem } from '#domain';
import { LedgerService } from '#ledger';

/** Longest time after a deadline in which drafts are still taken, hours. */
export const lateEntryLimitHours = 720;

/** Whether an edition takes drafts after its deadline, and for how long: stated before, never afterwards. */
@Injectable()
export class LateEntryRuleService {
  constructor(private readonly ledger: LedgerService) {}

  /**
   * States the rule; the one before stays in the record.
   *
   * @param hours 0 to {@link lateEntryLimitHours}; 0: none is taken
   * @throws DomainError `request-invalid`, `deadline-passed` once the entry window has ended
   */
  async set(manager: EntityManager, editionId: string, hours: number, actor: string): Promise<void> {
    if (!Number.isInteger(hours) || hours < 0 || hours > lateEntryLimitHours) {
      throw new DomainError('request-invalid', { problems: [fieldProblem('hours', 'field-invalid')] });
    }
    const rows = await manager.query<{ hasEnded: boolean }[]>(
      `select coalesce(entry_window_ends_at(w) < clock_timestamp(), false) as "hasEnded"
       from windows w where w.edition_id = $1 and w.kind = 'entry' for update`,
      [editionId],
    );
    if (rows[0]?.hasEnded) throw new DomainError('deadline-passed', { edition: editionId });
    const id = uuidv7();
    await manager.query('insert into late_entry_rules (id, edition_id, hours, set_by) values ($1, $2, $3, $4)', [
      ...[id, editionId, hours, actor],
    ]);
    await this.ledger.record(manager, {
      kind: 'late-entry-rule-set',
      subject: { edition: editionId, rule: id },
      body: { actor, hours },
    });
  }
}
