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

interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
}

async function as(role: DemoRole): Promise<Visitor> {
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

interface Entries {
  readonly entries: readonly { readonly number: number; readonly judges: readonly { readonly name: string }[] }[];
}

async function read<Body>({ context }: Visitor, path: string): Promise<Body> {
  return (await (await context.request.get(`/api/v1${path}`)).json()) as Body;
}

const orders = '/organiser/editions/goe-open/recusal-orders';

/** The judge's name, and the number of an entry that the judge has. */
async function assigned(judge: Visitor, office: Visitor): Promise<{ name: string; number: number }> {
  const { user } = await read<{ user: { displayName: string } }>(judge, '/session');
  const key = (await read<Queue>(judge, '/my/assignments')).stages[0]?.stage.key;
  const { stages } = await read<{ stages: { id: string; key: string }[] }>(office, '/editions/goe-open/stages');
  const id = stages.find((stage) => stage.key === key)?.id;
  const { entries } = await read<Entries>(office, `/stages/${id}/assigned-entries?limit=500`);
  const own = entries.find(({ judges }) => judges.some(({ name }) => name === user.displayName));
  return { name: user.displayName, number: own?.number ?? 0 };
}

async function order({ page }: Visitor, name: string, number: number): Promise<void> {
  await page.goto(orders);
  await page.getByLabel('回避人', { exact: true }).selectOption({ label: name });
  await page.getByLabel('参赛编号').fill(String(number));
  await page.getByLabel('回避原因').selectOption({ label: '指导过该团队' });
  await page.getByLabel('理由', { exact: true }).fill('曾任该团队顾问（虚构）');
  await page.getByLabel('依据', { exact: true }).fill('聘书扫描件（虚构）');
  await page.getByRole('button', { name: '提出' }).click();
  await page.getByRole('dialog').getByText(`${name}立即不能查看`).waitFor();
  await page.getByRole('dialog').getByRole('button', { name: '提出' }).click();
  await page.getByRole('button', { name: `撤回：${number} 号项目` }).waitFor();
}

async function decide({ page }: Visitor, act: string, number: number, reason?: string): Promise<void> {
  await page.goto(orders);
  await page.getByRole('button', { name: `${act}：${number} 号项目` }).click();
  if (reason !== undefined) await page.getByLabel('驳回理由').fill(reason);
  await page.getByRole('dialog').getByRole('button', { name: act }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

describe('a judge whose recusal is ordered', () => {
  it('is told at once, and is off the entry for good only after a second person confirms it', async () => {
    const [judge, office, second] = [await as('judge'), await as('organiser'), await as('approver')];
    const { name, number } = await assigned(judge, office);
    const count = async () => (await read<Queue>(judge, '/my/assignments')).stages[0]?.assignments.length;
    const before = (await count()) ?? 0;

    await order(office, name, number);
    await judge.page.goto('/judging');
    await judge.page.getByText(/有人责令您回避，正在等待另一人确认。原因：指导过该团队/).waitFor();
    expect(await count()).toBe(before - 1);

    await decide(second, '驳回', number, '聘书属于另一人（虚构）');
    await second.page.getByText('驳回理由：聘书属于另一人（虚构）').waitFor();
    expect(await count()).toBe(before);

    await order(office, name, number);
    await decide(second, '确认', number);
    await second.page.getByText('已确认').first().waitFor();
    await judge.page.reload();
    await judge.page.getByText(/已责令您回避。原因：指导过该团队/).waitFor();
    expect(await count()).toBe(before - 1);
    for (const { context } of [judge, office, second]) await context.close();
  });
});
