import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import type { Browser } from 'playwright-core';
import { launchBrowser, openContext, signIn } from '../builders/browser.js';
import { demoLogin, startDemoPlatform, type DemoPlatform } from '../builders/demo-platform.js';

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

/** As on the first day of judging: the judge has declared nothing yet. */
async function undeclared(email: string): Promise<void> {
  const client = new pg.Client({ connectionString: platform.database.ownerUrl });
  await client.connect();
  try {
    await client.query(
      `delete from declared_entries d using judges j join users u on u.id = j.user_id
        where d.judge_id = j.id and u.email = $1`,
      [email],
    );
  } finally {
    await client.end();
  }
}

interface Queue {
  readonly stages: readonly {
    readonly assignments: readonly { readonly publicId: string; readonly title: string }[];
  }[];
}

describe('a judge of an open stage', () => {
  it('declares of the own teams before any entry opens, and steps back from the one with a tie', async () => {
    const login = demoLogin('judge');
    await undeclared(login.email);
    const context = await openContext(browser, { origin: platform.origin });
    await signIn(context, platform.origin, login, 'zh');
    const page = await context.newPage();
    const { stages } = (await (await context.request.get('/api/v1/my/assignments')).json()) as Queue;
    const [first, second] = stages[0]?.assignments ?? [];
    const entryOf = (line = first) => context.request.get(`/api/v1/assignments/${line?.publicId}/entry`);
    expect((await entryOf()).status()).toBe(403);

    // A sheet's own address leads there too.
    await page.goto(`/judging/${first?.publicId}`);
    await page.waitForURL('**/judging/declaration/**');
    await page.goto('/judging');
    const section = page.locator('.queue-stage').first();
    await section.getByRole('link', { name: '去声明' }).click();
    await page.getByLabel('查找项目、姓名或单位').fill(second?.title ?? '');
    await page
      .getByRole('group', { name: second?.title ?? '', exact: true })
      .getByLabel('有没有利益关系')
      .selectOption('adviser-of-the-team');
    await page.getByLabel('查找项目、姓名或单位').fill('');
    await page.getByRole('button', { name: '声明并回避标出的 1 个项目' }).click();
    await page.getByRole('dialog').getByText('我指导过该团队').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '确认声明' }).click();
    await page.getByRole('heading', { name: '声明已完成' }).waitFor();

    await page.getByRole('link', { name: '去评审' }).click();
    await section.locator('.queue-line').first().waitFor();
    expect(await section.getByText('待声明').count()).toBe(0);
    expect(await section.locator('.queue-line', { hasText: second?.title ?? '' }).count()).toBe(0);
    expect((await entryOf()).status()).toBe(200);
    expect((await entryOf(second)).status()).toBe(409);
    await section.locator('.queue-line').first().click();
    await page.locator('.score-input').first().waitFor();
    await context.close();
  });
});
