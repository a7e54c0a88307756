import type { Page } from 'playwright-core';
import { agreedAt, answering, at, id, long, refused, type Schemas } from './answers.js';
import { judgeFacts } from './judge-pool-screens.js';
import type { Screen } from './screen.js';

const path = () => '/organiser/editions/goe-open/judges';
type State = Schemas['JudgeInvitationStateDto'];
const both = (text: string) => ({ zh: text, en: text });
const change = (index: number): Schemas['RosterChangeDto'] => ({
  ...{
    id: id(100 + index),
    name: index % 3 === 2 ? long.person : index % 2 === 0 ? '单仇欧阳（虚构）' : 'Ann Example',
  },
  ...{ kind: index % 3 === 1 ? null : 'technology', employer: long.organisation },
  ...{ organisation: index % 2 === 0 ? both(long.organisation) : null, proposedAt: at, isOwn: false },
  ...{ email: `judge${100 + index}@example.test`, account: index % 2 === 0 ? 'signs-in' : 'none', isOneself: false },
  ...{ change: index % 4 === 3 ? 'removal' : 'addition', reason: index % 4 === 3 ? long.sentence : null },
  ...{ proposedBy: index % 5 === 4 ? null : '组委会 Office' },
});
const roster = (
  changes: Schemas['RosterChangeDto'][],
  others = 1,
  addresses: Schemas['PendingAddressDto'][] = [],
): Schemas['JudgeRosterDto'] => ({
  ...{ judges: 312, changes, hash: '0123456789abcdef'.repeat(4), otherApprovers: others, addresses },
  last: { approvedBy: '王小明 Wang Xiaoming', approvedAt: at, hash: 'fedcba9876543210'.repeat(4) },
});
const edition = {
  zh: '全球卓越工程师大赛（开放演示届次·虚构）',
  en: 'Global Outstanding Engineers Competition (open demo edition, fictitious)',
};
const address = (index: number): Schemas['PendingAddressDto'] => ({
  ...{ id: id(index), name: index % 3 === 2 ? long.person : '单仇欧阳（虚构）', email: `judge${index}@example.test` },
  ...{ newEmail: index % 2 === 0 ? long.email : 'new@example.test', proposedBy: '组委会 Office', proposedAt: at },
  ...{ isOwn: index % 4 === 1, isOneself: index % 4 === 3 },
});
const addresses = [0, 1, 2, 3].map(address);
const some = [0, 1, 2, 3].map(change);
const none = { at: null, reason: null, commitment: null };
const states: [State, ...State[]] = [
  { ...none, state: 'accepted', at: agreedAt, commitment: '2026-11-27' },
  { ...none, state: 'declined', at, reason: long.sentence },
  { ...none, state: 'opened', at },
  { ...none, state: 'none' },
];
const places = ['on-roster', 'off-roster', 'addition-proposed', 'removal-proposed'] as const;
const judges: Schemas['JudgePageDto'] = {
  judges: places.map((place, index) => ({
    ...{ id: id(index), name: `单仇欧阳 ${index}（虚构）`, email: `judge${index}@example.test`, kind: 'technology' },
    ...judgeFacts(index),
    ...{
      hasSubmitted: true,
      newEmail: index === 1 ? long.email : null,
      employer: null,
      organisation: null,
      account: 'signs-in',
      place,
      invitation: states[index] ?? states[0],
    },
  })),
  ...{ total: 312, nextAfter: 4 },
};
const shown = (one: Schemas['JudgeRosterDto'], then = '.roster td') =>
  answering({ '/editions/goe-open/judge-roster': one, '/editions/goe-open/judges?**': judges }, then);

/** Has the approval be refused so, and asks for it. */
async function refusing(page: Page, code: 'not-allowed' | 'revision-stale'): Promise<void> {
  await page.route('**/judge-roster/approvals', refused(code));
  await page.locator('.roster > .ant-btn').click();
  await page.locator('[role=dialog] .ant-btn-primary').click();
}

