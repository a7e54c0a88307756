import { answering, at, changing, failing, id, later, long, refused, type Schemas } from './answers.js';
import type { Page } from 'playwright-core';
import type { Screen } from './screen.js';

const path = ({ openStage }: { openStage: string }) => `/organiser/stages/${openStage}/sheet-unlocks`;
const both = (text: string) => ({ zh: text, en: text });
const states = ['requested', 'open', 'used', 'expired', 'taken-back'] as const;

const unlock = (index: number): Schemas['SheetUnlockDto'] => {
  const state = states[index % states.length] ?? 'requested';
  const isEnded = state !== 'requested';
  const isApproved = isEnded && state !== 'taken-back';
  return {
    ...{ id: id(index), state, hours: 4, revision: index % 3, reason: index % 2 === 0 ? long.sentence : '9.5 → 95' },
    ...{ judge: index % 4 === 3 ? null : long.person, entryNumber: index + 1, entryTitle: `${long.title}（虚构）` },
    ...{ requestedBy: '组委会 Office', requestedAt: at, isOwn: index % 10 === 5 },
    ...{ endedBy: isEnded ? '王小明 Wang Xiaoming' : null, endedAt: isEnded ? at : null },
    ...{ expiresAt: isApproved ? at : null, usedAt: state === 'used' ? at : null },
  };
};

const lateStates = ['waiting', 'asked', 'refused', 'accepted'] as const;
const lateLine = (index: number): Schemas['LateSheetLineDto'] => {
  const state = lateStates[index % lateStates.length] ?? 'waiting';
  const [revision, isDecided] = [index % 3, state === 'accepted' || state === 'refused'];
  return {
    ...{ id: id(index), judgeId: id(index), judge: index % 4 === 3 ? null : long.person, entry: id(index), state },
    ...{ entryNumber: index + 1, entryTitle: `${long.title}（虚构）`, revision, submittedAt: revision > 0 ? at : null },
    ...{ typedAt: index % 2 === 0 ? at : null, receivedAt: later, given: index === 3 ? 0 : 6, of: 6 },
    ...{ changed: revision > 0 ? index % 3 : 6, changesDeduction: index % 2 === 1, hasComments: index % 2 === 0 },
    ...{ decidedBy: isDecided ? '组委会 Office' : null, decidedAt: isDecided ? later : null },
    reason: state === 'refused' ? long.sentence : null,
  };
};
const late = (count: number) => Array.from({ length: count }, (_, index) => lateLine(index));

const unlocks = (count: number, changes: Partial<Schemas['SheetUnlocksDto']> = {}): Schemas['SheetUnlocksDto'] => ({
  stage: { name: both('网评 Online review'), isOver: true, isSettled: false },
  edition: { slug: 'goe-open', name: both('全球卓越工程师大赛（虚构）'), isDemo: true },
  unlocks: Array.from({ length: count }, (_, index) => unlock(index)),
  late: [],
  judges: [0, 1, 2].map((index) => ({ id: id(index), name: `${long.person} ${index}`, sheets: 12 })),
  otherApprovers: 1,
  ...changes,
});
const sheets: Schemas['JudgeSheetsDto'] = {
  sheets: [0, 1, 2].map((index) => ({
    ...{ entry: id(index), entryNumber: index + 1, entryTitle: `${long.title}（虚构）` },
    ...{ revision: index, hasDraft: index === 0 },
  })),
};
const shown = (one: Schemas['SheetUnlocksDto'], then: string) =>
  answering({ '/stages/*/sheet-unlocks': one, '/stages/*/judges/*/sheets': sheets }, then);

const reReviewPath = ({ openStage }: { openStage: string }) => `/organiser/stages/${openStage}/re-reviews`;
const reReview = (index: number): Schemas['ReReviewDto'] => {
  const state = (['open', 'done', 'called-off'] as const)[index % 3] ?? 'open';
  const [ended, judges] = [state === 'called-off', 5];
  return {
    ...{ id: id(index), entryNumber: index + 1, entryTitle: `${long.title}（虚构）`, state, judges },
    ...{ reason: index === 4 ? null : long.sentence, again: state === 'done' ? judges : index % 5 },
    ...{ orderedBy: index === 4 ? null : long.person, orderedAt: at },
    ...{ endedBy: ended ? '组委会 Office' : null, endedAt: ended ? later : null },
  };
};
const reReviews = (count: number, isOver = false): Schemas['ReReviewsDto'] => ({
  stage: { name: both('网评 Online review'), isOver, isSettled: false },
  edition: { slug: 'goe-open', name: both('全球卓越工程师大赛（虚构）'), isDemo: true },
  reReviews: Array.from({ length: count }, (_, index) => reReview(index)),
});
const reviewed = (one: Schemas['ReReviewsDto']) => answering({ '/stages/*/re-reviews': one }, '.unlock-form');

