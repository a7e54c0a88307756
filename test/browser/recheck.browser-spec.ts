import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openContext, settled, type Language } from '../builders/browser.js';
import { publishedSheet } from '../builders/published-sheet.js';
import { serveStaticSite, type StaticSite } from '../builders/static-site.js';
import { xlsx, type XlsxSheet } from '../builders/xlsx.js';

jest.setTimeout(120_000);

const pictures = process.env.SCREENS_FOLDER || undefined;

let site: StaticSite;
let browser: Browser;

/** The page with everything fetched, and then no network any more. */
async function openOffline(language: Language = 'zh'): Promise<Page> {
  const context = await openContext(browser, { origin: site.origin, language });
  const page = await context.newPage();
  await page.goto('/recheck');
  await settled(page);
  await page.locator('.drop-zone-private [role=status]', { hasText: /./ }).waitFor();
  await context.setOffline(true);
  return page;
}

async function choose(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const mimeType = 'application/octet-stream';
  await page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer: Buffer.from(bytes) });
}

const chooseWorkbook = (page: Page, ...sheets: XlsxSheet[]) => choose(page, '决赛.xlsx', xlsx(...sheets));
const verdict = (page: Page) => page.locator('.recheck-verdict').innerText();
const differingCells = (page: Page) => page.locator('.differing-cell-name').allInnerTexts();

/** Thirty entries of seven judges, in which the office published one score two tenths too high. */
function alteredSheet(): XlsxSheet {
  const { rows, scoreColumn } = publishedSheet(30, 7);
  const row = rows[16] ?? [];
  row[scoreColumn] = Number(row[scoreColumn]) + 0.2;
  return { name: '决赛', rows };
}

beforeAll(async () => {
  site = await serveStaticSite();
  browser = await launchBrowser();
  if (pictures !== undefined) mkdirSync(pictures, { recursive: true });
});

afterAll(async () => {
  await Promise.allSettled([browser?.close(), site?.stop()]);
});

