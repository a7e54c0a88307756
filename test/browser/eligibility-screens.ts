import type { Page } from 'playwright-core';
import type { Schemas } from './answers.js';
import { dueDiligenceScreens } from './due-diligence-screens.js';
import { over, standing, type EntryStanding } from './entry-timelines.js';
import type { DemoFacts, Screen } from './screen.js';

const queue = '/organiser/editions/goe-open/eligibility';
const one = ({ entry }: DemoFacts) => `${queue}/${entry}?state=passed`;
const own = ({ entry }: DemoFacts) => `/entries/${entry}`;

/** An answer of the server as it would be in another state. */
const answering = (part: string, changes: Record<string, unknown>, then: string) => async (page: Page) => {
  await page.route(`**${part}`, async (route) => {
    const response = await route.fetch();
    const body = (await response.json()) as Record<string, unknown>;
    await route.fulfill({ response, json: { ...body, ...changes } });
  });
  await page.reload();
  await page.locator(then).first().waitFor();
};
const undecided = {
  ...{ isAdmitted: false, state: 'corrected', version: 2, decisions: ['pass', 'ask-correction', 'fail'] },
  changes: [
    { key: 'summary', change: 'changed', before: '', after: '它会唱歌（虚构）' },
    { key: 'members', change: 'changed' },
  ],
};
const correction = {
  ...{ state: 'needs-correction', isCorrectable: true, correctUntil: '2026-12-04T15:59:59.000Z', checkedAt: null },
  reasons: [
    { key: 'team-incomplete', label: { zh: '团队信息不完整', en: 'The information on the team is incomplete' } },
  ],
  note: { zh: '请补充团队成员的单位。', en: 'Add the employers of the team’s members.' },
};

/** The check as the team meets it that has its entry back, with the way of such an entry. */
const returned = (as: EntryStanding, check: Record<string, unknown>) => async (page: Page) => {
  await standing(page, as);
  await page.route('**/api/v1/entries/*', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...((await response.json()) as object), isOpen: false } });
  });
  await answering('/entries/*/eligibility', check, '.own-eligibility-note')(page);
};

/** The eligibility check, as the office and as the team see it. */
export const eligibilityScreens: readonly Screen[] = [
  { name: 'eligibility-queue', as: 'organiser', path: () => `${queue}?state=passed` },
  { name: 'eligibility-queue-empty', isVariant: true, as: 'organiser', path: () => `${queue}?state=overdue` },
  {
    name: 'eligibility-queue-failing',
    isVariant: true,
    as: 'organiser',
    path: () => queue,
    prepare: async (page) => {
      await page.route('**/eligibility?**', (route) => route.fulfill({ status: 500, body: '' }));
      await page.reload();
      await page.locator('[role=alert] .empty-state').waitFor({ timeout: 30_000 });
    },
  },
  {
    name: 'eligibility-bulk',
    as: 'organiser',
    path: () => `${queue}?state=passed`,
    prepare: async (page) => {
      await page.locator('td .ant-checkbox-input').first().check();
      await page.locator('.queue-acts .ant-btn').first().click();
      const dialog = page.locator('[role=dialog]');
      await dialog.locator('.ant-radio-input').last().check();
      await dialog.locator('.verdict fieldset').nth(2).locator('.ant-checkbox-input').first().check();
      await dialog.locator('.ant-modal-footer .ant-btn-primary').click();
      await dialog.locator('.consequences').waitFor();
    },
  },
  { name: 'eligibility-entry', as: 'organiser', path: one },
  {
    name: 'eligibility-entry-deciding',
    as: 'organiser',
    path: one,
    prepare: async (page) => {
      await answering('/eligibility/entries/*', undecided, '.verdict')(page);
      await page.locator('.ant-radio-input').nth(1).check();
      await page.locator('input[type=date]').waitFor();
    },
  },
  {
    name: 'eligibility-translation',
    as: 'organiser',
    path: one,
    prepare: async (page) => {
      await page.route('**/eligibility/entries/*', async (route) => {
        const response = await route.fetch();
        const told = (await response.json()) as Schemas['CheckedEntryDto'];
        const translation = {
          ...told.translation,
          ...{ version: 0, state: 'missing', text: null, isBeingRead: false },
        };
        await route.fulfill({ response, json: { ...told, translation, entryState: 'submitted' } });
      });
      await page.reload();
      await page.locator('section:has(> #translation-title) .ant-btn').first().click();
      await page.locator('.translation-sides').scrollIntoViewIfNeeded();
    },
  },
  { name: 'eligibility-setting', as: 'organiser', path: () => `${queue}/setting` },
  ...dueDiligenceScreens,
  { name: 'due-diligence', as: 'organiser', path: () => '/organiser/editions/small-2024/due-diligence' },
  {
    name: 'direct-entries',
    as: 'organiser',
    path: () => '/organiser/editions/goe-open/direct-entries',
    prepare: async (page) => {
      await page.locator('.page-actions .ant-btn').click();
      await page.locator('[role=dialog] textarea').waitFor();
    },
  },
  { name: 'eligibility-own', isVariant: true, as: 'team', path: own },
  {
    name: 'eligibility-own-correction',
    as: 'team',
    path: own,
    prepare: returned('needs-correction', correction),
  },
  {
    name: 'eligibility-own-overdue',
    isVariant: true,
    as: 'team',
    path: own,
    prepare: returned('overdue', {
      ...{ ...correction, state: 'overdue', isCorrectable: false, correctUntil: over.toISOString() },
    }),
  },
];
