import type { ImportTarget } from './import-target.js';
import { type NamedKey, nameTable } from './name-table.js';
import type { BothCells } from './row-cells.js';

export const judgeKinds = ['technology', 'management', 'venture-capital'] as const;
export type JudgeKind = (typeof judgeKinds)[number];

/** A judge of an edition as a row has it, or as it stands. */
export interface ImportedJudge {
  readonly externalKey: string | null;
  readonly email: string;
  /** Of the account: a row names only one that it makes. */
  readonly name: string;
  /** As typed. */
  readonly employer: string | null;
  readonly kind: JudgeKind | null;
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
];

export const judgeKindNames: readonly NamedKey[] = [
  { key: 'technology', name: both('技术', 'Technology') },
  { key: 'management', name: both('管理', 'Management') },
  { key: 'venture-capital', name: both('创投', 'Venture capital') },
];

export const judgeKindTable = nameTable(judgeKindNames);

export function judgeCells(judge: ImportedJudge): BothCells {
  const cells = (locale: 'zh' | 'en') =>
    new Map([
      ['external-key', judge.externalKey ?? ''],
      ['email', judge.email],
      ['name', judge.name],
      ['employer', judge.employer ?? ''],
      ['kind', judgeKindNames.find(({ key }) => key === judge.kind)?.name[locale] ?? ''],
    ]);
  return { zh: cells('zh'), en: cells('en') };
}
