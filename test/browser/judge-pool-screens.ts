import type { Page } from 'playwright-core';
import { fieldProblem } from '#domain';
import { answering, id, long, refused, type Schemas } from './answers.js';
import type { Screen } from './screen.js';

const path = () => '/organiser/editions/goe-open/judges';
const both = (text: string) => ({ zh: text, en: text });

/** What the office knows of a judge: of every second one nothing. */
export const judgeFacts = (index: number) => ({
  ...(index % 2 === 0
    ? { fieldGroups: ['materials', 'general'], keywords: ['固态电池', 'solid-state batteries', long.title] }
    : { fieldGroups: [], keywords: [] }),
  ...{ version: 1, externalKey: null, languages: index % 2 === 0 ? ['zh' as const, 'en' as const] : [] },
  ...{ leastEntries: index, mostEntries: index % 2 === 0 ? 24 : null, isSubstitute: index % 4 === 2 },
  ...{ availableFrom: index % 2 === 0 ? '2026-12-01' : null, availableUntil: index % 2 === 0 ? '2026-12-31' : null },
  earlierEmployers: [
    { name: long.organisation, organisation: both(long.organisation), fromYear: 2001, untilYear: 2009 },
    { name: 'Nowhere Institute (fictitious)', organisation: null, fromYear: null, untilYear: null },
  ].slice(0, index % 3),
});

const crowded: Schemas['JudgePageDto'] = {
  judges: Array.from({ length: 40 }, (_, index) => ({
    ...{
      id: id(index),
      name: index % 3 === 2 ? long.person : `单仇欧阳 ${index}（虚构）`,
      kind: 'technology' as const,
    },
    ...{ email: `judge${index}@example.test`, employer: long.organisation, organisation: both(long.organisation) },
    ...judgeFacts(index),
    ...{ account: 'signs-in' as const, place: 'on-roster' as const, hasSubmitted: false, newEmail: null },
    invitation: { state: 'invited' as const, at: null, reason: null, commitment: null },
  })),
  ...{ total: 1_763, nextAfter: 40 },
};

const opened = async (page: Page, row = 0) => {
  await page.locator('.data-table td:nth-child(3) .ant-btn').nth(row).click();
  await page.locator('[role=dialog] form').waitFor();
};

const adding = async (page: Page) => {
  await page.locator('.page-actions .ant-btn').click();
  await page.locator('[role=dialog] form').waitFor();
};

/** What the office knows of its judges, in the list and as it is changed. */
export const judgePoolScreens: readonly Screen[] = [
  {
    ...{ name: 'judges-crowded', as: 'organiser', path },
    prepare: answering({ '/editions/goe-open/judges?**': crowded }, '.data-table td'),
  },
  { name: 'judge-adding', as: 'organiser', path, prepare: adding },
  {
    ...{ name: 'judge-adding-refused', isVariant: true, as: 'organiser', path },
    prepare: async (page) => {
      await adding(page);
      await page.locator('[role=dialog] .ant-modal-footer .ant-btn-primary').click();
      await page.locator('.ant-form-item-explain-error').first().waitFor();
    },
  },
  { name: 'judge-editing', as: 'organiser', path, prepare: (page) => opened(page) },
  {
    ...{ name: 'judge-editing-refused', as: 'organiser', path },
    prepare: async (page) => {
      await answering({ '/editions/goe-open/judges?**': crowded }, '.data-table td')(page);
      const problems = ['mostEntries', 'earlierEmployers[0].name', 'keywords[0]'].map((field) =>
        fieldProblem(field, 'field-invalid'),
      );
      await page.route('**/editions/goe-open/judges/*', refused('request-invalid', { problems }));
      await opened(page, 2);
      await page.locator('[role=dialog] .ant-modal-footer .ant-btn-primary').click();
      await page.locator('.ant-form-item-explain-error').first().waitFor();
    },
  },
];
