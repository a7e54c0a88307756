import type { EntityManager } from 'typeorm';
import { sha256Hex } from '#domain';
import type { EntryCompared } from './compared-entries.js';

export interface DuplicateKey {
  readonly kind: 'title' | 'file' | 'name' | 'person' | 'email' | 'phone' | 'account';
  readonly key: string;
}

/** Long enough to keep any two apart, and half as long to store. */
const digest = (text: string) => sha256Hex(text).slice(0, 32);

/** By what an entry is found; addresses and telephones stand in it as digests, so that no second copy of them is kept. */
export function duplicateKeysOf({ titles, people, files }: EntryCompared): DuplicateKey[] {
  const keys = [
    ...titles.flatMap(({ grams }) => [...grams].map((key) => ({ kind: 'title' as const, key }))),
    ...files.map(({ sha256 }) => ({ kind: 'file' as const, key: sha256 })),
    ...people.flatMap(({ readings, organisation, emails, phone, account }): DuplicateKey[] => [
      ...readings.map((key) => ({ kind: 'name' as const, key })),
      ...(organisation === null
        ? []
        : readings.map((key) => ({ kind: 'person' as const, key: digest(`${key} ${organisation}`) }))),
      ...emails.map((email) => ({ kind: 'email' as const, key: digest(email) })),
      ...(phone === null ? [] : [{ kind: 'phone' as const, key: digest(phone) }]),
      ...(account === null ? [] : [{ kind: 'account' as const, key: account }]),
    ]),
  ];
  return [...new Map(keys.map((one) => [`${one.kind} ${one.key}`, one])).values()];
}

/**
 * Puts the keys of entries in the place of those they had.
 *
 * @returns the names that are new in an entry, each with its edition
 */
export async function writeDuplicateKeys(
  manager: EntityManager,
  entries: readonly EntryCompared[],
): Promise<{ readonly key: string; readonly editionId: string }[]> {
  const [before] = await manager.query<[(DuplicateKey & { entry_id: string })[], number]>(
    'delete from duplicate_keys where entry_id = any ($1) returning kind, key, entry_id',
    [entries.map(({ id }) => id)],
  );
  const rows = entries.flatMap((entry) => duplicateKeysOf(entry).map((key) => ({ ...key, entry })));
  await manager.query(
    `insert into duplicate_keys (kind, key, edition_id, entry_id)
     select * from unnest($1::text[], $2::text[], $3::uuid[], $4::uuid[])`,
    [
      ...[rows.map(({ kind }) => kind), rows.map(({ key }) => key)],
      ...[rows.map(({ entry }) => entry.editionId), rows.map(({ entry }) => entry.id)],
    ],
  );
  const had = new Set(before.flatMap(({ kind, key, entry_id: id }) => (kind === 'name' ? [`${id} ${key}`] : [])));
  const added = rows.filter(({ kind, key, entry }) => kind === 'name' && !had.has(`${entry.id} ${key}`));
  return added.map(({ key, entry }) => ({ key, editionId: entry.editionId }));
}
