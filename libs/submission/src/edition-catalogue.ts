import type { EntityManager } from 'typeorm';
import { DomainError } from '#domain';

export interface CatalogueTrack {
  readonly id: string;
  readonly requiresProblem: boolean;
  /** Entries stand on the leaves of the track tree. */
  readonly isLeaf: boolean;
}

/** What an edition offers to its entries, by the keys and numbers that teams use. */
export interface EditionCatalogue {
  readonly editionId: string;
  readonly tracks: ReadonlyMap<string, CatalogueTrack>;
  readonly fieldGroups: ReadonlyMap<string, string>;
  readonly divisions: ReadonlyMap<string, string>;
  readonly problems: ReadonlyMap<number, string>;
}

interface CatalogueRow {
  readonly id: string;
  readonly tracks: readonly { key: string; id: string; requiresProblem: boolean; isLeaf: boolean }[];
  readonly field_groups: Readonly<Record<string, string>> | null;
  readonly divisions: Readonly<Record<string, string>> | null;
  readonly problems: Readonly<Record<string, string>> | null;
}

/** @throws DomainError `not-found` */
export async function editionCatalogue(
  manager: EntityManager,
  by: { readonly slug: string } | { readonly editionId: string },
): Promise<EditionCatalogue> {
  const rows = await manager.query<CatalogueRow[]>(
    `select e.id,
       (select json_agg(json_build_object('key', t.key, 'id', t.id, 'requiresProblem', t.requires_problem,
          'isLeaf', not exists (select from tracks c where c.parent_id = t.id))) from tracks t where t.edition_id = e.id) as tracks,
       (select json_object_agg(f.key, f.id) from field_groups f where f.edition_id = e.id) as field_groups,
       (select json_object_agg(d.key, d.id) from divisions d where d.edition_id = e.id) as divisions,
       (select json_object_agg(p.number, p.id) from enterprise_problems p where p.edition_id = e.id) as problems
     from editions e where ${'slug' in by ? 'e.slug' : 'e.id'} = $1`,
    ['slug' in by ? by.slug : by.editionId],
  );
  const row = rows[0];
  if (!row) throw new DomainError('not-found', { ...by });
  return {
    editionId: row.id,
    tracks: new Map(row.tracks.map(({ key, ...track }) => [key, track])),
    fieldGroups: new Map(Object.entries(row.field_groups ?? {})),
    divisions: new Map(Object.entries(row.divisions ?? {})),
    problems: new Map(Object.entries(row.problems ?? {}).map(([number, id]) => [Number(number), id])),
  };
}
