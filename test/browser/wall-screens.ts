import type { Page } from 'playwright-core';
import { answering, at, failing, id, later, long, type Schemas } from './answers.js';
import type { Screen } from './screen.js';

const path = ({ openStage }: { openStage: string }) => `/organiser/stages/${openStage}`;
const both = (text: string) => ({ zh: text, en: text });

const judge = (index: number): Schemas['WallJudgeDto'] => ({
  ...{ id: id(index), name: index % 7 === 6 ? null : `${long.person} ${index}` },
  ...{ assigned: 29, submitted: (index * 5) % 30, drafts: index % 3, lastSubmittedAt: index % 2 ? at : null },
  declarationsOwed: index % 4 === 1 ? 7 : 0,
  panels: index % 5 === 0 ? [] : [both(`第${index % 4}评审组 Panel ${index % 4}`)],
  ...(index % 3 === 0 ? { remindedAt: at, remindedBy: '组委会 Office' } : { remindedAt: null, remindedBy: null }),
});
const part = (name: string) => ({ name: both(name), assignments: 290, submitted: 181, drafts: 12 });

const wall = (judges: number, changes: Partial<Schemas['WallDto']> = {}): Schemas['WallDto'] => ({
  stage: { id: id(1), key: 'review', kind: 'online-review', name: both('网评 Online review') },
  edition: { slug: 'goe-open', name: both('全球卓越工程师大赛（虚构）'), isDemo: true },
  window: {
    ...{ plannedOpensAt: '2026-11-01T00:00:00.000Z', plannedClosesAt: later, deadlineAt: null },
    ...{ openedAt: '2026-11-01T00:00:00.000Z', closedAt: null, isOpen: true },
  },
  totals: { entries: 1763, assignments: 8815, submitted: 4270, drafts: 612, revised: 41, unlocked: 2, judges },
  judges: Array.from({ length: judges }, (_, index) => judge(index)),
  tracks: ['揭榜攻坚赛 Open Challenge', '创新挑战赛 Innovation Challenge'].map(part),
  panels: ['第一评审组 Panel one', `${long.organisation} Panel two`].map((name) => ({ ...part(name), entries: 58 })),
  coverage: { floor: 3, below: 12, complete: 730 },
  ...{ asksDeclarations: true, leavesOut: false, pending: 3, run: null },
  ...changes,
});
const shown = (one: Schemas['WallDto']) => answering({ '/stages/*/wall': one }, '.sheet-progress');
const reminder: Schemas['JudgeReminderDto'] = {
  texts: {
    zh: {
      subject: '请在截止前完成评分（虚构）',
      body: `各位评委：\n${long.title}尚有评分表未提交。`,
      short: '请完成评分（虚构）',
    },
    en: {
      subject: 'Please finish your score sheets (invented)',
      body: 'Some of your sheets are still to be submitted.',
      short: 'Please finish your sheets (invented)',
    },
  },
  link: '/judging',
};
const remind = async (page: Page) => {
  await page.route('**/judge-reminder', (route) => route.fulfill({ json: reminder }));
  await page.locator('.wall-remind').first().click();
  await page.locator('[role=dialog] .wall-reminder').first().waitFor();
};

