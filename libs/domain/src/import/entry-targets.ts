import type { FormDefinition } from '../form/form-definition.js';
import { ownFields } from '../form/form-definition.js';
import type { ImportTarget } from './import-target.js';
import type { CellField } from './form-cell.js';
import { landingTargets } from './landing-cells.js';

const both = (zh: string, en: string) => ({ zh, en });

const people = both(
  '每行一人：姓名 | 单位 | 拉丁字母姓名 | 电话 | 邮箱，后几项可不填；也可写“王明（清华大学）、李娜”。',
  'One person a line: name | organisation | name in Latin letters | phone | e-mail, of which the last ones are ' +
    'optional; or “Wang Ming (Tsinghua University), Li Na”.',
);

/** Columns of every edition's entries; those of its forms come behind them. */
export const coreEntryTargets: readonly ImportTarget[] = [
  {
    ...{ key: 'external-key', label: both('外部编号', 'External key'), identifies: true },
    names: ['编号', '项目编号', '报名编号', '申报编号', '报名号', 'ID', 'Key', 'Reference', 'Ref', 'No.'],
    help: both('贵方系统中的编号，同一届内不重复。', 'The number in your own system, unique in the edition.'),
  },
  {
    ...{ key: 'number', label: both('参赛编号', 'Entry number'), identifies: true },
    help: both(
      '本平台给出的编号，只用来找到已有项目。',
      'Given by this platform; it only finds an entry that is here.',
    ),
  },
  {
    key: 'title',
    label: both('项目名称', 'Title'),
    names: ['名称', '参赛项目', '项目', 'Project', 'Project name', 'Name'],
  },
  { key: 'track', label: both('赛道', 'Track'), names: ['参赛赛道', '所属赛道', '赛道名称', '类别', 'Category'] },
  { key: 'field-group', label: both('专业组', 'Field group'), names: ['领域', '技术领域', '行业', 'Field', 'Sector'] },
  { key: 'division', label: both('组别', 'Division'), names: ['参赛组别'] },
  {
    ...{ key: 'problem', label: both('企业难题', 'Enterprise problem') },
    names: ['难题编号', '难题', '榜题', 'Problem', 'Problem number'],
    help: both('难题的编号或名称。', 'The problem’s number or title.'),
  },
  {
    ...{ key: 'country', label: both('国家（地区）', 'Country or region') },
    names: ['国家', '国别', '国家/地区', '国家或地区', '国籍', '所在国家', 'Country', 'Country/region', 'Nation'],
  },
  { key: 'language', label: both('语言', 'Language'), names: ['项目语言', '语种'] },
  {
    key: 'summary',
    label: both('项目简介', 'Summary'),
    names: ['简介', '项目介绍', '摘要', 'Abstract', 'Description'],
  },
  {
    ...{ key: 'translated-title', label: both('项目名称译文', 'Translated title') },
    names: ['译文名称', '名称译文', 'Title in the other language'],
    help: both(
      '项目语言以外的那种语言：中文项目填英文。',
      'In the entry’s other language: English for a Chinese entry.',
    ),
  },
  {
    ...{ key: 'translated-summary', label: both('项目简介译文', 'Translated summary') },
    names: ['简介译文', '摘要译文', 'Summary in the other language'],
  },
  {
    ...{ key: 'translated-by', label: both('译文来源', 'Translated by') },
    names: ['译者', 'Translator'],
    help: both(
      '办公室或机器，不填为办公室；“团队”只用于团队自己填写、未作改动的译文。',
      'Office or machine, the office where it is empty; team only beside the team’s own unchanged wording.',
    ),
  },
  {
    ...{ key: 'nominating-body', label: both('推荐单位', 'Nominating body') },
    names: ['推荐机构', '推荐部门', 'Nominated by', 'Nominator'],
  },
  {
    ...{ key: 'lead', label: both('负责人', 'Team lead') },
    names: ['项目负责人', '团队负责人', '负责人姓名', '联系人', '队长', 'Lead', 'Leader', 'Contact'],
  },
  {
    ...{ key: 'lead-organisation', label: both('负责人单位', 'Team lead’s organisation') },
    names: [
      '单位',
      '参赛单位',
      '申报单位',
      '所在单位',
      '工作单位',
      '学校',
      'Organisation',
      'Organization',
      'Affiliation',
    ],
  },
  {
    ...{ key: 'lead-latin-name', label: both('负责人拉丁字母姓名', 'Team lead’s name in Latin letters') },
    names: ['负责人英文名', '负责人拼音', '英文姓名', '姓名拼音', 'Latin name', 'Passport name'],
  },
  {
    ...{ key: 'lead-phone', label: both('负责人电话', 'Team lead’s phone') },
    names: ['联系电话', '手机', '手机号', '手机号码', '电话', '负责人手机', 'Phone', 'Mobile', 'Telephone'],
    help: both('境外号码请带国家（地区）代码。', 'With the country’s code, unless it is one of the entry’s country.'),
  },
  {
    ...{ key: 'lead-email', label: both('负责人邮箱', 'Team lead’s e-mail') },
    names: ['电子邮箱', '邮箱', '联系邮箱', '负责人电子邮箱', 'E-mail', 'Email'],
  },
  {
    ...{ key: 'members', label: both('团队成员', 'Team members'), help: people },
    names: ['成员', '项目成员', '参赛成员', '其他成员', 'Members', 'Team'],
  },
  {
    ...{ key: 'advisers', label: both('指导老师', 'Advisers'), help: people },
    names: ['指导教师', '指导', '导师', '顾问', 'Adviser', 'Advisor', 'Advisors', 'Mentors'],
  },
  ...landingTargets,
];

export const formTargetPrefix = 'form.';

/** Fields of these forms that a cell can answer, each key once. */
export function cellFields(forms: readonly FormDefinition[]): CellField[] {
  const fields = new Map<string, CellField>();
  for (const field of forms.flatMap(ownFields)) {
    if (field.kind !== 'file' && !fields.has(field.key)) fields.set(field.key, field);
  }
  return [...fields.values()];
}

export function entryTargets(forms: readonly FormDefinition[]): ImportTarget[] {
  return [
    ...coreEntryTargets,
    ...cellFields(forms).map(({ key, label }) => ({ key: `${formTargetPrefix}${key}`, label })),
  ];
}
