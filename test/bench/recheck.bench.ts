import type { Browser } from 'playwright-core';
import { launchBrowser, openContext, settled } from '../builders/browser.js';
import { publishedSheet } from '../builders/published-sheet.js';
import { serveStaticSite } from '../builders/static-site.js';
import { xlsx } from '../builders/xlsx.js';
import { milliseconds, quantile, say, sayAim } from './figures.js';

// The list of both contests' teams, nine judges each: from the file's choice to the marked table on the screen.
const entries = 1763;
const judges = 9;
const runs = Number(process.argv[2] ?? '5');
const aim = 2000;

async function oneRun(browser: Browser, origin: string, buffer: Buffer): Promise<number> {
  const context = await openContext(browser, { origin });
  const page = await context.newPage();
  await page.goto('/recheck');
  await settled(page);
  await page.locator('.drop-zone-private [role=status]', { hasText: /./ }).waitFor();
  await context.setOffline(true);
  // Both moments are the page's own, so that the way from this process to the browser is not counted.
  const shown = page.evaluate<number>(`new Promise((resolve) => {
    let chosen = 0;
    document.querySelector('input[type=file]').addEventListener('change', () => { chosen = performance.now(); }, true);
    new MutationObserver(() => {
      if (document.querySelector('.recheck-result tbody td.differs') === null) return;
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - chosen)));
    }).observe(document.body, { childList: true, subtree: true });
  })`);
  await page.locator('input[type=file]').setInputFiles({ name: 'list.xlsx', mimeType: '', buffer });
  const took = await shown;
  await context.close();
  return took;
}

const { rows, scoreColumn } = publishedSheet(entries, judges);
const altered = rows[3] ?? [];
altered[scoreColumn] = Number(altered[scoreColumn]) + 0.1;
const buffer = Buffer.from(xlsx({ name: 'list', rows }));
const site = await serveStaticSite();
const browser = await launchBrowser();
try {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) times.push(await oneRun(browser, site.origin, buffer));
  const median = quantile(times, 0.5);
  say(`re-check of ${entries} × ${judges} in the browser, network off: ${times.map(milliseconds).join(', ')}`);
  sayAim('median from choice to marked table', milliseconds(median), `at most ${milliseconds(aim)}`, median <= aim);
} finally {
  await browser.close();
  await site.stop();
}
