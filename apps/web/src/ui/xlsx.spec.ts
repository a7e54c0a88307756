import { describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { toXlsx } from './xlsx.js';

async function sheetOf(rows: (string | number | null)[][], name = '签到表'): Promise<Record<string, string>> {
  const parts = unzipSync(await toXlsx({ name, widths: [20, 10], rows }));
  return Object.fromEntries(Object.entries(parts).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

describe('a table as an XLSX file', () => {
  it('has each cell as a text by its type: nothing runs, and money keeps its decimals', async () => {
    const sheet =
      (
        await sheetOf([
          ['姓名', '应发'],
          ['=1+1', '133.30'],
          [null, 7],
        ])
      )['xl/worksheets/sheet1.xml'] ?? '';
    expect(sheet.match(/t="inlineStr"/g)).toHaveLength(6);
    expect(sheet).not.toContain('<f>');
    expect(sheet).toContain('>=1+1<');
    expect(sheet).toContain('>133.30<');
  });

  it('is called by a name that a tab can have', async () => {
    const workbook = (await sheetOf([['a']], `A/B:C*[d]? ${'长'.repeat(40)}`))['xl/workbook.xml'] ?? '';
    const name = /<sheet name="([^"]*)"/.exec(workbook)?.[1] ?? '';
    expect(name).toMatch(/^[^[\]:*?/\\]+$/);
    expect([...name].length).toBeLessThanOrEqual(31);
  });
});
