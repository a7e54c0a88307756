import type { EntityManager } from 'typeorm';
import { recogniseOrganisations } from '#identity';

interface TypedName {
  readonly text: string;
  readonly id: string | null;
}

/**
 * Reads every name of an organisation in entries and teams anew, after the register has changed. What was typed stays as
 * it is; only what it is taken for changes.
 *
 * @param manager of a transaction that holds the register
 * @returns how many names as typed are taken for something else now
 */
export async function relinkOrganisations(manager: EntityManager): Promise<number> {
  const typed = await manager.query<TypedName[]>(
    `select nominating_body as text, nominating_body_id as id from entries where nominating_body is not null
     union select organisation, organisation_id from team_members where organisation is not null`,
  );
  const known = await recogniseOrganisations(
    manager,
    typed.map(({ text }) => text),
  );
  const changed = new Set(typed.filter(({ text, id }) => (known.get(text) ?? null) !== id).map(({ text }) => text));
  const texts = [...changed];
  const given = [texts, texts.map((text) => known.get(text) ?? null)];
  await manager.query(
    `update entries e set nominating_body_id = g.id from unnest($1::text[], $2::uuid[]) as g (text, id)
     where e.nominating_body = g.text and e.nominating_body_id is distinct from g.id`,
    given,
  );
  await manager.query(
    `update team_members m set organisation_id = g.id from unnest($1::text[], $2::uuid[]) as g (text, id)
     where m.organisation = g.text and m.organisation_id is distinct from g.id`,
    given,
  );
  return texts.length;
}
