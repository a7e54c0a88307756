import type { Page } from 'playwright-core';
import type { Screen } from './screen.js';

const register = '/organiser/organisations';
const id = '11111111-1111-4111-8111-111111111111';
const other = '22222222-2222-4222-8222-222222222222';
const university = { zh: '云岭大学（虚构）', en: 'Yunling University (fictitious)' };
const third = '33333333-3333-4333-8333-333333333333';
/** The same university, registered once more under a mistyped credit code. */
const twin = { zh: '云岭大学校本部（虚构）', en: 'Yunling University, main campus (fictitious)' };
const institute = { zh: '云岭大学江北研究院（虚构）', en: '云岭大学江北研究院（虚构）' };
const listed = [
  { ...{ id, name: university, code: '12500000400000001A', countryCode: 'CN', parent: null }, names: 3, branches: 1 },
  { ...{ id: third, name: twin, code: '12500000400000001B', countryCode: 'CN', parent: null }, names: 0, branches: 0 },
  {
    ...{ id: other, name: institute, code: null, countryCode: null },
    parent: { id, name: university },
    names: 0,
    branches: 0,
  },
];
const act = { text: null, other: null, by: 'Demo', at: '2026-11-23T12:00:00.000Z' };
const one = {
  ...{
    id,
    name: university,
    version: 3,
    nameZh: university.zh,
    nameEn: university.en,
    code: '12500000400000001A',
    countryCode: 'CN',
  },
  ...{
    parent: null,
    mergedInto: null,
    branches: [{ id: other, name: institute }],
    use: { nominated: 12, people: 31, judges: 3 },
  },
  names: [
    { id, kind: 'canonical', language: 'zh', text: university.zh },
    { id: other, kind: 'misspelling', language: 'en', text: 'Yunling Univercity (fictitious)' },
  ],
  merged: [{ id: other, name: { zh: 'YLU', en: 'YLU' }, code: null, names: ['YLU', 'Yunling Uni'] }],
  history: [
    { ...act, kind: 'merged', other: { id: other, name: { zh: 'YLU', en: 'YLU' } } },
    { ...act, kind: 'registered' },
  ],
};
const preview = {
  ...{
    version: 3,
    intoVersion: 1,
    names: [university.zh, 'Yunling Univercity (fictitious)'],
    branches: 1,
    recognised: 2,
  },
  ...{ use: { nominated: 12, people: 31, judges: 3 }, warnings: ['codes-differ'] },
};
const unrecognised = {
  ...{ total: 1, nextAfter: null },
  names: [
    {
      ...{
        text: 'Yunling Univ. (fictitious)',
        variants: ['Yunling Univ. (fictitious)', 'YUNLING UNIV (fictitious)'],
        ...{ entries: 4, judges: 2 },
      },
      matches: [
        {
          ...{ id, name: university, found: university.en, similarity: 0.82, evidence: 'similar', code: null },
          ...{ countryCode: 'CN', branchOf: null },
        },
      ],
    },
  ],
};

const naming = {
  ...{ place: 'member', id, text: 'Yunling Univ. (fictitious)', number: 12, title: '低温储能系统（虚构）' },
  ...{ person: '单仇欧阳（虚构）', role: 'lead', organisation: null },
};
/** In four entries and at two judges, as the list of names counts them; the one told apart by hand is no more of them. */
const namings = [
  ...[13, 14, 15, 16].map((number) => ({ ...naming, id: `${id.slice(0, -2)}${number}`, number })),
  ...['Ann Example', '王小明（虚构）'].map((person, index) => ({
    ...{ ...naming, id: `${other.slice(0, -1)}${index}`, place: 'employer', number: null, title: null },
    ...{ person, role: 'judge' },
  })),
];

/** The register as it is once an office has worked on it: the demo's own is empty. */
async function filled(page: Page): Promise<void> {
  await page.route('**/api/v1/organisations?**', (route) =>
    route.fulfill({ json: { organisations: listed, total: 3, nextAfter: null } }),
  );
  await page.route(`**/api/v1/organisations/${id}`, (route) => route.fulfill({ json: one }));
  await page.route('**/merge-previews', (route) => route.fulfill({ json: preview }));
  await page.route('**/unrecognised-organisations?**', (route) => route.fulfill({ json: unrecognised }));
  await page.route('**/unrecognised-organisations/namings?**', (route) => route.fulfill({ json: { namings } }));
  await page.route('**/unrecognised-organisations/namings', (route) =>
    route.fulfill({ json: { namings: [{ ...naming, organisation: { id, name: university } }] } }),
  );
  await page.reload();
}

/** The register of organisations, as the office sees it. */
export const organisationScreens: readonly Screen[] = [
  { name: 'organisations-empty', isVariant: true, as: 'organiser', path: () => register },
  {
    name: 'organisations',
    as: 'organiser',
    path: () => register,
    prepare: async (page) => {
      await filled(page);
      await page.locator('table').waitFor();
    },
  },
  {
    name: 'organisation',
    as: 'organiser',
    path: () => `${register}/${id}`,
    prepare: async (page) => {
      await filled(page);
      await page.locator('.organisation-history').waitFor();
    },
  },
  {
    name: 'organisation-merging',
    as: 'organiser',
    path: () => `${register}/${id}`,
    prepare: async (page) => {
      await filled(page);
      await page.locator('.page-actions .ant-btn').nth(1).click();
      await page.locator('[role=dialog] .ant-select').click();
      await page.locator('.ant-select-item-option').first().click();
      await page.locator('.merge-warning').waitFor();
    },
  },
  {
    name: 'unrecognised-organisations',
    as: 'organiser',
    path: () => '/organiser/editions/goe-open/unrecognised-organisations',
    prepare: async (page) => {
      await filled(page);
      await page.locator('.unrecognised-matches').waitFor();
    },
  },
  {
    name: 'unrecognised-organisations-apart',
    as: 'organiser',
    path: () => '/organiser/editions/goe-open/unrecognised-organisations',
    prepare: async (page) => {
      await filled(page);
      await page.locator('.unrecognised-acts .ant-btn').nth(1).click();
      await page.locator('.assign-places input').first().check();
    },
  },
];