/** The roster of judges on its way to a second person's approval, and what a judge sees meanwhile. */
export const rosterScreens: readonly Screen[] = [
  { name: 'judge-roster-waiting', as: 'approver', path, prepare: shown(roster(some)) },
  {
    ...{ name: 'judge-roster-approving', as: 'approver', path },
    prepare: async (page) => {
      await shown(roster([...some, { ...change(4), isOwn: true, proposedBy: '组委会 Office' }]))(page);
      await refusing(page, 'not-allowed');
      await page.locator('[role=dialog] .ant-alert').waitFor();
    },
  },
  {
    ...{ name: 'judge-roster-overtaken', as: 'approver', path },
    prepare: async (page) => {
      await shown(roster(some))(page);
      await refusing(page, 'revision-stale');
      await page.locator('.notice-text').waitFor();
    },
  },
  {
    ...{ name: 'judge-roster-nobody', isVariant: true, as: 'organiser', path },
    prepare: shown(roster(some, 0)),
  },
  {
    ...{ name: 'judge-roster-alone', isVariant: true, as: 'organiser', path },
    prepare: shown(
      roster(
        some.map((one) => ({ ...one, isOwn: true })),
        0,
      ),
    ),
  },
  {
    ...{ name: 'judge-roster-crowded', isVariant: true, as: 'approver', path },
    prepare: shown(roster(Array.from({ length: 60 }, (_, index) => change(index)))),
  },
  {
    ...{ name: 'judge-addresses-waiting', as: 'approver', path },
    prepare: shown(roster([], 1, addresses), '.pending-addresses td'),
  },
  {
    ...{ name: 'judge-address-approving', as: 'approver', path },
    prepare: async (page) => {
      await shown(roster([], 1, addresses), '.pending-addresses td')(page);
      await page.route('**/contact-change/approval', refused('account-beyond-office'));
      await page.locator('.pending-addresses .ant-btn').first().click();
      await page.locator('[role=dialog] .ant-btn-primary').click();
      await page.locator('[role=dialog] .ant-alert').waitFor();
    },
  },
  {
    ...{ name: 'judge-address-changing', as: 'organiser', path },
    prepare: async (page) => {
      await shown(roster([]), '.data-table .ant-btn')(page);
      await page.locator('.data-table th .ant-btn').first().click();
      await page.locator('[role=dialog] form').waitFor();
      await page.locator('[role=dialog] .ant-modal-footer .ant-btn-primary').click();
      await page.locator('.ant-form-item-explain-error').waitFor();
    },
  },
  {
    ...{ name: 'judge-removing', as: 'organiser', path },
    prepare: async (page) => {
      await shown(roster([]), '.data-table .ant-btn')(page);
      await page.locator('.data-table td:last-child .ant-btn').first().click();
      await page.locator('[role=dialog]').waitFor();
    },
  },
  {
    ...{ name: 'judge-removing-unreasoned', isVariant: true, as: 'organiser', path },
    prepare: async (page) => {
      await shown(roster([]), '.data-table .ant-btn')(page);
      await page.locator('.data-table td:last-child .ant-btn').first().click();
      await page.locator('[role=dialog] .ant-modal-footer .ant-btn-dangerous').click();
      await page.locator('.ant-form-item-explain-error').waitFor();
    },
  },
  {
    ...{ name: 'judge-invitation-taking-back', as: 'organiser', path },
    prepare: async (page) => {
      await shown(roster([]), '.data-table .ant-btn')(page);
      await page.locator('.data-table td:nth-child(4) .ant-btn + .ant-btn').click();
      await page.locator('[role=dialog]').waitFor();
    },
  },
  {
    ...{ name: 'queue-awaited', as: 'judge', path: () => '/judging' },
    prepare: answering(
      {
        '/my/assignments': {
          awaited: [{ slug: 'goe-open', isDemo: true, name: edition }],
          ...{ ordered: [], naming: [], stages: [], serverTime: at },
        } satisfies Schemas['JudgeQueueDto'],
      },
      '.queue-awaited',
    ),
  },
];
