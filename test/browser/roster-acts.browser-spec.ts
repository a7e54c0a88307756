import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser, openContext, signIn } from '../builders/browser.js';
import { demoLogin, startDemoPlatform, type DemoPlatform, type DemoRole } from '../builders/demo-platform.js';

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

async function as(role: DemoRole): Promise<{ context: BrowserContext; page: Page }> {
  const context = await openContext(browser, { origin: platform.origin });
  await signIn(context, platform.origin, demoLogin(role), 'zh');
  return { context, page: await context.newPage() };
}

describe('the roster of judges', () => {
  it('is approved as it was read, and each act leaves the focus where its outcome stands', async () => {
    const path = '/organiser/editions/goe-open/judges';
    const first = await as('organiser');
    const second = await as('approver');
    const propose = async (index: number) => {
      const cell = first.page.locator('td[data-label=名单] [role=group]').nth(index);
      await cell.getByRole('button', { name: /^提请移出：/ }).click();
      const dialog = first.page.getByRole('dialog');
      await dialog.getByLabel(/^移出的理由/).fill('另有任务');
      await dialog.getByRole('button', { name: '提请移出' }).click();
      await cell.and(first.page.locator(':focus')).waitFor();
      await cell.getByText('待批准移出').waitFor();
    };
    await first.page.goto(path);
    await propose(0);
    await first.page.getByRole('button', { name: /^撤回：/ }).click();
    await first.page.getByRole('dialog').getByRole('button', { name: '撤回' }).click();
    await first.page.locator('.roster h2:focus').waitFor();
    await propose(0);

    await second.page.goto(path);
    const panel = second.page.locator('.roster');
    const approve = async () => {
      await panel.getByRole('button', { name: '批准名单' }).click();
      await second.page.getByRole('dialog').getByRole('button', { name: '批准名单' }).click();
    };
    await panel.getByText('1 项变更等待第二人批准').waitFor();
    await panel.getByText('理由：另有任务').waitFor();
    await propose(1);
    await approve();
    await second.page.locator('.notice-text').waitFor();
    await second.page.getByRole('dialog').waitFor({ state: 'hidden' });
    await panel.getByText('2 项变更等待第二人批准').waitFor();
    await approve();
    await panel.locator('h2:focus').first().waitFor();
    expect(await panel.getByText('等待第二人批准').count()).toBe(0);
    await Promise.all([first.context.close(), second.context.close()]);
  });
});
