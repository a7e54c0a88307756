import type { Page } from 'playwright-core';
import type { Screen } from './screen.js';

const list = '/organiser/editions/goe-open/duplicates';
/** Of any strength, and also those that the office has marked. */
const all = `${list}?least=weak&state=all`;
const edition = { slug: 'goe-open', name: { zh: '演示届次（虚构）', en: 'Demo edition (fictitious)' } };
const earlier = { slug: 'goe-earlier', name: { zh: '往届（虚构）', en: 'An earlier edition (fictitious)' } };
const id = (digit: number) => `${String(digit).repeat(8)}-1111-4111-8111-111111111111`;
const entry = {
  publicId: id(1),
  number: 12,
  title: '面向山地果园的智能采摘机器人系统（虚构）',
  state: 'submitted',
  edition,
};
const other = {
  publicId: id(2),
  number: 304,
  title: 'Robots picking fruit on steep slopes (fictitious)',
  state: 'withdrawn',
};
const person = (name: string, role = 'lead', organisation: string | null = '云岭大学（虚构）') => ({
  ...{ name, role, organisation },
});
/** Of the entry: the file that another one has too. */
const plan = {
  ...{ publicId: id(6), fieldKey: 'attachments', name: '商业计划书.pdf', size: 4_812_344, sha256: 'ab'.repeat(32) },
  ...{ state: 'ready', refusal: null, scan: 'clean', bytesUntil: null },
  copy: { state: 'ready', fault: null, pageCount: 24, bytes: 2_400_000 },
};
const nothing = { title: null, files: [], people: [], mark: null };
const platform = '面向山地果园的智能采摘机器人平台（虚构）';
const pairs = [
  {
    ...{ entry, other: { ...other, edition: earlier }, strength: 'strong', mark: null, title: null },
    files: [{ sha256: 'ab'.repeat(32), size: 4_812_344, own: '商业计划书.pdf', other: 'plan-final-2.pdf' }],
    people: [
      {
        ...{ own: person('王伟'), other: person('Wei Wang', 'adviser'), by: ['email', 'reading', 'organisation'] },
        ...{ strength: 'strong', email: 'w***@example.org', phone: null },
      },
    ],
  },
  {
    ...{ ...nothing, entry, other: { ...entry, publicId: id(3), number: 13, title: platform }, strength: 'likely' },
    title: { own: entry.title, other: platform, percent: 88, strength: 'likely' },
    mark: {
      ...{ id: id(4), verdict: 'not-duplicate', note: '同一课题组的两项不同成果', by: 'Demo' },
      ...{ at: '2026-11-23T12:00:00.000Z', isOutdated: true },
    },
  },
  {
    ...{
      ...nothing,
      entry,
      other: { ...other, publicId: id(5), number: 211, state: 'submitted', edition },
      strength: 'weak',
    },
    people: [
      {
        ...{ own: person('李娜', 'member', null), other: person('李娜', 'member', null), by: ['name'] },
        ...{ strength: 'weak', email: null, phone: null },
      },
    ],
  },
];

/** The list as an office would find it: the demo's own entries have little in common. */
const filled = (part: string, page: Page, given: object) =>
  page.route(part, (route) => route.fulfill({ json: { pairs, total: 3, waiting: 3, nextCursor: null, ...given } }));

/** Entries with something in common, as the office sees them. */
export const duplicateScreens: readonly Screen[] = [
  {
    name: 'duplicates',
    as: 'organiser',
    path: () => all,
    prepare: async (page) => {
      await filled('**/api/v1/**/duplicates?**', page, {});
      await page.reload();
      await page.locator('.pair-evidence').first().waitFor();
    },
  },
  { name: 'duplicates-typical', isVariant: true, as: 'organiser', path: () => all },
  {
    name: 'duplicates-empty',
    isVariant: true,
    as: 'organiser',
    path: () => `${list}?state=duplicate`,
  },
  {
    name: 'duplicates-failing',
    isVariant: true,
    as: 'organiser',
    path: () => list,
    prepare: async (page) => {
      await page.route('**/api/v1/**/duplicates?**', (route) => route.fulfill({ status: 500, body: '' }));
      await page.reload();
      await page.locator('[role=alert] .empty-state').waitFor({ timeout: 30_000 });
    },
  },
  {
    name: 'duplicates-marking',
    as: 'organiser',
    path: () => all,
    prepare: async (page) => {
      await filled('**/api/v1/**/duplicates?**', page, {});
      await page.reload();
      await page.locator('.pair-mark .ant-btn').first().click();
      await page.locator('[role=dialog] textarea').waitFor();
    },
  },
  {
    name: 'duplicates-entry',
    as: 'organiser',
    path: ({ entry: publicId }) => `/organiser/editions/goe-open/eligibility/${publicId}?state=passed`,
    prepare: async (page) => {
      await page.route('**/office/files', (route) => route.fulfill({ json: { files: [plan] } }));
      await page.route('**/eligibility/entries/*', async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, json: { ...((await response.json()) as object), title: entry.title } });
      });
      await filled('**/api/v1/**/duplicates?**', page, { total: 3, waiting: 0, nextCursor: null });
      await page.reload();
      await page.locator('.entry-pairs .pair-evidence').first().waitFor();
    },
  },
];
