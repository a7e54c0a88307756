import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser, openContext, settled, signIn } from '../builders/browser.js';
import { demoLogin, startDemoPlatform, type DemoPlatform, type DemoRole } from '../builders/demo-platform.js';
import { goeAnswers } from '../builders/goe-answers.js';
import { deviceRows } from './judge-sheet.js';

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

const firstScore = (page: Page) => page.locator('.score-input').first();

async function openSheet(page: Page, position: number): Promise<void> {
  await page.goto('/judging');
  await page.locator('.queue-line').nth(position).click();
  await firstScore(page).waitFor();
}

/** The draft arrives at the server, whose answer then waits until it is let through. */
async function holdDraftAnswers(page: Page): Promise<{ arrived: Promise<void>; release: () => Promise<void> }> {
  let arrive: () => void = () => undefined;
  let open: () => void = () => undefined;
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  const opened = new Promise<void>((resolve) => (open = resolve));
  await page.route('**/draft', async (route) => {
    const response = await route.fetch();
    arrive();
    await opened;
    await route.fulfill({ response }).catch(() => undefined);
  });
  const release = async () => {
    open();
    await page.unroute('**/draft');
  };
  return { arrived, release };
}

const savedWithoutAsking = async (page: Page) => {
  await page.getByText('已同步，未提交').waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
};

