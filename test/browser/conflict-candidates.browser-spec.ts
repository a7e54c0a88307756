import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser, openContext, signIn } from '../builders/browser.js';
import { demoLogin, startDemoPlatform, type DemoPlatform, type DemoRole } from '../builders/demo-platform.js';

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

interface Queue {
  readonly stages: readonly {
    readonly stage: { readonly key: string };
    readonly assignments: readonly { readonly publicId: string }[];
  }[];
}
interface Stages {
  readonly stages: readonly { readonly id: string; readonly key: string }[];
}
interface Team {
  readonly entries: readonly { readonly number: number; readonly lead: string | null }[];
}

describe('what judges name', () => {
  it('is shown to the office with its evidence, and is dismissed with a reason, or a recusal is ordered that awaits a second person', async () => {
    const [judge, office] = [await as('judge'), await as('organiser')];
    const { stages: own } = (await (await judge.context.request.get('/api/v1/my/assignments')).json()) as Queue;
    const stageKey = own[0]?.stage.key ?? '';
    const { stages } = (await (await office.context.request.get('/api/v1/editions/goe-open/stages')).json()) as Stages;
    const stageId = stages.find(({ key }) => key === stageKey)?.id;
    const people = (await (await office.context.request.get('/api/v1/editions/goe-open/entries')).json()) as Team;
    const leads = people.entries.flatMap(({ lead }) => lead ?? []).slice(0, 40);
    const openNow = async () => {
      const path = `/api/v1/stages/${stageId}/conflict-candidates?state=open&limit=1`;
      return ((await (await office.context.request.get(path)).json()) as { total: number }).total;
    };

    // The judge names people whom they advised; they lead entries of the edition.
    const saved = await judge.context.request.put('/api/v1/my/interests/goe-open', {
      headers: { origin: platform.origin, 'idempotency-key': randomUUID(), 'if-match': '"0"' },
      data: {
        interests: leads.map((name) => ({ kind: 'advisee', name, unit: null, fromYear: null, untilYear: null })),
      },
    });
    expect(saved.status()).toBe(204);

    await office.page.goto(`/organiser/stages/${stageId}/assignment`);
    await office.page.getByRole('link', { name: '查看回避线索' }).click();
    const rows = office.page.locator('.data-table tbody tr');
    await rows.filter({ hasText: '指导过的人在团队中' }).first().waitFor();
    const before = await openNow();
    expect(before).toBeGreaterThan(1);

    await office.page
      .getByRole('button', { name: /^认定无冲突/ })
      .first()
      .click();
    await office.page.getByRole('dialog').getByLabel('理由').fill('同名不同人');
    await office.page.getByRole('dialog').getByRole('button', { name: '认定无冲突' }).click();
    await office.page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await openNow()).toBe(before - 1);

    await office.page
      .getByRole('button', { name: /^责令回避/ })
      .first()
      .click();
    await office.page.getByRole('dialog').getByLabel('理由').fill('曾指导该团队成员');
    await office.page.getByRole('dialog').getByLabel('依据').fill('评委本人登记的利害关系');
    await office.page.getByRole('dialog').getByRole('button', { name: '提出', exact: true }).click();
    await office.page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await openNow()).toBe(before - 2);

    await office.page.getByLabel('显示', { exact: true }).selectOption('dismissed');
    await rows.filter({ hasText: '同名不同人' }).waitFor();
    await office.page.getByLabel('显示', { exact: true }).selectOption('ordered');
    await rows.filter({ hasText: '已责令，待另一人确认' }).first().waitFor();
    for (const { context } of [judge, office]) await context.close();
  });
});
