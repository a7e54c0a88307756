import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError, organisationKey, type OrganisationRelation } from '#domain';
import {
  labelJson,
  type NamedOrganisation,
  type OrganisationFacts,
  type OrganisationNameRow,
} from './organisation-row.js';

export interface ListedOrganisation extends NamedOrganisation {
  readonly code: string | null;
  readonly countryCode: string | null;
  readonly parent: NamedOrganisation | null;
  /** Names beside the canonical ones, with those of what was merged into it. */
  readonly names: number;
  readonly branches: number;
}

export interface OrganisationPage {
  readonly organisations: readonly ListedOrganisation[];
  readonly total: number;
  /** Id of the last one here; null on the last page. */
  readonly nextAfter: string | null;
}

export interface OrganisationHistoryLine {
  readonly kind: 'registered' | 'changed' | 'named' | 'name-removed' | 'merged' | 'separated';
  /** The name it is about, as it was written. */
  readonly text: string | null;
  /** The other organisation of a merge or its undoing. */
  readonly other: NamedOrganisation | null;
  /** Who did it; null where the account is gone. */
  readonly by: string | null;
  readonly at: Date;
}

export interface OrganisationDetail extends NamedOrganisation, OrganisationFacts {
  readonly version: number;
  readonly names: readonly OrganisationNameRow[];
  readonly parent: NamedOrganisation | null;
  readonly branches: readonly NamedOrganisation[];
  /** What was merged into it, each with its own names. */
  readonly merged: readonly (NamedOrganisation & { readonly code: string | null; readonly names: readonly string[] })[];
  /** What it was merged into itself. */
  readonly mergedInto: NamedOrganisation | null;
  readonly history: readonly OrganisationHistoryLine[];
}

const named = (table: string) => `case when ${table}.id is not null then json_build_object('id', ${table}.survivor_id,
  'name', json_build_object('zh', ${table}.name_zh, 'en', ${table}.name_en)) end`;
// Of the row itself, merged or not.
const own = (language: string) => `(select n.text from organisation_names n where n.organisation_id = o.id
  and n.kind = 'canonical' and n.language = '${language}' and n.removed_at is null)`;
const ownLabel = `json_build_object('zh', coalesce(${own('zh')}, ${own('en')}), 'en', coalesce(${own('en')}, ${own('zh')}))`;

/** The register of organisations as the office reads it, and as other features ask it. */
@Injectable()
export class OrganisationQueryService {
  constructor(private readonly dataSource: DataSource) {}

  /** Those that stand, by their English name in byte order, else the Chinese one. `q`: part of any name, or a code. */
  async page(q: string, after: string | null, limit: number): Promise<OrganisationPage> {
    const rows = await this.dataSource.query<(ListedOrganisation & { total: number; isAfter: boolean })[]>(
      `with found as (
         select o.id, o.code, o.country_code, o.parent_id, l.name_zh, l.name_en
         from organisations o join organisation_labels l on l.id = o.id
         where o.merged_into is null and ($1 = '' and $2 = '' or o.code = upper($2) or $1 <> '' and exists (
           select from organisation_names n join organisation_survivors s on s.id = n.organisation_id
           where s.survivor_id = o.id and n.removed_at is null and position($1 in n.key) > 0))
       ), last as (select name_en, id from found where id = $3)
       select l.id, ${labelJson} as name, l.code, l.country_code as "countryCode", ${named('p')} as parent,
         (select count(*)::int from organisation_names n join organisation_survivors s on s.id = n.organisation_id
          where s.survivor_id = l.id and n.removed_at is null and (n.kind <> 'canonical' or n.organisation_id <> l.id)) as names,
         (select count(*)::int from organisations b join organisation_survivors s on s.id = b.parent_id
          where s.survivor_id = l.id and b.merged_into is null and b.id <> l.id) as branches,
         (select count(*)::int from found) as total
       from found l left join organisation_labels p on p.id = l.parent_id and p.survivor_id <> l.id
       where not exists (select from last) or (l.name_en collate "C", l.id) > (select name_en collate "C", id from last)
       order by l.name_en collate "C", l.id limit $4 + 1`,
      [organisationKey(q), q.trim(), after, limit],
    );
    const organisations = rows.slice(0, limit).map(({ id, name, code, countryCode, parent, names, branches }) => ({
      ...{ id, name, code, countryCode, parent, names, branches },
    }));
    const nextAfter = rows.length > limit ? (organisations.at(-1)?.id ?? null) : null;
    return { organisations, total: rows[0]?.total ?? 0, nextAfter };
  }

