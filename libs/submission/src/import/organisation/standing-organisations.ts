import type { EntityManager } from 'typeorm';
import {
  type ImportedAlias,
  type ImportedOrganisation,
  type OrganisationLanguage,
  type OrganisationNameKind,
} from '#domain';
import { countryOrRegion } from '../../country-or-region.js';

/** An organisation of the register as it stands, merged or not, with its own names. */
export interface StandingOrganisation {
  readonly id: string;
  readonly version: number;
  readonly externalKey: string | null;
  readonly code: string | null;
  readonly countryCode: string | null;
  /** What it is a branch of today, however that was merged. */
  readonly parentId: string | null;
  /** What it stands for today: itself, where it was not merged. */
  readonly survivorId: string;
  readonly names: readonly {
    readonly kind: OrganisationNameKind;
    readonly language: OrganisationLanguage;
    readonly text: string;
    readonly key: string;
  }[];
}

/** The whole register, in the order in which it grew. */
export function standingOrganisations(manager: EntityManager): Promise<StandingOrganisation[]> {
  return manager.query<StandingOrganisation[]>(
    `select o.id, o.version, o.external_key as "externalKey", o.code, o.country_code as "countryCode",
       p.survivor_id as "parentId", s.survivor_id as "survivorId", coalesce(n.names, '[]') as names
     from organisations o join organisation_survivors s on s.id = o.id
     left join organisation_survivors p on p.id = o.parent_id
     left join (select organisation_id, json_agg(json_build_object('kind', kind, 'language', language, 'text', text,
         'key', key) order by recorded_at, id) as names
       from organisation_names where removed_at is null group by organisation_id) n on n.organisation_id = o.id
     order by o.recorded_at, o.id`,
  );
}

export const canonicalOf = ({ names }: Pick<StandingOrganisation, 'names'>, language: 'zh' | 'en'): string | null =>
  names.find((name) => name.kind === 'canonical' && name.language === language)?.text ?? null;

export function labelOf(organisation: Pick<StandingOrganisation, 'names'>): string {
  const [zh, en] = [canonicalOf(organisation, 'zh'), canonicalOf(organisation, 'en')];
  return zh === null || en === null ? (zh ?? en ?? '') : `${zh} / ${en}`;
}

/** How a cell names an organisation so that it alone is found: by a name, else its code or external key. */
export function writtenOrganisation(
  organisation: StandingOrganisation,
  keyCount: ReadonlyMap<string, ReadonlySet<string>>,
): string {
  const own = organisation.names.find(({ kind, key }) => kind === 'canonical' && keyCount.get(key)?.size === 1);
  const { code, externalKey } = organisation;
  return own?.text ?? code ?? externalKey ?? canonicalOf(organisation, 'zh') ?? canonicalOf(organisation, 'en') ?? '';
}

/** By each key of a name the organisations, as they stand today, that have it. */
export function holdersOfNames(organisations: readonly StandingOrganisation[]): Map<string, Set<string>> {
  const holders = new Map<string, Set<string>>();
  for (const { survivorId, names } of organisations) {
    for (const { key } of names) holders.set(key, (holders.get(key) ?? new Set()).add(survivorId));
  }
  return holders;
}

/** As the cells of its row. */
export function importedOrganisation(standing: StandingOrganisation, parent: string | null): ImportedOrganisation {
  const country = standing.countryCode === null ? undefined : countryOrRegion(standing.countryCode);
  return {
    externalKey: standing.externalKey,
    nameZh: canonicalOf(standing, 'zh'),
    nameEn: canonicalOf(standing, 'en'),
    code: standing.code,
    country: country === undefined ? null : { key: country.code, name: country.name },
    parent,
    aliases: standing.names.filter((name): name is typeof name & ImportedAlias => name.kind !== 'canonical'),
  };
}
