import { describe, expect, it } from '@jest/globals';
import { checkSheet, likelySheet, recognised, titleOf, withRole } from './check-sheet.js';
import { fileLimits } from './spreadsheet.js';

const list = [
  ['决赛评分汇总表', '', ''],
  ['项目', '评委1', '得分'],
  ['甲', '9', '9'],
];

describe('a sheet of a workbook', () => {
  it('is the first that can be read, whatever stands before it', () => {
    const notes = { name: '说明', grid: [['见下一张']] };
    const faulty = { name: '初稿', grid: [...list, ['乙', '八', '8']] };
    expect(likelySheet([notes, faulty, { name: '决赛', grid: list }])).toBe(2);
    expect(likelySheet([notes, faulty])).toBe(1);
    expect(likelySheet([notes])).toBe(0);
  });

  it('has the title that stands alone above its header', () => {
    expect(titleOf(list, 2)).toBe('决赛评分汇总表');
    expect(titleOf(list.slice(1), 1)).toBeNull();
  });

  it('is refused when it has too many rows', () => {
    const grid = Array.from({ length: fileLimits.rows + 1 }, () => ['甲']);
    expect(checkSheet(grid, recognised).problems).toEqual([
      { code: 'too-many-rows', row: null, column: null, text: '20000' },
    ]);
  });
});

describe('a role given by hand', () => {
  it('leaves the column that had it, where only one may have it', () => {
    const first = withRole(recognised, 1, 'entry', true);
    expect([...withRole(first, 2, 'entry', true).roles]).toEqual([[2, 'entry']]);
  });

  it('is shared where several columns may have it', () => {
    const first = withRole(recognised, 2, 'judge', false);
    expect([...withRole(first, 3, 'judge', false).roles]).toEqual([
      [2, 'judge'],
      [3, 'judge'],
    ]);
  });
});