  /** Also of one that was merged. @throws DomainError `not-found` */
  async detail(id: string): Promise<OrganisationDetail> {
    const rows = await this.dataSource.query<Omit<OrganisationDetail, 'history'>[]>(
      `select o.id, ${ownLabel} as name, ${own('zh')} as "nameZh", ${own('en')} as "nameEn", o.code, o.version,
         o.country_code as "countryCode", p.survivor_id as "parentId", ${named('p')} as parent,
         case when o.merged_into is not null then ${named('m')} end as "mergedInto",
         (select coalesce(json_agg(json_build_object('id', n.id, 'kind', n.kind, 'language', n.language, 'text', n.text)
            order by n.recorded_at, n.id), '[]') from organisation_names n
          where n.organisation_id = o.id and n.removed_at is null) as names,
         (select coalesce(json_agg(json_build_object('id', l.id, 'name', ${labelJson}) order by l.name_en collate "C", l.id),
            '[]') from organisations b join organisation_survivors s on s.id = b.parent_id
            join organisation_labels l on l.id = b.id
          where s.survivor_id = o.id and b.merged_into is null and b.id <> o.id) as branches
       from organisations o left join organisation_labels p on p.id = o.parent_id and p.survivor_id <> o.id
       left join organisation_labels m on m.id = o.merged_into where o.id = $1`,
      [id],
    );
    if (rows[0] === undefined) throw new DomainError('not-found');
    return { ...rows[0], merged: await this.merged(id), history: await this.history(id) };
  }

  /**
   * How two organisations of each pair stand to each other; an id of one that was merged stands for what it was merged
   * into. Ids that the register does not know are in no relation.
   *
   * @returns in the order given
   */
  async relations(
    manager: EntityManager,
    pairs: readonly { readonly left: string; readonly right: string }[],
  ): Promise<OrganisationRelation[]> {
    const rows = await manager.query<{ relation: OrganisationRelation }[]>(
      `select case when a.survivor_id = b.survivor_id then 'same'
         when exists (select from organisation_lines l where l.id = a.survivor_id and l.ancestor_id = b.survivor_id
           or l.id = b.survivor_id and l.ancestor_id = a.survivor_id) then 'branch' else 'none' end as relation
       from unnest($1::uuid[], $2::uuid[]) with ordinality as g (a, b, position)
       left join organisation_survivors a on a.id = g.a left join organisation_survivors b on b.id = g.b
       order by g.position`,
      [pairs.map(({ left }) => left), pairs.map(({ right }) => right)],
    );
    return rows.map(({ relation }) => relation);
  }

  private async merged(id: string): Promise<OrganisationDetail['merged']> {
    return this.dataSource.query<[]>(
      `select o.id, ${ownLabel} as name, o.code, (select coalesce(json_agg(n.text order by n.recorded_at, n.id), '[]')
         from organisation_names n where n.organisation_id = o.id and n.removed_at is null) as names
       from organisations o join organisation_survivors s on s.id = o.id
       where s.survivor_id = $1 and o.id <> $1 order by o.recorded_at, o.id`,
      [id],
    );
  }

  /** Newest first: its own acts, and the merges of others into it. */
  private async history(id: string): Promise<OrganisationHistoryLine[]> {
    const other: string = `(select json_build_object('id', o.id, 'name', ${ownLabel}) from organisations o where o.id = x.other)`;
    return this.dataSource.query<OrganisationHistoryLine[]>(
      `select x.kind, n.text, ${other} as other, u.display_name as by, x.recorded_at as at
       from (
         select a.*, case when a.organisation_id = $1 then coalesce(a.detail ->> 'into', a.detail ->> 'from')::uuid
           else a.organisation_id end as other
         from organisation_acts a where a.organisation_id = $1
           or a.kind in ('merged', 'separated') and ($1::uuid)::text in (a.detail ->> 'into', a.detail ->> 'from')
       ) x left join organisation_names n on n.id = coalesce(x.detail ->> 'name', x.detail #>> '{names,0}')::uuid
       left join users u on u.id = x.acted_by order by x.recorded_at desc, x.id desc limit 200`,
      [id],
    );
  }
}
