import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openContext, signIn } from '../builders/browser.js';
import { demoLogin, startDemoPlatform, type DemoPlatform } from '../builders/demo-platform.js';
import { open } from './judge-sheet.js';

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

const divider = (page: Page) => page.getByRole('separator', { name: /调整项目与评分表的宽度/ });
const now = async (page: Page) => Number(await divider(page).getAttribute('aria-valuenow'));
const share = async (page: Page) => {
  const [pane, layout] = await Promise.all([
    page.locator('.entry-pane').boundingBox(),
    page.locator('.sheet-layout').boundingBox(),
  ]);
  return Math.round(((pane?.width ?? 0) / (layout?.width ?? 1)) * 100);
};

describe('the divider between entry and sheet', () => {
  it('moves by keys and by pointer, says where it is, stays on every device, and goes back by a double click', async () => {
    const context = await openContext(browser, { origin: platform.origin });
    await signIn(context, platform.origin, demoLogin('judge'), 'zh');
    const page = await context.newPage();
    await open(page, 0);
    const first = await now(page);
    expect(first).toBe(await share(page));
    await divider(page).press('ArrowRight');
    await page.locator(`[aria-valuenow="${first + 2}"]`).waitFor();
    const most = Number(await divider(page).getAttribute('aria-valuemax'));
    await divider(page).press('End');
    await page.locator(`[aria-valuenow="${most}"]`).waitFor();
    expect(await share(page)).toBe(most);
    // A key on the divider is none of the sheet’s.
    await divider(page).press('Home');
    await page.locator('[aria-valuenow="25"]').waitFor();

    const [place, layout] = await Promise.all([
      divider(page).boundingBox(),
      page.locator('.sheet-layout').boundingBox(),
    ]);
    await page.mouse.move((place?.x ?? 0) + 22, (place?.y ?? 0) + 100);
    await page.mouse.down();
    // The border stays under the pointer where it was taken: at its middle, 22 px from the pane.
    const middle = (layout?.x ?? 0) + (layout?.width ?? 0) / 2;
    await page.mouse.move(middle + 22, (place?.y ?? 0) + 120, { steps: 4 });
    const kept = page.waitForResponse('**/session/preferences');
    await page.mouse.up();
    expect(await now(page)).toBe(50);
    expect((await kept).status()).toBe(204);
    await page.reload();
    await divider(page).waitFor();
    expect(await now(page)).toBe(50);
    const other = await openContext(browser, { origin: platform.secondOrigin });
    await signIn(other, platform.secondOrigin, demoLogin('judge'), 'zh');
    const tablet = await other.newPage();
    await tablet.goto(new URL(page.url()).pathname);
    await divider(tablet).waitFor();
    expect(await now(tablet)).toBe(50);
    await other.close();
    // A touch of it moves nothing.
    const there = await divider(page).boundingBox();
    await page.mouse.move((there?.x ?? 0) + 4, (there?.y ?? 0) + 100);
    await page.mouse.down();
    await page.mouse.move((there?.x ?? 0) + 9, (there?.y ?? 0) + 100, { steps: 2 });
    await page.mouse.up();
    expect(await now(page)).toBe(50);
    await divider(page).press('Enter');
    await page.locator(`[aria-valuenow="${first}"]`).waitFor();
    await divider(page).press('End');
    await page.locator(`[aria-valuenow="${most}"]`).waitFor();
    await divider(page).dblclick();
    await page.locator(`[aria-valuenow="${first}"]`).waitFor();
    // In a narrower window the sheet keeps its room, whatever was chosen in a wide one.
    await divider(page).press('End');
    await page.locator(`[aria-valuenow="${most}"]`).waitFor();
    await page.setViewportSize({ width: 1024, height: 900 });
    await page.locator(`.sheet-divider:not([aria-valuenow="${most}"])`).waitFor();
    const sheet = await page.locator('.sheet').boundingBox();
    expect(sheet?.width).toBeGreaterThanOrEqual(22 * 16);
    expect(await divider(page).getAttribute('aria-valuenow')).toBe(await divider(page).getAttribute('aria-valuemax'));
    // Below the width at which both have room there is nothing to move.
    await page.setViewportSize({ width: 820, height: 900 });
    await divider(page).waitFor({ state: 'hidden' });
    await context.close();
  });
});
