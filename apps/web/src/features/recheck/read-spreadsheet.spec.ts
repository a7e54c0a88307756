import { describe, expect, it, jest } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { xlsx } from '../../../../../test/builders/xlsx.js';
import { readSpreadsheet } from './read-spreadsheet.js';
import type { Spreadsheet } from './spreadsheet.js';

async function spreadsheetOf(name: string, bytes: Uint8Array): Promise<Spreadsheet> {
  const reading = await readSpreadsheet(name, bytes);
  if ('fault' in reading) throw new Error(reading.fault);
  return reading.spreadsheet;
}

const csv = (text: string) => spreadsheetOf('list.csv', strToU8(text));
/** 项目,得分 / 甲,9 as an office in China saves it. */
const gbk = Uint8Array.of(0xcf, 0xee, 0xc4, 0xbf, 0x2c, 0xb5, 0xc3, 0xb7, 0xd6, 0x0a, 0xbc, 0xd7, 0x2c, 0x39, 0x0a);

describe('a workbook', () => {
  it('is read sheet by sheet, empty rows and cells in their places', async () => {
    const { encoding, sheets } = await spreadsheetOf(
      'list.xlsx',
      xlsx(
        { name: '说明', rows: [['无']] },
        { name: '决赛', rows: [['项目', null, '评委1'], [], ['甲 & <乙>', null, 87.5]] },
      ),
    );
    expect(encoding).toBeNull();
    expect(sheets).toEqual([
      { name: '说明', grid: [['无']] },
      {
        name: '决赛',
        grid: [
          ['项目', '', '评委1'],
          ['', '', ''],
          ['甲 & <乙>', '', '87.5'],
        ],
      },
    ]);
  });

  it('gives numbers as their cells show them, and nothing else as a number', async () => {
    const rows = [[88.30000000000001, 269 / 3, 100, 1e21, true, '９５']];
    const { sheets } = await spreadsheetOf('list.xlsx', xlsx({ name: 'S', rows }));
    expect(sheets[0]?.grid).toEqual([['88.3', '89.6666666666667', '100', '1e+21', 'TRUE', '９５']]);
  });

  it('may hold sheets of more than half a megabyte', async () => {
    const rows = Array.from({ length: 4000 }, (_, index) => [`E${index}`, 90, 91, 92, 93]);
    const { sheets } = await spreadsheetOf('list.xlsx', xlsx({ name: 'S', rows }));
    expect(sheets[0]?.grid).toHaveLength(4000);
    expect(sheets[0]?.grid.at(-1)).toEqual(['E3999', '90', '91', '92', '93']);
  });
});

describe('a CSV file', () => {
  it.each([
    ['commas', '项目,"评委,1"\n甲,9\n'],
    ['semicolons and a byte order mark', '\uFEFF项目;"评委,1"\r\n甲;9\r\n'],
    ['tabs', '项目\t"评委,1"\n甲\t9'],
  ])('is read with %s', async (_name, text) => {
    const { encoding, sheets } = await csv(text);
    expect(encoding).toBe('utf-8');
    expect(sheets).toEqual([
      {
        name: '',
        grid: [
          ['项目', '评委,1'],
          ['甲', '9'],
        ],
      },
    ]);
  });

  it('keeps the number of each row where lines are blank or cells have several lines', async () => {
    const { sheets } = await csv('标题\n\n"项\n目",得分\n甲,9\n');
    expect(sheets[0]?.grid).toEqual([['标题'], [''], ['项\n目', '得分'], ['甲', '9']]);
  });

  it('is read as GB18030 where it is no UTF-8, and as UTF-16 by its mark', async () => {
    const expected = [
      ['项目', '得分'],
      ['甲', '9'],
    ];
    const chinese = await spreadsheetOf('list.csv', gbk);
    expect([chinese.encoding, chinese.sheets[0]?.grid]).toEqual(['gb18030', expected]);
    const units = Uint16Array.from([...'\uFEFF项目\t得分\n甲\t9\n'].map((letter) => letter.charCodeAt(0)));
    const wide = await spreadsheetOf('list.txt', new Uint8Array(units.buffer));
    expect([wide.encoding, wide.sheets[0]?.grid]).toEqual(['utf-16', expected]);
  });
});

describe('a file that cannot be read', () => {
  const compound = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
  const encrypted = Uint8Array.from([...compound, ...strToU8([...'EncryptedPackage'].join('\0'))]);
  it.each([
    ['without a byte', new Uint8Array(), 'empty'],
    ['of blanks', strToU8('\uFEFF \n\n'), 'empty'],
    ['of more than 20 MB', new Uint8Array(20_000_001), 'too-large'],
    ['of an old workbook', compound, 'old-workbook'],
    ['behind a password', encrypted, 'encrypted'],
    ['that is a web page called .xls', strToU8('<html><table><tr><td>甲</td></tr></table></html>'), 'web-page'],
    ['that is a PDF', strToU8('%PDF-1.7\n'), 'not-a-spreadsheet'],
    ['that is a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13), 'not-a-spreadsheet'],
    ['that is another archive', zipSync({ 'word/document.xml': strToU8('<w/>') }), 'not-a-spreadsheet'],
    ['cut off', xlsx({ name: 'S', rows: [['甲', 1]] }).subarray(0, 300), 'damaged'],
    ['whose XML is broken', zipSync({ 'xl/workbook.xml': strToU8('<workbook') }), 'damaged'],
    ['in no known encoding', Uint8Array.of(0x41, 0xff, 0xff, 0x2c), 'encoding-unknown'],
  ])('%s is refused for what it is', async (_name, bytes, fault) => {
    expect(await readSpreadsheet('file', bytes)).toEqual({ fault });
  });

  it('would fill the memory when unpacked', async () => {
    const bomb = zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') });
    const directory = Buffer.from(bomb.buffer).indexOf('PK\u0001\u0002', 'latin1');
    new DataView(bomb.buffer).setUint32(directory + 24, 101_000_000, true);
    expect(await readSpreadsheet('file.xlsx', bomb)).toEqual({ fault: 'too-large' });
  });

  it('has a sheet for whose pieces the reader has no room', async () => {
    const rows = Array.from({ length: 4000 }, (_, index) => [`E${index}`, 90, 91, 92, 93]);
    const bytes = xlsx({ name: 'S', rows });
    // On a machine so slow the reader takes smaller and smaller pieces, and calls itself for each.
    let now = Date.now();
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => (now += 1000));
    try {
      expect(await readSpreadsheet('file.xlsx', bytes)).toEqual({ fault: 'sheet-too-large' });
    } finally {
      clock.mockRestore();
    }
  });
});
