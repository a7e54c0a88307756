import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser, openContext, settled, signIn } from '../builders/browser.js';
import { demoLogin, startDemoPlatform, type DemoPlatform, type DemoRole } from '../builders/demo-platform.js';

jest.setTimeout(180_000);

const name = '凭空捏造（虚构）';
const email = 'invented-judge@example.test';
const password = 'a sentence that nobody guesses';
const judgesPage = '/organiser/editions/goe-open/judges';

let platform: DemoPlatform;
let browser: Browser;

beforeAll(async () => {
  platform = await startDemoPlatform();
  browser = await launchBrowser();
});
afterAll(async () => {
  await Promise.allSettled([browser?.close(), platform?.stop()]);
});

async function as(role: DemoRole): Promise<{ context: BrowserContext; page: Page }> {
  const context = await openContext(browser, { origin: platform.origin });
  await signIn(context, platform.origin, demoLogin(role), 'zh');
  return { context, page: await context.newPage() };
}

/** One person alone writes a judge into the edition. */
async function importJudge({ request }: BrowserContext): Promise<void> {
  const base = '/api/v1/editions/goe-open/imports';
  const headers = () => ({ origin: platform.origin, 'idempotency-key': randomUUID() });
  const file = Buffer.from(`姓名,邮箱,单位\n${name},${email},子虚大学（虚构）\n`);
  const read = await request.post(`${base}?kind=judges&name=judges.csv`, {
    headers: { ...headers(), 'content-type': 'application/octet-stream' },
    data: file,
  });
  const { publicId, columns } = (await read.json()) as { publicId: string; columns: object };
  await request.put(`${base}/${publicId}/columns`, { headers: headers(), data: columns });
  const preview = (await (await request.get(`${base}/${publicId}/preview`)).json()) as { digest: string };
  const applied = await request.post(`${base}/${publicId}/application`, {
    headers: { ...headers(), 'if-match': `"${preview.digest}"` },
    data: {},
  });
  expect({ status: applied.status(), body: await applied.text() }).toMatchObject({ status: 200 });
}

/** As the assignment of judges gives one. @returns the public id of the assignment */
async function giveEntry(): Promise<string> {
  const client = new pg.Client({ connectionString: platform.database.ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ publicId: string }>(
      `insert into assignments (id, public_id, stage_id, stage_entry_id, judge_id, position)
       select gen_random_uuid(), gen_random_uuid(), a.stage_id, a.stage_entry_id, j.id, 1
       from judges j join users u on u.id = j.user_id and u.email = $1
       cross join lateral (
         select a.stage_id, a.stage_entry_id from active_assignments a
         join judges other on other.id = a.judge_id and other.edition_id = j.edition_id order by a.public_id limit 1
       ) a
       returning public_id as "publicId"`,
      [email],
    );
    return rows[0]?.publicId ?? '';
  } finally {
    await client.end();
  }
}

/** The office invites the judge. @returns the code that it hands on */
async function invite(page: Page): Promise<string> {
  await page.getByRole('row', { name }).getByRole('button', { name: '邀请' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox').uncheck();
  await dialog.getByRole('button', { name: '生成邀请' }).click();
  await dialog.getByText('邀请已生成').waitFor();
  const code = await dialog.locator('.slip-code').innerText();
  await dialog.getByRole('button', { name: '完成' }).click();
  return code;
}

/** Answers the invitation with the commitment signed, and is signed in. */
async function accept(code: string): Promise<{ context: BrowserContext; page: Page }> {
  const context = await openContext(browser, { origin: platform.origin });
  const page = await context.newPage();
  await page.goto('/judge-invitation');
  await page.getByLabel('邀请码').fill(code);
  await page.getByRole('button', { name: '查看邀请' }).click();
  await page.getByRole('checkbox').check();
  await page.getByLabel('设置登录密码').fill(password);
  await page.getByRole('button', { name: '接受邀请' }).click();
  await page.getByText('您已接受邀请').waitFor();
  return { context, page };
}

describe('a judge whom one person has made up', () => {
  it('opens and scores nothing before a second person has approved the roster', async () => {
    const organiser = await as('organiser');
    await importJudge(organiser.context);
    await organiser.page.goto(judgesPage);
    await organiser.page.getByText('这些变更由您提出').waitFor();
    expect(await organiser.page.getByRole('button', { name: '批准名单' }).count()).toBe(0);
    const judge = await accept(await invite(organiser.page));
    const assignment = await giveEntry();

    await judge.page.goto('/judging');
    await judge.page.locator('.queue-awaited').waitFor();
    expect(await judge.page.locator('.queue-line').count()).toBe(0);
    const opened = await judge.context.request.get(`/api/v1/assignments/${assignment}`);
    expect({ status: opened.status(), body: (await opened.json()) as unknown }).toMatchObject({
      ...{ status: 409, body: { code: 'judge-not-on-roster' } },
    });

    const approver = await as('approver');
    await approver.page.goto(judgesPage);
    await approver.page.getByRole('button', { name: '批准名单' }).click();
    const dialog = approver.page.getByRole('dialog');
    await dialog.getByText('加入 1 位').waitFor();
    await dialog.getByRole('button', { name: '批准名单' }).click();
    await approver.page.getByRole('row', { name }).getByText('在名单上', { exact: true }).waitFor();

    await judge.page.goto('/judging');
    await settled(judge.page);
    await judge.page.getByRole('link', { name: '去声明' }).click();
    await judge.page.getByRole('button', { name: '声明无利益冲突' }).click();
    await judge.page.getByRole('dialog').getByRole('button', { name: '确认声明' }).click();
    await judge.page.getByRole('link', { name: '去评审' }).click();
    await judge.page.locator('.queue-line').first().click();
    const scores = judge.page.locator('.score-input');
    await scores.first().waitFor();
    await scores.first().fill('6.5');
    await judge.page.getByText('已同步，未提交').waitFor();
    await Promise.all([organiser, approver, judge].map(({ context }) => context.close()));
  });
});
