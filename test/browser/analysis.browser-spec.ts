import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser, openContext, settled, signIn } from '../builders/browser.js';
import { demoLogin, startDemoPlatform, type DemoPlatform } from '../builders/demo-platform.js';

jest.setTimeout(180_000);

let platform: DemoPlatform;
let browser: Browser;
let context: BrowserContext;
let database: pg.Client;

beforeAll(async () => {
  platform = await startDemoPlatform();
  browser = await launchBrowser();
  context = await openContext(browser, { origin: platform.origin, options: { acceptDownloads: true } });
  await signIn(context, platform.origin, demoLogin('organiser'), 'zh');
  database = new pg.Client({ connectionString: platform.database.ownerUrl });
  await database.connect();
});

afterAll(async () => {
  // Any may be missing when the start failed; what did start must not outlive the run.
  await Promise.allSettled([browser?.close(), database?.end()]);
  await platform?.stop();
});

async function stageOf(slug: string): Promise<string> {
  const answer = await context.request.get(`/api/v1/editions/${slug}/stages`);
  const { stages } = (await answer.json()) as { stages: { id: string }[] };
  return stages[0]?.id ?? '';
}

async function open(slug: string, query = ''): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`/organiser/stages/${await stageOf(slug)}/analysis${query}`);
  await settled(page);
  // The worker may still compute it: the page asks again by itself.
  await page.locator('.analysis-tabs').waitFor({ timeout: 120_000 });
  return page;
}

const tabs = (page: Page) => page.locator('.analysis-tabs a').allInnerTexts();

/** What was read of a stage, by the ledger. */
async function readings(stage: string): Promise<string[]> {
  const { rows } = await database.query<{ what: string }>(
    `select canonical::json -> 'body' ->> 'what' as what from ledger_events
      where canonical::json ->> 'kind' = 'read' and canonical::json -> 'subject' ->> 'stage' = $1`,
    [stage],
  );
  return rows.map(({ what }) => what);
}

const countOf = (list: readonly string[], what: string) => list.filter((one) => one === what).length;

describe('the analysis of a stage', () => {
  it('shows what the locked rules open before the list is frozen, with the reason and the way there', async () => {
    const page = await open('goe-open');
    expect(await tabs(page)).toEqual(['评分覆盖', '分歧复核', '评委用分']);
    await page.getByRole('heading', { name: /其余部分在.+后开放/ }).waitFor();
    expect(await page.locator('.analysis-closed a').count()).toBe(1);
    // An address of a closed part shows what is open.
    await page.goto(`${page.url()}?view=methods`);
    await page.locator('.coverage-totals').waitFor();
    expect(await page.locator('.row-chart').count()).toBe(0);
    await page.close();
  });

  it('picks an entry out by the keyboard alone, and keeps it in the address', async () => {
    const page = await open('small-2024', '?view=methods');
    expect(await tabs(page)).toHaveLength(9);
    const rows = page.locator('.row-chart-label');
    await rows.first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('.picked button').waitFor();
    expect(await rows.nth(2).getAttribute('aria-pressed')).toBe('true');
    expect(await page.locator('.flow-strong .flow-rank').count()).toBeGreaterThan(1);
    await page.reload();
    await page.locator('.picked button').waitFor();
    expect(await rows.nth(2).getAttribute('aria-pressed')).toBe('true');
    // It stays picked out in the other parts.
    await page.getByRole('link', { name: '得分与名次区间' }).click();
    await page.locator('.row-chart-label[aria-pressed=true]').first().waitFor();
    await page.close();
  });

  it('shows each drawing as a table too, and gives it as a file that spreadsheets read', async () => {
    const page = await open('small-2024', '?view=methods');
    await page.getByRole('button', { name: '表格' }).first().click();
    await page.locator('.data-table table').first().waitFor();
    expect(await page.locator('.row-chart').count()).toBe(0);
    const rows = await page.locator('.data-table').first().locator('tbody tr').count();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page
        .getByRole('button', { name: /^下载 CSV/ })
        .first()
        .click(),
    ]);
    const text = readFileSync(await download.path(), 'utf8');
    expect(text.startsWith('\uFEFF')).toBe(true);
    // A mark of the demo, a head, and every entry; the last line ends too.
    expect(text.split('\r\n')).toHaveLength(rows + 3);
    await page.close();
  });

  it('leaves an event in the ledger for each view, and reads the sheets only where they are shown', async () => {
    const stage = await stageOf('small-2024');
    const before = await readings(stage);
    const page = await open('small-2024', '?view=scores');
    await page.getByRole('link', { name: '敏感性' }).click();
    const seen = await readings(stage);
    expect(countOf(seen, 'analysis')).toBe(countOf(before, 'analysis') + 1);
    expect(countOf(seen, 'analysis-heat-map')).toBe(countOf(before, 'analysis-heat-map'));
    await page.getByRole('link', { name: '热力图' }).click();
    await page.locator('.heat-map').waitFor();
    const after = await readings(stage);
    expect(countOf(after, 'analysis-heat-map')).toBe(countOf(before, 'analysis-heat-map') + 1);
    await page.close();
  });
});
