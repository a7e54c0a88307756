import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser, openContext, settled, signIn, type Language } from '../builders/browser.js';
import { demoLogin, startDemoPlatform, type DemoPlatform, type DemoRole } from '../builders/demo-platform.js';
import { goeAnswers } from '../builders/goe-answers.js';

jest.setTimeout(180_000);

const title = '一块会认路的磁铁（虚构）';
let platform: DemoPlatform;
let browser: Browser;

beforeAll(async () => {
  platform = await startDemoPlatform();
  browser = await launchBrowser();
});
afterAll(async () => {
  await Promise.allSettled([browser?.close(), platform?.stop()]);
});

async function as(role: DemoRole, language: Language, width = 1440): Promise<{ context: BrowserContext; page: Page }> {
  const options = { permissions: ['clipboard-read', 'clipboard-write'] };
  const context = await openContext(browser, { origin: platform.origin, language, width, options });
  await signIn(context, platform.origin, demoLogin(role), language);
  return { context, page: await context.newPage() };
}

async function draft({ request }: BrowserContext): Promise<string> {
  const { contests } = (await (await request.get('/api/v1/public/editions')).json()) as {
    contests: { editions: { slug: string; fieldGroups: { key: string }[] }[] }[];
  };
  const edition = contests.flatMap(({ editions }) => editions).find(({ slug }) => slug === 'goe-open');
  const answer = await request.post('/api/v1/editions/goe-open/entries', {
    headers: { origin: platform.origin, 'idempotency-key': 'a-draft-of-the-mail-journey' },
    data: {
      ...{ trackKey: 'innovation-challenge', fieldGroupKey: edition?.fieldGroups[0]?.key, countryCode: 'SG', title },
      ...{ language: 'zh', members: [{ role: 'lead', name: '𠮷虚构' }] },
      formAnswers: goeAnswers('SG'),
    },
  });
  expect(answer.status()).toBe(201);
  return ((await answer.json()) as { publicId: string }).publicId;
}

describe('a submission is told', () => {
  it('on the page of the team, beside its deadline, and counted until it is read', async () => {
    const { context, page } = await as('team', 'zh', 390);
    const publicId = await draft(context);
    await page.goto('/messages');
    await settled(page);
    await page.locator('.deadline').getByRole('link', { name: title }).waitFor();
    const before = await page.locator('.notice-card').count();
    await page.goto(`/entries/${publicId}`);
    await page.getByRole('button', { name: '提交项目' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '提交项目' }).click();
    await page.getByText('提交回执').waitFor();
    const receipt = await page.locator('.entry-receipt code').first().innerText();
    await page.getByRole('link', { name: /^消息，[1-9]\d* 条未读$/ }).click();
    const notice = page.locator('.notice-card').first();
    await notice.getByText(`《${title}》`).waitFor();
    expect(await page.locator('.notice-card').count()).toBe(before + 1);
    expect(await notice.innerText()).toContain(receipt.replace(/\s/g, ''));
    expect(await page.locator('.deadline').getByRole('link', { name: title }).count()).toBe(0);
    await page.getByRole('button', { name: '全部标为已读' }).click();
    await page.getByRole('link', { name: '消息，0 条未读' }).waitFor();
    await notice.getByRole('link', { name: /^查看项目/ }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await context.close();
  });

  it('in the outbox of the office, which holds it, lets it go and copies the text for WeChat', async () => {
    const { context, page } = await as('organiser', 'en');
    await page.goto('/organiser/editions/goe-open');
    await page.getByRole('link', { name: 'Outbox' }).click();
    await settled(page);
    await page.getByLabel('Subject, name or address').fill('Demo team lead');
    await page.keyboard.press('Enter');
    await page.locator('tbody tr').first().getByRole('link').click();
    await page.locator('.message-facts').waitFor();
    const copy = page.getByRole('button', { name: 'Copy the Chinese text' });
    await copy.focus();
    await page.keyboard.press('Enter');
    await page.getByText('Copied; paste it into WeChat or an SMS.').waitFor();
    const copied = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(copied).toContain(`《${title}》`);
    expect(copied).toMatch(new RegExp(`${platform.origin}/entries/[0-9a-f-]{36}$`));
    await page.getByRole('button', { name: 'Hold' }).click();
    await page.locator('.message-facts').getByText('Held').waitFor();
    await page.getByRole('button', { name: 'Release' }).click();
    await page.locator('.message-facts').getByText('Waiting').waitFor();
    await context.close();
  });
});
