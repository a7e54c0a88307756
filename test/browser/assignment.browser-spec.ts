import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser, openContext, signIn } from '../builders/browser.js';
import { demoLogin, startDemoPlatform, type DemoPlatform } from '../builders/demo-platform.js';
import { until } from '../builders/until.js';

jest.setTimeout(240_000);

let platform: DemoPlatform;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  platform = await startDemoPlatform();
  browser = await launchBrowser();
  context = await openContext(browser, { origin: platform.origin });
  await signIn(context, platform.origin, demoLogin('organiser'), 'zh');
  page = await context.newPage();
});

afterAll(async () => {
  // Either may be missing when the start failed; what did start must not outlive the run.
  await Promise.allSettled([browser?.close(), platform?.stop()]);
});

const dialog = () => page.getByRole('dialog');
const figure = async (name: string) => {
  const term = page.locator('.assignment-standing .figure', { hasText: name });
  return Number(await term.locator('.figure-number').textContent());
};

describe('the assignment of judges', () => {
  it('is planned in the worker, looked at, applied whole, and changed by hand', async () => {
    await page.goto('/organiser/editions/goe-open');
    await page
      .getByRole('link', { name: /^评委分配：/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: /评委分配/ }).waitFor();
    const [entries, before] = [await figure('参评项目'), await figure('已分配')];

    const wanted = page.getByLabel('每个项目的评委人数');
    const more = String(Number(await wanted.inputValue()) + 1);
    await wanted.fill('');
    await page.getByText('请填写每个项目的评委人数。').waitFor();
    expect(await page.getByRole('button', { name: '计算方案' }).isDisabled()).toBe(true);
    expect(await wanted.inputValue()).toBe('');
    await wanted.pressSequentially(more);
    expect(await wanted.inputValue()).toBe(more);
    await page.getByRole('button', { name: '计算方案' }).click();
    const panel = page.locator('.assignment-run');
    await page.locator('.assignment-standing:focus').waitFor();
    await panel.getByText('待采用').waitFor({ timeout: 60_000 });
    await panel.locator('.assignment-judges [data-change=added]').first().waitFor();
    const added = Number(
      await panel.locator('.assignment-figures .figure', { hasText: '新增' }).locator('.figure-number').textContent(),
    );
    expect(added).toBeGreaterThan(0);
    expect(added).toBeLessThanOrEqual(2 * entries);
    expect(await figure('已分配')).toBe(before);

    await page.emulateMedia({ media: 'print' });
    expect(
      await page.locator('.assignment-form, .assignment-acts, .site-header').filter({ visible: true }).count(),
    ).toBe(0);
    expect(await panel.locator('.assignment-judges').filter({ visible: true }).count()).toBe(entries);
    await page.emulateMedia({ media: 'screen' });

    await panel.getByRole('button', { name: '采用方案' }).click();
    await dialog().getByText(`新增 ${added} 项`).waitFor();
    await dialog().getByRole('button', { name: '采用方案' }).click();
    await dialog().waitFor({ state: 'hidden' });
    await page.locator('.assignment-standing:focus').waitFor();
    await until(async () => (await figure('已分配')) === before + added, 20_000);

    await until(async () => (await page.locator('.assignment-judges > li').count()) === before + added, 20_000);
    const first = page.locator('.assignment-judges').first();
    await first.locator('.ant-btn').first().waitFor();
    const judges = await first.locator('li').count();
    const removable = first.locator('li', { has: page.locator('.ant-btn') }).first();
    const label = (await removable.locator('.ant-btn').getAttribute('aria-label')) ?? '';
    const name = /^撤下：(.+?)（\d/.exec(label)?.[1] ?? '';
    await removable.locator('.ant-btn').click();
    await dialog().getByRole('button', { name: '撤下' }).click();
    await dialog().waitFor({ state: 'hidden' });
    await until(async () => (await first.locator('li').count()) === judges - 1, 20_000);
    await first.and(page.locator(':focus')).waitFor();

    // Whoever was taken away may come again; whoever has a reason against it is refused, and the reason told.
    await page
      .getByRole('button', { name: /^加评委：/ })
      .first()
      .click();
    await dialog().getByRole('combobox').fill(name);
    await page.locator('.ant-select-item-option', { hasText: name }).first().click();
    await dialog().getByRole('button', { name: '加上' }).click();
    await dialog().waitFor({ state: 'hidden' });
    await until(async () => (await first.locator('li').count()) === judges, 20_000);
  });
});
