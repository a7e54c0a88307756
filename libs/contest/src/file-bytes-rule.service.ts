import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DomainError, fieldProblem } from '#domain';
import { LedgerService } from '#ledger';

/** Longest time in which a file's bytes may follow the submission that names them, hours. */
export const fileBytesLimitHours = 168;

/** For how many hours after a submission the bytes of the files it names may follow. */
@Injectable()
export class FileBytesRuleService {
  constructor(private readonly ledger: LedgerService) {}

  /**
   * States the rule; the one before stays in the record. Once the entry window has opened a receipt may have promised
   * the hours that stand: from then on they only grow.
   *
   * @param hours 0 to {@link fileBytesLimitHours}; 0: the bytes come before the deadline
   * @throws DomainError `request-invalid`, `file-hours-promised` with the hours that stand
   */
  async set(manager: EntityManager, editionId: string, hours: number, actor: string): Promise<void> {
    if (!Number.isInteger(hours) || hours < 0 || hours > fileBytesLimitHours) {
      throw new DomainError('request-invalid', { problems: [fieldProblem('hours', 'field-invalid')] });
    }
    // Whoever opens the window or states another rule meanwhile waits.
    const rows = await manager.query<{ hours: number; hasOpened: boolean }[]>(
      `select file_bytes_hours(w.edition_id) as hours, w.opened_at is not null as "hasOpened"
       from windows w where w.edition_id = $1 and w.kind = 'entry' for update`,
      [editionId],
    );
    const standing = rows[0];
    if (standing?.hasOpened && hours < standing.hours) {
      throw new DomainError('file-hours-promised', { hours: standing.hours });
    }
    const id = uuidv7();
    await manager.query('insert into file_bytes_rules (id, edition_id, hours, set_by) values ($1, $2, $3, $4)', [
      ...[id, editionId, hours, actor],
    ]);
    await this.ledger.record(manager, {
      kind: 'file-bytes-rule-set',
      subject: { edition: editionId, rule: id },
      body: { actor, hours },
    });
  }
}
