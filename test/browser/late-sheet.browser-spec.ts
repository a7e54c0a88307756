import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser, openContext, signIn } from '../builders/browser.js';
import { demoLogin, startDemoPlatform, type DemoPlatform, type DemoRole } from '../builders/demo-platform.js';
import { until } from '../builders/until.js';
import { deviceRows, fill, first, open, revisions, submit } from './judge-sheet.js';

jest.setTimeout(240_000);

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

async function as(role: DemoRole): Promise<{ context: BrowserContext; page: Page }> {
  const context = await openContext(browser, { origin: platform.origin });
  await signIn(context, platform.origin, demoLogin(role), 'zh');
  const page = await context.newPage();
  page.on('dialog', (question) => void question.accept());
  return { context, page };
}

async function stageOf(publicId: string): Promise<{ stage: string; number: number }> {
  const { rows } = await owner.query<{ stage: string; number: number }>(
    `select a.stage_id as stage, e.number from assignments a join stage_entries se on se.id = a.stage_entry_id
       join entries e on e.id = se.entry_id where a.public_id = $1`,
    [publicId],
  );
  return rows[0] ?? { stage: '', number: 0 };
}

/** What the first criterion has on this page, and at the office. */
const sideBySide = (page: Page) => page.locator('.undelivered .row-differs').first().locator('td').allInnerTexts();

/** A sheet typed on `late`, which has no network from then on, and submitted otherwise on `desk` meanwhile. */
async function overtakenSheet(desk: BrowserContext, late: BrowserContext): Promise<{ page: Page; id: string }> {
  const [submitted, page] = [await desk.newPage(), await late.newPage()];
  const id = await open(submitted, 3);
  await page.goto(`/judging/${id}`);
  await first(page).waitFor();
  await late.setOffline(true);
  await first(page).fill('4');
  await page.getByText('已存本机；网络不通，恢复后自动同步').waitFor();
  await fill(submitted, '8');
  await submit(submitted);
  await submitted.getByText('第 1 次提交').waitFor();
  await submitted.close();
  return { page, id };
}

/** The page learns by the refusal what was submitted; its own scores stay, and are handed in over that. */
async function handInOverSubmitted({ page, id }: { page: Page; id: string }): Promise<void> {
  const handIn = page.getByRole('button', { name: '交给办公室' });
  await handIn.click();
  await page.getByText('计入的是您的第 1 次提交').waitFor();
  expect(await first(page).inputValue()).toBe('4');
  await handIn.click();
  await page.getByText('已交组委会办公室，等待决定').waitFor();
  expect(await first(page).inputValue()).toBe('4');
  expect(await revisions(owner, id)).toHaveLength(1);
}

const inDialog = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name });

describe('judging that ends while a judge has no network', () => {
  it('leaves what came late with the office: two persons let it in as a draft, or it is refused with a reason', async () => {
    const judge = await as('judge');
    const decided = judge.page;
    const typed = await judge.context.newPage();
    const decidedId = await open(decided, 1);
    const typedId = await open(typed, 2);
    await fill(decided, '7');
    await fill(typed, '6');
    const { stage, number } = await stageOf(decidedId);
    const other = await as('judge');
    await other.page.goto(`/judging/${decidedId}`);
    await first(other.page).waitFor();
    const overtaken = await overtakenSheet(judge.context, other.context);
    await first(other.page).fill('3');
    await other.page.getByText('已存本机；网络不通，恢复后自动同步').waitFor();

    await judge.context.setOffline(true);
    await first(typed).fill('9');
    await typed.getByText('已存本机；网络不通，恢复后自动同步').waitFor();
    await submit(decided);
    await decided.getByText('没有收到服务器的答复').waitFor();
    const office = await as('organiser');
    const closing = await office.context.request.post(`/api/v1/stages/${stage}/window/closing`, {
      data: { acknowledge: ['sheets-missing', 'coverage-below-floor'] },
      headers: { origin: platform.origin, 'Idempotency-Key': 'late-sheet-closing-1' },
    });
    expect(closing.status()).toBe(204);
    await judge.context.setOffline(false);

    // What the judge had decided goes to the office by itself; what was only typed, at the judge's word.
    await decided.getByText('已交组委会办公室，等待决定').waitFor();
    await typed.getByText('这份评分在截止前没有送达服务器').waitFor();
    await typed.getByRole('button', { name: '交给办公室' }).click();
    await typed.getByText('已交组委会办公室，等待决定').waitFor();
    expect(await first(typed).inputValue()).toBe('9');
    expect(await deviceRows(typed, 'work')).toEqual([]);
    // What the judge typed on another device is shown there, beside what the office has, and takes no place of it.
    await other.context.setOffline(false);
    await other.page.getByRole('button', { name: '交给办公室' }).click();
    await other.page.getByText('组委会办公室已收到您对本项目的另一份评分').waitFor();
    expect(await first(other.page).inputValue()).toBe('3');
    expect(await sideBySide(other.page)).toEqual(['3', '7']);
    expect(await other.page.getByText('下面的分数没有提交，也不计入；已交组委会办公室').count()).toBe(0);
    await handInOverSubmitted(overtaken);
    await other.context.close();
    for (const id of [decidedId, typedId]) expect(await revisions(owner, id)).toEqual([]);
    await decided.goto('/judging');
    const handed = decided.locator('.queue-line', { hasText: '已交办公室' });
    await until(async () => (await handed.count()) === 3, 20_000);

    await office.page.goto(`/organiser/stages/${stage}/sheet-unlocks`);
    await office.page.getByRole('button', { name: `申请解锁：项目 ${number}`, exact: true }).click();
    await office.page.getByRole('dialog').getByLabel('理由').fill('断网记录已核对');
    await inDialog(office.page, '申请解锁').click();
    await office.page.getByText('已申请解锁，等待批准').waitFor();
    const refused = (await stageOf(typedId)).number;
    await office.page.getByRole('button', { name: `不接受：项目 ${refused}`, exact: true }).click();
    await office.page.getByRole('dialog').getByLabel('理由').fill('设备时间晚于截止');
    await inDialog(office.page, '不接受').click();
    await office.page.getByText('设备时间晚于截止').waitFor();
    const second = await as('approver');
    await second.page.goto(`/organiser/stages/${stage}/sheet-unlocks`);
    await second.page.getByRole('button', { name: /^批准解锁/ }).click();
    await inDialog(second.page, '批准解锁').click();
    await second.page.getByText('已接受，放入评委草稿').waitFor();

    await typed.reload();
    await typed.getByText('理由：设备时间晚于截止').waitFor();
    await decided.goto(`/judging/${decidedId}`);
    await decided.getByText('办公室已接受您逾期交来的分数').waitFor();
    expect(await first(decided).inputValue()).toBe('7');
    await submit(decided);
    await decided.getByText('第 1 次提交').waitFor();
    expect(await revisions(owner, decidedId)).toHaveLength(1);
    expect(await revisions(owner, typedId)).toEqual([]);
    for (const { context } of [judge, office, second]) await context.close();
  });
});
