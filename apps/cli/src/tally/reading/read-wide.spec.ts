import { describe, expect, it } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { type TallyCall, tallyOf } from '../../../../../test/builders/tally-command.js';
import { workbook, type WorkbookCell } from '../../../../../test/builders/workbook.js';

const wide = ['--layout', 'wide', '--format', 'csv'];
const linesOf = ({ out }: TallyCall) => out.trimEnd().split('\n').slice(1);
const csv = (rows: readonly (readonly (string | number)[])[]) => rows.map((row) => row.join(',')).join('\r\n');

const office: readonly (readonly (string | number)[])[] = [
  ['第九届机器人大赛评分表'],
  [],
  ['序号', '项目名称', '评委1', '评委2', '评委3', '得分', '名次'],
  [1, '火星车', 85.6, '90', 88, 87.87, 1],
  [2, '水下臂', 70.25, '缺席', 71, 70.63, 2],
  ['评委签名：'],
];

const archive = (parts: Readonly<Record<string, string>>) =>
  Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)]))));

/** A packed workbook whose directory says of its last part, the sheet, that it unpacks to so many bytes. */
function swollen(bytes: number): Buffer {
  const bomb = archive(
    Object.fromEntries(
      Object.entries(unzipSync(workbook({ s: office }))).map(([path, data]) => [path, strFromU8(data)]),
    ),
  );
  bomb.writeUInt32LE(bytes, bomb.lastIndexOf('PK\u0001\u0002', undefined, 'latin1') + 24);
  return bomb;
}

