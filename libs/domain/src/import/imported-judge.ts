import { type JudgeFacts, judgeKinds, type JudgeKind } from '../roster/judge-facts.js';
import { employersCell, listCell } from '../roster/judge-lists.js';
import type { ImportTarget } from './import-target.js';
import { type NamedKey, nameTable, writtenName } from './name-table.js';
import type { BothCells } from './row-cells.js';

export { type JudgeKind, judgeKinds };

/** A judge of an edition as a row has it, or as it stands. */
export interface ImportedJudge extends JudgeFacts {
  readonly email: string;
  /** Of the account: a row names only one that it makes. */
  readonly name: string;
}

const both = (zh: string, en: string) => ({ zh, en });

export const judgeTargets: readonly ImportTarget[] = [
  {
    ...{ key: 'email', label: both('邮箱', 'E-mail'), identifies: true },
    names: ['电子邮箱', '电子邮件', '邮件', 'Email', 'E-mail address', 'Mail'],
    help: both('此人登录所用的邮箱。', 'The address with which this person signs in.'),
  },
  {
    ...{ key: 'external-key', label: both('外部编号', 'External key'), identifies: true },
    names: ['编号', '评委编号', '专家编号', '序号', 'ID', 'Key', 'Reference', 'No.'],
  },
  {
    ...{ key: 'name', label: both('姓名', 'Name') },
    names: ['评委', '评委姓名', '专家', '专家姓名', 'Judge', 'Full name'],
    help: both('只用于新账号：已有账号的姓名由本人填写。', 'Of a new account alone: others have named themselves.'),
  },
  {
    ...{ key: 'employer', label: both('单位', 'Employer') },
    names: ['工作单位', '所在单位', '任职单位', 'Organisation', 'Organization', 'Affiliation', 'Institution'],
  },
  {
    ...{ key: 'kind', label: both('评委类别', 'Kind of judge') },
    names: ['类别', '类型', '专家类别', 'Kind', 'Type'],
    help: both('技术、管理、创投；可不填。', 'Technology, management, venture capital; may be left empty.'),
  },
  {
    ...{ key: 'field-groups', label: both('专业组', 'Field groups') },
    names: ['领域', '专业领域', '评审领域', '技术领域', 'Field group', 'Fields', 'Field', 'Expertise'],
    help: both('本届专业组的名称，以；隔开。', 'Names of field groups of this edition, apart by ;'),
  },
  {
    ...{ key: 'keywords', label: both('关键词', 'Keywords') },
    names: ['研究方向', '专业方向', '专长', 'Key words', 'Specialities', 'Specialties'],
    help: both('以；隔开，最多 20 个。', 'Apart by ; and 20 at the most.'),
  },
  {
    ...{ key: 'languages', label: both('评审语言', 'Languages read') },
    names: ['语言', '语种', '可评语言', 'Languages', 'Language'],
    help: both('能评阅的项目语言：中文；英文。', 'Of the entries that this judge reads: Chinese; English.'),
  },
  {
    ...{ key: 'least-entries', label: both('最少项数', 'Fewest entries') },
    names: ['最少评审数', '至少评审项数', 'Least entries', 'Minimum entries', 'Minimum load'],
  },
  {
    ...{ key: 'most-entries', label: both('最多项数', 'Most entries') },
    names: ['最多评审数', '至多评审项数', 'Maximum entries', 'Maximum load'],
  },
  {
    ...{ key: 'substitute', label: both('备选评委', 'Substitute') },
    names: ['候补', '候补评委', '替补', '备选', 'Is substitute', 'Reserve'],
    help: both('填“是”：只在其他评委缺席时评审。', 'With "yes" this judge reads only where another falls out.'),
  },
  {
    ...{ key: 'available-from', label: both('可评起日', 'Available from') },
    names: ['可评开始日期', '开始日期', 'From'],
  },
  {
    ...{ key: 'available-until', label: both('可评止日', 'Available until') },
    names: ['可评结束日期', '结束日期', 'Until'],
  },
  {
    ...{ key: 'earlier-employers', label: both('曾任职单位', 'Earlier employers') },
    names: ['曾工作单位', '曾任职', '原单位', 'Former employers', 'Previous employers'],
    help: both(
      '以；隔开，年份写在单位后面：清华大学 2019-2023；某公司。',
      'Apart by ; with their years behind them: Tsinghua University 2019-2023; Some Ltd',
    ),
  },
];

export const judgeKindNames: readonly NamedKey[] = [
  { key: 'technology', name: both('技术', 'Technology') },
  { key: 'management', name: both('管理', 'Management') },
  { key: 'venture-capital', name: both('创投', 'Venture capital') },
];

export const judgeKindTable = nameTable(judgeKindNames);

export const judgeLanguageNames: readonly NamedKey[] = [
  { key: 'zh', name: both('中文', 'Chinese') },
  { key: 'en', name: both('英文', 'English') },
];

/** @param groups the edition's field groups, by their keys */
export function judgeCells(judge: ImportedJudge, groups: readonly NamedKey[]): BothCells {
  const table = nameTable(groups);
  const count = (number: number | null) => (number === null || number === 0 ? '' : String(number));
  const cells = (locale: 'zh' | 'en') => {
    const named = (items: readonly NamedKey[], keys: readonly string[]) =>
      items.filter(({ key }) => keys.includes(key)).map(({ name }) => name[locale]);
    const ofGroups = groups.filter(({ key }) => judge.fieldGroups.includes(key));
    return new Map([
      ['external-key', judge.externalKey ?? ''],
      ['email', judge.email],
      ['name', judge.name],
      ['employer', judge.employer ?? ''],
      ['kind', named(judgeKindNames, [judge.kind ?? '']).join('')],
      [
        'field-groups',
        listCell(
          ofGroups.map((group) => writtenName(table, group, locale)),
          locale,
        ),
      ],
      ['keywords', listCell(judge.keywords, locale)],
      ['languages', listCell(named(judgeLanguageNames, judge.languages), locale)],
      ['least-entries', count(judge.leastEntries)],
      ['most-entries', count(judge.mostEntries)],
      ['substitute', judge.isSubstitute ? (locale === 'zh' ? '是' : 'Yes') : ''],
      ['available-from', judge.availableFrom ?? ''],
      ['available-until', judge.availableUntil ?? ''],
      ['earlier-employers', employersCell(judge.earlierEmployers, locale)],
    ]);
  };
  return { zh: cells('zh'), en: cells('en') };
}
