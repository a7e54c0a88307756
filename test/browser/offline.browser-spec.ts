import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser, openContext, signIn } from '../builders/browser.js';
import { demoLogin, startDemoPlatform, type DemoPlatform, type DemoRole } from '../builders/demo-platform.js';
import { deviceRows, fill, first, open, revisions, submit } from './judge-sheet.js';

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

async function as(role: DemoRole): Promise<{ context: BrowserContext; page: Page }> {
  const context = await openContext(browser, { origin: platform.origin, options: { serviceWorkers: 'allow' } });
  await signIn(context, platform.origin, demoLogin(role), 'zh');
  return { context, page: await context.newPage() };
}

async function prepare(page: Page): Promise<void> {
  await page.goto('/judging');
  const panel = page.locator('.offline-panel').first();
  await panel.getByRole('button', { name: '准备离线评审' }).click();
  await panel.getByRole('button', { name: '下载到本机' }).click();
  await panel.getByText('可离线评审').waitFor();
}

/** Gives every criterion the same score, with no line to bring it anywhere. */
async function fillOffline(page: Page, score: string): Promise<void> {
  for (const input of await page.locator('.score-input').all()) await input.fill(score);
  await page.locator('.sheet-state').getByText('已存本机；网络不通，恢复后自动同步').waitFor();
}

async function submitOffline(page: Page): Promise<void> {
  await submit(page);
  await page.locator('.waiting').waitFor();
}

interface Orders {
  readonly orders: readonly { readonly id: string; readonly state: string }[];
}

/** An act of the office's on recusals that are ordered. */
async function actOnOrders({ request }: BrowserContext, path: string, data: object): Promise<void> {
  const answer = await request.post(`/api/v1/editions/goe-open/recusal-orders${path}`, {
    data,
    headers: { origin: platform.origin, 'Idempotency-Key': `order-${Math.random()}` },
  });
  expect(answer.status()).toBe(204);
}

