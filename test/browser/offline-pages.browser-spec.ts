import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser, openContext, signIn } from '../builders/browser.js';
import { demoLogin, startDemoPlatform, type DemoPlatform, type DemoRole } from '../builders/demo-platform.js';
import { fileAndRender } from '../builders/rendered-file.js';
import { pdf } from '../builders/sample-files.js';
import { until } from '../builders/until.js';
import { deviceRows, open, revisions, submit } from './judge-sheet.js';

jest.setTimeout(300_000);

let platform: DemoPlatform;
let browser: Browser;
let owner: pg.Client;
/** Public ids of the judge's first assignments, in the order of the queue. */
let ids: readonly string[];

beforeAll(async () => {
  platform = await startDemoPlatform();
  browser = await launchBrowser();
  owner = new pg.Client({ connectionString: platform.database.ownerUrl });
  await owner.connect();
  const { context } = await as('judge');
  type Queue = { stages: { assignments: { publicId: string }[] }[] };
  const queue = (await (await context.request.get('/api/v1/my/assignments')).json()) as Queue;
  ids = queue.stages[0]?.assignments.map(({ publicId }) => publicId) ?? [];
  await context.close();
  const file = async (place: number, pages: number) => ({
    ...{ assignment: ids[place] ?? '', fieldKey: 'document', name: `虚构申报书-${place}.pdf` },
    bytes: await pdf(() => undefined, pages),
  });
  await fileAndRender(platform.database, [await file(0, 4), await file(1, 3)]);
});

afterAll(async () => {
  // Any may be missing when the start failed; what did start must not outlive the run.
  await Promise.allSettled([browser?.close(), owner?.end()]);
  await platform?.stop();
});

async function as(role: DemoRole): Promise<{ context: BrowserContext; page: Page }> {
  const context = await openContext(browser, { origin: platform.origin, options: { serviceWorkers: 'allow' } });
  await signIn(context, platform.origin, demoLogin(role), 'zh');
  return { context, page: await context.newPage() };
}

const panel = (page: Page) => page.locator('.offline-panel').first();
const press = (page: Page, name: string) => panel(page).getByRole('button', { name }).click();

async function prepare(page: Page): Promise<void> {
  await page.goto('/judging');
  await press(page, '准备离线评审');
  await press(page, '下载到本机');
  await panel(page).getByText('可离线评审').waitFor();
}

const ofPage = /\/files\/assigned\/[^/]+\/pages\/\d+$/;

/** Reads the file of an entry to its last page. */
async function readThrough(page: Page, name: string, pages: number): Promise<void> {
  await page.getByRole('button', { name }).click();
  for (let number = 1; number <= pages; number += 1) {
    const picture = page.getByAltText(`第 ${number} 页，共 ${pages} 页`);
    await picture.waitFor();
    // It stands there before it is read.
    await until(
      async () => (await picture.evaluate((image) => (image as { naturalWidth?: number }).naturalWidth ?? 0)) > 0,
      20_000,
    );
    if (number < pages) await page.getByRole('button', { name: '下一页' }).click();
  }
}

async function scoreOffline(page: Page, score: string): Promise<void> {
  for (const input of await page.locator('.score-input').all()) await input.fill(score);
  await page.locator('.sheet-state').getByText('网络不通，恢复后自动同步').waitFor();
  await submit(page);
  await page.locator('.waiting').waitFor();
}

describe('a judge who takes the pages of the entries along', () => {
  it('downloads them, is cut off, goes on with what is missing alone, and reads and scores without network', async () => {
    const { context, page } = await as('judge');
    const asked: string[] = [];
    page.on('request', (request) => ofPage.test(request.url()) && asked.push(new URL(request.url()).pathname));
    await page.goto('/judging');
    await press(page, '准备离线评审');
    await panel(page)
      .getByText(/材料共 7 页，约 \d+ kB/)
      .waitFor();
    await page.route(ofPage, async (route) => {
      if (asked.length <= 3) return route.continue();
      await context.setOffline(true);
      await route.abort('internetdisconnected');
    });
    await press(page, '下载到本机');
    await panel(page).getByText('没有下载完').waitFor();
    expect(await deviceRows(page, 'pages')).toHaveLength(3);

    await page.unrouteAll({ behavior: 'wait' });
    await context.setOffline(false);
    asked.length = 0;
    await press(page, '重试');
    await press(page, '下载到本机');
    await panel(page).getByText('可离线评审').waitFor();
    expect(asked).toHaveLength(4);
    expect(new Set(await deviceRows(page, 'pages')).size).toBe(7);

    await context.setOffline(true);
    await page.reload();
    await open(page, 0);
    await readThrough(page, '虚构申报书-0.pdf', 4);
    await scoreOffline(page, '7');
    await open(page, 1);
    await readThrough(page, '虚构申报书-1.pdf', 3);
    await open(page, 2);
    await scoreOffline(page, '8');
    expect(await revisions(owner, ids[0] ?? '')).toEqual([]);

    await context.setOffline(false);
    await page.getByText('第 1 次提交').waitFor();
    const { rows } = await owner.query<{ id: string }>(
      `select a.public_id as id from score_sheets s join assignments a on a.id = s.assignment_id
        where a.public_id = any ($1) order by s.submitted_at`,
      [ids],
    );
    expect(rows.map(({ id }) => id)).toEqual([ids[0], ids[2]]);

    await page.goto('/judging');
    await page.getByRole('button', { name: '退出' }).click();
    await page.getByRole('link', { name: '登录' }).first().waitFor();
    expect(await deviceRows(page, 'pages')).toEqual([]);
    await context.close();
  });

  it('steps back from an entry: its pages leave the device, those of the others stay', async () => {
    const { context, page } = await as('judge');
    await prepare(page);
    await open(page, 1);
    await page.getByRole('button', { name: '自行回避' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio').first().check();
    await dialog.getByRole('button', { name: '确认回避' }).click();
    await page.waitForURL('**/judging');
    const kept = await deviceRows(page, 'pages');
    expect(kept).toHaveLength(4);
    expect(kept.every((name) => name.startsWith(ids[0] ?? ' '))).toBe(true);
    await context.close();
  });

  it('has no page left once judging is closed', async () => {
    const { context, page } = await as('judge');
    await prepare(page);
    expect(await deviceRows(page, 'pages')).toHaveLength(4);
    const { rows } = await owner.query<{ stage: string }>(
      'select stage_id as stage from assignments where public_id = $1',
      [ids[0]],
    );
    const office = await as('organiser');
    const closing = await office.context.request.post(`/api/v1/stages/${rows[0]?.stage}/window/closing`, {
      data: { acknowledge: ['sheets-missing', 'coverage-below-floor'] },
      headers: { origin: platform.origin, 'Idempotency-Key': `close-${Math.random()}` },
    });
    expect(closing.status()).toBe(204);
    await page.goto('/judging');
    await page.locator('.queue-line').first().waitFor();
    await until(async () => (await deviceRows(page, 'pages')).length === 0, 20_000);
    await context.close();
  });
});