describe("leitai tally of an office's own sheet", () => {
  it.each([
    ['CSV', `\ufeff${csv(office)}`],
    ['XLSX', workbook({ 评分表: office })],
  ])('reads entries in rows and judges in columns, %s', async (_kind, content) => {
    const call = await tallyOf(content, ...wide);
    expect(call).toMatchObject({ err: '', code: 0 });
    expect(linesOf(call)).toEqual(['1,火星车,3,87.866666666666666667,1.271918935', '2,水下臂,2,70.625,0.375']);
  });

  it('takes the sheet that is named, and says which there are', async () => {
    const content = workbook({ 说明: [['见第二页']], 决赛: office });
    expect(linesOf(await tallyOf(content, ...wide, '--sheet', '决赛'))).toHaveLength(2);
    const call = await tallyOf(content, ...wide, '--sheet', '初赛');
    expect(call).toMatchObject({ out: '', code: 2 });
    expect(call.err).toBe('error: --sheet: FILE has no sheet "初赛"; it has "说明", "决赛"\n');
  });

  it('takes the columns that are named, whatever stands above them', async () => {
    const content = csv([
      ['Start', 'Crew', 'Anna', 'Bob', 'Sum'],
      ['1', 'A', '7', '8', '15'],
      ['2', 'B', '9', '9', '18'],
    ]);
    const call = await tallyOf(content, ...wide, '--entry-column', 'Crew', '--judge-column', 'Anna, Bob');
    expect(linesOf(call)).toEqual(['1,B,2,9,0', '2,A,2,7.5,0.5']);
    const only = await tallyOf(content, ...wide, '--entry-column', 'Crew', '--judge-column', 'Bob');
    expect(linesOf(only)).toEqual(['1,B,1,9,', '2,A,1,8,']);
    const none = await tallyOf(content, ...wide, '--judge-column', 'Carol');
    expect(none).toMatchObject({
      out: '',
      code: 2,
      err: 'error: --judge-column: no row of FILE has the header "Carol"\n',
    });
  });

  it('shows an entry that nobody scored without a score', async () => {
    const content = csv([
      ['entry', 'judge 1', 'rank'],
      ['A', 7, 1],
      ['B', '缺席', 2],
    ]);
    expect(linesOf(await tallyOf(content, ...wide))).toEqual(['1,A,1,7,', ',B,0,,']);
  });

  it('reads a workbook of one score a row', async () => {
    const content = workbook({
      scores: [
        [],
        ['entry', 'judge', 'criterion', 'score', null],
        [1, 'j1', 'x', 85.6, null],
        [],
        [2, 'j1', 'x', '85.60', 'note'],
      ],
    });
    expect(linesOf(await tallyOf(content, '--format', 'csv'))).toEqual(['1,1,1,85.6,,85.6', '1,2,1,85.6,,85.6']);
  });

  const replaced = <T extends WorkbookCell>(row: number, column: number, cell: T) =>
    office.map((cells, at) =>
      at === row - 1 ? cells.map((old, index): T | string | number => (index === column - 1 ? cell : old)) : cells,
    );

  it.each<[string, string | Buffer, RegExp]>([
    [
      'a score that is no number',
      csv(replaced(4, 4, '九十')),
      /^error: FILE:4:4: “九十” is not a score: write a number/,
    ],
    [
      'a score of too many digits',
      csv(replaced(5, 3, '7.1234567890123')),
      /^error: FILE:5:3: score .* more than 12 digits/,
    ],
    [
      'a date that was a score',
      workbook({ s: replaced(4, 4, { days: 45000 }) }),
      /^error: FILE:4:4: “2023-03-15” is not a score/,
    ],
    [
      'a date that was an entry',
      workbook({ s: replaced(4, 2, { days: 45000 }) }),
      /^error: FILE:4:2: the cell is a date; write it as text/,
    ],
    ['a truth value', workbook({ s: replaced(4, 5, true) }), /^error: FILE:4:5: “true” is not a score/],
    ['an entry twice', csv(replaced(5, 2, '火星车')), /^error: FILE:5:2: the entry “火星车” has two rows/],
    [
      'entries that look alike',
      csv(replaced(5, 2, '火星\u200b车')),
      /^error: FILE:5:2: entry .* looks like the one of line 4/,
    ],
    [
      'judges that look alike',
      csv(replaced(3, 4, '评委\u200b1')),
      /^error: FILE:3:4: judge .* looks like the one of line 3/,
    ],
    ['a judge twice', csv(replaced(3, 4, '评委1')), /^error: FILE:3:4: the judge “评委1” has two columns/],
    [
      'no header',
      csv([
        ['a', 'b'],
        ['c', '7'],
      ]),
      /^error: FILE: no header was found/,
    ],
    ['no workbook', Buffer.from('PK no workbook'), /^error: FILE: \S/],
    ['an archive that is no workbook', archive({ 'notes.xml': '<notes/>' }), /^error: FILE: \S/],
    [
      'a workbook that would fill the memory',
      swollen(101_000_000),
      /^error: FILE: the workbook unpacks to 101\d{6} bytes, more than 100000000; save it as CSV\n$/,
    ],
    ['a workbook that says it is smaller than it is', swollen(10), /^error: FILE: \S/],
  ])('refuses %s', async (_what, content, said) => {
    const { out, err, code } = await tallyOf(content, ...wide);
    expect({ out, code }).toEqual({ out: '', code: 1 });
    expect(err).toMatch(said);
  });

  it('leaves published figures alone, also those that are none', async () => {
    expect(linesOf(await tallyOf(csv(replaced(5, 6, '复核中')), ...wide))).toHaveLength(2);
  });

  it.each([
    [['--weights', 'x=1'], /--weights has no meaning for --layout wide/],
    [['--score-column', 'x'], /--score-column has no meaning for --layout wide/],
    [['--sheet', 'x'], /--sheet: FILE is no workbook \(\.xlsx\)/],
    [['--layout', 'tall'], /--layout: "tall" is not one of long, wide/],
  ])('refuses %j', async (words, said) => {
    const { out, err, code } = await tallyOf(csv(office), ...wide, ...words);
    expect({ out, code }).toEqual({ out: '', code: 2 });
    expect(err).toMatch(said);
  });
});
