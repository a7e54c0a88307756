import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { launchBrowser, openContext, signIn } from '../builders/browser.js';
import { demoLogin, startDemoPlatform, type DemoPlatform } from '../builders/demo-platform.js';

jest.setTimeout(240_000);

let browser: Browser;
let platform: DemoPlatform;
let context: BrowserContext;

/** A criterion, and not the comment below them. */
const scored = '.criterion:has(.score-input)';

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => browser?.close());

// Each test scores ten entries that nobody has touched before it.
beforeEach(async () => {
  platform = await startDemoPlatform();
});
afterEach(async () => {
  await Promise.allSettled([context?.close()]);
  await platform?.stop();
});

async function submittedCount(): Promise<number> {
  const { stages } = (await (await context.request.get('/api/v1/my/assignments')).json()) as {
    stages: { counts: { submitted: number } }[];
  };
  return stages.reduce((sum, { counts }) => sum + counts.submitted, 0);
}

/** Presses Tab until the place has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, place: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if ((await place.and(page.locator(':focus')).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('eighty tabs did not lead there');
}

/** Counts every press of a mouse or finger on this page. */
const watchPointer = (page: Page) =>
  page.addInitScript({
    content: `addEventListener('pointerdown', () => sessionStorage.setItem('presses',
      String(1 + Number(sessionStorage.getItem('presses')))), true)`,
  });

describe('ten entries are scored and submitted', () => {
  it('with the keyboard alone: digits, Tab, next and previous entry, help', async () => {
    context = await openContext(browser, { origin: platform.origin });
    await signIn(context, platform.origin, demoLogin('judge'), 'zh');
    const page = await context.newPage();
    await watchPointer(page);
    await page.goto('/judging');
    const before = await submittedCount();
    for (let entry = 0; entry < 10; entry += 1) {
      if (new URL(page.url()).pathname === '/judging') {
        await page.locator('.queue-next').first().waitFor();
        await tabTo(page, page.locator('.queue-next').first());
        await page.keyboard.press('Enter');
      }
      const heading = await page.locator('.entry-pane h2').innerText();
      const inputs = page.locator('.score-input');
      await inputs.first().waitFor();
      for (let index = 0; index < (await inputs.count()); index += 1) {
        await page.keyboard.type(['8.5', '9', '7'][(entry + index) % 3] ?? '');
        await page.keyboard.press('Tab');
        // The next stop is the next score: what is tapped is no stop of the keyboard's.
      }
      await page.getByText('已同步，未提交').waitFor();
      await page.keyboard.press('Control+Enter');
      await page.locator('[role=dialog] .ant-btn-primary:focus').waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.receipt a:focus').waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.receipt').waitFor({ state: 'detached' });
      await page.locator('.entry-pane h2', { hasText: heading }).waitFor({ state: 'detached' });
    }
    expect(await submittedCount()).toBe(before + 10);
    expect(await page.evaluate<string | null>(`sessionStorage.getItem('presses')`)).toBeNull();
  });

  it('by touch alone, at 820 px and 150 % of the size of text', async () => {
    const options = { hasTouch: true, isMobile: true };
    context = await openContext(browser, { origin: platform.origin, width: 820, options });
    await signIn(context, platform.origin, demoLogin('judge'), 'zh');
    const page = await context.newPage();
    await page.addInitScript({
      content: `addEventListener('keydown', () => sessionStorage.setItem('keys', 'yes'), true)`,
    });
    await page.goto('/judging');
    await page.getByRole('button', { name: '150%' }).tap();
    const before = await submittedCount();
    for (let entry = 0; entry < 10; entry += 1) {
      if (new URL(page.url()).pathname === '/judging') await page.locator('.queue-next').first().tap();
      const heading = await page.locator('.entry-pane h2').innerText();
      await page.locator(scored).first().waitFor();
      if (entry === 0) await expectComfort(page);
      for (const [index, criterion] of (await page.locator(scored).all()).entries()) {
        const level = criterion.locator('.level').nth((entry + index) % 2);
        await level.locator('.number-button').first().tap();
        if (index === 0) await criterion.locator('.stepper').first().tap();
      }
      await page.getByText('已同步，未提交').waitFor();
      await page.getByRole('button', { name: '核对并提交' }).tap();
      await page.getByRole('dialog').getByRole('button', { name: '提交' }).tap();
      await page.locator('.receipt a').tap();
      await page.locator('.entry-pane h2', { hasText: heading }).waitFor({ state: 'detached' });
    }
    expect(await submittedCount()).toBe(before + 10);
    expect(await page.evaluate<string | null>(`sessionStorage.getItem('keys')`)).toBeNull();
  });
});