/** Judging is over for the judge, and the office has what came too late. */
const overJudging = (state: 'waiting' | 'accepted' | 'refused') => async (page: Page) => {
  await page.route(/\/api\/v1\/assignments\/[^/]+$/, async (route) => {
    const response = await route.fetch();
    const sheet = (await response.json()) as Schemas['AssignmentDto'];
    const judging = { ...sheet.window, isOpen: state === 'accepted', closedAt: at };
    const given = { scores: { [firstCriterion(sheet)]: '9' }, deduction: null, comments: null };
    const own = { ...given, typedAt: at, receivedAt: at, state, reason: state === 'refused' ? long.sentence : null };
    const draft = { ...given, version: 2, updatedAt: at };
    const open = state === 'accepted' ? { draft, unlockedUntil: later } : {};
    await route.fulfill({ response, json: { ...sheet, window: judging, late: own, ...open } });
  });
  await page.reload();
  await page.locator('.undelivered').waitFor();
};
const firstCriterion = ({ rules }: Schemas['AssignmentDto']) =>
  (rules as { rubric: { criteria: { key: string }[] } }).rubric.criteria[0]?.key ?? '';

/** Sheets that two persons open once more after judging. */
export const unlockScreens: readonly Screen[] = [
  { name: 'sheet-unlocks', as: 'approver', path, prepare: shown(unlocks(5), '.unlock-acts .ant-btn') },
  { name: 'sheet-unlocks-none', as: 'organiser', path, prepare: shown(unlocks(0), '.unlock-form') },
  {
    ...{ name: 'sheet-unlocks-still-open', isVariant: true, as: 'organiser', path },
    prepare: shown(unlocks(0, { stage: { name: both('网评'), isOver: false, isSettled: false } }), 'p.card'),
  },
  {
    ...{ name: 'sheet-unlocks-crowded', isVariant: true, as: 'approver', path },
    prepare: shown(unlocks(60, { otherApprovers: 0 }), '.unlock-acts .ant-btn'),
  },
  {
    ...{ name: 'sheet-unlocks-asking', as: 'organiser', path },
    prepare: async (page) => {
      await shown(unlocks(2), '.unlock-form')(page);
      const refuse = refused('sheet-unlock-requested');
      await page.route('**/sheet-unlocks', (route) =>
        route.request().method() === 'POST' ? refuse(route) : route.fallback(),
      );
      const [judge, entry] = [page.locator('.choice select').nth(0), page.locator('.choice select').nth(1)];
      await judge.selectOption({ index: 1 });
      await entry.locator('option').nth(2).waitFor({ state: 'attached' });
      await entry.selectOption({ index: 2 });
      await page.locator('#unlock-reason').fill(long.sentence);
      await page.locator('.unlock-form > .ant-btn').click();
      await page.locator('.unlock-form .ant-alert').waitFor();
    },
  },
  {
    ...{ name: 'sheet-unlocks-approving', as: 'approver', path },
    prepare: async (page) => {
      await shown(unlocks(2), '.unlock-acts .ant-btn')(page);
      await page.locator('.unlock-acts .ant-btn-primary').first().click();
      await page.locator('[role=dialog]').waitFor();
    },
  },
  {
    ...{ name: 'late-sheets', as: 'organiser', path },
    prepare: shown(unlocks(2, { late: late(5) }), '.unlock-acts .ant-btn'),
  },
  {
    ...{ name: 'late-sheets-accepting', as: 'organiser', path },
    prepare: async (page) => {
      await shown(unlocks(0, { late: late(1) }), '.unlock-acts .ant-btn')(page);
      await page.locator('.unlock-acts .ant-btn-primary').click();
      await page.locator('[role=dialog] .choice').waitFor();
    },
  },
  {
    ...{ name: 'late-sheets-refusing', as: 'organiser', path },
    prepare: async (page) => {
      await shown(unlocks(0, { late: late(1) }), '.unlock-acts .ant-btn')(page);
      await page.locator('.unlock-acts .ant-btn').nth(1).click();
      await page.locator('[role=dialog] #late-reason').fill(long.sentence);
    },
  },
  ...(['waiting', 'accepted', 'refused'] as const).map((state) => ({
    ...{ name: `score-sheet-late-${state}`, as: 'judge' as const },
    path: ({ assignments }: { assignments: readonly string[] }) => `/judging/${assignments[0]}`,
    prepare: overJudging(state),
  })),
  { name: 're-reviews', as: 'organiser', path: reReviewPath, prepare: reviewed(reReviews(5)) },
  {
    ...{ name: 're-reviews-afterwards', isVariant: true, as: 'organiser', path: reReviewPath },
    prepare: reviewed(reReviews(0, true)),
  },
  {
    ...{ name: 're-reviews-calling-off', as: 'organiser', path: reReviewPath },
    prepare: async (page) => {
      await reviewed(reReviews(1))(page);
      await page.locator('.data-table tbody .ant-btn').click();
      await page.locator('[role=dialog]').waitFor();
    },
  },
  { name: 're-reviews-error', as: 'organiser', path: reReviewPath, prepare: failing('/stages/*/re-reviews') },
  {
    ...{ name: 'score-sheet-asked-again', as: 'judge', path: ({ assignments }) => `/judging/${assignments[0]}` },
    prepare: changing('/assignments/*', { asksAgain: true }, '.undelivered'),
  },
  { name: 'sheet-unlocks-error', as: 'organiser', path, prepare: failing('/stages/*/sheet-unlocks') },
  {
    ...{ name: 'score-sheet-unlocked', as: 'judge', path: ({ assignments }) => `/judging/${assignments[0]}` },
    prepare: changing('/assignments/*', { unlockedUntil: later }, '.entry-pane .criterion-hint'),
  },
];
