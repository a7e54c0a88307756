import type { Page } from 'playwright-core';
import { officeList, officeRows } from '../builders/office-list.js';
import type { Screen } from './screen.js';

const address = '/organiser/editions/goe-open/import';

/** A list as an office has it: some rows that are wrong, where `isWrong`. */
function list(isWrong: boolean): Buffer {
  const rows = officeRows(60).map((cells) => [...cells]);
  if (isWrong) {
    (rows[3] ?? [])[2] = '不存在的赛道';
    (rows[7] ?? [])[4] = 'Atlantis';
    (rows[8] ?? [])[1] = '';
    (rows[9] ?? [])[0] = 'HB-0001';
  }
  return officeList(rows);
}

const choose = (isWrong: boolean) => async (page: Page) => {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '参赛项目汇总.xlsx', mimeType: '', buffer: list(isWrong) });
  await page.locator('.import-sheet').waitFor();
};
const preview = (isWrong: boolean) => async (page: Page) => {
  await choose(isWrong)(page);
  await page.locator('.import-acts .ant-btn-primary').click();
  await page.locator('.import-counts, .data-table code').first().waitFor();
};

/** An import from the choice of its file to its preview; nothing is taken over. */
export const importScreens: readonly Screen[] = [
  { name: 'import-file', as: 'organiser', path: () => address },
  { name: 'import-columns', as: 'organiser', path: () => address, prepare: choose(false) },
  { name: 'import-preview', as: 'organiser', path: () => address, prepare: preview(false) },
  { name: 'import-refused', as: 'organiser', path: () => address, prepare: preview(true) },
];
