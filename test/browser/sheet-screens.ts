import type { Page } from 'playwright-core';
import type { Screen } from './screen.js';

const fill = async (page: Page, score: string) => {
  for (const input of await page.locator('.score-input').all()) await input.fill(score);
};
const submit = async (page: Page) => {
  await fill(page, '8.5');
  await page.locator('.sheet-acts .ant-btn').click();
  await page.locator('[role=dialog] .ant-btn-primary').click();
  await page.locator('.receipt').waitFor();
};
/** Another score than the one that stands there, until the bar shows `tone`. */
const change = async (page: Page, tone: 'attention' | 'danger') => {
  const input = page.locator('.score-input').first();
  await input.fill((await input.inputValue()) === '7' ? '6' : '7');
  await page.locator(`.sheet-state .state-mark-${tone}`).waitFor();
};
const expire = async (page: Page) => {
  const json = { type: 'about:blank', title: '', status: 401, code: 'not-signed-in', detail: '', instance: '' };
  await page.route('**/draft', (route) => route.fulfill({ status: 401, json }));
  await change(page, 'danger');
  await page.locator('[role=dialog] input[type=password]').waitFor();
};

/** Judging has ended before the change could be sent. */
const late = async (page: Page) => {
  const json = { type: 'about:blank', title: '', status: 409, code: 'deadline-passed', detail: '', instance: '' };
  await page.route('**/draft', (route) => route.fulfill({ status: 409, json }));
  await change(page, 'danger');
  await page.locator('.undelivered').waitFor();
};

/** As under rules that ask for comments and know deductions; the demonstration's ask for numbers alone. */
const worded = async (page: Page) => {
  await page.route(/\/api\/v1\/assignments\/[^/]+$/, async (route) => {
    const response = await route.fetch();
    const json = (await response.json()) as { rules: object };
    const rules = {
      ...json.rules,
      ...{ comments: { criteria: 'optional', overall: 'required' }, deductions: { maximum: '10' } },
    };
    await route.fulfill({ response, json: { ...json, rules } });
  });
  await page.route('**/draft', (route) => route.fulfill({ json: { version: 1, updatedAt: new Date().toISOString() } }));
  await page.reload();
  await page.locator('.comment-language').waitFor();
};

/** As under rules by which sheets are signed on the screen. */
const signing = async (page: Page) => {
  await page.route(/\/api\/v1\/assignments\/[^/]+$/, async (route) => {
    const response = await route.fetch();
    const json = (await response.json()) as { rules: object };
    await route.fulfill({ response, json: { ...json, rules: { ...json.rules, signature: 'screen' } } });
  });
  await page.route('**/draft', (route) => route.fulfill({ json: { version: 1, updatedAt: new Date().toISOString() } }));
  await page.reload();
  await fill(page, '8');
  await page.locator('.sheet-acts .ant-btn').click();
  await page.locator('.signature-place').waitFor();
};

/** An entry with a film and a link to one. */
const filmed = {
  fields: [
    {
      field: { kind: 'video-link', key: 'link', label: { zh: '视频链接', en: 'Link to a video' } },
      answer: 'https://www.bilibili.com/video/BV1xx411c7mD?p=2',
    },
  ],
  files: [
    {
      publicId: '0197c1b2-5e2f-7a00-8000-00000000003f',
      label: { zh: '路演视频', en: 'Pitch video' },
      name: '安静的水泵-路演视频（虚构）.mp4',
      copy: null,
      isVideo: true,
    },
  ],
};

/** Opens the film of an entry beside the sheet; without one it never comes. */
export async function showFilm(page: Page, film?: Buffer): Promise<void> {
  await page.route('**/assignments/*/entry', (route) => route.fulfill({ json: filmed }));
  const link = { url: '/files/assigned/film/video', expiresAt: new Date().toISOString() };
  await page.route('**/files/**/video', (route) => {
    if (route.request().url().includes('/api/')) return route.fulfill({ json: link });
    return film && route.fulfill({ body: film, contentType: 'video/webm' });
  });
  await page.reload();
  await page.locator('.assigned-file-name').click();
  await page.locator('.assigned-video').waitFor();
}

