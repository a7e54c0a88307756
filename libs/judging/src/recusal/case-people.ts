import type { EntityManager } from 'typeorm';
import { type BilingualText, DomainError, fieldProblem } from '#domain';
import { permission } from '#identity';

/** Somebody of the edition's office or hall. */
export interface OfficePerson {
  readonly id: string;
  readonly name: string | null;
  /** May take a case: holds an office role. */
  readonly takesCases: boolean;
}

export interface RecusalEdition {
  readonly slug: string;
  readonly name: BilingualText;
  readonly isDemo: boolean;
}

/** Of whom an entry is to concern, and who takes its case. */
interface CasePeople {
  readonly editionId: string;
  readonly entryId: string;
  /** User ids. */
  readonly organiser: string;
  readonly handedTo: string | null;
}

/** Who reads entries, and who may be handed a case. */
const readers = permission('organiser-recusal.declare').roles;
const takers = permission('recusal.order').roles;

/** @throws DomainError `not-found` */
export async function recusalEdition(
  manager: EntityManager,
  slug: string,
): Promise<RecusalEdition & { readonly id: string }> {
  const rows = await manager.query<(RecusalEdition & { id: string })[]>(
    `select id, slug, is_demo as "isDemo", json_build_object('zh', name_zh, 'en', name_en) as name
       from editions where slug = $1`,
    [slug],
  );
  if (!rows[0]) throw new DomainError('not-found', { edition: slug });
  return rows[0];
}

/** By name. */
export function officePeople(manager: EntityManager, editionId: string): Promise<OfficePerson[]> {
  return manager.query<OfficePerson[]>(
    `select u.id, u.display_name as name, bool_or(g.role = any ($3)) as "takesCases"
       from role_grants g join users u on u.id = g.user_id and u.disabled_at is null
      where g.edition_id = $1 and g.role = any ($2) and g.revoked_at is null
      group by u.id, u.display_name order by u.display_name collate "C", u.id`,
    [editionId, readers, takers],
  );
}

/**
 * Held: of two who hand their case to each other, the second finds the first's recusal.
 *
 * @returns id of the entry
 * @throws DomainError `request-invalid` naming `entryNumber`
 */
export async function heldEntry(manager: EntityManager, editionId: string, number: number): Promise<string> {
  const [entry] = await manager.query<{ id: string }[]>(
    `select id from entries where edition_id = $1 and number = $2 and state <> 'draft' for no key update`,
    [editionId, number],
  );
  if (!entry) throw invalid('entryNumber', 'entry-unknown');
  return entry.id;
}

/**
 * Another person of the office takes the case, and it concerns neither that one nor nobody of the edition.
 *
 * @throws DomainError `request-invalid` naming `organiser` or `handedTo`
 */
export async function assertCasePeople(manager: EntityManager, people: CasePeople): Promise<void> {
  const known = await officePeople(manager, people.editionId);
  if (!known.some(({ id }) => id === people.organiser)) throw invalid('organiser', 'organiser-unknown');
  await assertCaseTaker(manager, people);
}

/**
 * The second half of it: whom the entry concerns may have left the office.
 *
 * @throws DomainError `request-invalid` naming `handedTo`
 */
export async function assertCaseTaker(manager: EntityManager, people: CasePeople): Promise<void> {
  const { editionId, entryId, organiser, handedTo } = people;
  const known = await officePeople(manager, editionId);
  if (handedTo === organiser || !known.some(({ id, takesCases }) => takesCases && id === handedTo)) {
    throw invalid('handedTo', 'case-taker-unknown');
  }
  const [row] = await manager.query<{ is: boolean }[]>('select viewer_is_conflicted($1, $2) as is', [
    ...[handedTo, entryId],
  ]);
  if (row?.is !== false) throw invalid('handedTo', 'case-taker-conflicted');
}

export function invalid(path: string, code: Parameters<typeof fieldProblem>[1]): DomainError {
  return new DomainError('request-invalid', { problems: [fieldProblem(path, code)] });
}
