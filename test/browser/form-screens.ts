import type { Page, Route } from 'playwright-core';
import { validateForm } from '#domain';
import { richForm } from '../builders/rich-form.js';
import { standing } from './entry-timelines.js';
import type { Screen } from './screen.js';

const editor = () => '/organiser/editions/goe-open/forms/all';
const asked = { number: 3, definition: richForm, newerNumber: null };

/** The demo team's draft, on a form with every kind of field. */
const entryOn =
  (changes: Record<string, unknown>, formAnswers: Record<string, unknown> = {}, country = 'DE') =>
  async (page: Page) => {
    await standing(page, 'isOpen' in changes ? 'closed' : 'draft');
    await page.route('**/api/v1/entries/*', async (route) => {
      const response = await route.fetch();
      const entry = (await response.json()) as { form: object };
      const landing =
        'land-area' in formAnswers ? { way: 'new-company', districts: [], needs: [], localPartner: false } : null;
      const form = { ...entry.form, countryCode: country, formAnswers, landing };
      const draft = { state: 'draft', number: null, submittedAt: null, version: 0, isOpen: true };
      await route.fulfill({ response, json: { ...entry, ...draft, form, asked, ...changes } });
    });
    await page.reload();
    await page.locator('#section-company').waitFor();
  };

const crowded = {
  innovation: '这项技术把原本分开的两道工序合为一道。'.repeat(12),
  patents: Array.from({ length: 6 }, (_, index) => ({
    title: `一种装置（虚构）第 ${index + 1} 号`,
    granted: '2024-02-29',
  })),
  ...{ 'registration-number': 'HRB 12345', 'visa-letter': 'yes', phone: '+4930123456' },
  travellers: [
    { name: 'Ångström Østergaard-Müller', passportName: 'OESTERGAARD-MUELLER AANGSTROEM' },
    { name: '欧阳娜娜', passportName: 'OUYANG NANA' },
  ],
  ...{ revenue: { amount: '1234567890.50', currency: 'EUR' }, 'made-in': 'DE', founded: '2019-05-04' },
  ...{ 'districts-wanted': ['bishan', 'liangjiang', 'high-tech'], 'land-area': '12.5', support: ['funds', 'talent'] },
};

const desk = (changes: Record<string, unknown>) => async (page: Page) => {
  await page.route('**/api/v1/**/forms/all', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...((await response.json()) as object), document: richForm, ...changes } });
  });
  await page.reload();
  await page.locator('.form-outline').waitFor();
};

const wrong = {
  sections: [...richForm.sections, { ...richForm.sections[2], title: { zh: '再一次', en: 'Once more' } }],
};

/** The end of a dialog that is longer than the window. */
const scrolledDown = async (page: Page) => {
  await page.locator('[role=dialog] .ant-modal-footer').scrollIntoViewIfNeeded();
};

const addsField = async (page: Page) => {
  await page.locator('.outline-sections > li').first().locator('> button').click();
  await page.locator('.field-dialog').waitFor();
};

const changesDistricts = async (page: Page) => {
  await desk({})(page);
  await page.locator('.outline-sections > li').nth(4).locator('ol .anticon-edit').nth(1).click();
  await page.locator('.field-dialog').waitFor();
};

const draftAnswer = (route: Route, status: number, json: object) =>
  route.request().method() === 'PUT' ? route.fulfill({ status, json }) : route.fallback();

/** The forms of an edition, their editor, and an entry on a form with every kind of field. */
export const formScreens: readonly Screen[] = [
  { name: 'forms', as: 'organiser', path: () => '/organiser/editions/goe-open/forms' },
  { name: 'form-editor', as: 'organiser', path: editor },
  { name: 'form-editor-crowded', as: 'organiser', path: editor, prepare: desk({ publishedNumber: 2 }) },
  {
    name: 'form-editor-wrong',
    isVariant: true,
    as: 'organiser',
    path: editor,
    prepare: desk({ document: wrong, problems: validateForm(wrong), version: 1 }),
  },
  { name: 'form-editor-field', as: 'organiser', path: editor, prepare: addsField },
  {
    ...{ name: 'form-editor-field-end', isVariant: true, isForPictures: true, as: 'organiser', path: editor },
    prepare: async (page) => {
      await addsField(page);
      await scrolledDown(page);
    },
  },
  {
    name: 'form-editor-district',
    as: 'organiser',
    path: editor,
    prepare: changesDistricts,
  },
  {
    ...{ name: 'form-editor-district-end', isVariant: true, isForPictures: true, as: 'organiser', path: editor },
    prepare: async (page) => {
      await changesDistricts(page);
      await scrolledDown(page);
    },
  },
  {
    name: 'form-editor-stale',
    isVariant: true,
    as: 'organiser',
    path: editor,
    prepare: async (page) => {
      const json = { type: 'about:blank', title: '', status: 412, code: 'revision-stale', detail: '…', instance: '' };
      await page.route('**/api/v1/**/forms/all/draft', (route) => draftAnswer(route, 412, json));
      await page.locator('.outline-acts .anticon-arrow-down').first().click();
      await page.locator('.ant-alert-error').waitFor();
    },
  },
  {
    name: 'entry-form-empty',
    isVariant: true,
    as: 'team',
    path: ({ entry }) => `/entries/${entry}`,
    prepare: entryOn({}),
  },
  {
    name: 'entry-form-domestic',
    isVariant: true,
    as: 'team',
    path: ({ entry }) => `/entries/${entry}`,
    prepare: entryOn({}, {}, 'CN'),
  },
  { name: 'entry-form-crowded', as: 'team', path: ({ entry }) => `/entries/${entry}`, prepare: entryOn({}, crowded) },
  {
    name: 'entry-form-newer',
    isVariant: true,
    as: 'team',
    path: ({ entry }) => `/entries/${entry}`,
    prepare: entryOn({ asked: { ...asked, newerNumber: 4 } }, crowded),
  },
  {
    name: 'entry-form-closed',
    isVariant: true,
    as: 'team',
    path: ({ entry }) => `/entries/${entry}`,
    prepare: entryOn({ state: 'submitted', number: 1, version: 1, isOpen: false }, crowded),
  },
];
