import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { storageToken, type StorageDriver } from '#storage';
import { FileCheckService, ViewingCopyService } from '#submission';
import { freePort } from '../../apps/cli/src/start/port.js';
import { startApi, type TestApi } from '../builders/api.js';
import { launchBrowser, openContext, settled } from '../builders/browser.js';
import { entryTeam } from '../builders/entry-team.js';
import { pdf, pdfWithScript } from '../builders/sample-files.js';
import { until } from '../builders/until.js';

jest.setTimeout(120_000);

let api: TestApi;
let browser: Browser;
let page: Page;
let isOver = false;
let checking: Promise<void> | undefined;

/** Looks into what has arrived and renders it, as the worker does, until the tests are over. */
async function check(): Promise<void> {
  const storage = api.app.get<StorageDriver>(storageToken);
  const checks = new FileCheckService(api.dataSource, storage, undefined);
  const copies = new ViewingCopyService(api.dataSource, storage, 'no-such-office');
  while (!isOver) {
    for (const id of await checks.pending()) await checks.run(id);
    for (const id of await copies.pending()) await copies.run(id);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

beforeAll(async () => {
  api = await startApi(
    { PORT: String(await freePort()) },
    undefined,
    join(import.meta.dirname, '..', '..', 'dist', 'apps', 'web'),
  );
  const { team, entry } = await entryTeam(api);
  await api.dataSource.query(`update users set locale = 'en' where id = $1`, [team.userId]);
  browser = await launchBrowser();
  const context = await openContext(browser, { origin: api.address, language: 'en', width: 390 });
  const [name = '', value = ''] = (team.cookie ?? '').split('=');
  await context.addCookies([{ name, value, url: api.address }]);
  page = await context.newPage();
  await page.goto(`/entries/${entry}`);
  await settled(page);
  checking = check();
});

afterAll(async () => {
  isOver = true;
  await checking;
  await Promise.allSettled([browser?.close(), api?.close()]);
});

const field = (name: string) => page.getByRole('group', { name, exact: true });
const chooseIn = (name: string, file: { name: string; buffer: Buffer }) =>
  field(name)
    .locator('input[type=file]')
    .setInputFiles({ ...file, mimeType: 'application/octet-stream' });

describe('a team sends a file', () => {
  it('goes on after a lost connection and a reload where it stopped, and sees it ready', async () => {
    const padding = randomBytes(10_000_000);
    const buffer = await pdf((document) => document.context.register(document.context.stream(padding)), 3);
    const file = { name: '商业计划书.pdf', buffer };
    const offsets: number[] = [];
    let isCut = true;
    await page.route('**/api/v1/uploads/*', async (route) => {
      const request = route.request();
      if (request.method() === 'PATCH') offsets.push(Number(await request.headerValue('upload-offset')));
      if (isCut && offsets.length > 1) await route.abort('connectionfailed');
      else await route.continue();
    });
    await chooseIn('Business plan', file);
    await until(() => Promise.resolve(offsets.length > 1), 30_000);
    await page.reload();
    await settled(page);
    await field('Business plan').getByText('Not fully sent').waitFor();
    isCut = false;
    offsets.length = 0;
    await chooseIn('Business plan', file);
    await field('Business plan').getByText('Ready', { exact: true }).waitFor({ timeout: 120_000 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    expect(offsets[0]).toBeGreaterThanOrEqual(8 * 1024 * 1024);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Open 商业计划书.pdf' }).click();
    expect((await download).suggestedFilename()).toBe('商业计划书.pdf');
  });

  it('reads it page by page, by keyboard, and finds the page again after a reload', async () => {
    const entry = page.url();
    await page.getByRole('link', { name: '商业计划书.pdf' }).click();
    await page.getByAltText('Page 1 of 3').waitFor();
    await page.getByRole('region', { name: 'Pages of 商业计划书.pdf' }).press('ArrowRight');
    await page.getByText('Page 2 of 3', { exact: true }).waitFor();
    await page.reload();
    await page.getByText('Page 2 of 3', { exact: true }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await page.goto(entry);
    await settled(page);
  });

  it('reads why a file was refused and what to do, and removes it by keyboard', async () => {
    await chooseIn('Attachments', { name: 'form.pdf', buffer: await pdfWithScript() });
    await field('Attachments').getByText('Refused').waitFor({ timeout: 60_000 });
    await field('Attachments').getByText('Print it to a new PDF and send that.', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Remove form.pdf' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).press('Enter');
    await field('Attachments').getByText('No file yet.').waitFor();
  });

  it('is told before a byte is sent that its kind is not taken', async () => {
    await chooseIn('Attachments', { name: 'setup.exe', buffer: Buffer.from('MZ') });
    await field('Attachments').getByRole('alert').waitFor();
    await page.getByRole('button', { name: 'Put away the message about setup.exe' }).click();
    await field('Attachments').getByText('No file yet.').waitFor();
  });
});

describe('the receipt', () => {
  it('shows size and SHA-256 of each file, and is read again after a reload', async () => {
    await page.getByRole('button', { name: 'Submit the entry' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Submit the entry' }).click();
    await page.getByText('Receipt', { exact: true }).first().waitFor();
    await page.reload();
    await settled(page);
    const receipt = page.getByRole('region', { name: 'Receipt', exact: true });
    await receipt.getByText('商业计划书.pdf').waitFor();
    expect(await receipt.textContent()).toContain('SHA-256');
  });
});
