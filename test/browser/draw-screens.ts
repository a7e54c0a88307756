import { type DrawDocument, drawHash } from '#domain/draw/draw-document';
import { drawnLines } from '#domain/draw/drawn-lines';
import { canonicalJson } from '#domain';
import { answering, at, failing, id, later, long, refused, type Schemas } from './answers.js';
import type { DemoFacts, Screen } from './screen.js';

const list = ({ openStage }: DemoFacts) => `/organiser/stages/${openStage}/draw`;
const one = (facts: DemoFacts) => `${list(facts)}/${id(1)}`;
const both = (text: string) => ({ zh: text, en: text });

const stage = (isClosed = false): Schemas['DrawStageDto'] => ({
  ...{ id: id(9), name: both('决赛 Final'), isClosed },
  edition: { slug: 'goe-open', name: both('全球卓越工程师大赛（虚构）'), isDemo: true },
});
const panels = [1, 2].map((number) => ({
  ...{ id: id(number), key: `panel-${number}`, name: both(`第 ${number} 组 Panel ${number}`) },
}));

/** Judges of whom some are kept out; the last of them has a name as long as names get. */
const documentOf = (count: number): DrawDocument => ({
  ...{
    schema: 1,
    stage: id(9),
    kind: 'judges',
    panel: 'panel-1',
    panels: [],
    fieldGroup: null,
    passesConflicted: true,
  },
  judges: { seats: 5, reserves: 2, kindsWanted: [{ kind: 'technology', atLeast: 2 }], mostPerEmployer: 1 },
  members: Array.from({ length: count }, (_, index) => ({
    ...{ id: id(index), group: index % 2 === 0 ? 'technology' : 'management', employer: `employer ${index % 9}` },
    ...{ panel: null, excluded: index % 7 === 6 ? ('conflicted' as const) : null },
  })),
});
const nameOf = (index: number) => (index === 2 ? long.person : `虚构评委 ${index}`);
const seed = '3267.19';

const draw = (changes: Partial<Schemas['DrawDto']> = {}): Schemas['DrawDto'] => ({
  ...{ id: id(1), number: 1, kind: 'judges', way: 'seed', state: 'committed', hash: drawHash(documentOf(14)) },
  panel: { key: 'panel-1', name: both('第 1 组 Panel 1') },
  ...{
    seedSource: '2026 年 11 月 27 日上证指数收盘点位（虚构）',
    seedKnownFrom: later,
    isSeedKnown: false,
    seed: null,
  },
  ...{ drawnAt: null, place: '重庆国际会议中心三层', drawer: '李华（虚构）', supervisor: '纪检监察 周敏（虚构）' },
  ...{ reason: null, replaces: null, replacedAt: null, recordedBy: '组委会 Office', recordedAt: at, seededBy: null },
  ...{ endedBy: null, endedAt: null, endReason: null, isOwn: true, files: 0, ...changes },
});
const drawn = { state: 'drawn', seed, drawnAt: at, seededBy: '组委会 Office', isSeedKnown: true } as const;

function minute(changes: Partial<Schemas['DrawDto']>, more: Partial<Schemas['DrawMinuteDto']> = {}) {
  const document = documentOf(14);
  const shown = draw(changes);
  const index = (member: string) => document.members.findIndex((judge) => judge.id === member);
  const lines = drawnLines(document, seed).map(({ panel, ...line }, position) => ({
    ...{ ...line, position: position + 1, judgeId: line.member, name: nameOf(index(line.member)) },
    ...{ panel: panel === null ? null : { key: panel, name: both('第 1 组 Panel 1') }, kind: null, employer: null },
    ...{ isCalled: false, hasLeft: false, absence: line.outcome === 'seat' && line.place === 1 ? 'declined' : null },
  }));
  return {
    ...{ stage: stage(), draw: shown, canonical: canonicalJson(document), calls: [], files: [] },
    pool: document.members.map(({ id: member, excluded }, at_) => ({ id: member, name: nameOf(at_), excluded })),
    ...{ lines: shown.seed === null ? [] : lines, otherApprovers: 1, ...more },
  };
}

