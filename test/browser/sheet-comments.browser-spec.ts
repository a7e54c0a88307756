import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser, openContext, signIn } from '../builders/browser.js';
import { demoLogin, startDemoPlatform, type DemoPlatform } from '../builders/demo-platform.js';
import { askForComments } from './asked-comments.js';
import { open, submit } from './judge-sheet.js';

jest.setTimeout(240_000);

let platform: DemoPlatform;
let browser: Browser;
let owner: pg.Client;
let context: BrowserContext;
let page: Page;
let publicId: string;

beforeAll(async () => {
  platform = await startDemoPlatform();
  browser = await launchBrowser();
  owner = new pg.Client({ connectionString: platform.database.ownerUrl });
  await owner.connect();
  context = await openContext(browser, { origin: platform.origin });
  await signIn(context, platform.origin, demoLogin('judge'), 'zh');
  page = await context.newPage();
  publicId = await open(page, 1);
  await askForComments(owner, publicId);
  await page.reload();
});

afterAll(async () => {
  // Any may be missing when the start failed; what did start must not outlive the run.
  await Promise.allSettled([browser?.close(), owner?.end()]);
  await platform?.stop();
});

const total = async () => Number(await page.locator('.sheet-total-number').innerText());

describe('a sheet with comments and deductions', () => {
  it('asks for what the rules require before it is submitted, and names it', async () => {
    const scores = page.locator('.score-input[data-score]');
    await scores.first().waitFor();
    for (const input of await scores.all()) await input.fill('8');
    const before = await total();
    await page.getByRole('textbox', { name: '扣分', exact: true }).fill('2.5');
    expect(await total()).toBe(before - 2.5);
    await page.getByRole('button', { name: /核对并/ }).click();
    const review = page.getByRole('dialog');
    await review.getByText('还需补填或改正：扣分理由、总体评语。').waitFor();
    expect(await review.getByRole('button', { name: '提交' }).isDisabled()).toBe(true);
    await review.getByRole('button', { name: '返回修改' }).click();
    await review.waitFor({ state: 'hidden' });
  });

  it('keeps what is said in the draft, through a reload, and takes it back by undo', async () => {
    await page.getByLabel(/^扣分理由/).fill('材料迟交两天');
    await page.getByLabel(/^总体评语/).fill('思路清晰，样机可靠。');
    await page
      .getByLabel(/^评语：/)
      .first()
      .fill('有新意');
    await page.getByText('已同步，未提交').waitFor();
    await page.reload();
    await page.getByLabel(/^总体评语/).waitFor();
    expect(await page.getByLabel(/^总体评语/).inputValue()).toBe('思路清晰，样机可靠。');
    expect(await page.getByRole('textbox', { name: '扣分', exact: true }).inputValue()).toBe('2.5');
    await page.getByLabel(/^总体评语/).fill('写错了');
    await page.getByRole('button', { name: '撤销上一步' }).click();
    expect(await page.getByLabel(/^总体评语/).inputValue()).toBe('思路清晰，样机可靠。');
  });

  it('tells a comment that is too long, and cuts nothing off', async () => {
    await page
      .getByLabel(/^评语：/)
      .first()
      .fill('好'.repeat(2001));
    await page.getByText('已有 2001 字，最多 2000 字').waitFor();
    expect(
      (
        await page
          .getByLabel(/^评语：/)
          .first()
          .inputValue()
      ).length,
    ).toBe(2001);
    await page
      .getByLabel(/^评语：/)
      .first()
      .fill('有新意');
  });

  it('is submitted with them; they stand on the page after a reload and on the paper that is signed', async () => {
    await submit(page);
    await page.getByText('第 1 次提交').waitFor();
    await page.reload();
    await page.locator('.sheet-state').getByText('已提交').waitFor();
    expect(await page.getByLabel(/^总体评语/).inputValue()).toBe('思路清晰，样机可靠。');
    await page.goto('/judging');
    await page.getByRole('link', { name: '打印已提交的评分表' }).first().click();
    const paper = page.locator('.score-paper', { hasText: '思路清晰，样机可靠。' });
    await paper.getByText('材料迟交两天').waitFor();
    await paper.getByText('−2.5').waitFor();
  });

  it('shows both versions of what was said when another window has stored another', async () => {
    await open(page, 2);
    const other = await context.newPage();
    await open(other, 2);
    await other.getByLabel(/^总体评语/).fill('甲');
    await other.getByText('已同步，未提交').waitFor();
    await page.getByLabel(/^总体评语/).fill('乙');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('甲').waitFor();
    await dialog.getByText('乙').waitFor();
    await dialog.getByRole('button', { name: '采用服务器的' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.getByLabel(/^总体评语/).inputValue()).toBe('甲');
  });
});
