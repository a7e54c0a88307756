import type { Page } from 'playwright-core';
import { analysisScreens } from './analysis-screens.js';
import { agreedAt, type Schemas } from './answers.js';
import { assignmentScreens } from './assignment-screens.js';
import { calibrationScreens } from './calibration-screens.js';
import { candidateScreens } from './candidate-screens.js';
import { copyScreens } from './copy-screens.js';
import { declarationScreens } from './declaration-screens.js';
import { drawScreens } from './draw-screens.js';
import { crowdedScreens } from './crowded-screens.js';
import { duplicateScreens } from './duplicate-screens.js';
import { eligibilityScreens } from './eligibility-screens.js';
import { entryScreens } from './entry-screens.js';
import { faultScreens } from './fault-screens.js';
import { formScreens } from './form-screens.js';
import { importScreens } from './import-screens.js';
import { judgeInvitationScreens } from './judge-invitation-screens.js';
import { judgePoolScreens } from './judge-pool-screens.js';
import { judgePaperScreens } from './judge-paper-screens.js';
import { mailScreens } from './mail-screens.js';
import { offlineScreens } from './offline-screens.js';
import { organisationScreens } from './organisation-screens.js';
import { passingScreens } from './passing-screens.js';
import { rankingScreens } from './ranking-screens.js';
import { recheckScreens } from './recheck-screens.js';
import { recusalOrderScreens } from './recusal-order-screens.js';
import { opinionScreens } from './opinion-screens.js';
import { recusalScreens } from './recusal-screens.js';
import { rosterScreens } from './roster-screens.js';
import type { Screen } from './screen.js';
import { wishScreens } from './wish-screens.js';
import { wallScreens } from './wall-screens.js';
import { sheetScreens } from './sheet-screens.js';
import { scorePaperScreens } from './score-paper-screens.js';
import { teamScreens } from './team-screens.js';
import { unlockScreens } from './unlock-screens.js';

export const widths = [390, 820, 1440] as const;

const failing = (part: string) => async (page: Page) => {
  await page.route(`**${part}**`, (route) => route.fulfill({ status: 500, body: '' }));
  await page.reload();
  await page.locator('[role=alert] .empty-state').waitFor({ timeout: 30_000 });
};
const empty = (part: string, body: unknown) => async (page: Page) => {
  await page.route(`**${part}**`, (route) => route.fulfill({ json: body }));
  await page.reload();
  await page.locator('.empty-state').first().waitFor();
};

/** A person of several teams, who has given and withdrawn a good deal. */
const manyConsents = async (page: Page) => {
  const version = '2026-11-27';
  const withdrawnAt = '2026-11-28T01:30:00.000Z';
  const edition = { zh: '全球卓越工程师大赛 2026', en: 'Global Outstanding Engineers Competition 2026' };
  const entry = (number: number) => ({
    ...{ publicId: `entry-${number}`, title: `${'很长的项目名称'.repeat(5)} ${number}（虚构）`, edition },
  });
  const dated = (isGiven: boolean) => ({ version, givenAt: agreedAt, withdrawnAt: isGiven ? null : withdrawnAt });
  const purposes = ['publish-name', 'pass-to-district', 'pass-to-investor', 'live-broadcast'] as const;
  const basis = 'separate-consent';
  const consents = purposes.map((purpose, index) => {
    const isGiven = index % 2 === 0;
    return { ...dated(isGiven), purpose, basis, isGiven } satisfies Schemas['EntryConsentDto'];
  });
  const json: Schemas['OwnConsentsDto'] = {
    version,
    account: [
      { ...dated(true), purpose: 'account', basis: 'contract', isGiven: true },
      { ...dated(true), purpose: 'storage-in-china', basis, isGiven: true },
    ],
    entries: [1, 2, 3].map((number) => ({ entry: entry(number), consents })),
    history: consents.flatMap(({ purpose, isGiven }) =>
      [1, 2, 3].map((one) => ({ ...dated(isGiven), purpose, entry: entry(one) })),
    ),
  };
  await page.route('**/api/v1/my/consents', (route) => route.fulfill({ json }));
  await page.reload();
  await page.locator('.consent-entry summary').first().click();
};

