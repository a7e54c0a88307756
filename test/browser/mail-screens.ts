import type { Page } from 'playwright-core';
import type { Screen } from './screen.js';

const outbox = '/organiser/editions/goe-open/messages';
const failing = (part: string) => async (page: Page) => {
  await page.route(`**/api/v1${part}**`, (route) => route.fulfill({ status: 500, body: '' }));
  await page.reload();
  await page.locator('[role=alert] .empty-state').waitFor({ timeout: 30_000 });
};
const answering = (part: string, body: unknown, shown: string) => async (page: Page) => {
  await page.route(`**/api/v1${part}**`, (route) => route.fulfill({ json: body }));
  await page.reload();
  await page.locator(shown).first().waitFor();
};

const texts = {
  zh: {
    subject: '报名将在 72 小时内截止（虚构创新创业大赛）',
    body: '您好！项目《一把会唱歌的螺丝刀（虚构）》仍是草稿，尚未提交。\n\n报名截止时间：2026年11月30日 23:59（北京时间，即协调世界时 15:59）',
    short:
      '【虚构创新创业大赛】项目《一把会唱歌的螺丝刀（虚构）》尚未提交，报名截止：2026年11月30日 23:59（北京时间，即协调世界时 15:59）。',
  },
  en: {
    subject: 'Entries close within 72 hours (Invented Contest)',
    body: 'Hello, “一把会唱歌的螺丝刀（虚构）” is still a draft and has not been submitted.\n\nEntries close: 30 November 2026, 23:59 Beijing time (15:59 UTC)',
    short:
      '[Invented Contest] Not submitted yet: “一把会唱歌的螺丝刀（虚构）”. Entries close: 30 November 2026, 23:59 Beijing time (15:59 UTC).',
  },
};
const id = (position: number) => `00000000-0000-4000-8000-${String(position).padStart(12, '0')}`;
const at = '2026-11-27T16:00:00.000Z';
const again = '2026-11-27T16:15:00.000Z';
const later = '2026-11-30T15:59:00.000Z';

const notices = Array.from({ length: 20 }, (_, index) => ({
  ...{ publicId: id(index), template: 'entry-deadline-reminder', texts, link: `/entries/${id(index)}` },
  ...{ recordedAt: at, readAt: index < 3 ? null : at },
}));
const states = ['waiting', 'held', 'sending', 'sent', 'failed'] as const;
const message = (index: number) => {
  const state = states[index % states.length];
  return {
    ...{ publicId: id(index), template: 'entry-deadline-reminder', state, nextAttemptAt: at, recordedAt: at },
    ...{ subject: { zh: texts.zh.subject, en: texts.en.subject }, recipient: '负责人·虚构 Invented Team Lead' },
    address: `a.rather.long.address.of.nobody.${index}@university-of-nowhere.example.invalid`,
    ...{ attempts: 2, lastError: state === 'failed' ? 'smtp-550' : null, readAt: index % 2 === 0 ? at : null },
    sentAt: state === 'sent' ? at : null,
  };
};
const crowded = {
  messages: Array.from({ length: 50 }, (_, index) => message(index)),
  counts: { waiting: 1204, held: 3, sending: 2, sent: 551, failed: 3 },
  nextCursor: id(49),
};
const failed = {
  ...{ ...message(4), locale: 'en', texts, link: `/entries/${id(1)}`, templateVersion: 1 },
  log: [
    { round: 1, number: 1, startedAt: at, endedAt: at, outcome: 'deferred', error: 'connection-lost' },
    { round: 1, number: 2, startedAt: again, endedAt: again, outcome: 'refused', error: 'smtp-550' },
  ],
};
const ofMessage = answering(`/editions/goe-open/messages/${id(4)}`, failed, '.message-facts');

/** What the platform writes to people, as they and the office see it. */
export const mailScreens: readonly Screen[] = [
  { name: 'messages', as: 'team', path: () => '/messages' },
  {
    name: 'messages-empty',
    isVariant: true,
    as: 'team',
    path: () => '/messages',
    prepare: answering('/my/notices', { notices: [], unread: 0, nextCursor: null }, '.empty-state'),
  },
  {
    name: 'messages-crowded',
    as: 'team',
    path: () => '/messages',
    prepare: async (page) => {
      const deadline = { publicId: id(1), title: '一把会唱歌的螺丝刀（虚构）', closesAt: later };
      const edition = { slug: 'goe-open', name: { zh: '虚构创新创业大赛', en: 'Invented Contest' } };
      await page.route('**/my/deadlines**', (route) =>
        route.fulfill({ json: { deadlines: [{ ...deadline, edition }] } }),
      );
      await answering('/my/notices', { notices, unread: 112, nextCursor: id(19) }, '.notice-unread')(page);
    },
  },
  { name: 'messages-failing', isVariant: true, as: 'team', path: () => '/messages', prepare: failing('/my/notices') },
  { name: 'outbox', as: 'organiser', path: () => outbox },
  {
    name: 'outbox-crowded',
    as: 'organiser',
    path: () => outbox,
    prepare: answering('/editions/goe-open/messages?', crowded, 'tbody tr'),
  },
  {
    name: 'outbox-none-found',
    isVariant: true,
    as: 'organiser',
    path: () => outbox,
    prepare: async (page) => {
      await page.locator('.outbox-filter input').fill('nobody@nowhere.invalid');
      await page.keyboard.press('Enter');
      await page.locator('tbody').waitFor({ state: 'detached' });
    },
  },
  {
    name: 'outbox-failing',
    isVariant: true,
    as: 'organiser',
    path: () => outbox,
    prepare: failing('/editions/goe-open/messages'),
  },
  { name: 'outbox-forbidden', isVariant: true, as: 'team', path: () => outbox },
  { name: 'message-failed', as: 'organiser', path: () => `${outbox}/${id(4)}`, prepare: ofMessage },
  {
    name: 'message-resend',
    as: 'organiser',
    path: () => `${outbox}/${id(4)}`,
    prepare: async (page) => {
      await ofMessage(page);
      await page.locator('.message-acts .ant-btn').click();
      await page.locator('[role=dialog]').waitFor();
    },
  },
  { name: 'message-templates', as: 'organiser', path: () => '/organiser/editions/goe-open/message-templates' },
];
