import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser, openContext, settled, signIn } from '../builders/browser.js';
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

async function openSheet(page: Page, position: number): Promise<void> {
  await page.goto('/judging');
  await page.locator('.queue-line').nth(position).click();
  await page.locator('.score-input').first().waitFor();
}

describe('what a judge typed is kept, and the page says where', () => {
  it('a lost connection is told, and the draft is synced when it is back', async () => {
    const { context, page } = await as('judge');
    await openSheet(page, 0);
    await context.setOffline(true);
    await page.locator('.score-input').first().fill('6.5');
    await page.getByText('已存本机；网络不通，恢复后自动同步').waitFor();
    await context.setOffline(false);
    await page.getByText('已同步，未提交').waitFor();
    await page.reload();
    await page.locator('.score-input').first().waitFor();
    expect(await page.locator('.score-input').first().inputValue()).toBe('6.5');
    await context.close();
  });

  it('two windows with different drafts are shown side by side, and the judge chooses', async () => {
    const { context, page } = await as('judge');
    await openSheet(page, 1);
    const other = await context.newPage();
    await openSheet(other, 1);
    await page.locator('.score-input').first().fill('5');
    await page.getByText('已同步，未提交').waitFor();
    await other.locator('.score-input').first().fill('7');
    await other.getByText('有两份不同的内容').waitFor();
    const differing = other.locator('[role=dialog] .row-differs');
    expect(await differing.count()).toBe(1);
    expect((await differing.locator('td').allInnerTexts()).join(' ')).toBe('7 5');
    // The next Enter of a judge who is typing chooses nothing.
    await other.locator('[role=dialog]:focus').waitFor();
    await other.keyboard.press('Enter');
    expect(await differing.count()).toBe(1);
    await other.getByRole('button', { name: '保留本页的' }).click();
    await other.getByText('已同步，未提交').waitFor();
    await page.reload();
    await page.locator('.score-input').first().waitFor();
    expect(await page.locator('.score-input').first().inputValue()).toBe('7');
    await context.close();
  });

  it('an expired session asks for the password over the page and loses nothing', async () => {
    const { context, page } = await as('judge');
    await openSheet(page, 2);
    await context.clearCookies();
    await page.locator('.score-input').first().fill('4');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('您填写的内容还在').waitFor();
    await page.getByText('已存本机；登录后同步').waitFor();
    await dialog.locator('input[type=email]:focus').waitFor();
    const { email, password } = demoLogin('judge');
    await dialog.getByLabel('邮箱').fill(email);
    await dialog.getByLabel('密码').fill(password);
    await dialog.getByRole('button', { name: '登录' }).click();
    await page.getByText('已同步，未提交').waitFor();
    expect(await page.locator('.score-input').first().inputValue()).toBe('4');
    await context.close();
  });

  it('full-width digits are offered in plain ones, and a score out of range is left as typed', async () => {
    const { context, page } = await as('judge');
    await openSheet(page, 3);
    const input = page.locator('.score-input').first();
    await input.fill('９５');
    await page.getByText('您输入的是全角数字').waitFor();
    expect(await input.inputValue()).toBe('９５');
    await page.getByRole('button', { name: /改为 95/ }).click();
    await page.getByText('超出 0–10 分的范围').waitFor();
    expect(await input.inputValue()).toBe('95');
    await page.getByText('1 项有误，未同步').waitFor();
    await context.close();
  });

  it('single-key shortcuts work, and can be switched off', async () => {
    const { context, page } = await as('judge');
    await openSheet(page, 0);
    const title = page.locator('h1');
    await page.keyboard.press('j');
    await title.filter({ hasText: /^2 · / }).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('switch').click();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.keyboard.press('k');
    await page.locator('.score-input').first().fill('3');
    await page.getByText('已同步，未提交').waitFor();
    expect(await title.innerText()).toMatch(/^2 · /);
    await context.close();
  });
});

describe('a page that a person may not see', () => {
  it('neither looks alive nor offers another try, which would fail as well', async () => {
    const organiser = await as('organiser');
    const stages = await organiser.context.request.get('/api/v1/editions/goe-open/stages');
    const [stage] = ((await stages.json()) as { stages: { id: string }[] }).stages;
    await organiser.context.close();
    const { context, page } = await as('team');
    await page.goto(`/organiser/stages/${stage?.id}`);
    await page.getByRole('alert').getByRole('link', { name: '回到首页' }).waitFor();
    expect(await page.getByRole('button', { name: '重试' }).count()).toBe(0);
    expect(await page.locator('.wall-status').count()).toBe(0);
    await context.close();
  });
});

