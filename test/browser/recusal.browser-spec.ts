import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser, openContext, signIn } from '../builders/browser.js';
import { demoLogin, startDemoPlatform, type DemoPlatform, type DemoRole } from '../builders/demo-platform.js';
import { fill, open, submit } from './judge-sheet.js';

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

interface Session {
  readonly user: { readonly displayName: string };
}

interface Stages {
  readonly stages: readonly { readonly id: string; readonly key: string }[];
}

describe('a judge who steps back after having scored', () => {
  it('is shown on the wall with the reason, and a substitute is assigned once both names are confirmed', async () => {
    const [judge, office] = [await as('judge'), await as('organiser')];
    const publicId = await open(judge.page, 0);
    const sheet = `/api/v1/assignments/${publicId}`;
    const { stage } = (await (await judge.context.request.get(sheet)).json()) as { stage: { key: string } };
    await fill(judge.page, '5');
    await submit(judge.page);
    await judge.page.getByText('第 1 次提交').waitFor();

    const { stages } = (await (await office.context.request.get('/api/v1/editions/goe-open/stages')).json()) as Stages;
    const stageId = stages.find(({ key }) => key === stage.key)?.id;
    await office.page.goto(`/organiser/stages/${stageId}`);
    await office.page.locator('#recusals .data-table').waitFor();

    await judge.page.getByRole('button', { name: /回避/ }).click();
    await judge.page.getByRole('dialog').getByText('我指导过该团队').click();
    await judge.page.getByRole('dialog').getByRole('button', { name: '确认回避' }).click();
    await judge.page.waitForURL('**/judging');
    expect((await judge.context.request.get(`${sheet}/entry`)).status()).toBe(409);

    // Nobody reloads the wall.
    const session = (await (await judge.context.request.get('/api/v1/session')).json()) as Session;
    const excluded = office.page.locator('#recusals .is-recused').filter({ hasText: session.user.displayName });
    await excluded.getByText('自行回避 · 指导过该团队').waitFor({ timeout: 60_000 });
    await excluded.getByText('已排除（第 1 次提交）').waitFor();
    const number = (await excluded.getByRole('rowheader').innerText()).split(' · ')[0] ?? '';
    const proposal = office.page.locator('.substitutes li', { hasText: new RegExp(`^${number} · `) });
    const judgesBefore = Number(await excluded.getByRole('cell').nth(-2).innerText());
    await proposal
      .getByRole('button', { name: /^将 .* 指派给/ })
      .first()
      .click();
    await office.page.getByRole('dialog').getByRole('button', { name: '指派' }).click();
    await proposal.waitFor({ state: 'detached' });
    expect(Number(await excluded.getByRole('cell').nth(-2).innerText())).toBe(judgesBefore + 1);
    await excluded.getByText('已排除（第 1 次提交）').waitFor();
    for (const { context } of [judge, office]) await context.close();
  });
});
