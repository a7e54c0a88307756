import type { Page } from 'playwright-core';
import { judgeCommitment } from '#domain';
import { agreedAt, later, long, refused, type Schemas } from './answers.js';
import type { Screen } from './screen.js';

const { version, zh, en } = judgeCommitment;
const preview: Schemas['JudgeInvitationPreviewDto'] = {
  edition: { zh: '全球卓越工程师大赛 2026', en: 'Global Outstanding Engineers Competition 2026' },
  ...{ name: long.person, expiresAt: later, signsIn: false, answer: null, answeredAt: null },
  commitment: { version, zh: [...zh], en: [...en] },
};
const path = () => '/judge-invitation#token=invented';
const opened =
  (changes: Partial<Schemas['JudgeInvitationPreviewDto']>, then = '.judge-invitation h2') =>
  async (page: Page) => {
    await page.route('**/judge-invitations/previews', (route) => route.fulfill({ json: { ...preview, ...changes } }));
    await page.reload();
    await page.locator(then).first().waitFor();
  };
const issued: Schemas['IssuedJudgeInvitationDto'] = {
  ...{ link: `/judge-invitation#token=${'a1B2'.repeat(10)}xyz`, code: 'ACDE-3479', locale: 'zh' },
  ...{ name: '单仇欧阳（虚构）', expiresAt: '2026-12-12T02:00:00.000Z' },
  texts: {
    zh: { subject: '邀请您担任评委', body: '邀请您担任评委', short: '【大赛】诚邀您担任评委。邀请码 ACDE-3479。' },
    en: { subject: 'Invitation', body: 'Invitation', short: '[Contest] You are invited to judge. Code ACDE-3479.' },
  },
};

/** The first judge of the list is the one who is invited, and stands there so afterwards. */
async function inviting(page: Page): Promise<void> {
  const none: Schemas['JudgeInvitationStateDto'] = { state: 'none', at: null, reason: null, commitment: null };
  let invitation = none;
  await page.route('**/editions/goe-open/judges?**', async (route) => {
    const response = await route.fetch();
    const told = (await response.json()) as Schemas['JudgePageDto'];
    const judges = told.judges.map((judge, index) =>
      index === 0 ? { ...judge, name: issued.name, invitation } : judge,
    );
    await route.fulfill({ response, json: { ...told, judges } });
  });
  await page.route('**/judges/*/invitation', (route) => {
    invitation = { ...none, state: 'invited', at: '2026-11-28T02:00:00.000Z' };
    return route.fulfill({ status: 201, json: issued });
  });
  await page.reload();
  await page.getByText(issued.name).first().waitFor();
}

/** An invitation to judge, as the person invited opens it and as the office makes it. */
export const judgeInvitationScreens: readonly Screen[] = [
  { name: 'judge-invitation-code', as: 'public', path: () => '/judge-invitation' },
  {
    ...{ name: 'judge-invitation-expired', as: 'public', path },
    prepare: async (page) => {
      await page.route('**/judge-invitations/previews', refused('judge-invitation-expired'));
      await page.reload();
      await page.locator('.judge-invitation .ant-alert').waitFor();
    },
  },
  { name: 'judge-invitation', as: 'public', path, prepare: opened({}) },
  {
    ...{ name: 'judge-invitation-in-wechat', as: 'public', isVariant: true },
    path: () => '/judge-invitation?in=wechat#token=invented',
    prepare: async (page) => {
      // The script stays with the tab, which shows other screens afterwards: it looks where it is.
      await page.addInitScript(
        `if (location.search === '?in=wechat')
          Object.defineProperty(navigator, 'userAgent', { value: 'MicroMessenger/8.0' })`,
      );
      await opened({}, '.judge-invitation > .ant-alert')(page);
    },
  },
  {
    ...{ name: 'judge-invitation-unsigned', as: 'public', path },
    prepare: async (page) => {
      await opened({})(page);
      await page.locator('.judge-invitation button[type=submit]').click();
      await page.locator('.ant-form-item-explain-error').first().waitFor();
    },
  },
  {
    ...{ name: 'judge-invitation-declining', as: 'public', path },
    prepare: async (page) => {
      await opened({})(page);
      await page.locator('.judge-invitation .decline').click();
      await page.locator('textarea').waitFor();
    },
  },
  { name: 'judge-invitation-sign-in', as: 'public', path, prepare: opened({ signsIn: true }) },
  {
    ...{ name: 'judge-invitation-accepted', as: 'judge', path },
    prepare: opened({ signsIn: true, answer: 'accepted', answeredAt: agreedAt }),
  },
  {
    ...{ name: 'judge-inviting', as: 'organiser', path: () => '/organiser/editions/goe-open/judges' },
    prepare: async (page) => {
      await page.locator('.data-table td:nth-child(4) .ant-btn').first().click();
      await page.locator('[role=dialog] form').waitFor();
    },
  },
  {
    ...{ name: 'judge-invited', as: 'organiser', path: () => '/organiser/editions/goe-open/judges' },
    prepare: async (page) => {
      await inviting(page);
      await page.locator('.data-table td:nth-child(4) .ant-btn').first().click();
      await page.locator('[role=dialog] button[type=submit]').click();
      await page.locator('.invitation-slip').waitFor();
    },
  },
];
