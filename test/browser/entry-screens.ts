import type { Page } from 'playwright-core';
import { fieldProblem } from '#domain';
import { at, later, refused, type Schemas } from './answers.js';
import { standing, type EntryStanding } from './entry-timelines.js';
import type { DemoFacts, Screen } from './screen.js';

const path = ({ entry }: DemoFacts) => `/entries/${entry}`;

/** The demo team's entry, as the server would tell it in another state. */
const entryWith =
  (changes: { state: EntryStanding } & Record<string, unknown>, files: readonly Schemas['EntryFileDto'][] = []) =>
  async (page: Page) => {
    await standing(page, changes.state, files);
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
const submitted = { state: 'submitted' as const, isOpen: true, submittedAt: at };
const rename = (page: Page) => page.locator('#title').fill('一把会唱歌的螺丝刀（虚构）');
const save = async (page: Page) => {
  await rename(page);
  await page.locator('.entry-save .ant-btn').click();
};

/** Files in every state that a team can meet, with a name as long as names are. */
const fileStates = async (page: Page) => {
  const file: Schemas['EntryFileDto'] = {
    ...{ publicId: '', fieldKey: 'attachments', name: '', size: 3_500_000, sha256: 'ab'.repeat(32), state: 'ready' },
    ...{ refusal: null, scan: 'not-scanned', bytesUntil: null, copy: null },
  };
  // As with the deadline: what is filed before it may come until then at least.
  const bytesUntil = later;
  const states: Partial<Schemas['EntryFileDto']>[] = [
    { state: 'ready', name: `${'很长的文件名'.repeat(8)}.pdf` },
    { state: 'checking', name: 'deck.pptx' },
    { state: 'filed', name: 'video-evidence.zip', bytesUntil },
    { state: 'uploading', name: 'drawing.png', bytesUntil },
    { state: 'refused', name: 'form.pdf', refusal: 'active-content' },
    { state: 'missing', name: 'late.pdf' },
  ];
  const files = states.map((one, index) => ({ ...file, publicId: `file-${index}`, ...one }));
  await page.route('**/api/v1/entries/*/files', async (route) => {
    const response = await route.fetch();
    const { fields } = (await response.json()) as { fields: object[] };
    await route.fulfill({ response, json: { fields, files } });
  });
  await entryWith(submitted, files)(page);
  await page
    .locator('.file-line')
    .nth(states.length - 1)
    .waitFor();
};

/** The office's translation as it waits for the team, which may be changing it. */
const translated = (isWriting: boolean) => async (page: Page) => {
  await standing(page, 'submitted');
  await page.route('**/api/v1/entries/*/translation', async (route) => {
    const response = await route.fetch();
    const own = (await response.json()) as Schemas['OwnTranslationDto'];
    const text = own.text && {
      ...{ ...own.text, author: 'office', state: 'unconfirmed' },
      ...{ writtenAt: at, confirmedAt: null, confirmedVersion: null },
    };
    await route.fulfill({
      response,
      json: { ...own, ...{ state: 'unconfirmed', text, isBeingRead: false, mayEdit: true } },
    });
  });
  await page.reload();
  await page.locator('.translation-acts .ant-btn').nth(1).waitFor();
  if (isWriting) await page.locator('.translation-acts .ant-btn').nth(1).click();
  await page.locator('#translation').scrollIntoViewIfNeeded();
};

/** The entry as it is once a further version of it is saved. */
const savedAnew = async (page: Page) => {
  const receipt: Schemas['SubmissionReceiptDto'] = {
    ...{ number: 1, receipt: 'ab'.repeat(32), submittedAt: new Date().toISOString() },
    ...{ version: 2, isLate: false, files: [] },
  };
  await page.route('**/api/v1/entries/*', async (route) => {
    if (route.request().method() === 'PUT') return route.fulfill({ json: { receipt } });
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...((await response.json()) as object), version: 2 } });
  });
  await page.route('**/api/v1/entries/*/versions', async (route) => {
    const response = await route.fetch();
    const { versions } = (await response.json()) as Schemas['EntryVersionsDto'];
    const newest = { number: 2, at: receipt.submittedAt, receipt: receipt.receipt, files: 0 };
    await route.fulfill({ response, json: { versions: [newest, ...versions] } });
  });
  await page.route('**/api/v1/entries/*/version-changes?**', (route) =>
    route.fulfill({ json: { changes: [], members: { added: [], removed: [] }, files: { added: [], removed: [] } } }),
  );
  await save(page);
  await page.locator('.entry-save .state-mark-done').waitFor();
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
    prepare: savedAnew,
  },
  {
    name: 'entry-refused',
    as: 'team',
    path,
    prepare: async (page) => {
      const refusal = refused('entry-invalid', {
        problems: [fieldProblem('title', 'text-too-long', { maximum: 200 })],
      });
      await page.route('**/api/v1/entries/*', (route) =>
        route.request().method() === 'PUT' ? refusal(route) : route.fallback(),
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
