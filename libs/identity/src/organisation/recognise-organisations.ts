import type { EntityManager } from 'typeorm';
import { organisationKey } from '#domain';

// Who writes names that may be recognised shares it; the office, changing what is recognised, holds it alone. So no name
// that came in meanwhile is missed. Taken before any row is locked.
const lockKey = `hashtextextended('organisation-register', 0)`;

/** Keeps the register as it is until the transaction ends. */
export async function shareOrganisationRegister(manager: EntityManager): Promise<void> {
  await manager.query(`select pg_advisory_xact_lock_shared(${lockKey})`);
}

/** Keeps everybody else from changing the register, or naming organisations, until the transaction ends. */
export async function holdOrganisationRegister(manager: EntityManager): Promise<void> {
  await manager.query(`select pg_advisory_xact_lock(${lockKey})`);
}

/**
 * Which organisations are meant by names as typed: those that one organisation alone has, to the letter of
 * `organisationKey`. Of several merged into one, the one that stands.
 *
 * @returns by the text as given; what the register does not know, or knows twice, is not in it
 */
export async function recogniseOrganisations(
  manager: EntityManager,
  texts: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const keys = new Map([...new Set(texts)].map((text) => [text, organisationKey(text)]));
  if (keys.size === 0) return new Map();
  const rows = await manager.query<{ key: string; id: string }[]>(
    `select n.key, (array_agg(s.id order by (s.id = s.survivor_id) desc, s.id))[1] as id
     from organisation_names n join organisation_survivors s on s.id = n.organisation_id
     where n.removed_at is null and n.key = any ($1) group by n.key having count(distinct s.survivor_id) = 1`,
    [[...new Set(keys.values())]],
  );
  const idOf = new Map(rows.map(({ key, id }) => [key, id]));
  return new Map([...keys].flatMap(([text, key]) => (idOf.has(key) ? [[text, idOf.get(key) as string] as const] : [])));
}
