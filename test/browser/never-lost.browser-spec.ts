import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser, openContext, signIn } from '../builders/browser.js';
import { demoLogin, startDemoPlatform, type DemoPlatform, type DemoRole } from '../builders/demo-platform.js';
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
  // What is not stored yet asks before the page is left: here it is left all the same.
  page.on('dialog', (question) => void question.accept());
  return { context, page };
}

describe('a server that does not answer', () => {
  it('is asked again and again, also after the review was opened and left', async () => {
    const { context, page } = await as('judge');
    await open(page, 1);
    await fill(page, '6');
    await page.route('**/draft', (route) => route.abort());
    await first(page).fill('9');
    await page.getByText('已存本机；网络不通，恢复后自动同步').waitFor();
    await page.getByRole('button', { name: /核对并/ }).click();
    const review = page.getByRole('dialog');
    await review.getByRole('button', { name: '返回修改' }).click();
    await review.waitFor({ state: 'hidden' });
    await page.unroute('**/draft');
    await page.getByText('已同步，未提交').waitFor();
    await context.close();
  });
});

describe('a judge who goes back while the submission waits for the draft', () => {
  it('has submitted nothing, on the server or on the device', async () => {
    const { context, page } = await as('judge');
    const publicId = await open(page, 6);
    await fill(page, '6');
    let goOn = () => undefined as void;
    const isHeld = new Promise<void>((resolve) => (goOn = resolve));
    await page.route('**/draft', async (route) => {
      await isHeld;
      await route.continue();
    });
    await first(page).fill('9');
    await submit(page);
    await page.getByRole('dialog').locator('.ant-btn-loading').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '返回修改' }).click();
    await first(page).fill('7');
    goOn();
    await page.getByText('已同步，未提交').waitFor();
    expect(await revisions(owner, publicId)).toEqual([]);
    expect(await deviceRows(page, 'intentions')).toEqual([]);
    await context.close();
  });
});

describe('a server that is killed between its commit and its answer', () => {
  it('answers the second try with the receipt of the first, and one revision stands', async () => {
    const { context, page } = await as('judge');
    const publicId = await open(page, 2);
    await fill(page, '8');
    let lost = '';
    await page.route('**/submissions', async (route) => {
      const response = await route.fetch();
      lost = ((await response.json()) as { receipt: string }).receipt;
      await platform.kill();
      await route.abort();
      await page.unroute('**/submissions');
    });
    await submit(page);
    await page.getByText('没有收到服务器的答复').waitFor();
    expect(await revisions(owner, publicId)).toEqual([lost]);
    await platform.revive();
    await page.getByText('第 1 次提交').waitFor({ timeout: 60_000 });
    await page.getByText('完整回执').click();
    expect((await page.locator('.receipt .hash').innerText()).replace(/\s/g, '')).toContain(lost);
    expect(await revisions(owner, publicId)).toEqual([lost]);
    await context.close();
  });
});

describe('a judge who may not write any more', () => {
  it('is refused at the next write when the account is disabled; the draft stands as it was', async () => {
    const { context, page } = await as('judge');
    const publicId = await open(page, 3);
    await fill(page, '6');
    const set = (change: string) => owner.query(`update users set disabled_at = ${change} where email like 'judge@%'`);
    await set('now()');
    const refused = page.waitForResponse((answer) => answer.url().endsWith('/draft'));
    await first(page).fill('9');
    expect((await refused).status()).toBe(401);
    await page.getByText('已存本机；登录后同步').waitFor();
    const { rows } = await owner.query<{ scores: Record<string, string> }>(
      'select d.scores from drafts d join assignments a on a.id = d.assignment_id where a.public_id = $1',
      [publicId],
    );
    expect(new Set(Object.values(rows[0]?.scores ?? {}))).toEqual(new Set(['6']));
    await set('null');
    await context.close();
  });

  it('signs in again where the session has ended, and what was typed meanwhile is sent', async () => {
    const { context, page } = await as('judge');
    await open(page, 4);
    await owner.query(`update sessions set revoked_at = now() where revoked_at is null
      and user_id in (select id from users where email like 'judge@%')`);
    await first(page).fill('7.5');
    const dialog = page.getByRole('dialog');
    await dialog.locator('input[type=password]').fill(demoLogin('judge').password);
    const email = dialog.getByLabel('邮箱');
    if ((await email.count()) > 0) await email.fill(demoLogin('judge').email);
    await dialog.locator('input[type=password]').press('Enter');
    await page.getByText('已同步，未提交').waitFor();
    expect(await first(page).inputValue()).toBe('7.5');
    await context.close();
  });
});

