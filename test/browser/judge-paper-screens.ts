import { answering, failing, id, later, long, type Schemas } from './answers.js';
import type { Screen } from './screen.js';

const both = (text: string) => ({ zh: text, en: text });
const pathTo = (kind: string) => (facts: { openStage: string }) =>
  `/organiser/stages/${facts.openStage}/papers?kind=${kind}`;
const kinds = ['technology', 'management', 'venture-capital', null] as const;

const papers = (judges: number, leavesOut = false): Schemas['JudgePapersDto'] => ({
  stage: { id: id(1), key: 'final', kind: 'final', name: both('决赛 Final') },
  edition: { slug: 'goe-open', name: both('全球卓越工程师大赛（虚构）'), isDemo: true },
  window: {
    ...{ plannedOpensAt: '2026-11-22T01:00:00.000Z', plannedClosesAt: later, deadlineAt: null },
    ...{ openedAt: null, closedAt: null, isOpen: false },
  },
  leavesOut,
  panels: ['one', 'two'].map((key) => ({ key, name: both(`评审组 Panel ${key}`) })),
  judges: Array.from({ length: judges }, (_, index) => ({
    ...{ id: id(index), name: index % 6 === 5 ? null : `${long.person} ${index}`, kind: kinds[index % 4] ?? null },
    ...{ employer: index % 3 === 0 ? long.organisation : null, assigned: 16, submitted: index },
    seats: index % 5 === 4 ? [] : [{ panel: index % 2 ? 'two' : 'one', isChair: index < 2 }],
  })),
});
const entries: Schemas['ScheduledEntriesDto'] = {
  total: 24,
  entries: Array.from({ length: 24 }, (_, index) => ({
    ...{
      number: index + 1,
      title: `${long.title}（虚构）`,
      panel: index < 12 ? 'one' : 'two',
      order: (index % 12) + 1,
    },
  })),
};
const shown = (one: Schemas['JudgePapersDto'], then: string) =>
  answering({ '/stages/*/judge-papers': one, '/stages/*/judge-papers/entries*': entries }, then);

/** What an office prints for the judges of a stage. */
export const judgePaperScreens: readonly Screen[] = [
  {
    name: 'judge-schedule',
    as: 'organiser',
    path: pathTo('schedule'),
    prepare: shown(papers(9), '.judge-paper table'),
  },
  { name: 'judge-sign-in', as: 'organiser', path: pathTo('sign-in'), prepare: shown(papers(9), '.judge-paper table') },
  { name: 'judge-plates', as: 'organiser', path: pathTo('plates'), prepare: shown(papers(9), '.name-plate') },
  {
    ...{ name: 'judge-fees', as: 'organiser', path: pathTo('fees') },
    prepare: async (page) => {
      await shown(papers(9), '.fee-number input')(page);
      await page.locator('.fee-number input').first().fill('133.33');
    },
  },
  {
    ...{ name: 'judge-fees-wrong', isVariant: true, as: 'organiser', path: pathTo('fees') },
    prepare: async (page) => {
      await shown(papers(3), '.fee-number input')(page);
      await page.locator('.fee-number input').first().fill('12,5');
      await page.locator('.fee-number-fault').waitFor();
    },
  },
  {
    ...{ name: 'judge-fees-by-another', isVariant: true, as: 'organiser', path: pathTo('fees') },
    prepare: shown(papers(3, true), 'p.card'),
  },
  {
    ...{ name: 'judge-papers-none', isVariant: true, as: 'organiser', path: pathTo('sign-in') },
    prepare: shown(papers(0), '.empty-state'),
  },
  {
    ...{ name: 'judge-papers-failing', isVariant: true, as: 'organiser', path: pathTo('plates') },
    prepare: failing('/stages/*/judge-papers'),
  },
];