describe('a judge whose network is cut', () => {
  it('scores three entries and reloads without it; on return each is submitted once, in order', async () => {
    const { context, page } = await as('judge');
    await prepare(page);
    await open(page, 3);
    await fill(page, '5');
    await context.setOffline(true);
    // What was synced before the cut is there, though nothing of it is typed on this device any more.
    await open(page, 3);
    expect(await first(page).inputValue()).toBe('5');
    await page.reload();
    await first(page).waitFor();
    expect(await first(page).inputValue()).toBe('5');

    const ids = [await open(page, 0)];
    await fillOffline(page, '7');
    await submitOffline(page);
    ids.push(await open(page, 1));
    await fillOffline(page, '8');
    await page.reload();
    await first(page).waitFor();
    expect(await first(page).inputValue()).toBe('8');

    // Another tab of the same judge sees what this one has.
    const other = await context.newPage();
    await other.goto(`/judging/${ids[1]}`);
    await first(other).waitFor();
    expect(await first(other).inputValue()).toBe('8');
    await other.close();

    await submitOffline(page);
    await page.goto('/judging');
    await page.getByText('2 份评分表已存本机，等待发送，尚未提交').waitFor();
    ids.push(await open(page, 2));
    await fillOffline(page, '9');
    await submitOffline(page);
    for (const id of ids) expect(await revisions(owner, id)).toEqual([]);

    await context.setOffline(false);
    await page.getByText('第 1 次提交').waitFor();
    await page.goto('/judging');
    await page.getByText('先前提交的 2 份评分表已送达').waitFor();
    const { rows } = await owner.query<{ id: string; receipt: string }>(
      `select a.public_id as id, encode(s.event_hash, 'hex') as receipt from score_sheets s
         join assignments a on a.id = s.assignment_id where a.public_id = any ($1) order by s.submitted_at`,
      [ids],
    );
    expect(rows.map(({ id }) => id)).toEqual(ids);
    expect(await page.locator('.deliveries li').count()).toBe(2);
    await page.getByRole('button', { name: '知道了' }).click();
    await page.locator('.deliveries li').first().waitFor({ state: 'detached' });
    expect(await deviceRows(page, 'intentions')).toEqual([]);
    expect(await deviceRows(page, 'work')).toEqual([]);
    await context.close();
  });

  it('is recused: nothing of the entry stays on the device', async () => {
    const { context, page } = await as('judge');
    await prepare(page);
    const id = await open(page, 4);
    expect((await deviceRows(page, 'answers')).join()).toContain(id);
    await page.getByRole('button', { name: '自行回避' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio').first().check();
    await dialog.getByRole('button', { name: '确认回避' }).click();
    await page.waitForURL('**/judging');
    expect((await deviceRows(page, 'answers')).join()).not.toContain(id);

    await page.getByRole('button', { name: '退出' }).click();
    await page.getByRole('link', { name: '登录' }).first().waitFor();
    for (const store of ['answers', 'pages', 'work', 'intentions'] as const) {
      expect(await deviceRows(page, store)).toEqual([]);
    }

    // Back in the same tab: nothing is called prepared that is here no more.
    await page.getByRole('link', { name: '登录' }).first().click();
    const login = demoLogin('judge');
    await page.locator('input[type=email]').fill(login.email);
    await page.locator('input[type=password]').fill(login.password);
    await page.locator('input[type=password]').press('Enter');
    await page.locator('.offline-panel').first().getByRole('button', { name: '准备离线评审' }).waitFor();
    await context.close();
  });

  it('is ordered to step back: the entry leaves the device, the scores stay, and once it is declined it is asked for again', async () => {
    const { context, page } = await as('judge');
    await prepare(page);
    const id = await open(page, 4);
    await fill(page, '7');
    const { rows } = await owner.query<{ judge: string; number: number }>(
      `select a.judge_id as judge, e.number from assignments a
         join stage_entries s on s.id = a.stage_entry_id join entries e on e.id = s.entry_id where a.public_id = $1`,
      [id],
    );
    const [orderer, second] = [await as('organiser'), await as('approver')];
    await actOnOrders(orderer.context, '', {
      ...{ entryNumber: rows[0]?.number, judge: rows[0]?.judge, reasonCode: 'adviser-of-the-team' },
      ...{ reason: '评委曾任该团队顾问', evidence: '聘书' },
    });

    // Its own address is refused, and takes what was prepared off the device.
    await page.goto(`/judging/${id}`);
    await page.getByText('有人责令您回避该项目').waitFor();
    expect((await deviceRows(page, 'answers')).join()).not.toContain(id);
    expect((await deviceRows(page, 'pages')).join()).not.toContain(id);
    await page.goto('/judging');
    await page.getByRole('heading', { name: '责令回避' }).waitFor();
    const panel = page.locator('.offline-panel').first();
    await panel.getByText('可离线评审').waitFor();

    const orders = await second.context.request.get('/api/v1/editions/goe-open/recusal-orders');
    const awaited = ((await orders.json()) as Orders).orders.find(({ state }) => state === 'awaited');
    await actOnOrders(second.context, `/${awaited?.id}/refusal`, { reason: '聘书属于另一人' });
    await page.reload();
    await panel.getByText('还不能完全离线评审').waitFor();
    await panel.getByRole('button', { name: '更新离线材料' }).click();
    await panel.getByRole('button', { name: '下载到本机' }).click();
    await panel.getByText('可离线评审').waitFor();
    await open(page, 4);
    expect(await first(page).inputValue()).toBe('7');
    await Promise.all([context, orderer.context, second.context].map((one) => one.close()));
  });

  it('is told on return that judging has ended meanwhile; what was decided is with the office', async () => {
    const { context, page } = await as('judge');
    await prepare(page);
    const id = await open(page, 5);
    await context.setOffline(true);
    await fillOffline(page, '6');
    await submitOffline(page);
    const { rows } = await owner.query<{ stage: string }>(
      'select stage_id as stage from assignments where public_id = $1',
      [id],
    );
    const office = await as('organiser');
    const closing = await office.context.request.post(`/api/v1/stages/${rows[0]?.stage}/window/closing`, {
      data: { acknowledge: ['sheets-missing', 'coverage-below-floor'] },
      headers: { origin: platform.origin, 'Idempotency-Key': `close-${Math.random()}` },
    });
    expect(closing.status()).toBe(204);
    await context.setOffline(false);
    await page.getByText('已交组委会办公室，等待决定').first().waitFor();
    expect(await revisions(owner, id)).toEqual([]);
    const late = await owner.query(
      'select from late_sheets l join assignments a on a.id = l.assignment_id where a.public_id = $1',
      [id],
    );
    expect(late.rowCount).toBe(1);
    await Promise.all([context.close(), office.context.close()]);
  });
});
