import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { APIRequestContext, Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser, openContext, settled, signIn, type Language } from '../builders/browser.js';
import { demoLogin, startDemoPlatform, type DemoPlatform } from '../builders/demo-platform.js';
import { until } from '../builders/until.js';
import { shiftsOf } from './layout-shift.js';
import type { DemoFacts, Screen } from './screen.js';
import { screens, widths } from './screens.js';

/** Where to leave a picture of each screen, at every width and in both languages, for people to look at. */
export const pictures = process.env.SCREENS_FOLDER || undefined;

let platform: DemoPlatform;
let browser: Browser;
let facts: DemoFacts;
const contexts = new Map<string, BrowserContext>();
/** Tabs that may show the next screen: a new one takes as long as many a page. */
const idleTabs = new Map<string, Page>();

const keyOf = ({ as }: Pick<Screen, 'as'>, language: Language) => `${as} ${language}`;

async function get<Body>(request: APIRequestContext, path: string): Promise<Body> {
  return (await (await request.get(`/api/v1${path}`)).json()) as Body;
}

async function contextFor(screen: Pick<Screen, 'as'>, language: Language): Promise<BrowserContext> {
  const key = keyOf(screen, language);
  const known = contexts.get(key);
  if (known) return known;
  const context = await openContext(browser, { origin: platform.origin, language });
  if (screen.as !== 'public') await signIn(context, platform.origin, demoLogin(screen.as), language);
  contexts.set(key, context);
  return context;
}

/** A judge's device keeps what was typed past the tab: each screen is shown on one of its own, which knows the session. */
async function ownDevice(screen: Pick<Screen, 'as'>, language: Language): Promise<BrowserContext> {
  const { cookies } = await (await contextFor(screen, language)).storageState();
  const options = { storageState: { cookies, origins: [] } };
  return openContext(browser, { origin: platform.origin, language, options });
}

async function readFacts(): Promise<DemoFacts> {
  const judge = (await contextFor({ as: 'judge' }, 'zh')).request;
  const organiser = (await contextFor({ as: 'organiser' }, 'zh')).request;
  const team = (await contextFor({ as: 'team' }, 'zh')).request;
  type Queue = { stages: { assignments: { publicId: string }[] }[] };
  const { stages } = await get<Queue>(judge, '/my/assignments');
  const stageOf = async (slug: string) =>
    (await get<{ stages: { id: string }[] }>(organiser, `/editions/${slug}/stages`)).stages[0]?.id ?? '';
  type Lists = { lists: { publicId: string; edition: { slug: string } }[] };
  const { lists } = await get<Lists>(organiser, '/public/award-lists');
  const { entries } = await get<{ entries: { publicId: string }[] }>(team, '/my/entries');
  return {
    openStage: await stageOf('goe-open'),
    closedStage: await stageOf('xingyu-cup-2024'),
    awardList: lists.find(({ edition }) => edition.slug === 'small-2024')?.publicId ?? '',
    assignments: stages.flatMap(({ assignments }) => assignments.map(({ publicId }) => publicId)),
    entry: entries[0]?.publicId ?? '',
  };
}

async function openPage(screen: Screen, language: Language, width: number): Promise<Page> {
  const context = await (screen.as === 'judge' ? ownDevice : contextFor)(screen, language);
  // The choice belongs to the person: a sign-in in the other language has moved it.
  if (screen.as !== 'public') {
    const headers = { origin: platform.origin };
    const answer = await context.request.put('/api/v1/session/locale', { data: { locale: language }, headers });
    if (!answer.ok()) throw new Error(`the language was answered ${answer.status()}`);
  }
  const key = keyOf(screen, language);
  const page = idleTabs.get(key) ?? (await context.newPage());
  idleTabs.delete(key);
  await page.setViewportSize({ width, height: width < 500 ? 844 : 900 });
  return page;
}

/** A judge's device and a team's tab keep what was typed and ask before it is lost; every other tab is as good as new. */
async function leave(page: Page, screen: Screen, language: Language): Promise<void> {
  // A question that is on its way when its page closes would end the whole run.
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  if (screen.as === 'judge') return page.context().close();
  if (screen.as === 'team') return page.close();
  idleTabs.set(keyOf(screen, language), page);
}

