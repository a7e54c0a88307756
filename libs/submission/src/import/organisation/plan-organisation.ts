import { v4 as uuidv4 } from 'uuid';
import {
  choicesText,
  findName,
  type ImportedOrganisation,
  importLine,
  type ImportLine,
  type ImportRow,
  isUnifiedSocialCreditCode,
  type NamedKey,
  type NameTable,
  organisationCells,
  organisationKey,
  readAliases,
  readBoolean,
  RowCells,
} from '#domain';
import { type KnownOrganisation, type OrganisationIndex } from './organisation-index.js';
import { importedOrganisation, labelOf, type StandingOrganisation } from './standing-organisations.js';

/** What one row of organisations says; its parent is looked up when every row has been read. */
export interface ReadOrganisation {
  readonly row: ImportRow;
  readonly reader: RowCells;
  readonly id: string;
  readonly standing: StandingOrganisation | null;
  readonly before: ImportedOrganisation | null;
  readonly after: ImportedOrganisation;
}

/** What the row would do. */
export interface PlannedOrganisation extends ReadOrganisation {
  readonly parentId: string | null;
  readonly line: ImportLine;
}

export interface OrganisationContext {
  readonly index: OrganisationIndex;
  readonly standing: ReadonlyMap<string, StandingOrganisation>;
  /** By id: how a cell names what it is a branch of. */
  readonly parents: ReadonlyMap<string, string>;
  readonly countries: readonly NamedKey[];
  readonly countryTable: NameTable;
}

const blank: ImportedOrganisation = {
  ...{ externalKey: null, nameZh: null, nameEn: null, code: null, country: null, parent: null, aliases: [] },
};

export function readOrganisation(row: ImportRow, context: OrganisationContext): ReadOrganisation {
  const reader = new RowCells(row.cells);
  const given = {
    externalKey: reader.line('external-key', 'externalKey', null, 120),
    code: reader.line('code', 'code', null, 18)?.toUpperCase() ?? null,
    nameZh: reader.line('name-zh', 'nameZh', null, 200),
    nameEn: reader.line('name-en', 'nameEn', null, 200),
  };
  if (given.code !== null && !isUnifiedSocialCreditCode(given.code)) {
    reader.refuse('code', 'code', 'credit-code-invalid');
  }
  const found = find(reader, given, context.index);
  const standing = (found && context.standing.get(found.id)) ?? null;
  const before = standing && importedOrganisation(standing, context.parents.get(standing.id) ?? null);
  const after = read(reader, { given, found, before }, context);
  const id = found?.id ?? uuidv4();
  assertFree(reader, { id, before, after }, context.index);
  if (found?.row !== undefined && found.row !== null) {
    reader.refuse('name-zh', 'nameZh', 'row-duplicated', { row: found.row });
  } else {
    context.index.add(knownAs(row.row, id, after, standing));
  }
  return { row, reader, id, standing, before, after };
}

/** With what it is a branch of, of the register or of any row of the file. */
export function planOrganisation(read: ReadOrganisation, index: OrganisationIndex): PlannedOrganisation {
  const { row, reader, id, standing, before } = read;
  const parentId = parentOf(read, index);
  // However a cell names what it is a branch of already, nothing changes.
  const isSame = standing !== null && parentId === standing.parentId;
  const after = isSame ? { ...read.after, parent: before?.parent ?? null } : read.after;
  const title = after.nameZh ?? after.nameEn ?? '';
  const key = after.externalKey ?? after.code ?? '';
  const line = importLine(row, { key, title }, before && organisationCells(before), organisationCells(after));
  if (standing !== null && standing.id !== standing.survivorId && line.outcome === 'changed') {
    const holder = index.one(standing.survivorId);
    const target = line.changes[0]?.target ?? 'name-zh';
    reader.refuse(target, 'mergedInto', 'organisation-merged', { holder: holder ? labelOf(holder) : '' });
  }
  return { ...read, id, after, parentId, line };
}

function parentOf({ after, before, standing, reader, id }: ReadOrganisation, index: OrganisationIndex): string | null {
  if (after.parent === null) return null;
  if (after.parent === before?.parent) return standing?.parentId ?? null;
  const parentId = index.named(after.parent);
  if (parentId === null) reader.refuse('parent', 'parentId', 'organisation-unknown', { value: after.parent });
  else if (parentId === id) reader.refuse('parent', 'parentId', 'organisation-cycle');
  return parentId;
}

interface GivenIdentity {
  readonly externalKey: string | null;
  readonly code: string | null;
  readonly nameZh: string | null;
  readonly nameEn: string | null;
}

function find(reader: RowCells, given: GivenIdentity, index: OrganisationIndex): KnownOrganisation | null {
  const byKey = index.withKey(given.externalKey);
  const byCode = index.withCode(given.code);
  if (byKey && byCode && byKey.id !== byCode.id) {
    reader.refuse('code', 'code', 'organisation-code-held', { holder: labelOf(byCode) });
  }
  // Two offices may both number from 1: a number alone does not make one organisation of two.
  if (byKey && byKey.id !== byCode?.id && isAnother(byKey, given)) {
    reader.refuse('external-key', 'externalKey', 'key-taken', { holder: labelOf(byKey) });
  }
  const known = byKey ?? byCode;
  if (known !== undefined) return known;
  const candidates = index.withNames(keysOf(given), given);
  if (candidates.length > 1) reader.refuse('name-zh', 'nameZh', 'name-shared');
  return candidates.length === 1 ? (candidates[0] ?? null) : null;
}

const keysOf = ({ nameZh, nameEn }: GivenIdentity): string[] =>
  [nameZh, nameEn].flatMap((name) => (name === null ? [] : [organisationKey(name)]));

