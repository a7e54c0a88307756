import type { EntityManager } from 'typeorm';
import { DomainError } from '#domain';
import { assertEntryOpen, type OpenPhase } from './deadline/entry-phase.js';

export interface OwnOpenEntry {
  readonly id: string;
  readonly edition_id: string;
  readonly state: 'draft' | 'submitted';
  readonly form_version_id: string | null;
  readonly lead_user_id: string | null;
  readonly phase: OpenPhase;
}

/** @throws DomainError `lead-only` */
export function assertLead(entry: OwnOpenEntry, userId: string): void {
  if (entry.lead_user_id !== userId) throw new DomainError('lead-only');
}

type AssertOpen = (manager: EntityManager, editionId: string, entryId: string) => Promise<OpenPhase>;

/**
 * An entry that the person may change, locked, while the window is open or whatever else `assertOpen` asks holds.
 *
 * @throws DomainError `not-found`, `entry-read-only`, `entry-withdrawn`, `window-not-open`, `deadline-passed`
 */
export async function ownOpenEntry(
  manager: EntityManager,
  publicId: string,
  userId: string,
  assertOpen: AssertOpen = assertEntryOpen,
): Promise<OwnOpenEntry> {
  const rows = await manager.query<(Omit<OwnOpenEntry, 'state' | 'phase'> & { state: string; edits: boolean })[]>(
    `select id, edition_id, state, form_version_id, lead_user_id, entry_is_edited_by(e, $2) as edits
     from entries e where public_id = $1 and entry_is_read_by(e, $2) for update`,
    [publicId, userId],
  );
  const entry = rows[0];
  if (!entry) throw new DomainError('not-found', { entry: publicId });
  if (!entry.edits) throw new DomainError('entry-read-only', { entry: publicId });
  if (entry.state === 'withdrawn') throw new DomainError('entry-withdrawn', { entry: publicId });
  const phase = await assertOpen(manager, entry.edition_id, entry.id);
  return { ...entry, phase } as OwnOpenEntry;
}
