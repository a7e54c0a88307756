import { readScoreFile } from '../../libs/domain/src/score-file/read-score-file.js';
import { recheck, type RecheckRule } from '../../libs/domain/src/score-file/recheck.js';
import type { XlsxCell } from './xlsx.js';

/** 去掉一个最高分和一个最低分, two decimals, 1224. */
export const officeRule: RecheckRule = {
  method: 'trimmed-mean',
  trim: 1,
  trimMinimum: 5,
  trimFallback: 'mean',
  places: 2,
  ties: 'competition',
};

export interface PublishedSheet {
  /** A title, a header and the entries, as an office saves them: numbers are numbers. */
  readonly rows: XlsxCell[][];
  /** Columns from 0. */
  readonly scoreColumn: number;
  readonly rankColumn: number;
}

/** An office's list computed by its rule without a fault, of half-point scores that are the same in every run. */
export function publishedSheet(entries: number, judges: number): PublishedSheet {
  const header = [
    '编号',
    '项目名称',
    ...Array.from({ length: judges }, (_, index) => `评委${index + 1}`),
    '最终得分',
    '名次',
  ];
  const panels = Array.from({ length: entries }, (_, entry) =>
    Array.from({ length: judges }, (_, judge) => 70 + ((entry * 7919 + judge * 104_729 + entry * judge * 31) % 59) / 2),
  );
  const names = panels.map((_, index) => [`P${String(index + 1).padStart(4, '0')}`, `虚构项目${index + 1}`]);
  const { file } = readScoreFile([
    header,
    ...panels.map((scores, index) => [...(names[index] ?? []), ...scores.map(String), '', '']),
  ]);
  if (file === null) throw new TypeError('the sheet was refused');
  const computed = recheck(file, officeRule).entries;
  return {
    rows: [
      [`虚构大赛决赛评分汇总表（${entries} 个项目）`],
      header,
      ...panels.map((scores, index) => [
        ...(names[index] ?? []),
        ...scores,
        Number(computed[index]?.computedScore),
        Number(computed[index]?.computedRank),
      ]),
    ],
    scoreColumn: judges + 2,
    rankColumn: judges + 3,
  };
}
