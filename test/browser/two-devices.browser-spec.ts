import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser, openContext, signIn } from '../builders/browser.js';
import { demoLogin, startDemoPlatform, type DemoPlatform } from '../builders/demo-platform.js';
import { fill, first, open, revisions, submit } from './judge-sheet.js';

jest.setTimeout(240_000);

let platform: DemoPlatform;
let browser: Browser;
let owner: pg.Client;

beforeAll(async () => {
  platform = await startDemoPlatform();
  browser = await launchBrowser();
  owner = new pg.Client({ connectionString: platform.database.ownerUrl });
  await owner.connect();
});

afterAll(async () => {
  // Any may be missing when the start failed; what did start must not outlive the run.
  await Promise.allSettled([browser?.close(), owner?.end()]);
  await platform?.stop();
});

async function judge(): Promise<{ context: BrowserContext; page: Page }> {
  const context = await openContext(browser, { origin: platform.origin });
  await signIn(context, platform.origin, demoLogin('judge'), 'zh');
  const page = await context.newPage();
  // What is not stored yet asks before the page is left: here it is left all the same.
  page.on('dialog', (question) => void question.accept());
  return { context, page };
}

/** What the dialog puts side by side for the first criterion: this page's, and the server's. */
async function sideBySide(page: Page): Promise<string[]> {
  const cells = page.getByRole('dialog', { name: '有两份不同的内容' }).locator('.row-differs').first().locator('td');
  await cells.first().waitFor();
  return cells.allInnerTexts();
}

describe('a judge at two devices', () => {
  it('sees both drafts side by side where they differ, and keeps the one that is chosen', async () => {
    const [desk, tablet] = [await judge(), await judge()];
    const publicId = await open(desk.page, 0);
    await tablet.page.goto(`/judging/${publicId}`);
    await first(tablet.page).waitFor();
    await first(desk.page).fill('6');
    await desk.page.getByText('已同步，未提交').waitFor();
    await first(tablet.page).fill('4');
    expect(await sideBySide(tablet.page)).toEqual(['4', '6']);
    await tablet.page.getByRole('button', { name: '采用服务器的' }).click();
    expect(await first(tablet.page).inputValue()).toBe('6');
    await first(tablet.page).fill('7');
    await tablet.page.getByText('已同步，未提交').waitFor();
    await first(desk.page).fill('5');
    expect(await sideBySide(desk.page)).toEqual(['5', '7']);
    await desk.page.getByRole('button', { name: '保留本页的' }).click();
    await desk.page.getByText('已同步，未提交').waitFor();
    await desk.page.reload();
    await first(desk.page).waitFor();
    expect(await first(desk.page).inputValue()).toBe('5');
    await Promise.all([desk.context.close(), tablet.context.close()]);
  });

  it('submits over nothing unseen: the later one sees what was submitted before a second revision is made', async () => {
    const [desk, tablet] = [await judge(), await judge()];
    const publicId = await open(desk.page, 1);
    await fill(desk.page, '6');
    await tablet.page.goto(`/judging/${publicId}`);
    await tablet.page.getByText('已同步，未提交').waitFor();
    await first(desk.page).fill('9');
    await submit(desk.page);
    await desk.page.getByText('第 1 次提交').waitFor();
    await submit(tablet.page);
    expect(await sideBySide(tablet.page)).toEqual(['6', '9']);
    expect(await revisions(owner, publicId)).toHaveLength(1);
    await tablet.page.getByRole('button', { name: '保留本页的' }).click();
    await tablet.page.getByText('修改已同步，未提交').waitFor();
    await submit(tablet.page);
    await tablet.page.getByText('第 2 次提交').waitFor();
    expect(await revisions(owner, publicId)).toHaveLength(2);
    await Promise.all([desk.context.close(), tablet.context.close()]);
  });
});

describe('a judge at two devices, with a sheet that neither has touched', () => {
  const shown = (page: Page) => page.getByRole('dialog', { name: '有两份不同的内容' });

  it('types over no submission unseen: what was submitted meanwhile stands beside it, also after a reload', async () => {
    const [desk, tablet] = [await judge(), await judge()];
    const publicId = await open(desk.page, 6);
    await tablet.page.goto(`/judging/${publicId}`);
    await first(tablet.page).waitFor();
    await fill(desk.page, '6');
    await submit(desk.page);
    await desk.page.getByText('第 1 次提交').waitFor();
    await first(tablet.page).fill('4');
    expect(await sideBySide(tablet.page)).toEqual(['4', '6']);
    await tablet.page.reload();
    expect(await sideBySide(tablet.page)).toEqual(['4', '6']);
    const { rows } = await owner.query(
      'select 1 from drafts d join assignments a on a.id = d.assignment_id where a.public_id = $1 and d.scores is not null',
      [publicId],
    );
    expect(rows).toEqual([]);
    await shown(tablet.page).getByRole('button', { name: '采用服务器的' }).click();
    await tablet.page.locator('.sheet-state').getByText('已提交').waitFor();
    expect(await first(tablet.page).inputValue()).toBe('6');

    // Both stand on the first submission now, without a draft.
    await first(desk.page).fill('7');
    await desk.page.getByText('修改已同步，未提交').waitFor();
    await submit(desk.page);
    await desk.page.getByText('第 2 次提交').waitFor();
    await first(tablet.page).fill('5');
    expect(await sideBySide(tablet.page)).toEqual(['5', '7']);
    await shown(tablet.page).getByRole('button', { name: '保留本页的' }).click();
    await tablet.page.getByText('修改已同步，未提交').waitFor();
    expect(await revisions(owner, publicId)).toHaveLength(2);
    await submit(tablet.page);
    await tablet.page.getByText('第 3 次提交').waitFor();
    await Promise.all([desk.context.close(), tablet.context.close()]);
  });

  it('submits over none unseen where a draft of its own was stored before', async () => {
    const [desk, tablet] = [await judge(), await judge()];
    const publicId = await open(tablet.page, 7);
    await desk.page.goto(`/judging/${publicId}`);
    await first(desk.page).waitFor();
    await fill(tablet.page, '4');
    await desk.page.reload();
    await desk.page.getByText('已同步，未提交').waitFor();
    await first(desk.page).fill('9');
    await submit(desk.page);
    await desk.page.getByText('第 1 次提交').waitFor();
    await submit(tablet.page);
    expect(await sideBySide(tablet.page)).toEqual(['4', '9']);
    await shown(tablet.page).getByRole('button', { name: '采用服务器的' }).click();
    await tablet.page.locator('.sheet-state').getByText('已提交').waitFor();
    await tablet.page.reload();
    await tablet.page.locator('.sheet-state').getByText('已提交').waitFor();
    expect(await first(tablet.page).inputValue()).toBe('9');
    expect(await revisions(owner, publicId)).toHaveLength(1);
    await Promise.all([desk.context.close(), tablet.context.close()]);
  });
});
