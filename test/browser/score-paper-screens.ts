import { refused } from './answers.js';
import type { Screen } from './screen.js';

/** 评分表 of a judge on paper. */
export const scorePaperScreens: readonly Screen[] = [
  {
    name: 'score-papers',
    as: 'judge',
    path: () => '/judging',
    prepare: async (page) => {
      await page.locator('.queue-paper').first().click();
      await page.locator('.score-paper-signature').first().waitFor();
    },
  },
  {
    name: 'score-papers-declaration-owed',
    ...{ isVariant: true, as: 'judge', path: () => '/judging' },
    prepare: async (page) => {
      await page.route('**/api/v1/assignments/*', refused('declaration-owed'));
      await page.locator('.queue-paper').first().click();
      await page.locator('[role=alert] .queue-next').first().waitFor();
    },
  },
  { name: 'score-papers-none', as: 'judge', path: () => '/judging/paper/goe-open/none' },
];