/** What a finger meets is at least 44 px either way, and what an eye meets at least 16 px. */
async function expectComfort(page: Page): Promise<void> {
  const small = await page.evaluate<string[]>(`[...document.querySelectorAll('main :is(button, a, input)')]
    .filter((one) => !one.disabled && one.checkVisibility() && !one.matches('.skip-link'))
    .map((one) => ({ one, box: one.getBoundingClientRect() }))
    .filter(({ box }) => Math.min(box.width, box.height) < 44)
    .map(({ one, box }) => one.outerHTML.slice(0, 120) + ' ' + box.width + ' × ' + box.height)`);
  expect(small).toEqual([]);
  const tiny = await page.evaluate<string[]>(`(() => {
    const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    const found = [];
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const holder = text.parentElement;
      if (!text.data.trim() || !holder.checkVisibility() || holder.closest('.visually-hidden')) continue;
      const size = parseFloat(getComputedStyle(holder).fontSize);
      if (size < 16) found.push(size + ' ' + text.data);
    }
    return found;
  })()`);
  expect(tiny).toEqual([]);
  const sizes = await page.evaluate<string[]>(
    `[document.documentElement, document.querySelector('.sheet-acts .ant-btn')].map((one) => getComputedStyle(one).fontSize)`,
  );
  expect(sizes).toEqual(['24px', '24px']);
}

describe('what a judge has chosen', () => {
  it('holds on another device: size of text and single keys', async () => {
    context = await openContext(browser, { origin: platform.origin });
    await signIn(context, platform.origin, demoLogin('judge'), 'zh');
    const page = await context.newPage();
    await page.goto('/judging');
    await page.getByRole('button', { name: '125%' }).click();
    await page.locator('.queue-line').first().click();
    await page.locator('.score-input').first().waitFor();
    await page.keyboard.press('?');
    await page.getByRole('switch').click();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    const kept = async () => {
      const { user } = (await (await context.request.get('/api/v1/session')).json()) as {
        user: { preferences: object } | null;
      };
      return user?.preferences;
    };
    expect(await kept()).toEqual({ textSize: 125, singleKeys: false, entryShare: null });

    const other = await openContext(browser, { origin: platform.secondOrigin });
    await signIn(other, platform.secondOrigin, demoLogin('judge'), 'zh');
    const tablet = await other.newPage();
    await tablet.goto(new URL(page.url()).pathname);
    await tablet.locator('.score-input').first().waitFor();
    const rootSize = () => tablet.evaluate<string>('getComputedStyle(document.documentElement).fontSize');
    expect(await rootSize()).toBe('20px');
    await tablet.keyboard.press('?');
    await tablet.keyboard.press('8');
    expect(await tablet.getByRole('dialog').count()).toBe(0);
    expect(await tablet.locator('.score-input').first().inputValue()).toBe('');
    // Whoever goes elsewhere finds the platform as everybody does.
    await tablet.goto('/');
    expect(await rootSize()).toBe('16px');
    await other.close();
  });
});

