import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openContext, signIn } from '../builders/browser.js';
import { demoLogin, startDemoPlatform, type DemoPlatform } from '../builders/demo-platform.js';

jest.setTimeout(180_000);

const judges = '/organiser/editions/goe-open/judges';
const name = '手工添加（虚构）';

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

const rowOf = (page: Page) => page.locator('.data-table').last().getByRole('row', { name });

async function edit(page: Page, keyword: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('关键词').fill(keyword);
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: '保存' }).click();
}

describe('the office’s pool of judges', () => {
  it('takes a judge by hand, names the fields that are wrong, and changes one over what was seen', async () => {
    const context = await openContext(browser, { origin: platform.origin });
    await signIn(context, platform.origin, demoLogin('organiser'), 'zh');
    const [page, other] = [await context.newPage(), await context.newPage()];
    await page.goto(judges);
    await page.getByRole('button', { name: '添加评委' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('邮箱').fill('judge@demo.invalid');
    await dialog.getByRole('button', { name: '添加评委' }).click();
    await dialog.locator('.ant-form-item-explain-error').getByText('此人已是本届评委。').waitFor();
    await dialog.getByLabel('邮箱').fill('by-hand@example.test');
    await dialog.getByLabel('姓名').fill(name);
    await dialog.getByRole('checkbox', { name: '英文' }).check();
    await dialog.getByLabel('最多项数').fill('7');
    await dialog.getByRole('button', { name: '添加曾任职单位' }).click();
    await dialog.getByLabel('曾任职单位', { exact: true }).last().fill('乌有大学（虚构）');
    await dialog.getByLabel('起始年份').fill('2001');
    await dialog.getByRole('button', { name: '添加曾任职单位' }).click();
    await dialog.getByRole('button', { name: '移除曾任职单位 2' }).click();
    await dialog.locator('.earlier-employers:focus').waitFor();
    await dialog.getByRole('button', { name: '添加评委' }).click();
    await rowOf(page).getByText('英文 · 至多 7 项').waitFor();
    await rowOf(page).getByText('曾任职：乌有大学（虚构）（2001–）').waitFor();
    await rowOf(page).getByText('待批准加入').waitFor();

    await other.goto(judges);
    for (const one of [page, other]) await rowOf(one).getByRole('button', { name: '修改' }).click();
    await edit(page, '热泵');
    await rowOf(page).getByText('热泵').waitFor();
    await edit(other, '阀门');
    await other.getByRole('dialog').getByRole('alert').locator('.ant-alert').waitFor();
    // What was typed stays to be read, and nothing of it is stored.
    expect(await other.getByRole('dialog').getByText('阀门').count()).toBeGreaterThan(0);
    await other.getByRole('dialog').getByRole('button', { name: '取消' }).click();
    await rowOf(other).getByText('热泵').waitFor();
    await context.close();
  });

  it('takes and changes a judge where the edition has no field groups, and takes an invitation back', async () => {
    const context = await openContext(browser, { origin: platform.origin });
    await signIn(context, platform.origin, demoLogin('organiser'), 'zh');
    const page = await context.newPage();
    await page.goto('/organiser/editions/small-2024/judges');
    await page.getByRole('button', { name: '添加评委' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('专业组').waitFor({ state: 'hidden' });
    await dialog.getByLabel('邮箱').fill('no-groups@example.test');
    await dialog.getByLabel('姓名').fill(name);
    await dialog.getByRole('button', { name: '添加评委' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await rowOf(page).getByRole('button', { name: '修改' }).click();
    await edit(page, '热泵');
    await rowOf(page).getByText('热泵').waitFor();

    const cell = rowOf(page).getByRole('group', { name: /^邀请：/ });
    await cell.getByRole('button', { name: /^邀请：/ }).click();
    await dialog.getByRole('checkbox').uncheck();
    await dialog.getByRole('button', { name: '生成邀请' }).click();
    await dialog.getByRole('button', { name: '完成' }).click();
    await cell.getByRole('button', { name: /^收回邀请：/ }).click();
    await dialog.getByRole('button', { name: '收回邀请' }).click();
    await cell.getByText('已收回').waitFor();
    await cell.and(page.locator(':focus')).waitFor();
    await context.close();
  });

  it('changes the address of a judge by two persons, who see what awaits the second', async () => {
    const [first, second] = await Promise.all([
      openContext(browser, { origin: platform.origin }),
      openContext(browser, { origin: platform.origin }),
    ]);
    await signIn(first, platform.origin, demoLogin('organiser'), 'zh');
    await signIn(second, platform.origin, demoLogin('approver'), 'zh');
    const [proposer, approver] = [await first.newPage(), await second.newPage()];
    await proposer.goto(judges);
    const row = (page: Page) => page.locator('.data-table').last().getByRole('row').nth(2);
    await row(proposer).getByRole('button', { name: '更改邮箱' }).click();
    await proposer.getByRole('dialog').getByLabel('新邮箱').fill('moved@example.test');
    await proposer.getByRole('dialog').getByRole('button', { name: '提请更改' }).click();
    await row(proposer).getByText('新邮箱待批准：moved@example.test').waitFor();
    await proposer.locator('.pending-addresses').getByText('须由有批准权限的另一人批准。').waitFor();
    expect(await proposer.locator('.pending-addresses').getByRole('button', { name: '批准' }).count()).toBe(0);

    await approver.goto(judges);
    await approver
      .locator('.pending-addresses')
      .getByRole('button', { name: /^批准：/ })
      .click();
    await approver.getByRole('dialog').getByText('moved@example.test').waitFor();
    await approver.getByRole('dialog').getByRole('button', { name: '批准更改邮箱' }).click();
    await row(approver).getByText('moved@example.test', { exact: true }).waitFor();
    await approver.getByText('1 项邮箱变更等待第二人批准').waitFor({ state: 'hidden' });
    await Promise.all([first.close(), second.close()]);
  });
});