export async function show(screen: Screen, language: Language, width: number): Promise<Page> {
  const page = await openPage(screen, language, width);
  await page.goto(screen.path(facts));
  await settled(page);
  await screen.prepare?.(page);
  return page;
}

/** By how many pixels the page is wider than the window. */
export const overflow = (page: Page) =>
  page.evaluate<number>(`document.documentElement.scrollWidth - document.documentElement.clientWidth`);

/** How high the bar under a score sheet is, in rem: it grows with the size of text. 0 on pages without one. */
const barHeight = (page: Page) =>
  page.evaluate<number>(`(document.querySelector('.sheet-bar')?.offsetHeight ?? 0)
    / parseFloat(getComputedStyle(document.documentElement).fontSize)`);

/** Tables that are wider than their frames, so that something of them is out of sight. */
const wideTables = (page: Page) =>
  page.evaluate<number>(
    `[...document.querySelectorAll('.data-table-frame')].filter((frame) => frame.scrollWidth > frame.clientWidth).length`,
  );

async function seriousProblems(page: Page): Promise<string[]> {
  // What passed is not asked for: telling it takes longer than finding what did not.
  const builder = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
  // The page behind an open dialog is a screen of its own.
  const hasDialog = (await page.locator('[role=dialog]').count()) > 0;
  const { violations } = await (hasDialog ? builder.include('[role=dialog]') : builder).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
}

/** Opens the demo for the tests of a file, and closes it after them. */
export function withDemo(): void {
  jest.setTimeout(240_000);
  beforeAll(async () => {
    platform = await startDemoPlatform();
    browser = await launchBrowser();
    facts = await readFacts();
    if (pictures !== undefined) mkdirSync(pictures, { recursive: true });
  });

  afterAll(async () => {
    // Either may be missing when the start failed; what did start must not outlive the run.
    await Promise.allSettled([browser?.close(), platform?.stop()]);
  });
}

/**
 * Where pictures are wanted every screen that `SCREENS` names, a regular expression; else those that differ by their
 * number of entries alone are shown with 30, and those for pictures are left out, which takes minutes less.
 */
const shownScreens =
  pictures === undefined
    ? screens.filter(({ name, isForPictures }) => !isForPictures && !/-(16|1763)$/.test(name))
    : screens.filter(({ name }) => new RegExp(process.env.SCREENS ?? '').test(name));

const titles = { zh: /^.+ · 擂台$/, en: /^.+ · Leitai$/ };
const languageTag = { zh: 'zh-Hans', en: 'en' };

async function checkTexts(page: Page, language: Language): Promise<void> {
  expect(await page.title()).toMatch(titles[language]);
  expect(await page.locator('html').getAttribute('lang')).toBe(languageTag[language]);
  expect(await page.locator('.demo-banner:visible').count()).toBe(1);
}

async function checkWidth(page: Page, screen: Screen, width: number): Promise<void> {
  await page.setViewportSize({ width, height: width < 500 ? 844 : 900 });
  expect({ width, overflow: await overflow(page) }).toEqual({ width, overflow: 0 });
  // Two rows, of which the upper one may need two lines on a telephone.
  expect(await barHeight(page)).toBeLessThanOrEqual(7.5);
  // On a tablet the tables of a stage scroll; an office's own sheet, as wide as its judges are many or it has columns to fill in, anywhere.
  const scrolls =
    /^(recheck|judge-(fees|sign-in))/.test(screen.name) || (width === 820 && /^(wall|analysis)/.test(screen.name));
  if (!scrolls) expect({ width, wideTables: await wideTables(page) }).toEqual({ width, wideTables: 0 });
}

