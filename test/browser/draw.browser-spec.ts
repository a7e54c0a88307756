import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser, openContext, signIn } from '../builders/browser.js';
import { demoLogin, startDemoPlatform, type DemoPlatform, type DemoRole } from '../builders/demo-platform.js';
import { seedIsKnown } from '../builders/later-seed.js';
import { pdf } from '../builders/sample-files.js';
import { until } from '../builders/until.js';

jest.setTimeout(300_000);

const run = promisify(execFile);
let platform: DemoPlatform;
let browser: Browser;
let office: Awaited<ReturnType<typeof as>>;
let witness: Awaited<ReturnType<typeof as>>;

beforeAll(async () => {
  platform = await startDemoPlatform();
  browser = await launchBrowser();
  office = await as('organiser');
  witness = await as('approver');
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

async function read<Body>(path: string): Promise<Body> {
  return (await (await office.context.request.get(`/api/v1${path}`)).json()) as Body;
}

/** A stage of the demo of which nothing is judged yet. */
async function unbegunStage(): Promise<string> {
  const { editions } = await read<{ editions: { slug: string }[] }>('/editions');
  for (const { slug } of editions) {
    const { stages } = await read<{ stages: { id: string }[] }>(`/editions/${slug}/stages`);
    for (const { id } of stages) {
      const desk = await read<{ isBegun?: boolean; stage?: { isClosed: boolean } }>(`/stages/${id}/draws`);
      if (desk.isBegun === false && desk.stage?.isClosed === false) return id;
    }
  }
  throw new Error('the demo has no stage to draw for');
}

/** As the field of a moment holds it, in Beijing. */
const typed = (moment: number) => new Date(moment + 8 * 3_600_000).toISOString().slice(0, 16);

async function confirm(): Promise<void> {
  await witness.page.goto(new URL(office.page.url()).pathname);
  await witness.page.getByRole('button', { name: '见证确认' }).click();
  await witness.page.getByRole('dialog').getByRole('button', { name: '见证确认' }).click();
  await witness.page.locator('.draw-standing').getByText('已生效').waitFor();
}

describe('the draw of judges', () => {
  it('goes by a public seed from the commitment to the printed minute, and anew by hand with a scan', async () => {
    const { page } = office;
    const stage = await unbegunStage();
    const list = `/organiser/stages/${stage}/draw`;
    await page.goto(list);
    await page.getByLabel('评委人数', { exact: true }).fill('2');
    await page.getByLabel('备选人数').fill('1');
    await page.getByLabel('种子来源').fill('当日公布的上证指数（演示）');
    await page.getByLabel('种子公布时间（北京时间）').fill(typed(Date.now() + 900_000));
    await page.getByLabel('监督人').fill('纪检监察 周敏（虚构）');
    await page.getByRole('button', { name: '固定范围与规则' }).click();
    await page.waitForURL(/\/draw\/[0-9a-f-]{36}$/);
    await page.getByRole('heading', { name: '已固定的抽取范围' }).waitFor();
    const seed = page.getByLabel('种子（照公布的原文）');
    expect(await seed.isDisabled()).toBe(true);
    await seedIsKnown(platform.database, page.url().split('/').at(-1) ?? '');
    await page.reload();
    await until(() => seed.isEnabled(), 20_000);
    await seed.fill("3267.19 'quoted'");
    await page.getByRole('button', { name: '抽取', exact: true }).click();
    const check = page.getByRole('dialog');
    expect(await check.innerText()).toContain("3267.19 'quoted'");
    await check.getByRole('button', { name: '抽取', exact: true }).click();
    await page.getByText('本页已用种子重新计算，结果与记录一致。').waitFor();
    expect(await page.getByRole('button', { name: '见证确认' }).count()).toBe(0);
    const command = await page.locator('.draw-command').innerText();
    const { stdout } = await run('sh', ['-c', command]);
    expect(stdout.slice(0, 64)).toBe(await page.locator('p.draw-ticket').innerText());
    await confirm();
    await witness.page.emulateMedia({ media: 'print' });
    expect(await witness.page.locator('.draw-standing').isVisible()).toBe(false);
    const minute = await witness.page.locator('.draw-minute').innerText();
    for (const words of [
      '专家抽取记录单',
      '纪检监察 周敏（虚构）',
      '抽取人',
      '记录人',
      '当日公布',
      "3267.19 'quoted'",
    ]) {
      expect(minute).toContain(words);
    }
    expect((await witness.page.pdf({ preferCSSPageSize: true })).subarray(0, 5).toString()).toBe('%PDF-');
    await witness.page.emulateMedia({ media: 'screen' });

    type Pool = { members: { name: string | null; excluded: string | null; employer: string | null }[] };
    const { members } = await read<Pool>(`/stages/${stage}/draw-pool?kind=judges&passesConflicted=true`);
    const able = members.filter(({ excluded, name }) => excluded === null && name !== null);
    await page.goto(list);
    await page.getByLabel('抽取方式').selectOption('hand');
    await page.getByLabel('评委人数', { exact: true }).fill('2');
    await page.getByLabel('同一单位最多几人（留空为不限）').fill('');
    await page.getByLabel('抽取时间（北京时间）').fill(typed(Date.now() - 600_000));
    await page.getByLabel('重新抽取的理由').fill('现场改为手工抽取');
    const lines = able.slice(0, 3).map(({ name }) => name);
    await page.getByRole('textbox', { name: '抽取结果' }).fill(['无此人', ...lines].join('\n'));
    await page.getByText('第 1 行“无此人”：抽取范围内没有。').waitFor();
    // Typed from paper, and long: a reload loses none of it.
    await page.reload();
    await page.getByText('第 1 行“无此人”：抽取范围内没有。').waitFor();
    await page.getByLabel('评委人数', { exact: true }).fill('2');
    await page.getByLabel('同一单位最多几人（留空为不限）').fill('');
    await page.getByLabel('抽取时间（北京时间）').fill(typed(Date.now() - 600_000));
    await page.getByLabel('重新抽取的理由').fill('现场改为手工抽取');
    expect(await page.getByRole('button', { name: '登记抽取结果' }).isDisabled()).toBe(true);
    await page.getByRole('textbox', { name: '抽取结果' }).fill(lines.join('\n'));
    await page.getByRole('button', { name: '登记抽取结果' }).click();
    await page.waitForURL(/\/draw\/[0-9a-f-]{36}$/);
    await page.getByText('上传录像或扫描件后才能确认。').waitFor();
    const scan = { name: '抽签单.pdf', mimeType: 'application/pdf', buffer: await pdf() };
    await page.locator('.draw-evidence input[type=file]').setInputFiles(scan);
    await page.getByText('抽签单.pdf').first().waitFor();
    await confirm();
    await page.goto(list);
    await page.getByText('已被重新抽取取代').first().waitFor();
  });
});
