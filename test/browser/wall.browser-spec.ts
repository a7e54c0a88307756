import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser, openContext, signIn } from '../builders/browser.js';
import { demoLogin, startDemoPlatform, type DemoPlatform } from '../builders/demo-platform.js';

jest.setTimeout(240_000);

interface Stages {
  stages: { id: string }[];
}
interface Wall {
  judges: { name: string; assigned: number; submitted: number; remindedAt: string | null }[];
}

let platform: DemoPlatform;
let browser: Browser;
let context: BrowserContext;
let stage: string;
let page: Page;

beforeAll(async () => {
  platform = await startDemoPlatform();
  browser = await launchBrowser();
  context = await openContext(browser, { origin: platform.origin });
  await signIn(context, platform.origin, demoLogin('organiser'), 'zh');
  const { stages } = (await (await context.request.get('/api/v1/editions/goe-open/stages')).json()) as Stages;
  stage = stages[0]?.id ?? '';
  page = await context.newPage();
});

afterAll(async () => {
  // Either may be missing when the start failed; what did start must not outlive the run.
  await Promise.allSettled([browser?.close(), platform?.stop()]);
});

const wall = async () => (await (await context.request.get(`/api/v1/stages/${stage}/wall`)).json()) as Wall;

/** The rows of a file that a button of the page gives, without its byte order mark. */
async function csvOf(button: string): Promise<string[]> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  const text = await readFile(await download.path(), 'utf8');
  return text.slice(1).trim().split('\r\n');
}

describe('the wall of a stage', () => {
  it('reminds a judge in one act, after its text was read, and then says who did and when', async () => {
    await page.goto(`/organiser/stages/${stage}`);
    await page.locator('.wall-remind').first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('您还有评分表未提交').waitFor();
    await dialog.getByText('Score sheets are still to be submitted').waitFor();
    await dialog.getByRole('button', { name: '发送提醒' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('columnheader', { name: '最近提醒' }).waitFor();
    const reminded = (await wall()).judges.filter(({ remindedAt }) => remindedAt !== null);
    expect(reminded).toHaveLength(1);
    // Whom a reminder would not reach has no button any more.
    const unfinished = (await wall()).judges.filter(({ assigned, submitted }) => submitted < assigned);
    expect(await page.locator('.wall-remind').count()).toBe(unfinished.length - 1);
  });

  it('has the progress of its judges as a file', async () => {
    const rows = await csvOf('下载 CSV：各评委进度');
    const { judges } = await wall();
    // The demo's mark, the head, and a line for each judge.
    expect(rows).toHaveLength(judges.length + 2);
    expect(rows[1]).toMatch(/^评委,评审组,状态,进度,已提交,草稿,应评/);
  });
});

describe('the map of judges and entries', () => {
  it('is walked with the arrow keys, and each cell says whose sheet it is and how far', async () => {
    await page.goto(`/organiser/stages/${stage}/sheet-map`);
    const cells = page.locator('td.sheet-map-cell');
    await cells.first().waitFor();
    await page.locator('td.sheet-map-cell[tabindex="0"]').focus();
    const focused = () => page.evaluate(`document.activeElement?.getAttribute('aria-label') ?? ''`);
    const first = await focused();
    expect(first).toMatch(/：(未开始|草稿|已提交|提交后修改过|已回避)$/);
    await page.keyboard.press('ArrowRight');
    expect(await focused()).not.toBe(first);
    await page.keyboard.press('Home');
    expect(await focused()).toBe(first);
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toMatch(/：/);
    expect(await page.locator('td.sheet-map-cell[tabindex="0"]').count()).toBe(1);
  });

  it('has a table twin, and a file of every sheet of the stage', async () => {
    await page.getByRole('button', { name: '表格' }).click();
    await page.locator('.data-table-frame table').waitFor();
    const rows = await csvOf('下载 CSV：评委与项目对照图');
    const assigned = (await wall()).judges.reduce((sum, judge) => sum + judge.assigned, 0);
    expect(rows.length).toBeGreaterThanOrEqual(assigned + 2);
  });
});

describe('what changed', () => {
  it('is empty once it was marked as seen', async () => {
    await page.goto(`/organiser/stages/${stage}/changes`);
    await page.getByRole('button', { name: '全部标为已看' }).click();
    await page.getByText('没有新的变化。').waitFor();
  });
});
