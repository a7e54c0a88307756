import type { EntityManager } from 'typeorm';
import type { LedgerService } from '#ledger';

/** Ends what stands for an office, of one entry or (null) of all; one event each. */
export async function withdrawPassings(
  manager: EntityManager,
  ledger: LedgerService,
  { officeId, entryId }: { readonly officeId: string; readonly entryId: string | null },
  actor: string,
): Promise<void> {
  const [ended] = await manager.query<[{ id: string; entry: string; version: string }[], number]>(
    `update passing_consents set withdrawn_at = now()
     where office_id = $1 and ($2::uuid is null or entry_id = $2) and withdrawn_at is null
     returning id, entry_id as entry, version`,
    [officeId, entryId],
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