/** A score sheet in every state that a judge can meet. */
export const sheetScreens: readonly Screen[] = [
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
    name: 'score-sheet-receipt',
    as: 'judge',
    path: ({ assignments }) => `/judging/${assignments[2]}`,
    prepare: submit,
  },
  {
    name: 'score-sheet-submitted',
    as: 'judge',
    path: ({ assignments }) => `/judging/${assignments[2]}`,
    prepare: (page) => page.locator('.sheet-state .state-mark-done').waitFor(),
  },
  {
    name: 'score-sheet-changed',
    as: 'judge',
    path: ({ assignments }) => `/judging/${assignments[3]}`,
    prepare: async (page) => {
      await submit(page);
      await change(page, 'attention');
      await page.locator('[role=dialog]').waitFor({ state: 'hidden' });
    },
  },
  {
    name: 'score-sheet-offline',
    as: 'judge',
    path: ({ assignments }) => `/judging/${assignments[0]}`,
    prepare: async (page) => {
      await page.route('**/draft', (route) => route.abort());
      await change(page, 'danger');
    },
  },
  {
    name: 'score-sheet-waiting',
    as: 'judge',
    path: ({ assignments }) => `/judging/${assignments[0]}`,
    prepare: async (page) => {
      await page.route('**/submissions', (route) => route.abort());
      await fill(page, '7');
      await page.locator('.sheet-acts .ant-btn').click();
      await page.locator('[role=dialog] .ant-btn-primary').click();
      await page.locator('.waiting').waitFor();
      await page.locator('[role=dialog]').waitFor({ state: 'hidden' });
    },
  },
  {
    name: 'score-sheet-conflict',
    as: 'judge',
    path: ({ assignments }) => `/judging/${assignments[4]}`,
    prepare: async (page) => {
      const other = await page.context().newPage();
      await other.goto(page.url());
      await other.locator('.score-input').first().waitFor();
      await change(other, 'attention');
      await other.close();
      await fill(page, '4');
      await page.locator('[role=dialog] .row-differs').first().waitFor();
    },
  },
  {
    name: 'score-sheet-undelivered',
    as: 'judge',
    path: ({ assignments }) => `/judging/${assignments[0]}`,
    prepare: late,
  },
  {
    name: 'score-sheet-undelivered-dropping',
    as: 'judge',
    path: ({ assignments }) => `/judging/${assignments[3]}`,
    prepare: async (page) => {
      await late(page);
      await page.locator('.undelivered .ant-btn').last().click();
      await page.locator('[role=dialog] .ant-btn-dangerous').waitFor();
    },
  },
  {
    name: 'score-sheet-expired',
    as: 'judge',
    path: ({ assignments }) => `/judging/${assignments[0]}`,
    prepare: expire,
  },
  {
    name: 'score-sheet-expired-behind',
    as: 'judge',
    path: ({ assignments }) => `/judging/${assignments[0]}`,
    prepare: async (page) => {
      await expire(page);
      await page.locator('[role=dialog] .ant-modal-close').click();
      await page.locator('[role=dialog]').waitFor({ state: 'hidden' });
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
    name: 'score-sheet-large',
    as: 'judge',
    // In the middle of the queue, with a way on and a way back.
    path: ({ assignments }) => `/judging/${assignments[1]}`,
    prepare: async (page) => {
      // On this page alone: the choice would follow the judge to the other screens.
      await page.route('**/session/preferences', (route) => route.fulfill({ status: 204 }));
      await page.locator('.text-size:not(.comment-language) button').last().click();
      await page.locator(':root[data-text-size="150"]').waitFor({ state: 'attached' });
      await fill(page, '8');
      await page.locator('.sheet > [role=status] .criterion-hint').waitFor();
    },
  },
  {
    name: 'score-sheet-comments',
    as: 'judge',
    path: ({ assignments }) => `/judging/${assignments[4]}`,
    prepare: async (page) => {
      await worded(page);
      await page.locator('textarea').first().fill('x'.repeat(2001));
      await page.locator('.score-input').last().fill('20');
      await page.locator('.comment-field .criterion-hint').waitFor();
    },
  },
  {
    name: 'score-sheet-comments-review',
    as: 'judge',
    path: ({ assignments }) => `/judging/${assignments[4]}`,
    prepare: async (page) => {
      await worded(page);
      await fill(page, '8');
      await page.locator('textarea').first().fill('思路清晰，样机可靠，两家企业已在试用。');
      await page.locator('.sheet-acts .ant-btn').click();
      await page.locator('[role=dialog] .said').first().waitFor();
    },
  },
  {
    name: 'score-sheet-divided',
    as: 'judge',
    path: ({ assignments }) => `/judging/${assignments[4]}`,
    prepare: async (page) => {
      await showFilm(page);
      // On this page alone: the other screens are of the same person.
      await page.route('**/session/preferences', (route) => route.fulfill({ status: 204 }));
      const divider = page.locator('.sheet-divider');
      if (await divider.isVisible()) await divider.press('End');
    },
  },
  {
    name: 'score-sheet-sign',
    as: 'judge',
    path: ({ assignments }) => `/judging/${assignments[4]}`,
    prepare: signing,
  },
  {
    name: 'score-sheet-sign-typed',
    as: 'judge',
    path: ({ assignments }) => `/judging/${assignments[4]}`,
    prepare: async (page) => {
      await signing(page);
      await page.locator('.signature-acts .ant-btn-link').click();
      await page.locator('.signature .ant-checkbox-wrapper').waitFor();
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
];