describe('the re-check page without a network', () => {
  it('marks exactly the one published score that was altered', async () => {
    const page = await openOffline();
    await chooseWorkbook(page, alteredSheet());
    await page.locator('.recheck-verdict').waitFor();
    expect(await verdict(page)).toBe('60 个公布数字中，59 个一致，1 个不一致');
    expect(await differingCells(page)).toEqual(['J17']);
    const marked = page.locator('.recheck-result td.differs');
    expect(await marked.count()).toBe(1);
    expect(await marked.innerText()).toContain('不一致');
    expect(await marked.locator('svg').count()).toBe(1);
    await page.context().close();
  });

  it('keeps the file and the rule when the language changes', async () => {
    const page = await openOffline();
    await chooseWorkbook(page, alteredSheet());
    await page.getByLabel('小数位数').selectOption('3');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('Computed score').first().waitFor();
    expect(await page.locator('.file-line strong').innerText()).toBe('决赛.xlsx');
    expect(await page.getByLabel('Decimals').inputValue()).toBe('3');
    await page.context().close();
  });

  it('is used by the keyboard alone, with its own sample', async () => {
    const page = await openOffline('en');
    const button = page.getByRole('button', { name: 'Choose a file' });
    await button.focus();
    const press = async () => {
      const isOpened = page.waitForEvent('filechooser', { timeout: 5000 }).then(
        () => true,
        () => false,
      );
      expect(await button.and(page.locator(':focus')).count()).toBe(1);
      await page.keyboard.press('Enter');
      return isOpened;
    };
    // A browser short of processor time may lose a key that comes right after the focus: a person presses once more.
    expect((await press()) || (await press())).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.recheck-verdict').waitFor();
    expect(await verdict(page)).toBe('22 of 24 published figures agree, 2 differ');
    expect(await page.getByText('Fictitious sample', { exact: true }).count()).toBe(1);
    await page.context().close();
  });

  it('reads a list of every team of both contests, and shows it by page', async () => {
    const page = await openOffline();
    // On paper the list is forty times as long as on the screen.
    page.setDefaultTimeout(60_000);
    const { rows, rankColumn } = publishedSheet(1763, 9);
    (rows[1000] ?? [])[rankColumn] = 1;
    await chooseWorkbook(page, { name: '网评', rows });
    await page.locator('.recheck-verdict').waitFor();
    expect(await differingCells(page)).toEqual(['M1001']);
    expect(await page.locator('.recheck-result tbody tr').count()).toBe(50);
    await page.getByLabel('只看不一致').check();
    expect(await page.locator('.recheck-result tbody tr').count()).toBe(1);
    await page.emulateMedia({ media: 'print' });
    await page.locator('.summary-sheet tbody tr').nth(1762).waitFor();
    expect(await page.locator('.summary-sheet tbody tr').count()).toBe(1763);
    await page.context().close();
  });

  it('lets a person choose the sheet and say what a column is', async () => {
    const page = await openOffline();
    const rows = [
      ['代号', '评委1', '评委2', '评委3', '平均'],
      ['甲', 9, 8, 7, 8],
      ['乙', 8, 7, 6, 9],
    ];
    await chooseWorkbook(page, { name: '说明', rows: [['见下一张']] }, { name: '初赛', rows }, alteredSheet());
    await page.getByLabel('工作表').selectOption({ label: '初赛' });
    await page.getByText('没有参赛项目一列').waitFor();
    expect(await page.locator('.column-roles').getAttribute('open')).not.toBeNull();
    await page.getByLabel('A 列“代号”的用途').selectOption('entry');
    await page.getByLabel('E 列“平均”的用途').selectOption('published-score');
    await page.getByLabel('计算方法').selectOption('mean');
    await page.locator('.differing-cell-name').first().waitFor();
    expect(await differingCells(page)).toEqual(['E3']);
    await page.context().close();
  });

  it('names the cells that it cannot read', async () => {
    const page = await openOffline('en');
    await choose(page, 'list.csv', Buffer.from('Entry,Judge 1,Judge 2\nAlpha,9,eight\nBeta,1e2,8\nBeta,7,7\n'));
    await page.locator('.problems').waitFor();
    expect(await page.locator('.problem-place').allInnerTexts()).toEqual(['C2', 'B3', 'A4']);
    await page.context().close();
  });

  it('says why a file is none that it reads', async () => {
    const page = await openOffline();
    await choose(page, '去年.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1));
    const alert = page.locator('.recheck-refusal');
    await alert.getByText('旧版 .xls').waitFor();
    await choose(page, '附件.pdf', Buffer.from('%PDF-1.7'));
    await alert.getByText('.xlsx 或 .csv').waitFor();
    await page.context().close();
  });

  it('prints the summary sheet with every row, the dropped scores and the lines to sign', async () => {
    const page = await openOffline();
    await chooseWorkbook(page, alteredSheet());
    await page.locator('.recheck-verdict').waitFor();
    await page.emulateMedia({ media: 'print' });
    const sheet = page.locator('.summary-sheet');
    await sheet.waitFor();
    expect(await sheet.locator('tbody tr').count()).toBe(30);
    expect(await sheet.locator('tbody s').count()).toBe(60);
    expect(await sheet.getByText('≠').count()).toBe(2);
    expect(await sheet.locator('.signatures li').allInnerTexts()).toEqual([
      '统分人',
      '核分人',
      '监督人',
      '评审组长',
      '日期',
    ]);
    expect(await page.locator('.site-header').isVisible()).toBe(false);
    const path = pictures && join(pictures, 'summary-sheet.pdf');
    const pdf = await page.pdf({ preferCSSPageSize: true, ...(path && { path }) });
    // Landscape: 842 points across and 595 down.
    expect(pdf.toString('latin1')).toMatch(/MediaBox \[0 0 84[12](\.\d+)? 59[45]/);
    await page.context().close();
  });
});
