import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser, openContext, signIn } from '../builders/browser.js';
import { demoLogin, startDemoPlatform, type DemoPlatform, type DemoRole } from '../builders/demo-platform.js';
import { fill, first, submit } from './judge-sheet.js';

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
  return { context, page: await context.newPage() };
}

/** An assignment of the demo's judge, whose entry another judge has scored. */
async function scoredByAnother(): Promise<{ publicId: string; number: number; stage: string }> {
  const { rows } = await owner.query<{ publicId: string; number: number; stage: string }>(
    `select a.public_id as "publicId", e.number, a.stage_id as stage
       from active_assignments a join judges j on j.id = a.judge_id join users u on u.id = j.user_id
       join entries e on e.id = a.entry_id join windows w on w.stage_id = a.stage_id and w.kind = 'judging'
      where u.email = $1 and window_is_open(w, now()) and exists (
        select from active_assignments o where o.stage_entry_id = a.stage_entry_id and o.id <> a.id and current_revision(o.id) > 0)
      order by a.position limit 1`,
    [demoLogin('judge').email],
  );
  if (!rows[0]) throw new Error('the demo has no entry that two judges could compare');
  return rows[0];
}

describe('judges of an entry who lie far apart', () => {
  it('are asked to look again, each alone: one submits anew, the office sees how far it is and calls it off', async () => {
    const { publicId, number, stage } = await scoredByAnother();
    const judge = await as('judge');
    await judge.page.goto(`/judging/${publicId}`);
    await first(judge.page).waitFor();
    await fill(judge.page, '9');
    await submit(judge.page);
    await judge.page.getByText('第 1 次提交').waitFor();

    const office = await as('organiser');
    await office.page.goto(`/organiser/stages/${stage}`);
    await office.page.getByRole('link', { name: '复评' }).click();
    await office.page.getByText('本阶段没有安排过复评。').waitFor();
    await office.page.getByLabel('项目编号').fill(String(number));
    await office.page.getByLabel('理由').fill('两位评委相差过大');
    await office.page.getByRole('button', { name: '安排复评' }).click();
    await office.page.getByText(/^0 \/ \d+ 位评委$/).waitFor();

    await judge.page.goto('/judging');
    await judge.page.locator('.queue-line', { hasText: '请复评' }).click();
    await judge.page.getByText('组委会请您对这个项目复评').waitFor();
    expect(await judge.page.getByText('相差过大').count()).toBe(0);
    await first(judge.page).fill('8');
    await judge.page.getByText('修改已同步，未提交').waitFor();
    await submit(judge.page);
    await judge.page.getByText('第 2 次提交').waitFor();
    expect(await judge.page.getByText('组委会请您对这个项目复评').count()).toBe(0);

    await office.page.reload();
    await office.page.getByText(/^1 \/ \d+ 位评委$/).waitFor();
    await office.page.getByRole('button', { name: /^取消复评/ }).click();
    await office.page.getByRole('dialog').getByRole('button', { name: '取消复评' }).click();
    await office.page.getByText('已取消').waitFor();
    for (const { context } of [judge, office]) await context.close();
  });
});
