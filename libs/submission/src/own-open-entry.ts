import type { EntityManager } from 'typeorm';
import { DomainError } from '#domain';
import { assertEntryWindowOpen } from './entry-submission.js';

export interface OwnOpenEntry {
  readonly id: string;
  readonly edition_id: string;
  readonly state: 'draft' | 'submitted';
  readonly form_version_id: string | null;
}

type AssertOpen = (manager: EntityManager, editionId: string, entryId: string) => Promise<void>;

/**
 * The person's entry, locked, while the window is open or whatever else `assertOpen` asks holds.
 *
 * @throws DomainError `not-found`, `entry-withdrawn`, `window-not-open`, `deadline-passed`
 */
export async function ownOpenEntry(
  manager: EntityManager,
  publicId: string,
  userId: string,
  assertOpen: AssertOpen = assertEntryWindowOpen,
): Promise<OwnOpenEntry> {
  const rows = await manager.query<(Omit<OwnOpenEntry, 'state'> & { state: string })[]>(
    `select id, edition_id, state, form_version_id from entries where public_id = $1 and lead_user_id = $2 for update`,
    [publicId, userId],
  );
  const entry = rows[0];
  if (!entry) throw new DomainError('not-found', { entry: publicId });
  if (entry.state === 'withdrawn') throw new DomainError('entry-withdrawn', { entry: publicId });
  await assertOpen(manager, entry.edition_id, entry.id);
  return entry as OwnOpenEntry;
}
