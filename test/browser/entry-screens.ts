import type { Page } from 'playwright-core';
import { standing, type EntryStanding } from './entry-timelines.js';
import type { DemoFacts, Screen } from './screen.js';

const path = ({ entry }: DemoFacts) => `/entries/${entry}`;

/** The demo team's entry, as the server would tell it in another state. */
const entryWith = (changes: { state: EntryStanding } & Record<string, unknown>) => async (page: Page) => {
  await standing(page, changes.state);
  await page.route('**/api/v1/entries/*', async (route) => {
    const response = await route.fetch();
    const entry = (await response.json()) as Record<string, unknown>;
    await route.fulfill({ response, json: { ...entry, ...changes } });
  });
  await page.route('**/api/v1/entries/*/draft', (route) => route.fulfill({ json: { version: 1 } }));
  await page.reload();
  await page.locator('.entry-form').waitFor();
};
const draft = { state: 'draft' as const, number: null, submittedAt: null, version: 0 };
const submitted = { state: 'submitted' as const, isOpen: true };
const rename = (page: Page) => page.locator('#title').fill('一把会唱歌的螺丝刀（虚构）');
const save = async (page: Page) => {
  await rename(page);
  await page.locator('.entry-save .ant-btn').click();
};

/** Files in every state that a team can meet, with a name as long as names are. */
const fileStates = async (page: Page) => {
  const file = {
    fieldKey: 'attachments',
    size: 3_500_000,
    sha256: 'ab'.repeat(32),
    refusal: null,
    scan: 'not-scanned',
  };
  const bytesUntil = '2026-12-01T10:00:00.000Z';
  const states = [
    { state: 'ready', name: `${'很长的文件名'.repeat(8)}.pdf` },
    { state: 'checking', name: 'deck.pptx' },
    { state: 'filed', name: 'video-evidence.zip', bytesUntil },
    { state: 'uploading', name: 'drawing.png', bytesUntil },
    { state: 'refused', name: 'form.pdf', refusal: 'active-content' },
    { state: 'missing', name: 'late.pdf' },
  ];
  await page.route('**/api/v1/entries/*/files', async (route) => {
    const response = await route.fetch();
    const { fields } = (await response.json()) as { fields: object[] };
    const files = states.map((one, index) => ({ ...file, bytesUntil: null, publicId: `file-${index}`, ...one }));
    await route.fulfill({ response, json: { fields, files } });
  });
  await entryWith(submitted)(page);
  await page
    .locator('.file-line')
    .nth(states.length - 1)
    .waitFor();
};

/** The office's translation as it waits for the team, which may be changing it. */
const translated = (isWriting: boolean) => async (page: Page) => {
  const text = {
    ...{ language: 'en', title: 'A singing screwdriver (fictitious)', author: 'office', state: 'unconfirmed' },
    ...{ number: 1, writtenAt: '2026-11-20T08:00:00.000Z', confirmedAt: null, confirmedVersion: null },
    summary: 'It sings in tune while it turns, so that nobody forgets how far it has come. '.repeat(6),
  };
  const original = { language: 'zh', title: '会唱歌的螺丝刀（虚构）', summary: '它一边转一边唱歌。'.repeat(20) };
  const current = { version: 1, language: 'en', state: 'unconfirmed', original, text, isBeingRead: false };
  await page.route('**/api/v1/entries/*/translation', (route) =>
    route.fulfill({ json: { ...current, mayEdit: true } }),
  );
  await page.reload();
  await page.locator('.translation-acts .ant-btn').nth(1).waitFor();
  if (isWriting) await page.locator('.translation-acts .ant-btn').nth(1).click();
  await page.locator('#translation').scrollIntoViewIfNeeded();
};

/** An entry in every state that its team can meet. */
export const entryScreens: readonly Screen[] = [
  { name: 'entry', as: 'team', path },
  { name: 'entry-draft', as: 'team', path, prepare: entryWith(draft) },
  {
    name: 'entry-draft-unsaved',
    as: 'team',
    path,
    prepare: async (page) => {
      await entryWith(draft)(page);
      await page.route('**/api/v1/entries/*/draft', () => new Promise(() => undefined));
      await rename(page);
    },
  },
  { name: 'entry-submitted', as: 'team', path, prepare: entryWith(submitted) },
  {
    name: 'entry-saved',
    as: 'team',
    path,
    prepare: async (page) => {
      await page.route('**/api/v1/entries/*', (route) =>
        route.request().method() === 'PUT' ? route.fulfill({ json: { receipt: null } }) : route.fallback(),
      );
      await save(page);
      await page.locator('.entry-save .state-mark-done').waitFor();
    },
  },
  {
    name: 'entry-refused',
    as: 'team',
    path,
    prepare: async (page) => {
      // In the words and the language in which the server refuses.
      const isChinese = (await page.locator('html').getAttribute('lang'))?.startsWith('zh') ?? false;
      const invalid = isChinese ? '此项填写有误。' : 'This field is not valid.';
      const errors = [{ path: 'title', code: 'field-invalid', detail: invalid }];
      const json = {
        type: 'about:blank',
        title: '',
        status: 422,
        code: 'entry-invalid',
        detail: isChinese ? '报名内容有误，请按各项提示修改。' : 'The entry has mistakes; each one is named below.',
        instance: '',
        errors,
      };
      await page.route('**/api/v1/entries/*', (route) =>
        route.request().method() === 'PUT' ? route.fulfill({ status: 422, json }) : route.fallback(),
      );
      await save(page);
      await page.locator('.ant-form-item-explain-error').waitFor();
    },
  },
  {
    name: 'entry-leaving',
    as: 'team',
    path,
    prepare: async (page) => {
      await rename(page);
      await page.locator('.page-trail a').click();
      await page.locator('[role=dialog]').waitFor();
    },
  },
  { name: 'entry-files', as: 'team', path, prepare: fileStates },
  { name: 'entry-translation', isVariant: true, as: 'team', path, prepare: translated(false) },
  { name: 'entry-translation-writing', as: 'team', path, prepare: translated(true) },
  { name: 'entry-withdrawn', as: 'team', path, prepare: entryWith({ state: 'withdrawn' }) },
];
