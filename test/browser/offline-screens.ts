import type { Page } from 'playwright-core';
import type { Screen } from './screen.js';

/** The pages before this one may have prepared the same stage: a judge’s pages are of one browser. */
const emptied = `(async () => {
  for (const { name } of await indexedDB.databases()) {
    const database = await new Promise((resolve) => {
      indexedDB.open(name).onsuccess = (event) => resolve(event.target.result);
    });
    const change = database.transaction('answers', 'readwrite');
    change.objectStore('answers').clear();
    await new Promise((resolve) => (change.oncomplete = resolve));
    database.close();
  }
})()`;

async function prepare(page: Page): Promise<void> {
  await page.evaluate(emptied);
  await page.reload();
  await page.locator('.offline-acts .ant-btn').first().click();
}

async function load(page: Page, script = ''): Promise<void> {
  await prepare(page);
  await page.evaluate(script);
  await page.locator('.offline-acts .ant-btn-primary').click();
}

/** Screens are taken without service workers: this page believes that one has kept its code. */
const keptShell = `navigator.serviceWorker.getRegistration = async () => ({ active: {} })`;

/** One sheet is complete; the others of the stage are not. */
async function summarise(page: Page): Promise<void> {
  for (const input of await page.locator('.score-input').all()) await input.fill('8');
  await page.locator('.sheet-state .state-mark-attention').waitFor();
  await page.goto('/judging');
  await page.locator('.queue-acts .ant-btn').first().click();
  await page.locator('.submit-all .state-mark-done').first().waitFor();
}

/** The queue of a judge who makes a device ready for work without network, or comes back from it. */
export const offlineScreens: readonly Screen[] = [
  {
    name: 'queue-offline-measured',
    as: 'judge',
    path: () => '/judging',
    isVariant: true,
    prepare: async (page) => {
      await prepare(page);
      await page.locator('.offline-acts .ant-btn-primary').waitFor();
    },
  },
  {
    name: 'queue-offline-ready',
    as: 'judge',
    path: () => '/judging',
    prepare: async (page) => {
      await load(page, keptShell);
      await page.locator('.offline-panel .state-mark-done').waitFor();
    },
  },
  {
    name: 'queue-offline-partly',
    as: 'judge',
    path: () => '/judging',
    isVariant: true,
    prepare: async (page) => {
      await load(page);
      await page.locator('.offline-panel .state-mark-attention').waitFor();
    },
  },
  {
    name: 'queue-offline-fault',
    as: 'judge',
    path: () => '/judging',
    isVariant: true,
    prepare: async (page) => {
      await page.route('**/entry', (route) => route.abort());
      await prepare(page);
      await page.locator('.offline-panel .ant-alert').waitFor();
    },
  },
  {
    name: 'queue-waiting',
    as: 'judge',
    path: ({ assignments }) => `/judging/${assignments[5]}`,
    prepare: async (page) => {
      await page.route('**/submissions', (route) => route.abort());
      for (const input of await page.locator('.score-input').all()) await input.fill('7');
      await page.locator('.sheet-acts .ant-btn').click();
      await page.locator('[role=dialog] .ant-btn-primary').click();
      await page.locator('.waiting').waitFor();
      await page.goto('/judging');
      await page.locator('.deliveries .ant-alert').waitFor();
    },
  },
  {
    name: 'queue-submit-all',
    as: 'judge',
    path: ({ assignments }) => `/judging/${assignments[5]}`,
    prepare: summarise,
  },
  {
    name: 'queue-submit-all-result',
    as: 'judge',
    path: ({ assignments }) => `/judging/${assignments[5]}`,
    prepare: async (page) => {
      await page.route('**/submissions', (route) => {
        const json = { type: 'about:blank', title: '', status: 409, code: 'rules-changed', detail: '', instance: '' };
        return route.fulfill({ status: 409, json });
      });
      await summarise(page);
      await page.locator('[role=dialog] .ant-btn-primary').click();
      await page.locator('.submit-all .state-mark-danger').first().waitFor();
    },
  },
];
