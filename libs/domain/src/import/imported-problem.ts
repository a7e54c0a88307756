import type { ImportTarget } from './import-target.js';
import { type BothCells, sameCells } from './row-cells.js';

/** An enterprise problem as a row has it, or as it stands. */
export interface ImportedProblem {
  /** Within the edition, from 1. */
  readonly number: number;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly ownerZh: string;
  readonly ownerEn: string;
}

const both = (zh: string, en: string) => ({ zh, en });

export const problemTargets: readonly ImportTarget[] = [
  {
    ...{ key: 'number', label: both('难题编号', 'Number'), identifies: true },
    names: ['编号', '序号', '榜题编号', 'No.', 'Problem number', 'Problem'],
  },
  {
    ...{ key: 'title-zh', label: both('中文名称', 'Title in Chinese') },
    names: ['难题名称', '名称', '题目', '榜题', '榜题名称', 'Chinese title', 'Title'],
  },
  {
    ...{ key: 'title-en', label: both('英文名称', 'Title in English') },
    names: ['难题英文名称', '英文题目', 'English title'],
  },
  {
    ...{ key: 'owner-zh', label: both('发榜单位中文名', 'Owner in Chinese') },
    names: ['发榜单位中文', '发榜单位', '发榜企业', '企业', '单位', 'Owner'],
    help: both('对外公布的写法，可不写出名称。', 'As the public reads it, which need not be a name.'),
  },
  {
    ...{ key: 'owner-en', label: both('发榜单位英文名', 'Owner in English') },
    names: ['发榜单位英文', '发榜企业英文', 'English owner'],
  },
];

export function problemCells({ number, titleZh, titleEn, ownerZh, ownerEn }: ImportedProblem): BothCells {
  return sameCells([
    ['number', String(number)],
    ...([
      ['title-zh', titleZh],
      ['title-en', titleEn],
      ['owner-zh', ownerZh],
      ['owner-en', ownerEn],
    ] as const),
  ]);
}