describe('a hint changes nothing by itself', () => {
  it('ten times too large, all the same and full-width digits are said; a change is the judge’s, and can be undone', async () => {
    context = await openContext(browser, { origin: platform.origin });
    await signIn(context, platform.origin, demoLogin('judge'), 'zh');
    const page = await context.newPage();
    await page.goto('/judging');
    await page.locator('.queue-line').first().click();
    const inputs = page.locator('.score-input');
    await inputs.first().waitFor();
    const range = page.locator('.criterion-range [aria-hidden]').first();
    const maximum = Number((await range.innerText()).replace(/\D/g, ''));
    const tooLarge = String(maximum * 10 - 10);
    await inputs.first().fill(tooLarge);
    const offer = page.getByRole('button', { name: `改为 ${maximum - 1}` });
    await offer.waitFor();
    await inputs.first().press('Enter');
    expect(await inputs.first().inputValue()).toBe(tooLarge);
    expect(await page.locator('.sheet-total-number').innerText()).toBe('0');
    await offer.click();
    expect(await inputs.first().inputValue()).toBe(String(maximum - 1));
    await page.keyboard.press('Control+z');
    expect(await inputs.first().inputValue()).toBe(tooLarge);
    await page.keyboard.press('Control+z');
    expect(await inputs.first().inputValue()).toBe('');
    for (const input of await inputs.all()) await input.fill('0');
    await page.locator('.sheet > [role=status]').getByText('各项指标得分相同').waitFor();
    await page.getByRole('button', { name: '撤销上一步' }).click();
    expect(await inputs.last().inputValue()).toBe('');
    expect(await page.getByText('各项指标得分相同').count()).toBe(0);
  });

  it('own submitted totals stand above the sheet, highest first, and this one among them once all of it is scored', async () => {
    context = await openContext(browser, { origin: platform.origin });
    await signIn(context, platform.origin, demoLogin('judge'), 'zh');
    const page = await context.newPage();
    await page.goto('/judging');
    await page.locator('.queue-line').nth(0).click();
    await page.locator('.own-scores-none').waitFor();
    const totals = page.locator('.own-score');
    const inputs = page.locator('.score-input');
    const next = async () => {
      await page.keyboard.press('j');
      await page.locator('h1', { hasText: /^2 · / }).waitFor();
      await inputs.first().waitFor();
    };
    // A few criteria of a draft make no total to compare with.
    await inputs.first().fill('9');
    await page.getByText('已同步，未提交').waitFor();
    const listed = page.waitForResponse((answer) => answer.url().endsWith('/my/assignments'));
    await next();
    await listed;
    expect(await totals.count()).toBe(0);
    await page.keyboard.press('k');
    await page.locator('h1', { hasText: /^1 · / }).waitFor();
    for (const input of await inputs.all()) await input.fill('9');
    await page.getByRole('button', { name: '核对并提交' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '提交' }).click();
    await page.locator('.receipt a:focus').waitFor();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await next();
    await totals.first().waitFor();
    await inputs.first().fill('10');
    expect(await page.locator('.own-score[aria-current]').count()).toBe(0);
    for (const input of await inputs.all()) await input.fill('10');
    await page.locator('.own-score[aria-current]').waitFor();
    const shown = await totals.allInnerTexts();
    expect(shown.map((text) => text.split(/\s+/)[0])).toEqual(['2', '1']);
  });
});

describe('the keys of a sheet', () => {
  it('overwrite nothing of a complete sheet, take back one score at a time, and rest while a dialog is open', async () => {
    context = await openContext(browser, { origin: platform.origin });
    await signIn(context, platform.origin, demoLogin('judge'), 'zh');
    const page = await context.newPage();
    await page.goto('/judging');
    await page.locator('.queue-line').first().click();
    const inputs = page.locator('.score-input');
    await inputs.first().waitFor();
    const scores = () =>
      page.evaluate<string[]>(`[...document.querySelectorAll('.score-input')].map(({ value }) => value)`);
    for (const input of await inputs.all()) await input.fill('8');
    // The focus stands on a tapped number, not in a score's field.
    await page.locator(scored).last().locator('.number-button').first().click();
    await page.keyboard.press('Control+z');
    await page.locator(scored).last().locator('.stepper').first().click();
    await page.keyboard.press('3');
    expect((await scores())[0]).toBe('8');
    await page.keyboard.press('Control+z');

    await inputs.first().focus();
    await inputs.last().focus();
    await page.keyboard.type('6');
    await page.keyboard.press('Shift+Tab');
    await inputs.last().focus();
    await page.keyboard.type('7');
    await page.keyboard.press('Control+z');
    expect(await inputs.last().inputValue()).toBe('6');
    await page.keyboard.press('Control+z');
    expect(await inputs.last().inputValue()).toBe('8');

    const before = await scores();
    const heading = await page.locator('h1').innerText();
    await page.getByRole('button', { name: '自行回避' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio').first().waitFor();
    await dialog.getByRole('button', { name: '返回' }).focus();
    for (const key of ['j', 'k', '?', 'Control+z', 'Control+Enter']) await page.keyboard.press(key);
    expect(await dialog.count()).toBe(1);
    expect(await page.locator('h1').innerText()).toBe(heading);
    expect(await scores()).toEqual(before);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page.keyboard.press('j');
    await page.locator('h1', { hasText: /^2 · / }).waitFor();
  });
});