async function checkLanguage(page: Page, screen: Screen, language: Language): Promise<void> {
  await checkTexts(page, language);
  // From wide to narrow in one language and back in the other: a window is resized as seldom as it can be.
  for (const width of language === 'zh' ? widths.toReversed() : widths) {
    await checkWidth(page, screen, width);
    if (pictures === undefined) continue;
    // A dialog scrolls in the window: the picture's is as high as all of it.
    const dialogHeight = await page.evaluate<number>(
      `Math.max(0, ...[...document.querySelectorAll('.ant-modal-wrap')].map((wrap) => wrap.scrollHeight))`,
    );
    const { height } = page.viewportSize() ?? { height: 0 };
    if (dialogHeight > height) await page.setViewportSize({ width, height: dialogHeight });
    // What sticks to the window's upper edge would otherwise cover the middle of the page.
    await page.evaluate(`scrollTo(0, 0)`);
    await page.screenshot({ path: join(pictures, `${screen.name}-${language}-${width}.png`), fullPage: true });
  }
  // A page may still have turned to the other language in between.
  if (pictures !== undefined) await checkTexts(page, language);
}

/** As if the language had been chosen in another tab: the page keeps the state it was brought into. */
async function switchToEnglish(page: Page): Promise<void> {
  await page.evaluate(`dispatchEvent(new StorageEvent('storage', { key: 'leitai.locale', newValue: 'en' }))`);
  await page.locator('html[lang=en]').waitFor({ state: 'attached' });
  await until(async () => titles.en.test(await page.title()), 20_000);
}

/** The committed list of the pages of some readers, in both languages, at every width. */
export function checkEveryPage(readers: readonly Screen['as'][]): void {
  describe('every page', () => {
    const own = shownScreens.filter(({ as }) => readers.includes(as));
    it.each(own.map((screen) => ({ screen, name: screen.name })))(
      '$name has a title, fits the window and can be used by everybody',
      async ({ screen }) => {
        const page = await show(screen, 'zh', 1440);
        // Structure and colours are the same in both languages, at any width, and with 16, 30 or 1,763 entries; the check
        // costs seconds, and minutes where a page shows a whole contest.
        if (!screen.isVariant && !/-(16|1763)$/.test(screen.name)) expect(await seriousProblems(page)).toEqual([]);
        await checkLanguage(page, screen, 'zh');
        if (pictures === undefined) {
          await switchToEnglish(page);
          await checkLanguage(page, screen, 'en');
          return leave(page, screen, 'zh');
        }
        await leave(page, screen, 'zh');
        const english = await show(screen, 'en', 1440);
        await checkLanguage(english, screen, 'en');
        await leave(english, screen, 'en');
      },
    );
  });
}

/** Whether what a slow line brings late moves what is there. */
export function checkSlowLine(): void {
  describe('on a slow line', () => {
    const pages = [
      ['home', 'zh', 1440],
      ['key-figures', 'zh', 390],
      ['award-list', 'en', 1440],
      ['queue', 'zh', 820],
      ['new-entry', 'zh', 390],
      ['editions', 'zh', 1440],
      ['stages', 'en', 820],
      ['landing-intents', 'en', 820],
    ] as const;
    it.each(pages)('%s in %s at %s px comes without moving what is there', async (name, language, width) => {
      const screen = screens.find((one) => one.name === name);
      if (screen === undefined) throw new RangeError(`no screen ${name}`);
      // Not a tab that has shown a page before.
      idleTabs.delete(keyOf(screen, language));
      const page = await openPage(screen, language, width);
      const { sum, shifts } = await shiftsOf(page, screen.path(facts));
      expect(sum < 0.05 ? [] : shifts).toEqual([]);
      await page.close();
    });
  });
}

export function checkPhoneMenu(): void {
  describe('the menu of a phone', () => {
    it('closes by Escape, and the focus stays with its button', async () => {
      const page = await openPage({ name: 'menu', as: 'public', path: () => '/' }, 'zh', 390);
      await page.goto('/');
      const toggle = page.getByRole('button', { name: '菜单' });
      await toggle.click();
      await page.getByRole('link', { name: '大赛数据' }).first().focus();
      await page.keyboard.press('Escape');
      expect(await toggle.getAttribute('aria-expanded')).toBe('false');
      expect(await page.evaluate<string>('document.activeElement.className')).toBe('nav-toggle');
      await page.close();
    });
  });
}
