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
  await page.locator('.import-counts, .ant-alert-error').first().waitFor();
};

const edition = '/organiser/editions/goe-open';
const people = Array.from({ length: 5 }, (_, index) => ({
  ...{ role: index === 0 ? 'lead' : index === 4 ? 'adviser' : 'member', name: `单仇欧阳（虚构）${index + 1}` },
  ...{
    latinName: 'Maximiliane Featherstonehaugh-Wolkenstein',
    organisation: '云岭大学江北研究院（虚构）高寒储能实验室',
  },
  ...{ phone: '+8613800001111', email: 'maximiliane.featherstonehaugh@example.test' },
}));
const track = { key: 'a', name: { zh: '创新挑战赛（虚构）', en: 'Innovation Challenge (invented)' } };
const crowdedList = {
  ...{ tracks: [track, { ...track, key: 'b' }], stages: [], total: 24, nextAfter: null },
  entries: Array.from({ length: 24 }, (_, index) => ({
    ...{ number: index + 1, title: '面向高寒地区的低温储能系统及其全生命周期管理平台（虚构）'.repeat(1 + (index % 2)) },
    ...{ track: index < 12 ? 'a' : 'b', people: people.slice(0, index % 6) },
  })),
};
const answered = (part: string, body: unknown, wait: string) => async (page: Page) => {
  await page.route(`**${part}**`, (route) => route.fulfill({ json: body }));
  await page.reload();
  await page.locator(wait).first().waitFor();
};
const failed = (part: string) => async (page: Page) => {
  await page.route(`**${part}**`, (route) => route.fulfill({ status: 500, body: '' }));
  await page.reload();
  await page.locator('[role=alert] .empty-state').waitFor({ timeout: 30_000 });
};
const nobody = { ...crowdedList, entries: [], total: 0 };

/** The sign-in sheet and the address list as pages to print, and the judges of an edition. */
const listScreens: readonly Screen[] = [
  { name: 'sign-in-sheet', as: 'organiser', path: () => `${edition}/sign-in-sheet` },
  {
    ...{ name: 'sign-in-sheet-crowded', isVariant: true, as: 'organiser', path: () => `${edition}/sign-in-sheet` },
    prepare: answered('/team-list?', crowdedList, '.team-list'),
  },
  {
    ...{ name: 'sign-in-sheet-empty', isVariant: true, as: 'organiser', path: () => `${edition}/sign-in-sheet` },
    prepare: answered('/team-list?', nobody, '.empty-state'),
  },
  {
    ...{ name: 'address-list', as: 'organiser', path: () => `${edition}/address-list` },
    prepare: answered('/team-list?', crowdedList, '.team-list'),
  },
  {
    ...{ name: 'address-list-failing', as: 'organiser', path: () => `${edition}/address-list` },
    prepare: failed('/team-list?'),
  },
  { name: 'judges', as: 'organiser', path: () => `${edition}/judges` },
  {
    ...{ name: 'judges-empty', isVariant: true, as: 'organiser', path: () => `${edition}/judges` },
    prepare: async (page) => {
      await page.route('**/judge-roster', async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, json: { ...((await response.json()) as object), judges: 0, last: null } });
      });
      await answered('/judges?', { judges: [], total: 0, nextAfter: null }, '.data-table')(page);
    },
  },
  {
    ...{ name: 'judges-failing', as: 'organiser', path: () => `${edition}/judges` },
    prepare: failed('/judges?'),
  },
];

/** An import from the choice of its file to its preview; nothing is taken over. */
export const importScreens: readonly Screen[] = [
  { name: 'import-file', as: 'organiser', path: () => address },
  { name: 'import-columns', as: 'organiser', path: () => address, prepare: choose(false) },
  { name: 'import-preview', as: 'organiser', path: () => address, prepare: preview(false) },
  { name: 'import-refused', as: 'organiser', path: () => address, prepare: preview(true) },
  ...listScreens,
];
