import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser, openContext, signIn } from '../builders/browser.js';
import { demoLogin, startDemoPlatform, type DemoPlatform } from '../builders/demo-platform.js';
import { deviceRows, fill, first, open, revisions } from './judge-sheet.js';

jest.setTimeout(300_000);

let platform: DemoPlatform;
let browser: Browser;
let owner: pg.Client;

beforeAll(async () => {
  platform = await startDemoPlatform();
  browser = await launchBrowser();
  owner = new pg.Client({ connectionString: platform.database.ownerUrl });
  await owner.connect();
});

afterAll(async () => {
  // Any may be missing when the start failed; what did start must not outlive the run.
  await Promise.allSettled([browser?.close(), owner?.end()]);
  await platform?.stop();
});

async function judge(): Promise<{ context: BrowserContext; page: Page }> {
  const context = await openContext(browser, { origin: platform.origin, options: { serviceWorkers: 'allow' } });
  await signIn(context, platform.origin, demoLogin('judge'), 'zh');
  return { context, page: await context.newPage() };
}

/** What the stored draft says of a criterion that the rules do not have. */
async function earlier(publicId: string): Promise<string | null> {
  const { rows } = await owner.query<{ score: string | null }>(
    `select d.scores ->> 'earlier' as score from drafts d join assignments a on a.id = d.assignment_id
      where a.public_id = $1`,
    [publicId],
  );
  return rows[0]?.score ?? null;
}

const openAll = (page: Page) => page.getByRole('button', { name: /^提交已评的/ }).first();
const summary = (page: Page) => page.getByRole('dialog', { name: /^提交(评分表|结果)/ });

describe('a judge who submits all at once', () => {
  it('sees what is complete and what is missing; what is complete is submitted, each with its receipt', async () => {
    const { context, page } = await judge();
    const ids: string[] = [];
    for (const [place, score] of ['6', '7'].entries()) {
      ids.push(await open(page, place));
      await fill(page, score);
    }
    ids.push(await open(page, 2));
    await first(page).fill('8');
    await page.getByText('已同步，未提交').waitFor();

    await page.goto('/judging');
    expect(await openAll(page).innerText()).toBe('提交已评的（3）');
    await openAll(page).click();
    await summary(page)
      .getByText(/^可提交 2 份，还不能提交 \d+ 份。$/)
      .waitFor();
    const missing = summary(page).getByRole('link', { name: /还缺或有误/ });
    expect(await missing.getAttribute('href')).toBe(`/judging/${ids[2]}`);
    await summary(page).getByRole('button', { name: '提交这 2 份' }).click();
    await summary(page).getByText('已提交 2 / 2 份。').waitFor();

    const stored = [await revisions(owner, ids[0] ?? ''), await revisions(owner, ids[1] ?? '')];
    expect(stored.map((receipts) => receipts.length)).toEqual([1, 1]);
    expect(await revisions(owner, ids[2] ?? '')).toEqual([]);
    for (const [receipt = ''] of stored) {
      const number = (receipt.slice(0, 12).match(/.{4}/g) ?? []).join('-').toUpperCase();
      await summary(page).getByText(number).waitFor();
    }
    await summary(page).getByRole('button', { name: '返回任务列表' }).click();
    // The receipts have been shown: nothing is told of them again.
    expect(await page.getByText(/份评分表已送达/).count()).toBe(0);
    expect(await deviceRows(page, 'intentions')).toEqual([]);

    await open(page, 0);
    await fill(page, '5');
    await page.goto('/judging');
    await openAll(page).click();
    await summary(page).getByText('将替换您的第 1 次提交').waitFor();
    await summary(page).getByRole('button', { name: '提交这 1 份' }).click();
    await summary(page).getByText('已提交 1 / 1 份。').waitFor();
    expect((await revisions(owner, ids[0] ?? '')).length).toBe(2);
    await context.close();
  });

  it('without network decides it once; on return each arrives once and in the order of the queue', async () => {
    const { context, page } = await judge();
    await page.goto('/judging');
    const panel = page.locator('.offline-panel').first();
    await panel.getByRole('button', { name: '准备离线评审' }).click();
    await panel.getByRole('button', { name: '下载到本机' }).click();
    await panel.getByText('可离线评审').waitFor();
    await context.setOffline(true);
    const ids: string[] = [];
    for (const place of [5, 4]) {
      ids.unshift(await open(page, place));
      for (const input of await page.locator('.score-input').all()) await input.fill('9');
      await page.locator('.sheet-state').getByText('已存本机；网络不通，恢复后自动同步').waitFor();
    }
    await page.goto('/judging');
    await openAll(page).click();
    await summary(page).getByRole('button', { name: '提交这 2 份' }).click();
    await summary(page).getByText('没有收到服务器的答复').waitFor();
    for (const id of ids) expect(await revisions(owner, id)).toEqual([]);
    await page.reload();
    await page.getByText('2 份评分表已存本机，等待发送，尚未提交').waitFor();

    await context.setOffline(false);
    await page.getByText('先前提交的 2 份评分表已送达').waitFor();
    const { rows } = await owner.query<{ id: string }>(
      `select a.public_id as id from score_sheets s join assignments a on a.id = s.assignment_id
        where a.public_id = any ($1) order by s.submitted_at, s.id`,
      [ids],
    );
    expect(rows.map(({ id }) => id)).toEqual(ids);
    await context.close();
  });

  it('is told at a sheet whose rules have changed what is not asked for any more, and goes on', async () => {
    const { context, page } = await judge();
    const publicId = await open(page, 6);
    await fill(page, '5');
    await owner.query(
      `update drafts set scores = scores || '{"earlier": "4"}' where assignment_id =
         (select id from assignments where public_id = $1)`,
      [publicId],
    );
    await page.goto('/judging');
    await openAll(page).click();
    await summary(page).getByRole('link', { name: '评分规则已改动，请核对' }).click();
    await page.getByText('已取消的指标 1：4').waitFor();
    await page.locator('.sheet-state').getByText('评分规则已改动，请核对').waitFor();
    // Whoever only looks loses nothing.
    await page.getByRole('link', { name: '我的评审任务' }).first().click();
    await openAll(page).click();
    await summary(page).getByRole('link', { name: '评分规则已改动，请核对' }).click();
    await page.getByText('已取消的指标 1：4').waitFor();
    expect(await earlier(publicId)).toBe('4');
    await page.getByRole('button', { name: '不要这些，继续评分' }).click();
    await page.getByText('已同步，未提交').waitFor();
    expect(await earlier(publicId)).toBeNull();
    await page.getByRole('button', { name: /核对并/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: '提交' }).click();
    await page.getByText('第 1 次提交').waitFor();
    await context.close();
  });
});
