import type { Page } from 'playwright-core';
import { publishedSheet } from '../builders/published-sheet.js';
import { xlsx, type XlsxSheet } from '../builders/xlsx.js';
import type { Screen } from './screen.js';

const office = (rows: XlsxSheet['rows']) => async (page: Page) => {
  const buffer = Buffer.from(xlsx({ name: '决赛', rows }));
  await page.locator('input[type=file]').setInputFiles({ name: '决赛.xlsx', mimeType: '', buffer });
  await page.locator('.recheck-verdict, .problems').first().waitFor();
};
/** A published list with one score and one rank that differ. */
const differing = (entries: number, judges: number) => {
  const { rows, scoreColumn, rankColumn } = publishedSheet(entries, judges);
  return rows.map((cells, row) =>
    cells.map((cell, column) => {
      if (row === 6 && column === scoreColumn) return Number(cell) + 0.2;
      return row === 9 && column === rankColumn ? Number(cell) + 1 : cell;
    }),
  );
};

/** The re-check page, from empty to a whole contest's list. */
export const recheckScreens: readonly Screen[] = [
  { name: 'recheck', as: 'public', path: () => '/recheck' },
  {
    name: 'recheck-sample',
    as: 'public',
    path: () => '/recheck',
    prepare: async (page) => {
      await page.locator('.drop-zone-sample button').click();
      await page.locator('.column-roles summary').click();
    },
  },
  { name: 'recheck-16', as: 'public', path: () => '/recheck', prepare: office(differing(16, 9)) },
  { name: 'recheck-30', as: 'public', path: () => '/recheck', prepare: office(differing(30, 7)) },
  { name: 'recheck-1763', as: 'public', path: () => '/recheck', prepare: office(differing(1763, 9)) },
  {
    name: 'recheck-problems',
    as: 'public',
    path: () => '/recheck',
    prepare: office([
      ['项目', '评委1', '评委2', '得分'],
      ['甲', 9, '八', 8.5],
      ['甲', 8, true, '待定'],
    ]),
  },
  {
    name: 'recheck-refused',
    as: 'public',
    path: () => '/recheck',
    prepare: async (page) => {
      const buffer = Buffer.from('%PDF-1.7');
      await page.locator('input[type=file]').setInputFiles({ name: '附件.pdf', mimeType: '', buffer });
      await page.locator('.recheck-refusal').waitFor();
    },
  },
];
