import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { compareCodePoints, DomainError, organisationKey } from '#domain';
import { typedNames } from './named-places.js';
import { OrganisationMatchService, type OrganisationMatch, OrganisationQueryService } from '#identity';

/** A name in submitted entries or of judges' employers that the register does not know, with all ways to type it. */
export interface UnrecognisedName {
  /** As most have typed it. */
  readonly text: string;
  readonly variants: readonly string[];
  /** Entries that it nominates, or of whose team somebody belongs to it. */
  readonly entries: number;
  /** Judges of the edition whose employer it is, or was. */
  readonly judges: number;
  readonly matches: readonly OrganisationMatch[];
}

export interface UnrecognisedPage {
  readonly names: readonly UnrecognisedName[];
  readonly total: number;
  /** How many there are up to the end of this page; null on the last. */
  readonly nextAfter: number | null;
}

export interface OrganisationUse {
  /** Submitted entries of the reader's editions. */
  readonly nominated: number;
  /** People in their teams. */
  readonly people: number;
  /** Judges of these editions who work there, or have. */
  readonly judges: number;
}

/** What a merge would do, before it is done. */
export interface MergeConsequences {
  readonly version: number;
  readonly intoVersion: number;
  /** Names by which the other is found from then on. */
  readonly names: readonly string[];
  readonly branches: number;
  readonly use: OrganisationUse;
  /** Names as typed that nobody was taken for, as both had them, and that are recognised from then on. */
  readonly recognised: number;
  readonly warnings: readonly ('codes-differ' | 'countries-differ' | 'place-falls-away' | 'one-is-branch')[];
}

