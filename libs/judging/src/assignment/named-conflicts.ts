import type { EntityManager } from 'typeorm';
import { organisationKey } from '#domain';
import { personKeys } from '#domain/organisation/person-keys';
import type { EntryJudgePair } from '#domain/assignment/assignment-problem';
import { judgeEmployersSql, namedOrganisationsSql, typedNamesSql } from './assignment-problem.sql.js';

export interface NamedJudge {
  readonly id: string;
  readonly name: string | null;
}

interface JudgeEmployer {
  readonly judge: string;
  /** As the office typed it. */
  readonly name: string | null;
  /** What the register takes it for. */
  readonly organisation: string | null;
}

interface TypedName {
  readonly entry: string;
  readonly kind: 'person' | 'employer' | 'own';
  readonly name: string;
}

/**
 * Conflicts that only names tell: whom a team asks to be kept away, by person or employer, and an employer, present or
 * left lately, that is one with an organisation of the team where the register knows one of them, or neither. Any
 * organisation of the same name counts: rather one judge too few may come than one whom the team has named.
 */
export async function namedConflicts(
  manager: EntityManager,
  stageId: string,
  judges: readonly NamedJudge[],
): Promise<EntryJudgePair[]> {
  const typed = await manager.query<TypedName[]>(typedNamesSql, [stageId]);
  if (typed.length === 0) return [];
  const held = await manager.query<JudgeEmployer[]>(judgeEmployersSql, [stageId]);
  const persons = byKey(judges.flatMap(({ id, name }) => (name === null ? [] : personKeys(name).map(ofJudge(id)))));
  const employers = byKey(
    held.flatMap(({ judge, name }) => (name === null ? [] : ofJudge(judge)(organisationKey(name)))),
  );
  const organisations = byKey(held.flatMap(({ judge, organisation }) => ofJudge(judge)(organisation ?? '')));
  const keys = new Map(typed.map(({ name }) => [name, organisationKey(name)]));
  const known = await organisationsOf(manager, [...new Set(keys.values())]);
  return typed.flatMap(({ entry, kind, name }) => {
    const key = keys.get(name) ?? '';
    const found =
      kind === 'person'
        ? personKeys(name).flatMap((one) => persons.get(one) ?? [])
        : [
            ...(employers.get(key) ?? []),
            ...(known.get(key) ?? []).flatMap((organisation) => organisations.get(organisation) ?? []),
          ];
    return [...new Set(found)].map((judge) => ({ entry, judge }));
  });
}

async function organisationsOf(manager: EntityManager, keys: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await manager.query<{ key: string; organisation: string }[]>(namedOrganisationsSql, [keys]);
  const found = new Map<string, string[]>();
  for (const { key, organisation } of rows) found.set(key, [...(found.get(key) ?? []), organisation]);
  return found;
}

interface Keyed {
  readonly judge: string;
  readonly key: string;
}

const ofJudge =
  (judge: string) =>
  (key: string): Keyed => ({ judge, key });

function byKey(known: readonly Keyed[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { judge, key } of known) if (key !== '') found.set(key, [...(found.get(key) ?? []), judge]);
  return found;
}
