import { answering, at, failing, id, long, refused, type Schemas } from './answers.js';
import type { Screen } from './screen.js';

const path = ({ openStage }: { openStage: string }) => `/organiser/stages/${openStage}/conflict-candidates`;
const both = (text: string) => ({ zh: text, en: text });

const evidence: readonly (readonly Schemas['EvidenceDto'][])[] = [
  [
    { code: 'advisee', weight: 'asks', ofJudge: '李华 · 虚构大学', ofTeam: '李华 · 虚构大学深海工程研究院' },
    { code: 'family-name', weight: 'hints', ofJudge: '王小明', ofTeam: '王芳' },
  ],
  [
    {
      code: 'investment',
      weight: 'asks',
      ofJudge: '虚构机器人有限公司',
      ofTeam: `${long.person} · 虚构机器人有限公司`,
    },
  ],
  [{ code: 'co-author', weight: 'asks', ofJudge: '陈静', ofTeam: '陈静' }],
  [{ code: 'named-in-team', weight: 'asks', ofJudge: '王小明', ofTeam: '王小明 · 虚构大学' }],
];
const blocking: Schemas['EvidenceDto'][] = [
  { code: 'same-employer', weight: 'blocks', ofJudge: '虚构大学', ofTeam: '王芳 · Fictitious University' },
  { code: 'avoided-person', weight: 'blocks', ofJudge: '王小明', ofTeam: '王小明' },
  { code: 'rival-employer', weight: 'blocks', ofJudge: '虚构大学', ofTeam: 'Fictitious University · #27' },
];
const stateOf = (index: number) =>
  (['open', 'ordered', 'blocking', 'dismissed', 'confirmed'] as const)[index % 5] ?? 'open';
const candidate = (index: number, state: Schemas['CandidateDto']['state']): Schemas['CandidateDto'] => ({
  judge: { id: id(index), name: index % 6 === 5 ? null : index % 2 === 0 ? '王小明' : long.person },
  entry: { id: id(100 + index), number: index + 1, title: index % 3 === 0 ? long.title : '深海热液采样机器人（虚构）' },
  isCalibration: index % 7 === 3,
  evidence: state === 'blocking' ? blocking : [...(evidence[index % evidence.length] ?? [])],
  ...{ version: 'a'.repeat(64), state, dismissedAt: state === 'dismissed' ? at : null },
  reason: state === 'dismissed' ? '同名不同人，已电话核实。' : null,
});
const page = (rows: readonly Schemas['CandidateDto'][], total = rows.length): Schemas['CandidatePageDto'] => ({
  edition: { slug: 'goe-open', name: both('全球卓越工程师大赛（虚构）'), isDemo: true },
  stage: { key: 'preliminary', name: { zh: '初赛网评', en: 'Preliminary online review' } },
  ...{ isClosed: false, employerYears: 3, settingVersion: 0, total, candidates: [...rows] },
  counts: {
    open: rows.filter(({ state }) => state === 'open').length,
    ordered: rows.filter(({ state }) => state === 'ordered').length,
    blocking: rows.filter(({ state }) => state === 'blocking').length,
    confirmed: rows.filter(({ state }) => state === 'confirmed').length,
    dismissed: rows.filter(({ state }) => state === 'dismissed').length,
  },
});
const address = '/stages/*/conflict-candidates*';
const shown = (rows: readonly Schemas['CandidateDto'][], total?: number) =>
  answering({ [address]: page(rows, total) }, '.data-table');
const rows = (count: number, state?: Schemas['CandidateDto']['state']) =>
  Array.from({ length: count }, (_, index) => candidate(index, state ?? stateOf(index)));

/** What speaks for conflicts of interest, for whoever assigns judges. */
export const candidateScreens: readonly Screen[] = [
  {
    ...{ name: 'conflict-candidates', as: 'organiser', path },
    prepare: async (browserPage) => {
      await shown(rows(5))(browserPage);
      await browserPage.locator('.candidates-filter select').selectOption('');
    },
  },
  { ...{ name: 'conflict-candidates-none', isVariant: true, as: 'organiser', path }, prepare: shown([]) },
  {
    ...{ name: 'conflict-candidates-crowded', isVariant: true, as: 'organiser', path },
    prepare: shown(rows(50, 'open'), 340),
  },
  {
    ...{ name: 'conflict-candidates-confirming', as: 'organiser', path },
    prepare: async (browserPage) => {
      await shown(rows(5, 'blocking'))(browserPage);
      const refuse = refused('candidate-settled');
      await browserPage.route('**/confirmations', (route) => refuse(route));
      await browserPage.locator('.candidate-acts .ant-btn').first().click();
      await browserPage.locator('[role=dialog] .ant-btn').last().click();
      await browserPage.locator('[role=dialog] .ant-alert').waitFor();
    },
  },
  {
    ...{ name: 'conflict-candidates-ordering', as: 'organiser', path },
    prepare: async (browserPage) => {
      await shown(rows(5))(browserPage);
      const refuse = refused('recusal-ordered');
      await browserPage.route('**/recusal-orders', (route) => refuse(route));
      await browserPage.locator('.candidate-acts .ant-btn').first().click();
      for (const place of [0, 1]) {
        await browserPage.locator('[role=dialog] textarea').nth(place).fill(long.sentence);
      }
      await browserPage.locator('[role=dialog] .ant-btn').last().click();
      await browserPage.locator('[role=dialog] .ant-alert').waitFor();
    },
  },
  {
    ...{ name: 'conflict-candidates-dismissing', as: 'organiser', path },
    prepare: async (browserPage) => {
      await shown(rows(5))(browserPage);
      await browserPage.locator('.candidate-acts .ant-btn').nth(1).click();
      await browserPage.locator('[role=dialog] textarea').fill('同名不同人，已电话核实。');
    },
  },
  { name: 'conflict-candidates-error', as: 'organiser', path, prepare: failing(address) },
];