describe('a deadline that passes while the network is gone', () => {
  it('refuses what comes late and says so; the device keeps it until the office has decided', async () => {
    const begun = await as('judge');
    const { context } = begun;
    let { page } = begun;
    const revised = await context.newPage();
    const revisedId = await open(revised, 0);
    await fill(revised, '5');
    await submit(revised);
    await revised.getByText('第 1 次提交').waitFor();
    const publicId = await open(page, 5);
    await fill(page, '6');
    await context.setOffline(true);
    for (const one of [page, revised]) {
      await first(one).fill('9');
      await one.getByText('已存本机；网络不通，恢复后自动同步').waitFor();
    }

    const { rows } = await owner.query<{ stage: string; judge: string; entry: string }>(
      `select a.stage_id as stage, a.judge_id as judge, e.public_id as entry from assignments a
         join stage_entries se on se.id = a.stage_entry_id join entries e on e.id = se.entry_id where a.public_id = $1`,
      [publicId],
    );
    const { stage = '', judge = '', entry = '' } = rows[0] ?? {};
    const [office, second] = [await as('organiser'), await as('approver')];
    const post = async ({ context: by }: { context: BrowserContext }, path: string, data: object = {}) => {
      const headers = { origin: platform.origin, 'Idempotency-Key': `late-${path.length}-${Math.random()}` };
      const answer = await by.request.post(`/api/v1/stages/${stage}/${path}`, { data, headers });
      expect({ path, status: answer.status() }).toEqual({ path, status: 204 });
    };
    await post(office, 'window/closing', { acknowledge: ['sheets-missing', 'coverage-below-floor'] });

    await context.setOffline(false);
    await page.getByText('这份评分在截止前没有送达服务器').waitFor();
    expect(await first(page).inputValue()).toBe('9');
    await page.reload();
    await page.getByText('这份评分在截止前没有送达服务器').waitFor();
    expect(await first(page).inputValue()).toBe('9');
    expect(await page.getByRole('button', { name: /核对并/ }).count()).toBe(0);
    expect(await revisions(owner, publicId)).toEqual([]);

    // It survives the tab: nothing needs to be asked before that is closed.
    await page.close();
    page = await context.newPage();
    await page.goto(`/judging/${publicId}`);
    await page.getByText('这份评分在截止前没有送达服务器').waitFor();
    expect(await first(page).inputValue()).toBe('9');

    // Where an earlier submission stands, that is what counts; the judge may let the late scores go.
    await revised.getByText('计入的是您的第 1 次提交').waitFor();
    await revised.getByRole('button', { name: '放弃这些分数' }).click();
    await revised.getByRole('dialog').getByRole('button', { name: '放弃这些分数' }).click();
    await revised.locator('.sheet-state').getByText('已提交').waitFor();
    expect(await first(revised).inputValue()).toBe('5');
    expect(await revised.locator('.undelivered').count()).toBe(0);
    expect((await deviceRows(revised, 'work')).join()).not.toContain(revisedId);
    await revised.close();

    await post(office, 'sheet-unlocks', { judge, entry, reason: '断网期间已过截止', hours: 2 });
    const unlock = await owner.query<{ id: string }>('select id from sheet_unlocks where stage_id = $1', [stage]);
    await post(second, `sheet-unlocks/${unlock.rows[0]?.id}/approval`);
    await page.reload();
    await page.getByText('已同步，未提交').waitFor();
    expect(await first(page).inputValue()).toBe('9');
    await submit(page);
    await page.getByText('第 1 次提交').waitFor();
    expect(await revisions(owner, publicId)).toHaveLength(1);
    await Promise.all([context.close(), office.context.close(), second.context.close()]);
  });
});
