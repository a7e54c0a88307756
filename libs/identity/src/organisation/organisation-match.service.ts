import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { gramSimilarity, organisationGrams, organisationKey, organisationStem } from '#domain';
import { labelJson, type OrganisationLabel } from './organisation-row.js';

/** An organisation proposed while somebody types. */
export interface OrganisationSuggestion {
  /** To be written into the field: canonical, in the language of the name that was found. */
  readonly text: string;
  readonly name: OrganisationLabel;
  /** What it is a branch of. */
  readonly branchOf: OrganisationLabel | null;
}

/** An organisation that a name may mean, with what speaks for it. */
export interface OrganisationMatch {
  readonly id: string;
  readonly version: number;
  readonly name: OrganisationLabel;
  /** Its name that is most alike. */
  readonly found: string;
  /** 0 to 1: Sørensen–Dice over pairs of Chinese characters and triples of letters, without legal forms. */
  readonly similarity: number;
  /** `shared-name`: several organisations have the very name, so it tells none. */
  readonly evidence: 'shared-name' | 'same-without-legal-form' | 'similar';
  /** What tells it from another of the same name. */
  readonly code: string | null;
  readonly countryCode: string | null;
  readonly branchOf: OrganisationLabel | null;
}

interface MatchRow extends Omit<OrganisationMatch, 'similarity' | 'evidence'> {
  readonly position: number;
  readonly key: string;
  readonly shared: number;
  readonly size: number;
}

const leastSimilarity = 0.35;
const matchesOfName = 3;

/** Finds organisations by names that are not quite theirs. Who uses a name is nowhere in it. */
@Injectable()
export class OrganisationMatchService {
  constructor(private readonly dataSource: DataSource) {}

  /** At most `limit`, the likeliest first; none for a text without letters. */
  async suggest(typed: string, limit: number): Promise<OrganisationSuggestion[]> {
    const key = organisationKey(typed);
    if (key === '') return [];
    return this.dataSource.query<OrganisationSuggestion[]>(
      `with found as (
         select l.survivor_id as id, n.language, n.text, (n.key = $1)::int * 4 + starts_with(n.key, $1)::int * 2
             + (position($1 in n.key) > 0)::int as fit,
           2.0 * (select count(*) from unnest(n.grams) g where g = any ($2)) / (cardinality(n.grams) + cardinality($2))
             as similarity
         from organisation_names n join organisation_labels l on l.id = n.organisation_id
         where n.removed_at is null and (position($1 in n.key) > 0 or n.grams && $2)
       ), best as (
         select distinct on (id) * from found where fit > 0 or similarity >= $3
         order by id, fit desc, similarity desc, language collate "C" desc, text collate "C"
       )
       select case when b.language = 'en' then l.name_en else l.name_zh end as text, ${labelJson} as name,
         case when p.id is not null then json_build_object('zh', p.name_zh, 'en', p.name_en) end as "branchOf"
       from best b join organisation_labels l on l.id = b.id join organisations o on o.id = b.id
       left join organisation_labels p on p.id = o.parent_id and p.survivor_id <> b.id
       order by b.fit desc, b.similarity desc, b.text collate "C", b.id limit $4`,
      [key, organisationGrams(organisationStem(key)), leastSimilarity, limit],
    );
  }

  /** For each name the organisations it may mean, likeliest first; a name of which the register knows nothing has none. */
  async matches(names: readonly string[]): Promise<OrganisationMatch[][]> {
    const given = names.map((name, position) => {
      const key = organisationKey(name);
      return { position, key, stem: organisationStem(key), grams: organisationGrams(organisationStem(key)) };
    });
    const rows = await this.dataSource.query<MatchRow[]>(
      `select g.position, l.survivor_id as id, o.version, ${labelJson} as name, m.text as found, m.key, m.shared, m.size,
         o.code, o.country_code as "countryCode",
         case when p.id is not null then json_build_object('zh', p.name_zh, 'en', p.name_en) end as "branchOf"
       from jsonb_to_recordset($1::jsonb) as g (position int, grams text[])
       cross join lateral (
         select n.organisation_id, n.text, n.key, c.shared, cardinality(n.grams) as size from organisation_names n
         cross join lateral (select count(*)::int as shared from unnest(n.grams) x where x = any (g.grams)) c
         where n.removed_at is null and n.grams && g.grams
         order by c.shared::float8 / (cardinality(n.grams) + cardinality(g.grams)) desc, n.text collate "C", n.id limit 20
       ) m join organisation_labels l on l.id = m.organisation_id join organisations o on o.id = l.survivor_id
       left join organisation_labels p on p.id = o.parent_id and p.survivor_id <> o.id`,
      [JSON.stringify(given.map(({ position, grams }) => ({ position, grams })))],
    );
    return given.map(({ position, key, stem, grams }) =>
      best(
        rows
          .filter((row) => row.position === position)
          .map(({ shared, size, key: found, found: text, position: _position, ...match }) => ({
            ...{ ...match, found: text, similarity: gramSimilarity(shared, grams.length, size) },
            evidence: evidenceOf(key, stem, found),
          })),
      ),
    );
  }
}

function evidenceOf(key: string, stem: string, found: string): OrganisationMatch['evidence'] {
  if (key === found) return 'shared-name';
  return stem === organisationStem(found) ? 'same-without-legal-form' : 'similar';
}

function best(matches: readonly OrganisationMatch[]): OrganisationMatch[] {
  const sorted = matches
    .filter(({ similarity }) => similarity >= leastSimilarity)
    .sort((left, right) => right.similarity - left.similarity);
  return sorted
    .filter(({ id }, index) => sorted.findIndex((other) => other.id === id) === index)
    .slice(0, matchesOfName);
}
