import { interestDeclaration } from '#domain/roster/interest-declaration';
import { answering, at, changing, failing, id, long, refused, type Schemas } from './answers.js';
import type { Screen } from './screen.js';

const path = () => '/judging/declaration/goe-open/preliminary';
const both = (text: string) => ({ zh: text, en: text });

const people: Schemas['ListedPersonDto'][] = [
  { role: 'lead', name: long.person, organisation: '虚构大学深海工程研究院' },
  { role: 'member', name: '李华', organisation: '虚构机器人有限公司' },
  { role: 'adviser', name: '陈静', organisation: null },
];
const team = (index: number): Schemas['OwnTeamDto'] => ({
  ...{ assignment: id(index), position: index + 1, isOfOwnEmployer: index < 2 },
  title: index % 3 === 0 ? long.title : `深海热液采样机器人（虚构）${index + 1}`,
  people: index === 3 ? [] : people.slice(0, index % 2 === 0 ? 3 : 2),
});
const desk = (count: number, declared = 0): Schemas['DeclarationDeskDto'] => ({
  edition: { slug: 'goe-open', name: both('全球卓越工程师大赛（虚构）'), isDemo: true },
  stage: { key: 'preliminary', name: { zh: '初赛网评', en: 'Preliminary online review' } },
  teams: Array.from({ length: count }, (_, index) => team(index)),
  ...{ declared, declaredAt: declared > 0 ? at : null },
  text: { version: interestDeclaration.version, zh: [...interestDeclaration.zh], en: [...interestDeclaration.en] },
});
const address = '/my/declarations/*/*';
const shown = (count: number, then: string, declared = 0) => answering({ [address]: desk(count, declared) }, then);

const interests: Schemas['InterestStatementDto'] = {
  edition: { slug: 'goe-open', name: both('全球卓越工程师大赛（虚构）'), isDemo: true },
  ...{ number: 2, recordedAt: at, isOpen: true },
  interests: [
    { kind: 'employer', name: '虚构大学深海工程研究院', unit: null, fromYear: 2015, untilYear: null },
    { kind: 'employer', name: '虚构机器人有限公司', unit: null, fromYear: 2009, untilYear: 2015 },
    { kind: 'advisee', name: long.person, unit: '虚构大学', fromYear: null, untilYear: null },
    { kind: 'co-author', name: '陈静', unit: null, fromYear: null, untilYear: null },
  ],
};
const changedElsewhere: Schemas['InterestStatementDto'] = {
  ...{ ...interests, number: 3 },
  interests: [
    ...interests.interests.slice(1),
    { kind: 'investment', name: '虚构深海装备有限公司', unit: null, fromYear: null, untilYear: null },
  ],
};
const named = (changes: Partial<Schemas['InterestStatementDto']>) =>
  answering({ '/my/interests/*': { ...interests, ...changes } }, '.interests-form');
const namingPath = () => '/judging/interests/goe-open';

const owed = (part: number) => ({
  name: part === 1 ? 'queue-declaration-owed' : 'queue-declaration-owed-in-part',
  ...{ as: 'judge' as const, path: () => '/judging' },
  prepare: async (page: Parameters<NonNullable<Screen['prepare']>>[0]) => {
    await page.route('**/api/v1/my/assignments', async (route) => {
      const response = await route.fetch();
      const body = (await response.json()) as Schemas['JudgeQueueDto'];
      const stages = body.stages.map((stage) => ({
        ...stage,
        assignments: stage.assignments.map((line, index) => ({
          ...line,
          isDeclarationOwed: line.state === 'untouched' && index % part === 0,
        })),
      }));
      await route.fulfill({ response, json: { ...body, stages } });
    });
    await page.reload();
    await page.locator('.declaration-owed').first().waitFor();
  },
});

/** What a judge declares before entries open. */
export const declarationScreens: readonly Screen[] = [
  owed(1),
  { ...owed(4), isVariant: true },
  { name: 'declaration', as: 'judge', path, prepare: shown(6, '.declaration-team') },
  { ...{ name: 'declaration-crowded', isVariant: true, as: 'judge', path }, prepare: shown(60, '.declaration-team') },
  { ...{ name: 'declaration-again', isVariant: true, as: 'judge', path }, prepare: shown(1, '.declaration-team', 24) },
  { name: 'declaration-done', as: 'judge', path, prepare: shown(0, '.declaration-done', 24) },
  {
    name: 'declaration-refused',
    ...{ as: 'judge', path },
    prepare: async (page) => {
      await shown(6, '.declaration-team')(page);
      const refuse = refused('declaration-changed');
      await page.route('**/my/declarations/**', (route) =>
        route.request().method() === 'POST' ? refuse(route) : route.fallback(),
      );
      const choices = page.locator('.declaration-team select');
      await choices.nth(0).selectOption('same-organisation');
      await choices.nth(2).selectOption('family');
      await page.locator('.declaration-statement .ant-btn').click();
      await page.locator('[role=dialog] input[type=checkbox]').check();
      await page.locator('[role=dialog] .ant-btn').last().click();
      await page.locator('[role=dialog] .ant-alert').waitFor();
    },
  },
  {
    name: 'declaration-own-employer',
    ...{ isVariant: true, as: 'judge', path },
    prepare: async (page) => {
      await shown(6, '.declaration-team')(page);
      await page.locator('.declaration-statement .ant-btn').click();
      await page.locator('[role=dialog] input[type=checkbox]').waitFor();
    },
  },
  {
    name: 'declaration-sought',
    ...{ isVariant: true, as: 'judge', path },
    prepare: async (page) => {
      await shown(6, '.declaration-team')(page);
      await page.locator('.declaration-search input').fill('no such team');
      await page.locator('.declaration-team').first().waitFor({ state: 'detached' });
    },
  },
  {
    name: 'queue-naming',
    ...{ as: 'judge', path: () => '/judging' },
    prepare: changing(
      '/my/assignments',
      {
        naming: [
          { edition: interests.edition, namedAt: null },
          { edition: { ...interests.edition, slug: 'other' }, namedAt: at },
        ],
      },
      '.declaration-owed',
    ),
  },
  { name: 'interests', as: 'judge', path: namingPath, prepare: named({}) },
  {
    ...{ name: 'interests-none', isVariant: true, as: 'judge', path: namingPath },
    prepare: named({ number: 0, recordedAt: null, interests: [] }),
  },
  {
    ...{ name: 'interests-closed', isVariant: true, as: 'judge', path: namingPath },
    prepare: named({ isOpen: false }),
  },
  {
    ...{ name: 'interests-refused', as: 'judge', path: namingPath },
    prepare: async (page) => {
      await named({})(page);
      const refuse = refused('revision-stale');
      await page.route('**/my/interests/*', (route) =>
        route.request().method() === 'PUT' ? refuse(route) : route.fulfill({ json: changedElsewhere }),
      );
      await page.locator('.interests-form > .ant-btn').click();
      await page.locator('.interests-form .ant-alert .ant-btn').waitFor();
    },
  },
  { name: 'interests-error', as: 'judge', path: namingPath, prepare: failing('/my/interests/*') },
  {
    name: 'score-sheet-declaration-owed',
    ...{ isVariant: true, as: 'judge', path: ({ assignments }) => `/judging/${assignments[4]}` },
    prepare: async (page) => {
      await page.route('**/draft', refused('declaration-owed'));
      await page.locator('.score-input').first().fill('7');
      await page.locator('.sheet-state a').waitFor();
    },
  },
  { name: 'declaration-error', as: 'judge', path, prepare: failing(address) },
];
