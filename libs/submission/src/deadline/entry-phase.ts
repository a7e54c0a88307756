import type { EntityManager } from 'typeorm';
import { DomainError } from '#domain';

/** Ways in which an entry can be written to: before the deadline, by an extension of its own, or late by the rule. */
export type OpenPhase = 'open' | 'extended' | 'late';

/** SQL: whether entry `e` can be written to at a moment. */
export const isWritable = (at: 'now()' | 'clock_timestamp()') =>
  `coalesce(entry_phase(e.edition_id, e.id, ${at}) in ('open', 'extended', 'late'), false)`;

/**
 * Lets nothing pass once entries are closed, by the database's clock; holds the window until the transaction ends, so
 * that a closing waits for the entries that came before it.
 *
 * @param entryId undefined for an entry that is not begun yet
 * @throws DomainError `window-not-open` before it opened, `deadline-passed` after, with both times
 */
export async function assertEntryOpen(manager: EntityManager, editionId: string, entryId?: string): Promise<OpenPhase> {
  await manager.query(`select from windows where edition_id = $1 and kind = 'entry' for share`, [editionId]);
  // A statement of its own: what it waited for is seen.
  const rows = await manager.query<{ phase: string; now: Date; closedAt: Date | null }[]>(
    `select entry_phase($1, $2, t.now) as phase, t.now,
       (select greatest(max(x.until), entry_window_ends_at(w)) from entry_extensions x where x.entry_id = $2) as "closedAt"
     from windows w cross join (select clock_timestamp() as now) t where w.edition_id = $1 and w.kind = 'entry'`,
    [editionId, entryId ?? null],
  );
  const row = rows[0];
  if (row?.phase === 'open' || row?.phase === 'extended' || row?.phase === 'late') return row.phase;
  if (row?.phase !== 'closed') throw new DomainError('window-not-open', { edition: editionId });
  throw new DomainError('deadline-passed', {
    fault: 'entries-closed',
    now: row.now.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? '',
  });
}