const desk = (changes: object = {}): Schemas['DrawDeskDto'] => ({
  ...{ stage: stage(), panels, fieldGroups: [{ id: id(3), name: both('先进材料 Advanced materials') }] },
  ...{ draws: [], isBegun: false, otherApprovers: 1, ...changes },
});
const pool = {
  members: Array.from({ length: 12 }, (_, index) => ({
    ...{
      id: id(index),
      name: nameOf(index),
      kind: null,
      fieldGroup: null,
      employer: index === 2 ? long.organisation : null,
    },
    excluded: index % 5 === 4 ? 'unavailable' : null,
  })),
};
const draws = [
  draw({ id: id(4), number: 4, kind: 'order', panel: null, way: 'hand', ...drawn, seed: null, files: 1 }),
  draw({ id: id(3), number: 3, ...drawn, state: 'confirmed', replaces: 2, reason: '名额有误' }),
  draw({ id: id(2), number: 2, ...drawn, state: 'confirmed', replacedAt: at }),
  draw({ state: 'taken-back', endedAt: at, endedBy: '组委会 Office', endReason: long.sentence }),
];
const asked = (answer: unknown, then: string) =>
  answering({ '/stages/*/draws': answer, '/stages/*/draw-pool*': pool }, then);
const read = (answer: unknown, then: string) => answering({ '/stages/*/draws/*': answer }, then);

/** Draws of judges, panels and the order of appearance. */
export const drawScreens: readonly Screen[] = [
  { name: 'draws', as: 'organiser', path: list, prepare: asked(desk({ draws }), '.draw-pool') },
  { name: 'draws-none', isVariant: true, as: 'organiser', path: list, prepare: asked(desk(), '.draw-pool') },
  {
    ...{ name: 'draws-begun', isVariant: true, as: 'organiser', path: list },
    prepare: asked(desk({ draws, isBegun: true }), '.data-table table'),
  },
  {
    ...{ name: 'draws-by-hand', as: 'organiser', path: list },
    prepare: async (page) => {
      await asked(desk(), '.draw-pool')(page);
      await page.route('**/draws/by-hand', refused('draw-begun'));
      await page.locator('.draw-form .choice select').nth(1).selectOption('hand');
      await page.locator('input[type=datetime-local]').fill('2026-11-23T20:00');
      await page.locator('.draw-hand textarea').fill(`${nameOf(0)}\n${nameOf(1)}`);
      await page.locator('.draw-hand table').waitFor();
      await page.locator('.draw-form > .draw-acts .ant-btn').click();
      await page.locator('.draw-form .ant-alert').waitFor();
      await page.locator('.draw-hand textarea').fill(`${nameOf(0)}\n${nameOf(1)}\n${long.person}x`);
      await page.locator('.draw-unread li').waitFor();
    },
  },
  { name: 'draws-error', as: 'organiser', path: list, prepare: failing('/stages/*/draws') },
  { name: 'draw-fixed', as: 'organiser', path: one, prepare: read(minute({}), '.draw-minute table') },
  {
    ...{ name: 'draw-drawn', as: 'approver', path: one },
    prepare: async (page) => {
      await read(minute({ ...drawn, isOwn: false }), '.draw-verification')(page);
      await page.locator('.draw-standing .ant-btn-primary').click();
      await page.locator('[role=dialog]').waitFor();
    },
  },
  {
    ...{ name: 'draw-in-effect', as: 'organiser', path: one },
    prepare: read(
      minute(
        { ...drawn, state: 'confirmed', endedBy: '王小明 Wang Xiaoming', endedAt: at, files: 1 },
        {
          files: [{ id: id(5), name: long.file, size: 734_003_200, sha256: 'ab'.repeat(32), uploadedAt: at }],
          calls: [
            {
              ...{
                left: '虚构评委 5',
                called: long.person,
                absence: 'declined',
                calledBy: '组委会 Office',
                calledAt: at,
              },
              passed: [{ judge: id(8), absence: 'unavailable' }],
            },
          ],
        },
      ),
      '.draw-evidence table',
    ),
  },
  { name: 'draw-error', as: 'organiser', path: one, prepare: failing('/stages/*/draws/*') },
];
