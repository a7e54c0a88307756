import type { EntityManager } from 'typeorm';
import type { LedgerService } from '#ledger';

/**
 * Ends what stands for an office, of one entry or (null) of all; one event each.
 *
 * @param given.keptVersion the wording that may go on standing; undefined for none
 */
export async function withdrawPassings(
  manager: EntityManager,
  ledger: LedgerService,
  {
    officeId,
    entryId,
    keptVersion,
  }: { readonly officeId: string; readonly entryId: string | null; readonly keptVersion?: string },
  actor: string,
): Promise<void> {
  const [ended] = await manager.query<[{ id: string; entry: string; version: string }[], number]>(
    `update passing_consents set withdrawn_at = now()
     where office_id = $1 and ($2::uuid is null or entry_id = $2) and withdrawn_at is null
       and ($3::text is null or version <> $3)
     returning id, entry_id as entry, version`,
    [officeId, entryId, keptVersion ?? null],
  );
  await ledger.recordMany(
    manager,
    ended.map(({ id, entry, version }) => ({
      kind: 'passing-withdrawn',
      subject: { entry, office: officeId, passing: id },
      body: { actor, version },
    })),
  );
}
