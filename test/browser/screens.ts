import type { Page } from 'playwright-core';
import type { DemoRole } from '../builders/demo-platform.js';
import { publishedSheet } from '../builders/published-sheet.js';
import { xlsx, type XlsxSheet } from '../builders/xlsx.js';

/** What the addresses of the demo's pages are made of. */
export interface DemoFacts {
  readonly openStage: string;
  readonly closedStage: string;
  readonly awardList: string;
  /** Assignments of the demo judge. */
  readonly assignments: readonly string[];
  readonly entry: string;
}

export interface Screen {
  readonly name: string;
  readonly as: DemoRole | 'public';
  readonly path: (facts: DemoFacts) => string;
  /** Brings the page into the state that the name says. */
  readonly prepare?: (page: Page) => Promise<void>;
}

export const languages = ['zh', 'en'] as const;
export const widths = [390, 820, 1440] as const;

const fill = async (page: Page, score: string) => {
  for (const input of await page.locator('.score-input').all()) await input.fill(score);
};
const failing = (part: string) => async (page: Page) => {
  await page.route(`**${part}**`, (route) => route.fulfill({ status: 500, body: '' }));
  await page.reload();
  await page.locator('[role=alert] .empty-state').waitFor({ timeout: 30_000 });
};
const empty = (part: string, body: unknown) => async (page: Page) => {
  await page.route(`**${part}**`, (route) => route.fulfill({ json: body }));
  await page.reload();
  await page.locator('.empty-state').first().waitFor();
};

const office = (rows: XlsxSheet['rows']) => async (page: Page) => {
  const buffer = Buffer.from(xlsx({ name: '决赛', rows }));
  await page.locator('input[type=file]').setInputFiles({ name: '决赛.xlsx', mimeType: '', buffer });
  await page.locator('.recheck-verdict, .problems').first().waitFor();
};
/** A published list with one score and one rank that differ. */
const differing = (entries: number, judges: number) => {
  const { rows, scoreColumn, rankColumn } = publishedSheet(entries, judges);
  return rows.map((cells, row) =>
    cells.map((cell, column) => {
      if (row === 6 && column === scoreColumn) return Number(cell) + 0.2;
      return row === 9 && column === rankColumn ? Number(cell) + 1 : cell;
    }),
  );
};