/** Where the organisations of the register stand in entries and teams. */
@Injectable()
export class OrganisationUseService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly matches: OrganisationMatchService,
    private readonly organisations: OrganisationQueryService,
  ) {}

  /**
   * The most frequent first; drafts are the teams' own and not looked into, nor entries that concern the reader.
   *
   * @param after how many names of the list are passed over
   * @throws DomainError `not-found` for an unknown edition
   */
  async unrecognised(slug: string, after: number, limit: number, reader: string): Promise<UnrecognisedPage> {
    const { manager } = this.dataSource;
    const editions = await manager.query<{ id: string }[]>('select id from editions where slug = $1', [slug]);
    if (!editions[0]) throw new DomainError('not-found', { edition: slug });
    const rows = await manager.query<TypedRow[]>(
      `select x.text, x.owner, x.role is not distinct from 'judge' as "isJudge" from ${typedNames} x where x.organisation_id is null`,
      [editions[0].id, reader],
    );
    const groups = groupedByKey(rows);
    const page = groups.slice(after, after + limit);
    const matches = await this.matches.matches(page.map(({ text }) => text));
    const names = page.map((group, index) => ({ ...group, matches: matches[index] ?? [] }));
    const nextAfter = after + limit < groups.length ? after + limit : null;
    return { names, total: groups.length, nextAfter };
  }

  /**
   * Entries that concern the reader are not counted.
   *
   * @param editionIds of the editions that the reader may read
   */
  async use(id: string, editionIds: readonly string[], reader: string): Promise<OrganisationUse> {
    const rows = await this.dataSource.query<OrganisationUse[]>(
      `with same as (
         select s.id from organisation_survivors s join organisation_survivors o on o.survivor_id = s.survivor_id
         where o.id = $1
       ), submitted as (select * from entries where edition_id = any ($2) and state <> 'draft'
         and id not in (select conflicted_entries($3)))
       select (select count(*)::int from submitted e where e.nominating_body_id in (select id from same)) as nominated,
         (select count(*)::int from submitted e join team_members m on m.entry_id = e.id
          where m.organisation_id in (select id from same)) as people,
         (select count(*)::int from judges j where j.edition_id = any ($2) and (j.employer_id in (select id from same)
          or exists (select from judge_employers p where p.judge_id = j.id
            and p.organisation_id in (select id from same)))) as judges`,
      [id, editionIds, reader],
    );
    return rows[0] as OrganisationUse;
  }

  /**
   * @param editionIds of the editions that the reader may read: what is counted is counted in them alone
   * @throws DomainError `not-found`, `organisation-merged`
   */
  async mergeConsequences(
    id: string,
    into: string,
    editionIds: readonly string[],
    reader: string,
  ): Promise<MergeConsequences> {
    const [merged, survivor] = [await this.organisations.detail(id), await this.organisations.detail(into)];
    if (merged.mergedInto !== null || survivor.mergedInto !== null) throw new DomainError('organisation-merged');
    const [relation] = await this.organisations.relations(this.dataSource.manager, [{ left: id, right: into }]);
    const differ = (left: string | null, right: string | null) => left !== null && right !== null && left !== right;
    return {
      version: merged.version,
      intoVersion: survivor.version,
      names: [...merged.names.map(({ text }) => text), ...merged.merged.flatMap(({ names }) => names)],
      branches: merged.branches.filter((branch) => branch.id !== into).length,
      use: await this.use(id, editionIds, reader),
      recognised: await this.recognisedByMerge(id, into, editionIds, reader),
      warnings: [
        ...(differ(merged.code, survivor.code) ? ['codes-differ' as const] : []),
        ...(differ(merged.countryCode, survivor.countryCode) ? ['countries-differ' as const] : []),
        ...(merged.parent !== null && merged.parent.id !== into ? ['place-falls-away' as const] : []),
        ...(relation === 'branch' ? ['one-is-branch' as const] : []),
      ],
    };
  }

  private async recognisedByMerge(
    id: string,
    into: string,
    editionIds: readonly string[],
    reader: string,
  ): Promise<number> {
    const { manager } = this.dataSource;
    const shared = await manager.query<{ key: string }[]>(
      `select n.key from organisation_names n join organisation_survivors s on s.id = n.organisation_id
       where n.removed_at is null group by n.key having array_agg(distinct s.survivor_id) @> $1::uuid[]
         and array_agg(distinct s.survivor_id) <@ $1::uuid[]`,
      [[id, into]],
    );
    if (shared.length === 0) return 0;
    const typed = await manager.query<{ text: string }[]>(
      `select nominating_body as text from entries where edition_id = any ($1) and state <> 'draft'
         and nominating_body is not null and nominating_body_id is null and id not in (select conflicted_entries($2))
       union all select m.organisation from entries e join team_members m on m.entry_id = e.id
       where e.edition_id = any ($1) and e.state <> 'draft' and m.organisation is not null and m.organisation_id is null
         and e.id not in (select conflicted_entries($2))
       union all select employer from judges where edition_id = any ($1) and employer is not null and employer_id is null
       union all select p.name from judges j join judge_employers p on p.judge_id = j.id
       where j.edition_id = any ($1) and p.organisation_id is null`,
      [editionIds, reader],
    );
    const keys = new Set(shared.map(({ key }) => key));
    return typed.filter(({ text }) => keys.has(organisationKey(text))).length;
  }
}

interface TypedRow {
  readonly text: string;
  /** The entry or the judge. */
  readonly owner: string;
  readonly isJudge: boolean;
}

function groupedByKey(rows: readonly TypedRow[]): Omit<UnrecognisedName, 'matches'>[] {
  const groups = new Map<string, { entries: Set<string>; judges: Set<string>; variants: Map<string, number> }>();
  for (const { text, owner, isJudge } of rows) {
    // What has no letter at all is a name of its own.
    const key = organisationKey(text) || text;
    const group = groups.get(key) ?? { entries: new Set(), judges: new Set(), variants: new Map<string, number>() };
    (isJudge ? group.judges : group.entries).add(owner);
    group.variants.set(text, (group.variants.get(text) ?? 0) + 1);
    groups.set(key, group);
  }
  return [...groups.entries()]
    .map(([key, { entries, judges, variants }]) => {
      const sorted = [...variants]
        .sort((left, right) => right[1] - left[1] || compareCodePoints(right[0], left[0]))
        .map(([text]) => text);
      return { key, text: sorted[0] ?? '', variants: sorted, entries: entries.size, judges: judges.size };
    })
    .sort(
      (left, right) =>
        right.entries + right.judges - left.entries - left.judges || compareCodePoints(left.key, right.key),
    )
    .map(({ key: _key, ...name }) => name);
}
