import type { Page } from 'playwright-core';
import type { Screen } from './screen.js';

const file = '3f6d3c3e-5f5b-4a57-9a43-0f2a5c9b1d10';
const name = `${'很长的文件名'.repeat(4)} business plan.pdf`;

/** A page as a reader sees it: a heading and lines of text. */
const picture = (number: number) => {
  const lines = Array.from(
    { length: 12 },
    (_, at) => `<rect x="120" y="${260 + at * 50}" width="${1300 - ((at * 137) % 400)}" height="16" fill="#9aa3ad"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900"><rect width="1600" height="900" fill="#fff"/><text x="120" y="180" font-size="72">${number}</text>${lines.join('')}</svg>`;
};

const copy = (changes: object = {}) => ({
  ...{ state: 'ready', fault: null, pageCount: 24, url: '/files/shown', expiresAt: '2026-12-01T10:00:00.000Z' },
  pages: Array.from({ length: 24 }, (_, at) => ({ number: at + 1, width: 1600, height: 900 })),
  ...changes,
});

/** Has the server tell of a copy, and its pages come at once. */
async function serveCopy(page: Page, changes: object = {}): Promise<void> {
  await page.route('**/files/shown/*/*', (route) =>
    route.fulfill({ contentType: 'image/svg+xml', body: picture(Number(route.request().url().split('/').at(-1))) }),
  );
  await page.route('**/pages', (route) => route.fulfill({ json: copy(changes) }));
  await page.route('**/api/v1/entries/*/files', async (route) => {
    const response = await route.fetch();
    const { fields } = (await response.json()) as { fields: object[] };
    const files = [
      {
        ...{ publicId: file, fieldKey: 'attachments', name, size: 3_500_000, sha256: 'ab'.repeat(32) },
        state: 'ready',
        refusal: null,
        scan: 'clean',
        bytesUntil: null,
        copy: { state: 'ready', fault: null, pageCount: 24, bytes: 2_400_000 },
        isVideo: false,
      },
    ];
    await route.fulfill({ response, json: { fields, files } });
  });
  await page.reload();
}

const label = { zh: '商业计划书', en: 'Business plan' };
const presented = {
  fields: [
    {
      field: {
        kind: 'long-text',
        key: 'innovation',
        label: { zh: '核心创新点', en: 'What is new' },
        maximumLength: 800,
      },
      answer: '泵体采用仿生叶轮，噪声比同类产品低 18 dB。\nIts impeller copies the fin of a whale.',
    },
  ],
  files: [
    {
      publicId: file,
      label,
      name: 'P0001-business-plan.pdf',
      copy: { state: 'ready', fault: null, pageCount: 24, bytes: 2_400_000 },
    },
    {
      publicId: file.replace('3f', '40'),
      label: { zh: '其他附件', en: 'Attachments' },
      name: 'P0001-attachments.zip',
      copy: null,
      isVideo: false,
    },
  ],
};
const film = {
  ...{ publicId: file.replace('3f', '41'), label: { zh: '演示视频', en: 'Video' }, name: '水泵运行演示.mp4' },
  ...{ copy: null, isVideo: true },
};
const removed = [
  { kind: 'author', value: '王小明（虚构）' },
  { kind: 'author', value: 'Ann Example' },
  { kind: 'company', value: '安静水泵有限公司（虚构）' },
  { kind: 'dates', value: "D:20260901100000+08'00'" },
  { kind: 'xmp', value: null },
];
const view = (occurrences: object[]) => ({
  ...{ title: '一台安静的水泵（虚构）', summary: '仿生叶轮水泵。', occurrences },
  translation: {
    ...{ language: 'en', title: 'A quiet pump (fictitious)', summary: 'A pump with a bionic impeller.' },
    ...{ author: 'office', state: 'unconfirmed' },
  },
  stages: [
    { ...presented, stage: { key: 'first', name: { zh: '网络初评', en: 'Online first round' } }, isBlind: true },
    {
      ...{ fields: [], files: [film], stage: { key: 'final', name: { zh: '现场决赛', en: 'Final on site' } } },
      isBlind: false,
    },
  ],
  anonymised: [{ publicId: file, name, removed }],
});
const named = { field: null, file: null, pages: [] };

async function serveView(page: Page, occurrences: object[]): Promise<void> {
  await page.route('**/api/v1/entries/*', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...((await response.json()) as object), title: view([]).title } });
  });
  await page.route('**/judges-view', (route) =>
    route.request().resourceType() === 'document' ? route.continue() : route.fulfill({ json: view(occurrences) }),
  );
  await page.reload();
  await page.locator('.judges-view').first().waitFor();
}

/** What is read of files, and what of an entry, by each of its readers. */
export const copyScreens: readonly Screen[] = [
  {
    ...{ name: 'file-pages', as: 'team', path: ({ entry }) => `/entries/${entry}/files/${file}` },
    prepare: async (page) => {
      await serveCopy(page);
      await page.locator('.viewer-page img').first().waitFor();
    },
  },
  {
    ...{
      name: 'file-pages-rendering',
      as: 'team',
      isVariant: true,
      path: ({ entry }) => `/entries/${entry}/files/${file}`,
    },
    prepare: async (page) => {
      await serveCopy(page, { state: 'rendering', pages: [] });
      await page.locator('.copy-note').waitFor();
    },
  },
  {
    ...{ name: 'judges-view', as: 'team', path: ({ entry }) => `/entries/${entry}/judges-view` },
    prepare: async (page) => {
      await serveView(page, [
        { ...named, term: '王小明（虚构）', where: 'summary' },
        { ...named, term: '安静水泵有限公司（虚构）', where: 'file', file, pages: [1, 7] },
      ]);
      await page.locator('.removed-file summary').click();
    },
  },
  {
    ...{ name: 'judges-view-clean', as: 'team', isVariant: true, path: ({ entry }) => `/entries/${entry}/judges-view` },
    prepare: (page) => serveView(page, []),
  },
  {
    name: 'office-files-failed',
    as: 'organiser',
    path: ({ entry }) => `/organiser/editions/goe-open/eligibility/${entry}?state=passed`,
    prepare: async (page) => {
      const failed = ['too-heavy', 'broken', 'needs-pdf'].map((fault, at) => ({
        ...{ publicId: `${at}${file.slice(1)}`, fieldKey: 'attachments', name, size: 3_500_000 },
        ...{ sha256: 'ab'.repeat(32), state: 'ready', refusal: null, scan: 'clean', bytesUntil: null },
        copy: { state: 'unshowable', fault, pageCount: null, bytes: 0 },
      }));
      await page.route('**/office/files', (route) => route.fulfill({ json: { files: failed } }));
      await page.reload();
      await page.locator('.copy-note').last().scrollIntoViewIfNeeded();
    },
  },
  {
    ...{ name: 'score-sheet-file', as: 'judge', path: ({ assignments }) => `/judging/${assignments[0]}` },
    prepare: async (page) => {
      await page.route('**/api/v1/assignments/*/entry', (route) => route.fulfill({ json: presented }));
      await serveCopy(page);
      await page.locator('.assigned-file-name').click();
      await page.locator('.viewer-page img').first().waitFor();
    },
  },
];
