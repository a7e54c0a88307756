import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser, openContext, signIn } from '../builders/browser.js';
import { demoLogin, startDemoPlatform, type DemoPlatform, type DemoRole } from '../builders/demo-platform.js';

jest.setTimeout(240_000);

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

const submit = async (page: Page) => {
  await page.getByRole('button', { name: /核对并/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: '提交' }).click();
};

describe('a sheet that turns out wrong after judging', () => {
  it('is revised once: one person asks, another approves, the judge submits, and the wall counts it', async () => {
    const judge = await as('judge');
    await judge.page.goto('/judging');
    await judge.page.locator('.queue-next').first().click();
    await judge.page.locator('.score-input').first().waitFor();
    for (const input of await judge.page.locator('.score-input').all()) await input.fill('5');
    await submit(judge.page);
    await judge.page.getByText('第 1 次提交').waitFor();
    const sheet = new URL(judge.page.url()).pathname;
    const title = await judge.page.locator('.entry-pane h2').innerText();

    const office = await as('organiser');
    type Stages = { stages: { id: string; counts?: unknown; window: { isOpen: boolean } }[] };
    const { stages } = (await (await office.context.request.get('/api/v1/editions/goe-open/stages')).json()) as Stages;
    const { stage } = (await (
      await judge.context.request.get(`/api/v1${sheet.replace('judging', 'assignments')}`)
    ).json()) as {
      stage: { key: string };
    };
    const stageId = (stages as (Stages['stages'][number] & { key: string })[]).find(({ key }) => key === stage.key)?.id;
    await office.page.goto(`/organiser/stages/${stageId}`);
    await office.page.getByRole('button', { name: '结束评审' }).click();
    const closing = office.page.getByRole('dialog');
    await closing.getByText('份评分表提交后修改过').waitFor();
    await closing.getByRole('button', { name: '结束评审' }).click();
    for (const box of await waitForAll(closing.getByRole('checkbox'))) await box.check();
    await closing.getByRole('button', { name: '结束评审' }).click();
    await closing.waitFor({ state: 'hidden' });

    await judge.page.goto(sheet);
    await judge.page.getByText('评审已结束').waitFor();
    expect(await judge.page.getByRole('button', { name: /核对并/ }).count()).toBe(0);

    await office.page.getByRole('link', { name: '评分表解锁' }).click();
    const [whose, which] = [
      office.page.getByLabel('评委', { exact: true }),
      office.page.getByLabel('参赛项目', { exact: true }),
    ];
    await whose.selectOption({ label: await judgeName(judge.context) });
    const option = which.locator('option', { hasText: title.replace(/^\d+ · /, '') });
    await option.waitFor({ state: 'attached' });
    await which.selectOption({ value: (await option.getAttribute('value')) ?? '' });
    await office.page.getByLabel('理由').fill('把 9.5 输成了 5');
    await office.page.getByRole('button', { name: '提交申请' }).click();
    await office.page.getByText('等待批准').waitFor();
    expect(await office.page.getByRole('button', { name: /^批准解锁/ }).count()).toBe(0);

    const second = await as('approver');
    await second.page.goto(`/organiser/stages/${stageId}/sheet-unlocks`);
    await second.page.getByRole('button', { name: /^批准解锁/ }).click();
    await second.page.getByRole('dialog').getByRole('button', { name: '批准解锁' }).click();
    await second.page.getByText('开放中').waitFor();
    await second.page
      .getByRole('group', { name: /^状态：/ })
      .and(second.page.locator(':focus'))
      .waitFor();

    await judge.page.goto('/judging');
    await judge.page.locator('.queue-line', { hasText: '已解锁' }).click();
    await judge.page.getByText('组委会为您开放了这一份评分表').waitFor();
    await judge.page.locator('.score-input').first().fill('9.5');
    await judge.page.getByText('修改已同步，未提交').waitFor();
    await judge.page.getByRole('button', { name: /核对并/ }).click();
    await judge.page.getByRole('dialog').getByText('只为您解锁了一次提交').waitFor();
    await judge.page.getByRole('dialog').getByRole('button', { name: '提交' }).click();
    await judge.page.getByText('第 2 次提交').waitFor();
    // The one submission is used: nothing more can be typed that would be refused.
    await judge.page.locator('.score-input[readonly]').first().waitFor();
    expect(await judge.page.getByRole('button', { name: /核对并/ }).count()).toBe(0);
    expect(await judge.page.getByText('组委会为您开放了这一份评分表').count()).toBe(0);
    await judge.page.reload();
    await judge.page.getByText('评审已结束').waitFor();
    expect(await judge.page.locator('.score-input').first().inputValue()).toBe('9.5');

    await second.page.reload();
    await second.page.getByText('已重新提交').waitFor();
    await office.page.goto(`/organiser/stages/${stageId}`);
    await office.page.getByText('1 份在评审结束后经解锁提交').waitFor();
    for (const { context } of [judge, office, second]) await context.close();
  });
});

async function waitForAll(boxes: ReturnType<Page['getByRole']>) {
  await boxes.first().waitFor();
  return boxes.all();
}

async function judgeName(context: BrowserContext): Promise<string> {
  const { user } = (await (await context.request.get('/api/v1/session')).json()) as { user: { displayName: string } };
  return user.displayName;
}
