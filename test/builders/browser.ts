import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

export type Language = 'zh' | 'en';

/** The Chromium that `CHROMIUM` names, else one of the system. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? places.find((place) => existsSync(place));
  if (executablePath === undefined) throw new Error('No Chromium: install it, or name it with CHROMIUM=/path.');
  return chromium.launch({ executablePath, args: flags });
}

export interface Visit {
  readonly origin: string;
  readonly language?: Language;
  readonly width?: number;
  readonly options?: BrowserContextOptions;
}

/** A browser profile of its own, in one language, at one width. */
export async function openContext(browser: Browser, visit: Visit): Promise<BrowserContext> {
  const { origin, language = 'zh', width = 1440, options = {} } = visit;
  const context = await browser.newContext({
    baseURL: origin,
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: language === 'zh' ? 'Asia/Shanghai' : 'Europe/Berlin',
    viewport: { width, height: width < 500 ? 844 : 900 },
    reducedMotion: 'reduce',
    // Answers that a specification puts in the server's place must not be passed by; who tests work without network allows it.
    serviceWorkers: 'block',
    ...options,
  });
  context.setDefaultTimeout(20_000);
  await context.addInitScript({ content: `localStorage.setItem('leitai.locale', '${language}')` });
  return context;
}

export interface Login {
  readonly email: string;
  readonly password: string;
}

/** Signs in without the page, and keeps the language with the person. */
export async function signIn(context: BrowserContext, origin: string, login: Login, language: Language): Promise<void> {
  const headers = { origin };
  const answer = await context.request.post('/api/v1/sessions', { data: login, headers });
  if (!answer.ok()) throw new Error(`sign-in answered ${answer.status()}: ${await answer.text()}`);
  await context.request.put('/api/v1/session/locale', { data: { locale: language }, headers });
}

/** Waits until nothing is loading any more. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor({ state: 'attached' });
  await page.locator('.shape').first().waitFor({ state: 'detached' });
}
