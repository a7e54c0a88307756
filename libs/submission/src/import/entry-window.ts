import type { EntityManager } from 'typeorm';
import { DomainError, fieldProblem } from '#domain';

/** Whether teams may hand in now: `not-open` before it opened, `closed` after its deadline. */
export const entryWindows = ['open', 'not-open', 'closed'] as const;
export type EntryWindow = (typeof entryWindows)[number];

/** What an import writes of the edition's entries. */
export interface WrittenEntries {
  /** Of submitted entries that change. */
  readonly changed: readonly string[];
  readonly hasNew: boolean;
}

export interface EntryWindowReading {
  /** `open` where the teams could do all of it themselves, each by the window, the late rule or its own extension. */
  readonly window: EntryWindow;
  /** Whether a new entry comes late, by the edition's rule. */
  readonly isLate: boolean;
}

/** By the database's clock; held until the transaction ends, so that a closing waits for what came before it. */
export async function entryWindow(
  manager: EntityManager,
  editionId: string,
  { changed, hasNew }: WrittenEntries,
  holds: boolean,
): Promise<EntryWindowReading> {
  if (holds) await manager.query(`select from windows where edition_id = $1 and kind = 'entry' for share`, [editionId]);
  const rows = await manager.query<{ phase: string; fresh: string; isShut: boolean }[]>(
    `select entry_phase($1, null, t.now) as fresh, case when window_is_open(w, t.now) then 'open'
         when coalesce(w.opened_at <= t.now, false) then 'closed' else 'not-open' end as phase,
       exists (select from unnest($2::uuid[]) c (id) where entry_phase($1, c.id, t.now) not in ('open', 'extended', 'late'))
         as "isShut"
     from windows w cross join (select clock_timestamp() as now) t where w.edition_id = $1 and w.kind = 'entry'`,
    [editionId, changed],
  );
  const { phase = 'not-open', fresh = 'early', isShut = true } = rows[0] ?? {};
  const isLate = hasNew && fresh === 'late';
  const isOpen = !isShut && (!hasNew || fresh === 'open' || isLate);
  return { window: isOpen ? 'open' : (phase as EntryWindow), isLate };
}

/** The office may bring in entries while teams may not, and says why. @throws DomainError `import-reason-missing` */
export function assertReason(window: EntryWindow, reason: string | null): void {
  if (window === 'open' || reason !== null) return;
  throw new DomainError('import-reason-missing', { problems: [fieldProblem('reason', 'field-missing')] });
}
