import { answering, at, failing, id, later, long, refused, type Schemas } from './answers.js';
import type { Screen } from './screen.js';

const path = () => '/organiser/editions/goe-open/recusal-orders';
const both = (text: string) => ({ zh: text, en: text });
const states = ['awaited', 'confirmed', 'declined', 'taken-back'] as const;

const order = (index: number): Schemas['RecusalOrderDto'] => {
  const state = states[index % states.length] ?? 'awaited';
  const isOfJudge = index % 3 !== 2;
  return {
    ...{ id: id(index), state, role: isOfJudge ? 'judge' : 'organiser', entryNumber: index + 1 },
    ...{ person: index % 7 === 6 ? null : long.person, entryTitle: `${long.title}（虚构）` },
    ...{ reasonCode: 'adviser-of-the-team', reason: long.sentence, evidence: index % 5 === 4 ? null : long.sentence },
    ...{ handedTo: isOfJudge ? null : '组委会 Office', orderedBy: '组委会 Office', orderedAt: at },
    ...(state === 'awaited' ? { endedBy: null, endedAt: null } : { endedBy: long.person, endedAt: later }),
    ...{ endReason: state === 'declined' ? long.sentence : null, isOwn: index % 8 === 4 },
  };
};
const page = (count: number, changes: Partial<Schemas['RecusalOrdersDto']> = {}): Schemas['RecusalOrdersDto'] => ({
  edition: { slug: 'goe-open', name: both('全球卓越工程师大赛（虚构）'), isDemo: true },
  reader: id(900),
  judges: [0, 1, 2].map((index) => ({ id: id(index), name: `${long.person} ${index}` })),
  people: [900, 901, 902].map((index) => ({ id: id(index), name: `${long.person} ${index}`, takesCases: true })),
  orders: Array.from({ length: count }, (_, index) => order(index)),
  otherApprovers: 1,
  ...changes,
});
const part = '/editions/*/recusal-orders';
const shown = (one: Schemas['RecusalOrdersDto'], then: string) => answering({ [part]: one }, then);
const queue: Schemas['JudgeQueueDto'] = {
  ...{ awaited: [], naming: [], stages: [], serverTime: at },
  ordered: [true, false, false].map((isConfirmed, index) => ({
    ...{ position: index + 3, reasonCode: index === 2 ? null : 'adviser-of-the-team', isConfirmed, orderedAt: at },
    edition: { slug: 'goe-open', name: both('全球卓越工程师大赛（虚构）'), isDemo: true },
    stage: { key: 'online-review', name: { zh: '网络评审', en: 'Online review' } },
  })),
};

/** Recusals that one person orders and a second confirms, and what a judge is told of them. */
export const recusalOrderScreens: readonly Screen[] = [
  { name: 'recusal-orders', as: 'approver', path, prepare: shown(page(8), '.order-acts .ant-btn') },
  {
    ...{ name: 'recusal-orders-none', isVariant: true, as: 'organiser', path },
    prepare: shown(page(0, { judges: [], otherApprovers: 0 }), '.recusal-form'),
  },
  {
    ...{ name: 'recusal-orders-crowded', isVariant: true, as: 'approver', path },
    prepare: shown(page(60), '.order-acts .ant-btn'),
  },
  {
    ...{ name: 'recusal-orders-confirming', as: 'approver', path },
    prepare: async (browserPage) => {
      await shown(page(0, { orders: [order(8)] }), '.order-acts .ant-btn')(browserPage);
      await browserPage.locator('.order-acts .ant-btn').first().click();
      await browserPage.locator('[role=dialog] select').waitFor();
    },
  },
  {
    ...{ name: 'recusal-orders-declining', as: 'approver', path },
    prepare: async (browserPage) => {
      await shown(page(2), '.order-acts .ant-btn')(browserPage);
      await browserPage.locator('.order-acts .ant-btn').nth(1).click();
      await browserPage.locator('[role=dialog] textarea').waitFor();
    },
  },
  {
    ...{ name: 'recusal-orders-refused', as: 'organiser', path },
    prepare: async (browserPage) => {
      await shown(page(1), '.recusal-form')(browserPage);
      const refuse = refused('recusal-ordered');
      await browserPage.route('**/recusal-orders', (route) =>
        route.request().method() === 'POST' ? refuse(route) : route.fallback(),
      );
      const choices = browserPage.locator('.recusal-form .choice select');
      await choices.first().selectOption('organiser');
      await choices.nth(1).selectOption({ index: 1 });
      await choices.nth(2).selectOption({ index: 1 });
      await choices.last().selectOption({ index: 1 });
      await browserPage.locator('#order-entry').fill('12');
      for (const field of ['reason', 'evidence']) await browserPage.locator(`#order-${field}`).fill(long.sentence);
      await browserPage.locator('.recusal-form > .ant-btn').click();
      await browserPage.locator('[role=dialog] .ant-btn').last().click();
      await browserPage.locator('[role=dialog] .ant-alert').waitFor();
    },
  },
  { name: 'recusal-orders-error', as: 'organiser', path, prepare: failing(part) },
  {
    ...{ name: 'queue-ordered', as: 'judge', path: () => '/judging' },
    prepare: answering({ '/my/assignments': queue }, '.queue-awaited'),
  },
];
