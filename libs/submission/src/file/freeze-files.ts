import type { EntityManager } from 'typeorm';
import type { LedgerValue } from '#domain';
import type { LedgerService } from '#ledger';

interface LiveFile {
  readonly id: string;
  readonly entryId: string;
  readonly field: string;
  readonly name: string;
  readonly size: string;
  readonly sha256: string;
}

/**
 * What a version says of its files, by entry: size and hash as filed, the name as a salted commitment, since it may name
 * a person. From then on the files keep the number of the first version that names them.
 */
export async function freezeFiles(
  manager: EntityManager,
  ledger: LedgerService,
  entries: readonly { readonly id: string; readonly version: number }[],
): Promise<ReadonlyMap<string, LedgerValue[]>> {
  const files = await manager.query<LiveFile[]>(
    `select id, entry_id as "entryId", field_key as field, name, size::text, encode(sha256, 'hex') as sha256
     from entry_files where entry_id = any ($1) and removed_at is null and state not in ('refused', 'missing')
     order by entry_id, filed_at, id`,
    [entries.map(({ id }) => id)],
  );
  const byEntry = new Map<string, LedgerValue[]>();
  if (files.length === 0) return byEntry;
  const named = files.map(({ id, name }) => ({ subjectId: id, value: name }));
  const names = await ledger.commitments(manager, 'entry-file-name', named);
  files.forEach(({ id, entryId, field, size, sha256 }, index) => {
    const frozen = { id, field, name: names[index] ?? '', size: Number(size), sha256 };
    byEntry.set(entryId, [...(byEntry.get(entryId) ?? []), frozen]);
  });
  await manager.query(
    `update entry_files f set version = g.version from unnest($1::uuid[], $2::integer[]) as g (entry_id, version)
     where f.entry_id = g.entry_id and f.version is null and f.id = any ($3)`,
    [entries.map(({ id }) => id), entries.map(({ version }) => version), files.map(({ id }) => id)],
  );
  return byEntry;
}
