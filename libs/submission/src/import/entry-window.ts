import type { EntityManager } from 'typeorm';
import { DomainError, fieldProblem } from '#domain';

/** Whether teams may hand in now: `not-open` before it opened, `closed` after its deadline. */
export const entryWindows = ['open', 'not-open', 'closed'] as const;
export type EntryWindow = (typeof entryWindows)[number];

/** By the database's clock; held until the transaction ends, so that a closing waits for what came before it. */
export async function entryWindow(manager: EntityManager, editionId: string, holds: boolean): Promise<EntryWindow> {
  const rows = await manager.query<{ state: EntryWindow }[]>(
    `select case when window_is_open(w, clock_timestamp()) then 'open'
       when coalesce(w.opened_at <= clock_timestamp(), false) then 'closed' else 'not-open' end as state
     from windows w where w.edition_id = $1 and w.kind = 'entry' ${holds ? 'for share' : ''}`,
    [editionId],
  );
  return rows[0]?.state ?? 'not-open';
}

/** The office may bring in entries while teams may not, and says why. @throws DomainError `import-reason-missing` */
export function assertReason(window: EntryWindow, reason: string | null): void {
  if (window === 'open' || reason !== null) return;
  throw new DomainError('import-reason-missing', { problems: [fieldProblem('reason', 'field-missing')] });
}
