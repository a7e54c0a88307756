import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openContext, signIn } from '../builders/browser.js';
import { demoLogin, startDemoPlatform, type DemoPlatform } from '../builders/demo-platform.js';
import { askForSignature } from './asked-comments.js';
import { fill, open } from './judge-sheet.js';

jest.setTimeout(240_000);

let platform: DemoPlatform;
let browser: Browser;
let owner: pg.Client;
let page: Page;
let publicId: string;

beforeAll(async () => {
  platform = await startDemoPlatform();
  browser = await launchBrowser();
  owner = new pg.Client({ connectionString: platform.database.ownerUrl });
  await owner.connect();
  const context = await openContext(browser, { origin: platform.origin });
  await signIn(context, platform.origin, demoLogin('judge'), 'zh');
  page = await context.newPage();
  publicId = await open(page, 1);
  await askForSignature(owner, publicId);
});

afterAll(async () => {
  // Any may be missing when the start failed; what did start must not outlive the run.
  await Promise.allSettled([browser?.close(), owner?.end()]);
  await platform?.stop();
});

async function kinds(ids: readonly string[]): Promise<string[]> {
  const { rows } = await owner.query<{ kind: string }>(
    `select g.kind from sheet_signatures g join score_sheets s on s.id = g.sheet_id
       join assignments a on a.id = s.assignment_id where a.public_id = any ($1)`,
    [ids],
  );
  return rows.map(({ kind }) => kind);
}

describe('a sheet that is signed on the screen', () => {
  it('is submitted once it is signed by hand, and is printed with the signature', async () => {
    await open(page, 1);
    await fill(page, '8');
    await page.getByRole('button', { name: /核对并/ }).click();
    const review = page.getByRole('dialog');
    const act = review.getByRole('button', { name: '提交', exact: true });
    const place = await review.locator('.signature-place').boundingBox();
    expect(await act.isDisabled()).toBe(true);
    const at = (x: number, y: number) => [(place?.x ?? 0) + x, (place?.y ?? 0) + y] as const;
    await page.mouse.move(...at(40, 40));
    await page.mouse.down();
    await page.mouse.move(...at(120, 80), { steps: 8 });
    await page.mouse.move(...at(200, 30), { steps: 8 });
    await page.mouse.up();
    await review.getByRole('img', { name: '已签名' }).waitFor();
    await act.click();
    await page.getByText('第 1 次提交').waitFor();
    expect(await kinds([publicId])).toEqual(['drawn']);
    await page.goto('/judging');
    await page.getByRole('link', { name: '打印已提交的评分表' }).first().click();
    const path = page.locator('.score-paper-signature .signature-shown path').first();
    expect(await path.getAttribute('d')).toMatch(/^M\d+ \d+L/);
  });

  it('is signed by a typed name as well, once for all that are submitted together', async () => {
    const ids: string[] = [];
    for (const position of [2, 3]) {
      ids.push(await open(page, position));
      await fill(page, '7');
    }
    await page.goto('/judging');
    await page
      .getByRole('button', { name: /^提交已评的/ })
      .first()
      .click();
    const summary = page.getByRole('dialog');
    const act = summary.getByRole('button', { name: '提交这 2 份' });
    await act.waitFor();
    expect(await act.isDisabled()).toBe(true);
    await summary.getByRole('button', { name: '改为输入姓名' }).click();
    await summary.getByRole('textbox', { name: '姓名' }).fill('李华');
    expect(await act.isDisabled()).toBe(true);
    await summary.getByLabel(/我确认以上评分/).check();
    await act.click();
    await summary.getByText('已提交 2 / 2 份。').waitFor();
    expect(await kinds(ids)).toEqual(['typed', 'typed']);
  });
});
