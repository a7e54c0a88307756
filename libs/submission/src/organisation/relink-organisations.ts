import type { EntityManager } from 'typeorm';
import { recogniseOrganisations } from '#identity';
import { namedPlaces } from './named-places.js';

interface TypedName {
  readonly text: string;
  readonly id: string | null;
}

/**
 * Reads every name of an organisation in entries, teams and judges anew, after the register has changed. What was typed
 * stays as it is; only what it is taken for changes, and not where a person has said which one is meant.
 *
 * @param manager of a transaction that holds the register
 * @returns how many names as typed are taken for something else now
 */
export async function relinkOrganisations(manager: EntityManager): Promise<number> {
  const typed = await manager.query<TypedName[]>(
    namedPlaces
      .map(
        ({ table, text, id, hand }) =>
          `select ${text} as text, ${id} as id from ${table} where ${text} is not null and not ${hand}`,
      )
      .join(' union '),
  );
  const known = await recogniseOrganisations(
    manager,
    typed.map(({ text }) => text),
  );
  const changed = new Set(typed.filter(({ text, id }) => (known.get(text) ?? null) !== id).map(({ text }) => text));
  const texts = [...changed];
  const given = [texts, texts.map((text) => known.get(text) ?? null)];
  for (const { table, text, id, hand } of namedPlaces) {
    await manager.query(
      `update ${table} x set ${id} = g.id from unnest($1::text[], $2::uuid[]) as g (text, id)
       where x.${text} = g.text and not x.${hand} and x.${id} is distinct from g.id`,
      given,
    );
  }
  return texts.length;
}