const part50 = Array.from({ length: 50 }, (_, index) => index);
const head = { stage: wall(0).stage, edition: wall(0).edition, leavesOut: false };
const coverage: Schemas['WallCoverageListDto'] = {
  ...{ ...head, floor: 3, total: 212 },
  entries: part50.map((index) => ({
    ...{
      number: index + 1,
      title: `${long.title}（虚构）`,
      assigned: index % 6,
      submitted: index % 3,
      drafts: index % 2,
    },
    ...{ recused: index % 4, panel: index % 2 ? { zh: '第一评审组', en: 'Panel one' } : null },
  })),
};
const states = ['not-begun', 'draft', 'submitted', 'revised', 'suspended', 'recused'] as const;
const map = (judges: number): Schemas['WallMapDto'] => ({
  ...{ ...head, total: 1763 },
  judges: Array.from({ length: judges }, (_, index) => ({ id: id(index), name: `${long.person} ${index}` })),
  entries: part50.map((index) => ({
    ...{ number: index + 1, title: `${long.title}（虚构）` },
    cells: [0, 1, 2, 3, 4].map((step) => ({
      ...{ judge: id((index * 7 + step * 3) % judges), state: states[(index + step) % states.length] ?? 'draft' },
    })),
  })),
});
const changes = (lines: number): Schemas['WallChangesDto'] => ({
  ...{ ...head, since: lines > 0 ? at : null, until: later },
  counts:
    lines > 0
      ? [
          { kind: 'submitted' as const, count: 181 },
          { kind: 'recused' as const, count: 2 },
        ]
      : [],
  lines: Array.from({ length: lines }, (_, index) => ({
    ...(index === 0 ? { number: null, title: null } : { number: index, title: `${long.title}（虚构）` }),
    ...{ kind: index === 0 ? ('moved' as const) : ('submitted' as const), judge: index === 0 ? null : long.person },
  })),
});
const pathTo = (name: string) => (facts: { openStage: string }) => `${path(facts)}/${name}`;
const details: readonly Screen[] = [
  {
    ...{ name: 'wall-coverage', as: 'organiser', path: pathTo('coverage') },
    prepare: answering({ '/stages/*/wall-coverage*': coverage }, '.data-table'),
  },
  {
    ...{ name: 'wall-coverage-complete', isVariant: true, as: 'organiser', path: pathTo('coverage') },
    prepare: answering({ '/stages/*/wall-coverage*': { ...coverage, total: 0, entries: [] } }, '.data-table'),
  },
  {
    ...{ name: 'wall-map', as: 'organiser', path: pathTo('sheet-map') },
    prepare: answering({ '/stages/*/wall-map*': map(300) }, '.sheet-map'),
  },
  {
    ...{ name: 'wall-map-columns', as: 'organiser', path: pathTo('sheet-map') },
    prepare: answering({ '/stages/*/wall-map*': map(12) }, '.sheet-map'),
  },
  {
    name: 'wall-map-failing',
    isVariant: true,
    as: 'organiser',
    path: pathTo('sheet-map'),
    prepare: failing('/stages/*/wall-map*'),
  },
  {
    ...{ name: 'wall-changes', as: 'organiser', path: pathTo('changes') },
    prepare: answering({ '/stages/*/wall-changes*': changes(50) }, '.data-table table'),
  },
  {
    ...{ name: 'wall-changes-none', isVariant: true, as: 'organiser', path: pathTo('changes') },
    prepare: answering({ '/stages/*/wall-changes*': changes(0) }, '.data-table'),
  },
];

/** How far a stage's judging is, as its office watches it. */
export const wallScreens: readonly Screen[] = [
  { name: 'wall-open', as: 'organiser', path },
  { name: 'wall-closed', as: 'organiser', path: ({ closedStage }) => `/organiser/stages/${closedStage}` },
  {
    ...{ name: 'wall-closing', as: 'organiser', path },
    prepare: async (page) => {
      await page.locator('.page-actions .ant-btn').click();
      await page.locator('[role=dialog] .ant-btn-dangerous').click();
      await page.locator('.blockers').waitFor();
    },
  },
  { name: 'wall-forbidden', as: 'team', path },
  { name: 'wall-crowded', as: 'organiser', path, prepare: shown(wall(120)) },
  {
    ...{ name: 'wall-leaves-out', isVariant: true, as: 'organiser', path },
    prepare: shown(wall(3, { leavesOut: true, pending: null })),
  },
  {
    ...{ name: 'wall-reminding', as: 'organiser', path },
    prepare: async (page) => {
      await shown(wall(5))(page);
      await remind(page);
    },
  },
  ...details,
];
