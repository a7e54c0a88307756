import type { ImportTarget } from './import-target.js';
import { type NamedKey, nameTable } from './name-table.js';
import type { ImportedMember } from './people-cells.js';
import type { BothCells } from './row-cells.js';

const both = (zh: string, en: string) => ({ zh, en });

/** Columns of a list of people, each with the entry in whose team they are. */
export const personTargets: readonly ImportTarget[] = [
  {
    ...{ key: 'external-key', label: both('项目外部编号', 'Entry’s external key'), identifies: true },
    names: ['外部编号', '编号', '项目编号', '报名编号', '申报编号', 'External key', 'ID', 'Key', 'Reference'],
  },
  {
    ...{ key: 'number', label: both('参赛编号', 'Entry number'), identifies: true },
    names: ['Number', 'Entry No.'],
  },
  {
    ...{ key: 'role', label: both('角色', 'Role') },
    names: ['身份', '职务', '团队角色', 'Position'],
    help: both(
      '负责人、成员或指导老师；不填为成员。',
      'Team lead, member or adviser; a member where it is left empty.',
    ),
  },
  {
    ...{ key: 'name', label: both('姓名', 'Name') },
    names: ['成员', '人员', '成员姓名', 'Full name', 'Person', 'Member'],
    help: both('团队中的人以姓名识别。', 'By it a person is found in the team.'),
  },
  {
    ...{ key: 'organisation', label: both('单位', 'Organisation') },
    names: ['工作单位', '所在单位', '学校', 'Organization', 'Affiliation', 'Employer'],
  },
  {
    ...{ key: 'latin-name', label: both('拉丁字母姓名', 'Name in Latin letters') },
    names: ['英文姓名', '姓名拼音', '护照姓名', 'Latin name', 'Passport name'],
  },
  {
    ...{ key: 'phone', label: both('电话', 'Phone') },
    names: ['手机', '手机号', '手机号码', '联系电话', 'Mobile', 'Telephone'],
    help: both('境外号码请带国家（地区）代码。', 'With the country’s code, unless it is one of the entry’s country.'),
  },
  {
    ...{ key: 'email', label: both('邮箱', 'E-mail') },
    names: ['电子邮箱', '电子邮件', 'Email', 'E-mail address', 'Mail'],
  },
];

export const personRoles: readonly (NamedKey & { readonly key: ImportedMember['role'] })[] = [
  { key: 'lead', name: both('负责人', 'Team lead') },
  { key: 'member', name: both('成员', 'Member') },
  { key: 'adviser', name: both('指导老师', 'Adviser') },
];

/** By every way to write a role. */
export const personRoleTable = new Map([
  ...nameTable([
    { key: 'lead', name: both('项目负责人', 'Lead') },
    { key: 'lead', name: both('队长', 'Leader') },
    { key: 'member', name: both('团队成员', 'Team member') },
    { key: 'member', name: both('队员', 'Participant') },
    { key: 'adviser', name: both('指导教师', 'Advisor') },
    { key: 'adviser', name: both('导师', 'Mentor') },
  ]),
  ...nameTable(personRoles),
]);

export function personCells(person: ImportedMember): BothCells {
  const cells = (locale: 'zh' | 'en') =>
    new Map([
      ['role', personRoles.find(({ key }) => key === person.role)?.name[locale] ?? ''],
      ['name', person.name],
      ['organisation', person.organisation ?? ''],
      ['latin-name', person.latinName ?? ''],
      ['phone', person.phone ?? ''],
      ['email', person.email ?? ''],
    ]);
  return { zh: cells('zh'), en: cells('en') };
}