/** Whether a row that names an organisation of the register by its key names it otherwise in all the rest. */
function isAnother({ id, survivorId, row, code, names }: KnownOrganisation, given: GivenIdentity): boolean {
  if (row !== null || id !== survivorId || (code !== null && code === given.code)) return false;
  const keys = keysOf(given);
  return keys.length > 0 && !names.some(({ key }) => keys.includes(key));
}

function read(
  reader: RowCells,
  {
    given,
    found,
    before,
  }: { given: GivenIdentity; found: KnownOrganisation | null; before: ImportedOrganisation | null },
  { countries, countryTable }: OrganisationContext,
): ImportedOrganisation {
  const was = before ?? blank;
  const names = {
    nameZh: canonical(given.nameZh, was.nameZh, found),
    nameEn: canonical(given.nameEn, was.nameEn, found),
  };
  for (const [target, path] of [['name-zh', 'nameZh'] as const, ['name-en', 'nameEn'] as const]) {
    const name = names[path];
    if (name !== null && organisationKey(name) === '') reader.refuse(target, path, 'field-invalid');
  }
  if (names.nameZh === null && names.nameEn === null) reader.refuse('name-zh', 'nameZh', 'field-missing');
  const known = new Set([
    ...(found?.names.map(({ key }) => key) ?? []),
    ...Object.values(names).flatMap((name) => (name === null ? [] : [organisationKey(name)])),
  ]);
  const aliases = readAliases(reader.cell('aliases') ?? '', known);
  for (const value of aliases.wrong) reader.refuse('aliases', 'names', 'value-not-allowed', { value });
  // A canonical name that is replaced stays as a further one.
  const kept = [[was.nameZh, names.nameZh, 'zh'] as const, [was.nameEn, names.nameEn, 'en'] as const].flatMap(
    ([from, to, language]) =>
      from !== null && from !== to && organisationKey(from) !== organisationKey(to ?? '')
        ? [{ kind: 'name' as const, language, text: from }]
        : [],
  );
  return {
    externalKey: given.externalKey ?? was.externalKey,
    ...names,
    code: given.code ?? was.code,
    country: countryOf(reader, was.country, countries, countryTable),
    parent: reader.line('parent', 'parentId', null, 200) ?? was.parent,
    aliases: [...was.aliases, ...kept, ...aliases.added],
  };
}

/** An empty cell leaves the name as it was, and so does a further name by which it is known already. */
function canonical(given: string | null, was: string | null, found: KnownOrganisation | null): string | null {
  if (given === null || was === null) return given ?? was;
  const key = organisationKey(given);
  const isFurther = found?.names.some((name) => name.kind !== 'canonical' && name.key === key) ?? false;
  return isFurther && key !== organisationKey(was) ? was : given;
}

function countryOf(
  reader: RowCells,
  was: NamedKey | null,
  countries: readonly NamedKey[],
  table: NameTable,
): NamedKey | null {
  const cell = reader.cell('country');
  if (cell === undefined || cell === '') return was;
  const country = countries.find(({ key }) => key === findName(table, cell));
  if (country !== undefined) return country;
  const details = { value: cell.slice(0, 60), choicesZh: choicesText(countries, 'zh') };
  reader.refuse('country', 'countryCode', 'name-unknown', { ...details, choicesEn: choicesText(countries, 'en') });
  return was;
}

/** Names, code and key that another organisation has. */
function assertFree(
  reader: RowCells,
  { id, before, after }: { id: string; before: ImportedOrganisation | null; after: ImportedOrganisation },
  index: OrganisationIndex,
): void {
  const own = index.one(id)?.survivorId ?? id;
  const byKey = index.withKey(after.externalKey);
  if (byKey && byKey.id !== id) reader.refuse('external-key', 'externalKey', 'key-taken', { holder: labelOf(byKey) });
  const byCode = index.withCode(after.code);
  if (byCode && byCode.id !== id && reader.problems.every(({ target }) => target !== 'code')) {
    reader.refuse('code', 'code', 'organisation-code-held', { holder: labelOf(byCode) });
  }
  const shares = reader.cell('is-shared') ?? '';
  const mayShare = shares === '' ? false : readBoolean(shares);
  if (mayShare === null) reader.refuse('is-shared', 'isShared', 'value-not-allowed', { value: shares });
  if (mayShare === true) return;
  const had = new Set(before === null ? [] : namesOf(before));
  const held = (target: string, path: string, text: string) => {
    const holder = had.has(text) ? null : index.holderOf(organisationKey(text), own);
    if (holder !== null) reader.refuse(target, path, 'organisation-name-held', { holder });
  };
  if (after.nameZh !== null) held('name-zh', 'nameZh', after.nameZh);
  if (after.nameEn !== null) held('name-en', 'nameEn', after.nameEn);
  for (const { text } of after.aliases) held('aliases', 'names', text);
}

const namesOf = ({ nameZh, nameEn, aliases }: ImportedOrganisation): string[] => [
  ...[nameZh, nameEn].flatMap((name) => (name === null ? [] : [name])),
  ...aliases.map(({ text }) => text),
];

function knownAs(
  row: number,
  id: string,
  after: ImportedOrganisation,
  standing: StandingOrganisation | null,
): KnownOrganisation {
  const canonicals = [['zh', after.nameZh] as const, ['en', after.nameEn] as const].flatMap(([language, text]) =>
    text === null ? [] : [{ kind: 'canonical' as const, language, text, key: organisationKey(text) }],
  );
  const aliases = after.aliases.map((alias) => ({ ...alias, key: organisationKey(alias.text) }));
  return {
    ...{ id, row, externalKey: after.externalKey, code: after.code, survivorId: standing?.survivorId ?? id },
    names: [...canonicals, ...aliases],
  };
}