describe('a judge alone with a sheet is never asked which of two equal versions to keep', () => {
  it('not on going on within the pause before a save, and coming back', async () => {
    const { context, page } = await as('judge');
    await openSheet(page, 0);
    await firstScore(page).fill('6');
    await page.keyboard.press('j');
    await page.locator('h1', { hasText: /^2 · / }).waitFor();
    await page.keyboard.press('k');
    await page.locator('h1', { hasText: /^1 · / }).waitFor();
    await savedWithoutAsking(page);
    expect(await firstScore(page).inputValue()).toBe('6');
    await context.close();
  });

  it('not after a reload while a save is on its way', async () => {
    const { context, page } = await as('judge');
    await openSheet(page, 1);
    const answers = await holdDraftAnswers(page);
    await firstScore(page).fill('7');
    await answers.arrived;
    await page.reload();
    await answers.release();
    await savedWithoutAsking(page);
    expect(await firstScore(page).inputValue()).toBe('7');
    await context.close();
  });

  it('not when typing went on meanwhile: the newer score is the one that stays', async () => {
    const { context, page } = await as('judge');
    await openSheet(page, 2);
    const answers = await holdDraftAnswers(page);
    await firstScore(page).fill('7');
    await answers.arrived;
    await firstScore(page).fill('7.5');
    await page.reload();
    await answers.release();
    await savedWithoutAsking(page);
    await page.reload();
    await savedWithoutAsking(page);
    expect(await firstScore(page).inputValue()).toBe('7.5');
    await context.close();
  });

  it('not when the answer to a save was lost on the way', async () => {
    const { context, page } = await as('judge');
    await openSheet(page, 3);
    await page.route('**/draft', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await firstScore(page).fill('8');
    await page.getByText('已存本机；网络不通，恢复后自动同步').waitFor();
    await page.unroute('**/draft');
    await savedWithoutAsking(page);
    await context.close();
  });
});

describe('signing out loses nothing in silence', () => {
  it('sends what is pending first', async () => {
    const { context, page } = await as('judge');
    await openSheet(page, 4);
    await firstScore(page).fill('5.5');
    await page.getByRole('button', { name: '退出' }).click();
    await page.getByRole('link', { name: '登录' }).first().waitFor();
    await signIn(context, platform.origin, demoLogin('judge'), 'zh');
    await openSheet(page, 4);
    expect(await firstScore(page).inputValue()).toBe('5.5');
    await context.close();
  });

  it('asks while something cannot be sent, and stays or goes as the person says', async () => {
    const { context, page } = await as('judge');
    await openSheet(page, 5);
    await page.route('**/draft', (route) => route.abort());
    await firstScore(page).fill('4.5');
    await page.getByRole('button', { name: '退出' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '留在本页' }).click();
    expect(await firstScore(page).inputValue()).toBe('4.5');
    await page.getByRole('button', { name: '退出' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '放弃并退出' }).click();
    await page.getByRole('link', { name: '登录' }).first().waitFor();
    expect(await page.evaluate<number>('sessionStorage.length')).toBe(0);
    expect(await deviceRows(page, 'work')).toEqual([]);
    await context.close();
  });
});

describe('a team submits what stands on the page', () => {
  const answers = {
    ...{ trackKey: 'innovation-challenge', fieldGroupKey: 'equipment', countryCode: 'CN', language: 'zh' },
    ...{ title: '旧名（虚构）', members: [{ role: 'lead', name: '𠮷虚构' }] },
    formAnswers: goeAnswers('CN'),
  };

  async function openDraft(): Promise<{ context: BrowserContext; page: Page; path: string }> {
    const { context, page } = await as('team');
    const headers = { origin: platform.origin, 'Idempotency-Key': `draft-${Math.random()}` };
    const created = await context.request.post('/api/v1/editions/goe-open/entries', { data: answers, headers });
    const path = `/entries/${((await created.json()) as { publicId: string }).publicId}`;
    await page.goto(path);
    await page.getByLabel('项目名称').waitFor();
    return { context, page, path };
  }

  it('what was typed is saved before it is submitted, and saving afterwards makes a new version', async () => {
    const { context, page, path } = await openDraft();
    await page.getByText('保存不等于提交').waitFor();
    await page.getByLabel('项目名称').fill('新名（虚构）');
    await page.getByText('已同步，未提交').waitFor();
    await page.getByRole('button', { name: '提交项目' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('新名（虚构）').waitFor();
    await dialog.getByRole('button', { name: '提交项目' }).click();
    await page.locator('.entry-receipt:focus').getByText('提交回执').waitFor();
    const read = async () => (await (await context.request.get(`/api/v1${path}`)).json()) as { title: string };
    expect(await read()).toMatchObject({ title: '新名（虚构）', state: 'submitted', version: 1 });
    expect(await page.getByText('保存不等于提交').count()).toBe(0);
    await page.getByLabel('项目名称').fill('更新的名（虚构）');
    await page.getByText('有未保存的修改').waitFor();
    await page.getByRole('button', { name: '保存为新版本' }).click();
    await page.getByText(/已提交为第 2 版 · \d\d:\d\d（北京时间）/).waitFor();
    // Only who submits is taken to the receipt: whoever saves goes on typing.
    await page.locator('.entry-receipt').getByText('第 2 版').waitFor();
    expect(await page.locator('.entry-receipt:focus').count()).toBe(0);
    expect(await read()).toMatchObject({ title: '更新的名（虚构）', state: 'submitted', version: 2 });
    await context.close();
  });

  it('leaving a draft asks nothing: what was typed last is there when the team comes back', async () => {
    const { context, page, path } = await openDraft();
    await page.getByLabel('项目简介').fill('刚刚写下');
    await page.getByRole('main').getByRole('link', { name: '我的项目' }).click();
    await page.waitForURL('**/entries');
    await page.goto(path);
    await page.getByLabel('项目简介').waitFor();
    expect(await page.getByLabel('项目简介').inputValue()).toBe('刚刚写下');
    await context.close();
  });

  it('leaving what is submitted asks while something is not saved, whichever way one leaves', async () => {
    const { context, page, path } = await openDraft();
    const headers = { origin: platform.origin, 'Idempotency-Key': `submit-${Math.random()}` };
    await context.request.post(`/api/v1${path}/submissions`, { headers });
    await page.goto(path);
    await page.getByLabel('项目简介').fill('还没有保存');
    await page.getByRole('main').getByRole('link', { name: '我的项目' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '留在本页' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.getByLabel('项目简介').inputValue()).toBe('还没有保存');
    await page.getByRole('button', { name: '退出' }).click();
    await dialog.getByRole('button', { name: '留在本页' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const asked: string[] = [];
    page.once('dialog', (question) => {
      asked.push(question.type());
      void question.accept();
    });
    await page.reload();
    expect(asked).toEqual(['beforeunload']);
    await settled(page);
    await page.getByLabel('项目简介').fill('又一次');
    await page.getByRole('main').getByRole('link', { name: '我的项目' }).click();
    await dialog.getByRole('button', { name: '不保存，离开' }).click();
    await page.waitForURL('**/entries');
    await page.goto(path);
    await page.getByLabel('项目简介').waitFor();
    expect(await page.getByLabel('项目简介').inputValue()).toBe('');
    await context.close();
  });

  it('a field that the server refuses is named, in the sentence and at the field', async () => {
    const { context, page } = await openDraft();
    await page.getByLabel('赛道', { exact: true }).click();
    await page.locator('.ant-select-dropdown:visible').getByTitle('揭榜攻坚赛', { exact: true }).click();
    await page.getByLabel('企业难题编号').fill('999999');
    await page.getByRole('button', { name: '保存草稿' }).click();
    await page.locator('.form-fault').getByText('企业难题编号：').waitFor();
    await page.locator('.ant-form-item', { hasText: '企业难题编号' }).locator('.ant-form-item-explain-error').waitFor();
    await page.getByLabel('企业难题编号').and(page.locator('[aria-invalid=true]')).waitFor();
    await context.close();
  });
});
