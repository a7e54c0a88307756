import { describe, expect, it } from '@jest/globals';
import { readScoreFile } from './read-score-file.js';
import type { ScoreFile, ScoreFileReading } from './score-file.js';

const office = [
  ['2024年决赛评分汇总表'],
  ['评审组：第一组', '', '', '', '', '日期：11月22日'],
  ['序号', '项目名称', '评委1', '评委2', '评委 3', '最高分', '最低分', '最终得分', '名次'],
  ['1', '甲', '90', '88.5', '91', '91', '88.5', '89.83', '1'],
  ['2', '乙', '85', '回避', '086.0分', '86', '85', '85.50', '第2名'],
  ['', '', '', '', '', '', '', '', ''],
  ['', '平均', '87.5', '88.5', '88.5'],
  ['统分人：', '', '', '核分人：'],
];

function fileOf(reading: ScoreFileReading): ScoreFile {
  if (reading.file === null) throw new Error(JSON.stringify(reading.problems));
  return reading.file;
}

describe('an office’s wide sheet', () => {
  it('is read below its titles, with its published figures and without its signatures', () => {
    const file = fileOf(readScoreFile(office));
    expect(file).toMatchObject({
      layout: 'wide',
      headerRow: 3,
      judges: ['评委1', '评委2', '评委3'],
      ignoredRows: [7, 8],
    });
    expect(file.columns.map(({ role }) => role)).toEqual([
      'other',
      'entry',
      'judge',
      'judge',
      'judge',
      'other',
      'other',
      'published-score',
      'published-rank',
    ]);
    expect(file.entries).toEqual([
      { entry: '甲', row: 4, scores: ['90', '88.5', '91'], publishedScore: '89.83', publishedRank: '1' },
      { entry: '乙', row: 5, scores: ['85', null, '86.0'], publishedScore: '85.50', publishedRank: '2' },
    ]);
    expect(file.sheets).toHaveLength(5);
  });

  it('is read in English', () => {
    const file = fileOf(
      readScoreFile([
        ['Entry', 'Judge A', 'Judge B', 'Judge count', 'Score', 'Rank'],
        ['Alpha', '9', '8', '2', '8.5', '1'],
      ]),
    );
    expect(file.judges).toEqual(['Judge A', 'Judge B']);
    expect(file.entries[0]).toMatchObject({ publishedScore: '8.5', publishedRank: '1' });
  });

  it('knows judges by name where every cell of their column is a number', () => {
    const file = fileOf(
      readScoreFile([
        ['编号', '王某', '李某', '备注', '平均分'],
        ['A1', '90', '80', '', '85'],
        ['A2', '70', '', '迟到', '70'],
      ]),
    );
    expect(file.judges).toEqual(['王某', '李某']);
    expect(file.columns.map(({ role }) => role)).toEqual(['entry', 'judge', 'judge', 'other', 'published-score']);
  });

  it('takes a person’s own choice of columns', () => {
    const grid = [
      ['项目名称', '评委1', '评委2', '最终得分', '平均分'],
      ['甲', '9', '8', '9', '8.5'],
    ];
    const file = fileOf(readScoreFile(grid, { roles: new Map([[5, 'published-score']]) }));
    expect(file.columns.map(({ role }) => role)).toEqual(['entry', 'judge', 'judge', 'other', 'published-score']);
    expect(file.entries[0]?.publishedScore).toBe('8.5');
  });

  it('is read below a header of two rows, whose cells are merged', () => {
    const file = fileOf(
      readScoreFile([
        ['决赛评分汇总表'],
        ['序号', '项目名称', '评委打分', '', '', '最后得分', '名次'],
        ['', '', '评委1', '评委2', '评委3', '', ''],
        ['1', '甲', '90', '', '92', '91', '1'],
        ['平均', '', '90', '', '92', '91'],
      ]),
    );
    expect(file).toMatchObject({ headerRow: 3, judges: ['评委1', '评委2', '评委3'], ignoredRows: [5] });
    expect(file.entries).toEqual([
      { entry: '甲', row: 4, scores: ['90', null, '92'], publishedScore: '91', publishedRank: '1' },
    ]);
  });

  it('keeps an entry without scores that the office ranked, to be shown as insufficient', () => {
    const grid = [
      ['项目', '评委1', '评委2', '名次'],
      ['甲', '9', '8', '1'],
      ['乙', '', '缺席', '2'],
    ];
    expect(fileOf(readScoreFile(grid)).entries.map(({ entry }) => entry)).toEqual(['甲', '乙']);
  });
});

