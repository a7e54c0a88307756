import type { Page } from 'playwright-core';
import type { Screen } from './screen.js';

const at = '2026-11-28T02:00:00.000Z';
const district = {
  zh: '示例区招商投资促进局（虚构）',
  en: 'Example District Investment Promotion Bureau (fictitious)',
};
const entry = { publicId: 'a', number: 27, title: '一种不出声的水泵（虚构） A quiet pump (fictitious)' };
const offices = [
  { publicId: 'a', kind: 'district', name: district, addedAt: at, closedAt: null, allowed: 1 },
  {
    publicId: 'b',
    kind: 'investor',
    name: { zh: '示例创投（虚构）', en: 'Example Ventures (fictitious)' },
    addedAt: at,
    closedAt: at,
    allowed: 0,
  },
];
const passing = {
  ...{ version: '2026-11-27', mayChange: true },
  content: { fields: [{ zh: '落地计划', en: 'Landing plan' }], files: [] },
  offices: [
    {
      ...{ publicId: 'a', kind: 'district', name: district, isAllowed: true, version: '2026-11-27' },
      ...{ givenBy: '负责人·演示 Demo team lead', givenAt: at, withdrawnAt: null },
    },
    {
      ...{
        publicId: 'b',
        kind: 'park',
        name: { zh: '示例园区（虚构）', en: 'Example Park (fictitious)' },
        isAllowed: false,
        version: null,
      },
      ...{ givenBy: null, givenAt: null, withdrawnAt: null },
    },
  ],
};
const avoidances = Array.from({ length: 30 }, (_, index) => ({
  ...{
    kind: index % 3 === 0 ? 'employer' : 'person',
    name: index % 3 === 0 ? '示例大学 Example University' : '某某（虚构）',
  },
  reason: '曾任本团队成员的导师，并共同持有一项专利。 Advised a member of the team, and shares a patent with it.',
  ...{
    recordedAt: at,
    position: (index % 3) + 1,
    entry: { ...entry, publicId: `e${index}`, number: Math.floor(index / 3) + 1 },
  },
}));

const showing = (part: string, body: unknown, then: string) => async (page: Page) => {
  await page.route(`**${part}`, (route) => route.fulfill({ json: body }));
  await page.reload();
  await page.locator(then).first().waitFor();
};
const officesPath = () => '/organiser/editions/goe-open/receiving-offices';
const avoidancesPath = () => '/organiser/editions/goe-open/avoidances';

/** Passing entries on, for the office and the team, and whom teams ask to be kept away as judges. */
export const passingScreens: readonly Screen[] = [
  { name: 'receiving-offices-empty', isVariant: true, as: 'organiser', path: officesPath },
  {
    name: 'receiving-offices',
    as: 'organiser',
    path: officesPath,
    prepare: async (page) => {
      const entries = [{ publicId: 'a', number: 27, title: entry.title, version: '2026-11-27', allowedAt: at }];
      await page.route('**/receiving-offices/a/entries*', (route) => route.fulfill({ json: { entries, next: null } }));
      await showing('/api/v1/editions/*/receiving-offices', { offices }, '.data-table td .ant-btn')(page);
      await page.locator('.data-table td .ant-btn').first().click();
      await page.locator('.data-table').nth(1).waitFor();
    },
  },
  {
    name: 'receiving-office-new',
    as: 'organiser',
    path: officesPath,
    prepare: async (page) => {
      await page.locator('.page-actions .ant-btn').click();
      await page.locator('[role=dialog] input').first().waitFor();
    },
  },
  { name: 'avoidances-empty', isVariant: true, as: 'organiser', path: avoidancesPath },
  {
    name: 'avoidances',
    as: 'organiser',
    path: avoidancesPath,
    prepare: showing('/api/v1/editions/*/avoidances*', { avoidances, total: 93, next: 10 }, '.data-table td'),
  },
  {
    name: 'entry-passing',
    as: 'team',
    path: ({ entry: own }) => `/entries/${own}`,
    prepare: async (page) => {
      await showing('/entries/*/passing', passing, '#passing li.team-person')(page);
      await page.locator('#passing').scrollIntoViewIfNeeded();
    },
  },
];