/** Every page in every state worth a look; each is taken in both languages at three widths. */
export const screens: readonly Screen[] = [
  { name: 'home', as: 'public', path: () => '/' },
  { name: 'key-figures', as: 'public', path: () => '/key-figures' },
  {
    name: 'key-figures-definition',
    as: 'public',
    path: () => '/key-figures',
    prepare: async (page) => {
      await page.locator('.toggletip button').first().focus();
      await page.keyboard.press('Enter');
    },
  },
  { name: 'award-lists', as: 'public', path: () => '/award-lists' },
  {
    name: 'award-lists-empty',
    as: 'public',
    path: () => '/award-lists',
    prepare: empty('/public/award-lists', { lists: [] }),
  },
  { name: 'award-list', as: 'public', path: ({ awardList }) => `/award-lists/${awardList}` },
  {
    name: 'award-list-checked',
    as: 'public',
    path: ({ awardList }) => `/award-lists/${awardList}`,
    prepare: (page) => page.locator('.hash-check button').first().click(),
  },
  { name: 'award-lists-failing', as: 'public', path: () => '/award-lists', prepare: failing('/public/award-lists') },
  ...calibrationScreens,
  ...recheckScreens,
  ...formScreens,
  { name: 'not-found', as: 'public', path: () => '/no-such-page' },
  { name: 'sign-in', as: 'public', path: () => '/sign-in' },
  {
    name: 'sign-in-refused',
    as: 'public',
    path: () => '/sign-in',
    prepare: async (page) => {
      await page.locator('input[type=email]').fill('nobody@demo.invalid');
      await page.locator('input[type=password]').fill('not the password');
      await page.keyboard.press('Enter');
      await page.locator('.ant-alert').waitFor();
    },
  },
  { name: 'sign-in-first', as: 'public', path: () => '/judging' },
  { name: 'privacy', as: 'public', path: () => '/privacy' },
  { name: 'my-consents', as: 'team', path: () => '/my-consents' },
  { name: 'my-consents-empty', isVariant: true, as: 'organiser', path: () => '/my-consents' },
  { name: 'my-consents-crowded', isVariant: true, as: 'team', path: () => '/my-consents', prepare: manyConsents },
  { name: 'forgotten-password', as: 'public', path: () => '/forgotten-password' },
  {
    name: 'forgotten-password-sent',
    as: 'public',
    path: () => '/forgotten-password',
    prepare: async (page) => {
      await page.route('**/api/v1/passwords/links', (route) => route.fulfill({ status: 204, body: '' }));
      await page.locator('input[type=email]').fill('somebody@example.test');
      await page.keyboard.press('Enter');
      await page.locator('section.card').waitFor();
    },
  },
  { name: 'set-password', as: 'public', path: () => '/set-password#token=invented' },
  { name: 'set-password-incomplete', as: 'public', path: () => '/set-password' },
  { name: 'queue', as: 'judge', path: () => '/judging' },
  {
    name: 'queue-empty',
    as: 'judge',
    path: () => '/judging',
    prepare: empty('/my/assignments', {
      ...{ ordered: [], awaited: [], naming: [], stages: [], serverTime: '2026-11-23T12:00:00Z' },
    }),
  },
  ...wishScreens,
  ...offlineScreens,
  ...declarationScreens,
  ...sheetScreens,
  ...scorePaperScreens,
  ...copyScreens,
  ...eligibilityScreens,
  ...duplicateScreens,
  ...importScreens,
  { name: 'editions', as: 'organiser', path: () => '/organiser' },
  { name: 'stages', as: 'organiser', path: () => '/organiser/editions/goe-open' },
  ...wallScreens,
  ...judgePaperScreens,
  ...rankingScreens,
  ...analysisScreens,
  { name: 'advancement', as: 'organiser', path: ({ closedStage }) => `/organiser/stages/${closedStage}/advancement` },
  { name: 'award-list-versions', as: 'organiser', path: () => '/organiser/editions/small-2024/award-lists' },
  { name: 'award-list-blocked', as: 'organiser', path: () => '/organiser/editions/goe-open/award-lists' },
  { name: 'landing-intents', as: 'organiser', path: () => '/organiser/editions/xingyu-cup-2024/landing-intents' },
  {
    name: 'landing-confirmation',
    as: 'organiser',
    path: () => '/organiser/editions/xingyu-cup-2024/landing-intents',
    prepare: async (page) => {
      await page.locator('.data-table .ant-btn').first().click();
      await page.locator('[role=dialog] form').waitFor();
    },
  },
  { name: 'my-entries', as: 'team', path: () => '/entries' },
  { name: 'my-entries-empty', as: 'team', path: () => '/entries', prepare: empty('/my/entries', { entries: [] }) },
  { name: 'new-entry', as: 'team', path: () => '/entries/new?edition=goe-open' },
  ...entryScreens,
  ...teamScreens,
  ...passingScreens,
  ...mailScreens,
  ...organisationScreens,
  ...opinionScreens,
  ...recusalScreens,
  ...recusalOrderScreens,
  ...rosterScreens,
  ...unlockScreens,
  ...judgeInvitationScreens,
  ...assignmentScreens,
  ...drawScreens,
  ...candidateScreens,
  ...judgePoolScreens,
  ...crowdedScreens,
  ...faultScreens,
];
