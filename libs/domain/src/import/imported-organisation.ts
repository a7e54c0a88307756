import {
  organisationKey,
  type OrganisationLanguage,
  type OrganisationNameKind,
} from '../organisation/organisation-name.js';
import { cleanLine } from '../text/clean-text.js';
import type { ImportTarget } from './import-target.js';
import { readLines, writeLines } from './lines-cell.js';
import { findName, type NamedKey, nameTable } from './name-table.js';
import type { BothCells } from './row-cells.js';

/** A further name of an organisation. */
export interface ImportedAlias {
  readonly kind: Exclude<OrganisationNameKind, 'canonical'>;
  readonly language: OrganisationLanguage;
  readonly text: string;
}

/** An organisation of the register as a row leaves it, or as it stands. */
export interface ImportedOrganisation {
  readonly externalKey: string | null;
  readonly nameZh: string | null;
  readonly nameEn: string | null;
  /** 统一社会信用代码. */
  readonly code: string | null;
  readonly country: NamedKey | null;
  /** What it is a branch of, as a cell names it. */
  readonly parent: string | null;
  readonly aliases: readonly ImportedAlias[];
}

const both = (zh: string, en: string) => ({ zh, en });

export const organisationTargets: readonly ImportTarget[] = [
  {
    ...{ key: 'external-key', label: both('外部编号', 'External key'), identifies: true },
    names: ['编号', '单位编号', '序号', 'ID', 'Key', 'Reference', 'No.'],
  },
  {
    ...{ key: 'name-zh', label: both('中文名称', 'Name in Chinese'), identifies: true },
    names: ['单位名称', '名称', '单位', '机构名称', 'Chinese name', 'Name', 'Organisation', 'Organization'],
  },
  {
    ...{ key: 'name-en', label: both('英文名称', 'Name in English'), identifies: true },
    names: ['单位英文名称', '英文名', 'English name'],
  },
  {
    ...{ key: 'code', label: both('统一社会信用代码', 'Unified social credit code'), identifies: true },
    names: ['信用代码', '社会信用代码', '机构代码', 'USCC', 'Credit code', 'Code'],
  },
  {
    ...{ key: 'country', label: both('国家（地区）', 'Country or region') },
    names: ['国家', '国别', '国家/地区', '国家或地区', 'Country', 'Country/region'],
  },
  {
    ...{ key: 'parent', label: both('上级单位', 'Branch of') },
    names: ['上级', '所属单位', '主管单位', '母公司', 'Parent', 'Part of'],
    help: both(
      '上级单位的名称、代码或外部编号，名录或本文件中的均可。',
      'Its name, code or external key, of the register or of this file.',
    ),
  },
  {
    ...{ key: 'aliases', label: both('其他名称', 'Other names') },
    names: ['别名', '简称', '曾用名', 'Aliases', 'Also known as'],
    help: both(
      '每行一个：名称 | 简称、误写或曾用名。只添加，不删除已有的名称。',
      'One a line: name | abbreviation, misspelling or former name. Names are added, none is removed.',
    ),
  },
  {
    ...{ key: 'is-shared', label: both('可同名', 'May share a name') },
    names: ['允许同名', '同名', 'Shared name'],
    help: both(
      '填“是”：另一个单位也可以用此名称，平台不再凭此名称识别。',
      'With "yes" another organisation may have the name too, and neither is recognised by it.',
    ),
  },
];

const aliasKinds: readonly NamedKey[] = [
  { key: 'name', name: both('名称', 'Name') },
  { key: 'abbreviation', name: both('简称', 'Abbreviation') },
  { key: 'misspelling', name: both('误写', 'Misspelling') },
  { key: 'former-name', name: both('曾用名', 'Former name') },
];
const aliasKindTable = nameTable(aliasKinds);

/** What a name is likely written in. */
export function likelyOrganisationLanguage(text: string): OrganisationLanguage {
  if (/\p{Script=Han}/u.test(text)) return 'zh';
  return /\p{Script=Latin}/u.test(text) ? 'en' : 'other';
}

/** The further names that a cell adds to those that stand; what stands in it already is left alone. */
export function readAliases(
  cell: string,
  known: ReadonlySet<string>,
): { readonly added: readonly ImportedAlias[]; readonly wrong: readonly string[] } {
  const added = new Map<string, ImportedAlias>();
  const wrong: string[] = [];
  for (const [written = '', kindName = ''] of readLines(cell)) {
    const text = cleanLine(written);
    const key = organisationKey(text);
    const kind = kindName === '' ? 'name' : findName(aliasKindTable, kindName);
    if (key === '' || kind === null || [...text].length > 200) wrong.push(kind === null ? kindName : written);
    else if (!known.has(key) && !added.has(key)) {
      added.set(key, { kind: kind as ImportedAlias['kind'], language: likelyOrganisationLanguage(text), text });
    }
  }
  return { added: [...added.values()], wrong };
}

export function organisationCells(organisation: ImportedOrganisation): BothCells {
  const kindName = (kind: string, locale: 'zh' | 'en') => {
    const found = kind === 'name' ? undefined : aliasKinds.find(({ key }) => key === kind);
    return found?.name[locale] ?? '';
  };
  const cells = (locale: 'zh' | 'en') =>
    new Map([
      ['external-key', organisation.externalKey ?? ''],
      ['name-zh', organisation.nameZh ?? ''],
      ['name-en', organisation.nameEn ?? ''],
      ['code', organisation.code ?? ''],
      ['country', organisation.country?.name[locale] ?? ''],
      ['parent', organisation.parent ?? ''],
      ['aliases', writeLines(organisation.aliases.map(({ text, kind }) => [text, kindName(kind, locale)]))],
    ]);
  return { zh: cells('zh'), en: cells('en') };
}
