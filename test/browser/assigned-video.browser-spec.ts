import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openContext, signIn } from '../builders/browser.js';
import { demoLogin, startDemoPlatform, type DemoPlatform } from '../builders/demo-platform.js';
import { open } from './judge-sheet.js';
import { showFilm } from './sheet-screens.js';

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

/** A film of a few grey pictures without sound, as this browser records it. */
async function recorded(page: Page): Promise<Buffer> {
  const text = await page.evaluate<string>(`(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 48 });
    const context = canvas.getContext('2d');
    const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: 'video/webm' });
    const parts = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    const stopped = new Promise((resolve) => (recorder.onstop = resolve));
    recorder.start();
    for (let shade = 0; shade < 10; shade += 1) {
      context.fillStyle = 'rgb(' + [shade, shade, shade].map((one) => one * 20).join() + ')';
      context.fillRect(0, 0, 64, 48);
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    recorder.stop();
    await stopped;
    const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
    return btoa(String.fromCharCode(...bytes));
  })()`);
  return Buffer.from(text, 'base64');
}

describe('a film beside the sheet', () => {
  it('says plainly that it has no captions, once it is known to have none', async () => {
    const context = await openContext(browser, { origin: platform.origin });
    await signIn(context, platform.origin, demoLogin('judge'), 'zh');
    const page = await context.newPage();
    await open(page, 0);
    await showFilm(page, await recorded(page));
    await page.getByText('这个视频没有单独的字幕').waitFor();
    expect(await page.evaluate<number>(`document.querySelector('.assigned-video').videoWidth`)).toBe(64);
    await context.close();
  });
});