/** Every page in every state worth a look; each is taken in both languages at three widths. */
export const screens: readonly Screen[] = [
  { name: 'home', as: 'public', path: () => '/' },
  { name: 'key-figures', as: 'public', path: () => '/key-figures' },
  {
    name: 'key-figures-definition',
    as: 'public',
    path: () => '/key-figures',
    prepare: async (page) => {
      await page.locator('.toggletip button').first().focus();
      await page.keyboard.press('Enter');
    },
  },
  { name: 'award-lists', as: 'public', path: () => '/award-lists' },
  {
    name: 'award-lists-empty',
    as: 'public',
    path: () => '/award-lists',
    prepare: empty('/public/award-lists', { lists: [] }),
  },
  { name: 'award-list', as: 'public', path: ({ awardList }) => `/award-lists/${awardList}` },
  {
    name: 'award-list-checked',
    as: 'public',
    path: ({ awardList }) => `/award-lists/${awardList}`,
    prepare: (page) => page.locator('.hash-check button').first().click(),
  },
  { name: 'award-lists-failing', as: 'public', path: () => '/award-lists', prepare: failing('/public/award-lists') },
  { name: 'recheck', as: 'public', path: () => '/recheck' },
  {
    name: 'recheck-sample',
    as: 'public',
    path: () => '/recheck',
    prepare: async (page) => {
      await page.locator('.drop-zone-sample button').click();
      await page.locator('.column-roles summary').click();
    },
  },
  { name: 'recheck-16', as: 'public', path: () => '/recheck', prepare: office(differing(16, 9)) },
  { name: 'recheck-30', as: 'public', path: () => '/recheck', prepare: office(differing(30, 7)) },
  { name: 'recheck-1763', as: 'public', path: () => '/recheck', prepare: office(differing(1763, 9)) },
  {
    name: 'recheck-problems',
    as: 'public',
    path: () => '/recheck',
    prepare: office([
      ['项目', '评委1', '评委2', '得分'],
      ['甲', 9, '八', 8.5],
      ['甲', 8, true, '待定'],
    ]),
  },
  {
    name: 'recheck-refused',
    as: 'public',
    path: () => '/recheck',
    prepare: async (page) => {
      const buffer = Buffer.from('%PDF-1.7');
      await page.locator('input[type=file]').setInputFiles({ name: '附件.pdf', mimeType: '', buffer });
      await page.locator('.recheck-refusal').waitFor();
    },
  },
  { name: 'not-found', as: 'public', path: () => '/no-such-page' },
  { name: 'sign-in', as: 'public', path: () => '/sign-in' },
  {
    name: 'sign-in-refused',
    as: 'public',
    path: () => '/sign-in',
    prepare: async (page) => {
      await page.locator('input[type=email]').fill('nobody@demo.invalid');
      await page.locator('input[type=password]').fill('not the password');
      await page.keyboard.press('Enter');
      await page.locator('.ant-alert').waitFor();
    },
  },
  { name: 'sign-in-first', as: 'public', path: () => '/judging' },
  { name: 'set-password', as: 'public', path: () => '/set-password#token=invented' },
  { name: 'set-password-incomplete', as: 'public', path: () => '/set-password' },
  { name: 'queue', as: 'judge', path: () => '/judging' },
  {
    name: 'queue-empty',
    as: 'judge',
    path: () => '/judging',
    prepare: empty('/my/assignments', { stages: [], serverTime: '2026-11-23T12:00:00Z' }),
  },
  { name: 'score-sheet', as: 'judge', path: ({ assignments }) => `/judging/${assignments[0]}` },
  {
    name: 'score-sheet-hints',
    as: 'judge',
    path: ({ assignments }) => `/judging/${assignments[0]}`,
    prepare: async (page) => {
      await page.locator('.score-input').nth(0).fill('95');
      await page.locator('.score-input').nth(1).fill('９.５');
    },
  },
  {
    name: 'score-sheet-review',
    as: 'judge',
    path: ({ assignments }) => `/judging/${assignments[1]}`,
    prepare: async (page) => {
      await fill(page, '8');
      await page.locator('.sheet-acts .ant-btn').click();
      await page.locator('[role=dialog] .review-table').waitFor();
    },
  },
  {
    name: 'score-sheet-keys',
    as: 'judge',
    path: ({ assignments }) => `/judging/${assignments[0]}`,
    prepare: async (page) => {
      await page.keyboard.press('?');
      await page.locator('[role=dialog] kbd').first().waitFor();
    },
  },
  {
    name: 'score-sheet-recusal',
    as: 'judge',
    path: ({ assignments }) => `/judging/${assignments[0]}`,
    prepare: async (page) => {
      await page.locator('.recuse-button').click();
      await page.locator('[role=dialog] .recusal-reasons').waitFor();
    },
  },
  { name: 'editions', as: 'organiser', path: () => '/organiser' },
  { name: 'stages', as: 'organiser', path: () => '/organiser/editions/goe-open' },
  { name: 'wall-open', as: 'organiser', path: ({ openStage }) => `/organiser/stages/${openStage}` },
  { name: 'wall-closed', as: 'organiser', path: ({ closedStage }) => `/organiser/stages/${closedStage}` },
  {
    name: 'wall-closing',
    as: 'organiser',
    path: ({ openStage }) => `/organiser/stages/${openStage}`,
    prepare: async (page) => {
      await page.locator('.page-actions .ant-btn').click();
      await page.locator('[role=dialog] .ant-btn-dangerous').click();
      await page.locator('.blockers').waitFor();
    },
  },
  { name: 'ranking', as: 'organiser', path: ({ closedStage }) => `/organiser/stages/${closedStage}/ranking` },
  { name: 'advancement', as: 'organiser', path: ({ closedStage }) => `/organiser/stages/${closedStage}/advancement` },
  { name: 'award-list-versions', as: 'organiser', path: () => '/organiser/editions/small-2024/award-lists' },
  { name: 'award-list-blocked', as: 'organiser', path: () => '/organiser/editions/goe-open/award-lists' },
  { name: 'landing-intents', as: 'organiser', path: () => '/organiser/editions/xingyu-cup-2024/landing-intents' },
  {
    name: 'landing-confirmation',
    as: 'organiser',
    path: () => '/organiser/editions/xingyu-cup-2024/landing-intents',
    prepare: async (page) => {
      await page.locator('.data-table .ant-btn').first().click();
      await page.locator('[role=dialog] form').waitFor();
    },
  },
  { name: 'my-entries', as: 'team', path: () => '/entries' },
  { name: 'my-entries-empty', as: 'team', path: () => '/entries', prepare: empty('/my/entries', { entries: [] }) },
  { name: 'new-entry', as: 'team', path: () => '/entries/new?edition=goe-open' },
  { name: 'entry', as: 'team', path: ({ entry }) => `/entries/${entry}` },
];
