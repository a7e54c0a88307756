import type { Page } from 'playwright-core';
import { settled } from '../builders/browser.js';

interface Shift {
  readonly value: number;
  /** What moved: the beginnings of the elements. */
  readonly moved: readonly string[];
}

/** 300 ms to the server and 200 kB/s from it: a phone in a hall full of phones. */
const slowLine = { offline: false, latency: 300, downloadThroughput: 200_000, uploadThroughput: 100_000 };

const observe = `
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.hadRecentInput) continue;
      const moved = entry.sources.map(({ node }) => (node?.outerHTML ?? node?.textContent ?? '').slice(0, 120));
      window.shifts.push({ value: entry.value, moved });
    }
  }).observe({ type: 'layout-shift', buffered: true });`;

/** Every shift of the layout while a page comes over a slow line, with nothing of it kept from before. */
export async function shiftsOf(page: Page, path: string): Promise<{ sum: number; shifts: readonly Shift[] }> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Network.emulateNetworkConditions', slowLine);
  await page.addInitScript({ content: observe });
  await page.goto(path, { timeout: 60_000 });
  await settled(page);
  await page.waitForLoadState('networkidle', { timeout: 10_000 }).catch(() => undefined);
  const shifts = await page.evaluate<Shift[]>('window.shifts');
  await session.detach();
  return { sum: shifts.reduce((sum, { value }) => sum + value, 0), shifts };
}