describe('a sheet of one score a row', () => {
  it('is recognised by its judge and score columns', () => {
    const file = fileOf(
      readScoreFile([
        ['entry', 'judge', 'criterion', 'score'],
        ['A', 'j1', 'idea', '8'],
        ['A', 'j1', 'market', '7'],
        ['B', 'j1', 'idea', '6'],
      ]),
    );
    expect(file).toMatchObject({ layout: 'long', judges: ['j1'], criteria: ['idea', 'market'] });
    expect(file.sheets).toEqual([
      {
        entry: 'A',
        judge: 'j1',
        scores: [
          { criterion: 'idea', score: '8' },
          { criterion: 'market', score: '7' },
        ],
      },
      { entry: 'B', judge: 'j1', scores: [{ criterion: 'idea', score: '6' }] },
    ]);
    expect(file.entries.map(({ entry, scores }) => [entry, ...scores])).toEqual([
      ['A', '15'],
      ['B', null],
    ]);
  });

  it('names the row of a score that stands twice', () => {
    const { problems } = readScoreFile([
      ['项目', '评委', '分数'],
      ['甲', '张', '8'],
      ['甲', '张', '9'],
    ]);
    expect(problems).toEqual([{ code: 'score-duplicated', row: 3, column: 3, text: '2' }]);
  });
});

describe('a file that is refused', () => {
  const header = ['项目', '评委1', '评委2', '得分', '名次'];
  it.each<[string, string[][], object[]]>([
    ['with nothing in it', [['', '']], [{ code: 'file-empty' }]],
    [
      'without a header',
      [
        ['甲', '9', '8'],
        ['乙', '7', '6'],
      ],
      [{ code: 'header-not-found' }],
    ],
    ['with a header and no rows', [header], [{ code: 'file-empty' }]],
    [
      'without entries',
      [
        ['评委1', '评委2'],
        ['9', '8'],
      ],
      [{ code: 'entry-column-missing', row: 1 }],
    ],
    [
      'without judges',
      [
        ['项目', '得分'],
        ['甲', '8'],
      ],
      [{ code: 'judge-columns-missing', row: 1 }],
    ],
    [
      'with a judge twice',
      [
        ['项目', '评委1', '评委 1'],
        ['甲', '8', '9'],
      ],
      [{ code: 'judge-duplicated', row: 1, column: 3, text: '评委1' }],
    ],
    ['with an entry twice', [header, ['甲', '8'], ['甲', '9']], [{ code: 'entry-duplicated', row: 3, text: '甲' }]],
    ['with scores of nobody', [header, ['', '8', '9']], [{ code: 'entry-missing', row: 2, column: 1 }]],
    [
      'with cells that are no numbers',
      [header, ['甲', '９５', '1e2', '八', '一']],
      [
        { code: 'score-not-a-decimal', row: 2, column: 2, text: '９５' },
        { code: 'score-not-a-decimal', row: 2, column: 3, text: '1e2' },
        { code: 'published-score-not-a-decimal', row: 2, column: 4, text: '八' },
        { code: 'published-rank-not-a-decimal', row: 2, column: 5, text: '一' },
      ],
    ],
    ['with a negative zero', [header, ['甲', '-0', '8']], [{ code: 'score-not-a-decimal', row: 2, column: 2 }]],
  ])('%s', (_name, grid, expected) => {
    const { file, problems } = readScoreFile(grid);
    expect(file).toBeNull();
    expect(problems).toMatchObject(expected);
  });

  it('still shows its columns, so that a person can say which is which', () => {
    const reading = readScoreFile([
      ['代号', '评委1'],
      ['甲', '9'],
    ]);
    expect(reading.head).toEqual({
      layout: 'wide',
      headerRow: 1,
      columns: [
        { column: 1, header: '代号', role: 'other' },
        { column: 2, header: '评委1', role: 'judge' },
      ],
    });
    expect(readScoreFile([['甲'], ['乙']]).head).toBeNull();
  });
});
