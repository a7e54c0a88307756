import type { EntityManager } from 'typeorm';
import { DomainError } from '#domain';
import { assertEntryOpen, type OpenPhase } from '../deadline/entry-phase.js';

/**
 * Lets a team change its entry while the entry window is open, or this one entry while the office waits for its
 * correction. The database's clock decides.
 *
 * @param entryId of an entry that the transaction holds, so that no check comes in between
 * @throws DomainError `window-not-open`, `deadline-passed`, `correction-time-over` with its time
 */
export async function assertRevisable(manager: EntityManager, editionId: string, entryId: string): Promise<OpenPhase> {
  const rows = await manager.query<{ until: Date; is_open: boolean }[]>(
    `select c.correct_until as until, clock_timestamp() < c.correct_until as is_open
     from (select * from eligibility_checks where entry_id = $1 order by number desc limit 1) c
     where c.outcome = 'needs-correction' and c.correct_until is not null
       and not exists (select from stage_entries x where x.entry_id = $1)`,
    [entryId],
  );
  const correction = rows[0];
  if (correction?.is_open) return 'open';
  try {
    return await assertEntryOpen(manager, editionId, entryId);
  } catch (error) {
    if (!correction || !(error instanceof DomainError) || error.code !== 'deadline-passed') throw error;
    throw new DomainError('correction-time-over', { until: correction.until.toISOString() });
  }
}