describe('a list is published by two persons', () => {
  it('the first freezes and asks, cannot publish, and the second publishes', async () => {
    const first = await as('organiser');
    await first.page.goto('/organiser/editions/small-2024/award-lists');
    await first.page.getByRole('button', { name: '定稿新版本' }).click();
    const dialog = first.page.getByRole('dialog');
    await dialog.getByRole('combobox').click();
    await first.page.getByTitle('文字更正').click();
    await dialog.getByRole('button', { name: '定稿' }).click();
    const version = first.page.getByRole('region', { name: '第 2 版' });
    await version.getByRole('button', { name: '申请公布' }).click();
    await dialog.getByRole('button', { name: '申请公布' }).click();
    await version.getByText('须由另一位有审批权的人确认').waitFor();
    expect(await version.getByRole('button', { name: '公布' }).count()).toBe(0);

    const second = await as('approver');
    await second.page.goto('/organiser/editions/small-2024/award-lists');
    await second.page.getByRole('region', { name: '第 2 版' }).getByRole('button', { name: '公布' }).click();
    await second.page.getByRole('dialog').getByRole('button', { name: '公布' }).click();
    await second.page.getByRole('region', { name: '第 2 版' }).getByRole('link', { name: '查看公开名单' }).click();
    await second.page.getByRole('button', { name: '在本机计算名单哈希' }).click();
    await second.page.locator('.hash-check').getByText('一致', { exact: true }).waitFor();
    await second.page.getByText('更正原因：文字更正').waitFor();

    // The version before stays reachable, and says at once that it no longer stands.
    await second.page.goto('/award-lists');
    await second.page.locator('.list-link', { hasText: '已被第 2 版取代' }).getByRole('link').click();
    await second.page.locator('.notice .superseded-note', { hasText: '已被第 2 版取代' }).waitFor();
    await second.page.getByRole('link', { name: '查看现行版本' }).click();
    await second.page.locator('.notice-head', { hasText: '第 2 版' }).waitFor();
    expect(await second.page.locator('.superseded-note').count()).toBe(0);
    await Promise.all([first.context.close(), second.context.close()]);
  });
});

describe('a team enters', () => {
  it('saves a draft, submits it, gets a receipt, and the figure of the edition moves', async () => {
    const { context, page } = await as('team');
    const figure = async () => {
      const answer = await context.request.get('/api/v1/public/key-figures?edition=goe-open');
      return ((await answer.json()) as { total: { entries: number } }).total.entries;
    };
    const before = await figure();
    await page.goto('/entries/new?edition=goe-open');
    await settled(page);
    const choose = async (label: string, option: string) => {
      await page.getByLabel(label, { exact: true }).click();
      await page.locator('.ant-select-dropdown:visible').getByTitle(option, { exact: true }).click();
    };
    await choose('赛道', '创新挑战赛');
    await page.getByLabel('专业组', { exact: true }).press('ArrowDown');
    await page.getByLabel('专业组', { exact: true }).press('Enter');
    await page.getByLabel('国家（地区）', { exact: true }).fill('新加坡');
    await page.getByLabel('国家（地区）', { exact: true }).press('Enter');
    await page.getByLabel('项目名称').fill('会唱歌的螺丝（虚构）');
    await page.getByLabel('核心创新点').fill('它一边转一边唱歌（虚构）。');
    await page.getByRole('radio', { name: '个人团队' }).check();
    await page.getByLabel('负责人护照姓名').fill('FICTITIOUS PERSON');
    await page.getByLabel('姓名', { exact: true }).fill('𠮷虚构');
    await page.getByLabel('联系电话').fill('+12025550100');
    await page.getByRole('radio', { name: '线上' }).check();
    await page.getByRole('button', { name: '保存草稿' }).click();
    await page.getByText('草稿，未提交').waitFor();
    expect(await figure()).toBe(before);
    await page.getByRole('button', { name: '提交项目' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '提交项目' }).click();
    await page.getByText('提交回执').waitFor();
    expect(await figure()).toBe(before + 1);
    await page.getByRole('button', { name: '撤回报名' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '撤回报名' }).click();
    await page.getByText('已撤回', { exact: true }).waitFor();
    expect(await figure()).toBe(before);
    await context.close();
  });
});

describe('a page opened by its address', () => {
  it('begins at its top, whatever was read before it', async () => {
    const context = await openContext(browser, { origin: platform.origin });
    const page = await context.newPage();
    const top = () => page.evaluate<number>('scrollY');
    await page.setViewportSize({ width: 390, height: 600 });
    await page.goto('/privacy');
    await settled(page);
    await page.evaluate('scrollTo(0, 500)');
    expect(await top()).toBe(500);
    await page.goto('/key-figures');
    await settled(page);
    expect(await top()).toBe(0);
    await page.goto('/privacy');
    await settled(page);
    expect(await top()).toBe(0);
    await context.close();
  });

  it('keeps its place when it is loaded again', async () => {
    const context = await openContext(browser, { origin: platform.origin });
    const page = await context.newPage();
    const top = () => page.evaluate<number>('scrollY');
    await page.setViewportSize({ width: 390, height: 600 });
    await page.goto('/privacy');
    await settled(page);
    await page.evaluate('scrollTo(0, 500)');
    await page.reload();
    await settled(page);
    expect(await top()).toBe(500);
    await context.close();
  });

  it('goes where a link within it leads', async () => {
    const context = await openContext(browser, { origin: platform.origin });
    const page = await context.newPage();
    await page.setViewportSize({ width: 390, height: 600 });
    await page.goto('/privacy');
    await settled(page);
    await page.evaluate('scrollTo(0, 500)');
    await page.locator('.skip-link').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/privacy#main');
    await settled(page);
    expect(await page.evaluate<number>('scrollY')).toBeLessThan(500);
    await context.close();
  });
});
