import { answering, at, changing, failing, id, later, long, refused, type Schemas } from './answers.js';
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

const unlocks = (count: number, changes: Partial<Schemas['SheetUnlocksDto']> = {}): Schemas['SheetUnlocksDto'] => ({
  stage: { name: both('网评 Online review'), isOver: true, isSettled: false },
  edition: { slug: 'goe-open', name: both('全球卓越工程师大赛（虚构）'), isDemo: true },
  unlocks: Array.from({ length: count }, (_, index) => unlock(index)),
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
  { name: 'sheet-unlocks-error', as: 'organiser', path, prepare: failing('/stages/*/sheet-unlocks') },
  {
    ...{ name: 'score-sheet-unlocked', as: 'judge', path: ({ assignments }) => `/judging/${assignments[0]}` },
    prepare: changing('/assignments/*', { unlockedUntil: later }, '.entry-pane .criterion-hint'),
  },
];
