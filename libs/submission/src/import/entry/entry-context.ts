import type { EntityManager } from 'typeorm';
import { type EntryTables, entryTables, type NamedKey, nameTable } from '#domain';
import { allCountriesAndRegions } from '../../country-or-region.js';
import { type EditionCatalogue, editionCatalogue } from '../../edition-catalogue.js';
import type { FormService, FormVersion } from '../../form/form.service.js';

/** What the rows of an edition's entries are read and written with. */
export interface EntryContext {
  readonly editionId: string;
  readonly catalogue: EditionCatalogue;
  readonly tables: EntryTables;
  /** By track key: the form in force there; none where no form was published. */
  readonly forms: ReadonlyMap<string, FormVersion>;
}

interface NameRow {
  readonly tracks: readonly NamedKey[] | null;
  readonly field_groups: readonly NamedKey[] | null;
  readonly divisions: readonly NamedKey[] | null;
  readonly problems: readonly NamedKey[] | null;
}

const countries: readonly NamedKey[] = allCountriesAndRegions().map(({ code, name }) => ({ key: code, name }));

/** Places that offices also write without naming the country. */
const countryTable = new Map([
  ...nameTable(
    countries.map(({ key, name: { zh, en } }) => ({
      key,
      name: { zh: zh.replace(/^中国(?=.)/u, ''), en: en.replace(/, China$/, '') },
    })),
  ),
  ...nameTable(countries),
]);

const named = (table: string, key = `${table}.key`, zh = 'name_zh', en = 'name_en') =>
  `json_agg(json_build_object('key', ${key}, 'name', json_build_object('zh', ${table}.${zh}, 'en', ${table}.${en}))`;

/** @throws DomainError `not-found` */
export async function entryContext(
  manager: EntityManager,
  editionId: string,
  forms: FormService,
): Promise<EntryContext> {
  const catalogue = await editionCatalogue(manager, { editionId });
  const [row] = await manager.query<NameRow[]>(
    `select
       (select ${named('t')} order by t.position) from tracks t where t.edition_id = $1
          and not exists (select from tracks c where c.parent_id = t.id)) as tracks,
       (select ${named('f')} order by f.key collate "C") from field_groups f where f.edition_id = $1) as field_groups,
       (select ${named('d')} order by d.key collate "C") from divisions d where d.edition_id = $1) as divisions,
       (select ${named('p', 'p.number::text', 'title_zh', 'title_en')} order by p.number)
          from enterprise_problems p where p.edition_id = $1) as problems`,
    [editionId],
  );
  const tables = entryTables({
    ...{ countries, countryTable },
    tracks: row?.tracks ?? [],
    fieldGroups: row?.field_groups ?? [],
    divisions: row?.divisions ?? [],
    problems: row?.problems ?? [],
  });
  return { editionId, catalogue, tables, forms: await formsOfTracks(manager, catalogue, forms) };
}

async function formsOfTracks(
  manager: EntityManager,
  { tracks }: EditionCatalogue,
  forms: FormService,
): Promise<ReadonlyMap<string, FormVersion>> {
  const found = new Map<string, FormVersion>();
  for (const [key, { id, isLeaf }] of tracks) {
    const version = isLeaf ? await forms.inForce(manager, id) : null;
    if (version !== null) found.set(key, version);
  }
  return found;
}
