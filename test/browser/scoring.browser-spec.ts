import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openContext, settled, signIn } from '../builders/browser.js';
import { demoLogin, startDemoPlatform, type DemoPlatform } from '../builders/demo-platform.js';

jest.setTimeout(180_000);

let platform: DemoPlatform;
let browser: Browser;

beforeAll(async () => {
  platform = await startDemoPlatform();
  browser = await launchBrowser();
});

afterAll(async () => {
  // Either may be missing when the start failed; what did start must not outlive the run.
  await Promise.allSettled([browser?.close(), platform?.stop()]);
});

interface Stages {
  stages: { id: string; window: { isOpen: boolean } }[];
}

/** The organiser's wall of the first stage of the open edition, in a profile of its own on the second api process. */
async function openWall(): Promise<Page> {
  const origin = platform.secondOrigin;
  const context = await openContext(browser, { origin });
  await signIn(context, origin, demoLogin('organiser'), 'zh');
  const { stages } = (await (await context.request.get('/api/v1/editions/goe-open/stages')).json()) as Stages;
  const page = await context.newPage();
  await page.goto(`/organiser/stages/${stages[0]?.id}`);
  await page.getByText('实时更新').waitFor();
  return page;
}

const submittedFigure = (wall: Page) => wall.locator('.wall-totals .figure-number').first();

async function submittedCount(wall: Page): Promise<number> {
  return Number((await submittedFigure(wall).innerText()).replace(/\D/g, ''));
}

/** Waits until the wall shows this many sheets; a reload in between would take the mark off the page's window. */
async function waitForWall(wall: Page, expected: number): Promise<void> {
  await submittedFigure(wall)
    .filter({ hasText: new RegExp(`^${expected}$`) })
    .waitFor();
}

async function signInByKeyboard(page: Page): Promise<void> {
  const { email, password } = demoLogin('judge');
  await page.goto('/judging');
  await page.getByLabel('邮箱').waitFor();
  await page.getByLabel('邮箱').focus();
  await page.keyboard.type(email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await page.locator('.queue-line').first().waitFor();
}

describe('a score goes from the judge to the wall', () => {
  let wall: Page;
  let before: number;

  beforeAll(async () => {
    wall = await openWall();
    before = await submittedCount(wall);
    await wall.evaluate(`document.body.setAttribute('data-never-reloaded', 'yes')`);
  });

  it('a judge signs in, scores and submits with the keyboard alone, and the wall of another process moves', async () => {
    const context = await openContext(browser, { origin: platform.origin });
    const page = await context.newPage();
    await signInByKeyboard(page);
    await page.locator('.queue-line').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('.score-input').first().waitFor();
    const criteria = await page.locator('.score-input').count();
    for (let index = 0; index < criteria; index += 1) {
      // The first digit finds the first empty field by itself.
      await page.keyboard.type(index % 2 === 0 ? '8.5' : '9');
      await page.keyboard.press('Enter');
    }
    await page.getByText('已同步，未提交').waitFor();
    expect(await page.locator('.sheet-total-number').innerText()).not.toBe('0');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog').waitFor();
    await page.locator('[role=dialog] :focus').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText(/已提交 · [0-9A-F]{4}-/).waitFor();
    await waitForWall(wall, before + 1);
    // The way on has the focus: one more key and the next entry is there.
    await page.keyboard.press('Enter');
    await page.locator('.receipt').waitFor({ state: 'detached' });
    expect(await page.locator('.score-input').first().inputValue()).toBe('');
    await context.close();
  });

  it('another entry is scored and submitted by touch alone', async () => {
    const options = { hasTouch: true, isMobile: true };
    const context = await openContext(browser, { origin: platform.origin, width: 390, options });
    await signIn(context, platform.origin, demoLogin('judge'), 'zh');
    const page = await context.newPage();
    await page.goto('/judging');
    await page.locator('.queue-next').first().tap();
    await page.locator('.criterion').first().waitFor();
    for (const criterion of await page.locator('.criterion:has(.score-input)').all()) {
      const button = criterion.locator('.level').first().locator('.number-button').first();
      const box = await button.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
      await button.tap();
    }
    await page.getByText('已同步，未提交').waitFor();
    await page.getByRole('button', { name: '核对并提交' }).tap();
    await page.getByRole('dialog').getByRole('button', { name: '提交' }).tap();
    await page.getByText(/已提交 · [0-9A-F]{4}-/).waitFor();
    await waitForWall(wall, before + 2);
    await context.close();
  });

  it('the wall was never reloaded and shows that the independent computation agrees', async () => {
    expect(await wall.locator('body').getAttribute('data-never-reloaded')).toBe('yes');
    await wall.getByText('已统至最新').waitFor();
    expect(await wall.getByText('独立复算一致').count()).toBe(1);
  });

  it('a submitted sheet can be revised while the window is open, as a second submission', async () => {
    const context = await openContext(browser, { origin: platform.origin });
    await signIn(context, platform.origin, demoLogin('judge'), 'zh');
    const page = await context.newPage();
    await page.goto('/judging');
    await page.locator('.queue-line', { hasText: '已提交' }).first().click();
    await page.locator('.score-input').first().fill('7');
    await page.getByText('修改已同步，未提交').waitFor();
    await page.getByRole('button', { name: '核对并重新提交' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '提交' }).click();
    await page.getByText('第 2 次提交').waitFor();
    await page.locator('.score-input').first().fill('7.5');
    await page.getByText('修改已同步，未提交').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await submittedCount(wall)).toBe(before + 2);
    await context.close();
  });

  it('a judge who steps back loses the entry at once', async () => {
    const context = await openContext(browser, { origin: platform.origin });
    await signIn(context, platform.origin, demoLogin('judge'), 'zh');
    const page = await context.newPage();
    await page.goto('/judging');
    await settled(page);
    const line = page.locator('.queue-line', { hasText: '未评' }).first();
    const address = await line.getAttribute('href');
    await line.click();
    await page.getByRole('button', { name: '自行回避' }).click();
    await page.getByLabel('我指导过该团队').check();
    await page.getByRole('button', { name: '确认回避' }).click();
    await page.waitForURL('**/judging');
    await settled(page);
    expect(await page.locator(`a[href="${address}"]`).count()).toBe(0);
    await context.close();
  });
});
