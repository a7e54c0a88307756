import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from '@jest/globals';
import { until } from '../builders/until.js';
import { overflow, pictures, show } from './page-checks.js';
import type { Screen } from './screen.js';
import { screens } from './screens.js';

export function checkPaper(): void {
  describe('the award list on paper', () => {
    it('prints on A4 without the page around it', async () => {
      const screen: Screen = { name: 'paper', as: 'public', path: ({ awardList }) => `/award-lists/${awardList}` };
      const page = await show(screen, 'zh', 1440);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.site-header').isVisible()).toBe(false);
      expect(await page.locator('.notice-title').isVisible()).toBe(true);
      expect(await page.getByText('空缺').first().isVisible()).toBe(true);
      expect(await page.locator('.demo-banner:visible').count()).toBe(1);
      const pdf = await page.pdf({ format: 'A4', ...(pictures && { path: join(pictures, 'award-list.pdf') }) });
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      await page.close();
    });
  });

  describe('the analysis on paper', () => {
    /** What A4 has between its margins, in pixels. */
    const width = 672;
    it.each([
      'analysis-lines-30',
      'analysis-methods-30',
      'analysis-scores-30',
      'analysis-judges-30',
      'analysis-scale-use-30',
      'analysis-heat-map-30',
    ])('%s stays within the margins of A4, and leaves out what only a screen needs', async (name) => {
      const screen = screens.find((one) => one.name === name);
      if (screen === undefined) throw new RangeError(`no screen ${name}`);
      const page = await show(screen, 'en', 1440);
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize({ width, height: 900 });
      expect(await overflow(page)).toBe(0);
      expect(
        await page.locator('.site-header, .analysis-tabs, .analysis-parts').filter({ visible: true }).count(),
      ).toBe(0);
      expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
      if (pictures !== undefined) await page.pdf({ preferCSSPageSize: true, path: join(pictures, `${name}.pdf`) });
      await page.close();
    });
  });
}

/** 评分表: needs a sheet that was submitted, as the judge's screens do. */
export function checkScorePapers(): void {
  describe('submitted score sheets on paper', () => {
    it('are one sheet of A4 each, with the receipt and a line for the signature', async () => {
      const screen = screens.find(({ name }) => name === 'score-papers');
      if (screen === undefined) throw new RangeError('no screen score-papers');
      const page = await show(screen, 'zh', 1440);
      await page.getByRole('button', { name: '打印', disabled: false }).waitFor();
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize({ width: 672, height: 900 });
      expect(await overflow(page)).toBe(0);
      expect(await page.locator('.site-header, main .ant-btn').filter({ visible: true }).count()).toBe(0);
      const papers = await page.locator('.score-paper').count();
      const path = pictures && { path: join(pictures, 'score-papers.pdf') };
      const pdf = await PDFDocument.load(await page.pdf({ preferCSSPageSize: true, ...path }));
      expect(pdf.getPageCount()).toBe(papers);
      await page.close();
    });

    it('are offered for printing once all of them have come; one that cannot be read says so at its place', async () => {
      const screen = screens.find(({ name }) => name === 'score-papers');
      if (screen === undefined) throw new RangeError('no screen score-papers');
      const page = await show(screen, 'zh', 1440);
      const print = page.getByRole('button', { name: '打印' });
      await print.and(page.locator(':enabled')).waitFor();
      const whole = await page.locator('.score-paper').count();
      let release: () => void = () => undefined;
      const held = new Promise<void>((resolve) => (release = resolve));
      let isFirst = true;
      await page.route('**/api/v1/assignments/*', async (route) => {
        const refuses = isFirst;
        isFirst = false;
        await held;
        if (!refuses) return route.continue();
        const json = { type: 'about:blank', title: '', status: 409, code: 'assignment-recused', detail: '' };
        return route.fulfill({ status: 409, json });
      });
      await page.reload();
      await print.and(page.locator(':disabled')).waitFor();
      release();
      await page.locator('.empty-state', { hasText: '没有读到' }).waitFor();
      await until(async () => (await page.locator('.score-paper').count()) === whole - 1, 20_000);
      expect(await print.isEnabled()).toBe(false);
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      await page.getByRole('button', { name: '重试' }).click();
      await print.and(page.locator(':enabled')).waitFor();
      expect(await page.locator('.score-paper').count()).toBe(whole);
      await page.close();
    });
  });
}

/** 签到表 and 通讯录. */
export function checkSheets(): void {
  describe('the teams’ sheets on paper', () => {
    /** What A4 across has between its margins, in pixels. */
    const width = 1032;
    it.each(['sign-in-sheet-crowded', 'address-list'])(
      '%s is laid out across A4, with a head that every page repeats',
      async (name) => {
        const screen = screens.find((one) => one.name === name);
        if (screen === undefined) throw new RangeError(`no screen ${name}`);
        const page = await show(screen, 'en', 1440);
        await page.emulateMedia({ media: 'print' });
        await page.setViewportSize({ width, height: 700 });
        expect(await overflow(page)).toBe(0);
        expect(await page.locator('.site-header, .team-list-choices').filter({ visible: true }).count()).toBe(0);
        const path = pictures && { path: join(pictures, `${name}.pdf`) };
        const pdf = await PDFDocument.load(await page.pdf({ preferCSSPageSize: true, ...path }));
        expect(pdf.getPageCount()).toBeGreaterThan(2);
        expect(pdf.getPages().every((sheet) => sheet.getWidth() > sheet.getHeight())).toBe(true);
        const head = await page.evaluate<string>(
          `getComputedStyle(document.querySelector('.team-list thead')).display`,
        );
        expect(head).toBe('table-header-group');
        await page.close();
      },
    );
  });
}

/** What an office prints for the judges of a stage. */
export function checkJudgePapers(): void {
  describe('the papers for judges', () => {
    it.each([
      { name: 'judge-schedule', width: 672, language: 'zh' as const },
      { name: 'judge-sign-in', width: 672, language: 'en' as const },
      // A sheet for each judge, to its very edge.
      // One of the nine has no name any more, and so no plate.
      { name: 'judge-plates', width: 794, language: 'zh' as const, pages: 8 },
      // Across, as it has columns to write in.
      { name: 'judge-fees', width: 1002, language: 'en' as const },
      { name: 'draw-fixed', width: 688, language: 'zh' as const },
      { name: 'judge-invited', width: 672, language: 'en' as const, pages: 1 },
    ])(
      '$name stays within the margins of A4, without the page around it, every sheet the same way round',
      async ({ name, width, language, pages }) => {
        const screen = screens.find((one) => one.name === name);
        if (screen === undefined) throw new RangeError(`no screen ${name}`);
        const page = await show(screen, language, 1440);
        await page.emulateMedia({ media: 'print' });
        await page.setViewportSize({ width, height: 900 });
        expect(await overflow(page)).toBe(0);
        expect(await page.locator('.site-header, main .ant-btn').filter({ visible: true }).count()).toBe(0);
        const path = pictures && { path: join(pictures, `${name}.pdf`) };
        const pdf = await PDFDocument.load(await page.pdf({ preferCSSPageSize: true, ...path }));
        const isAcross = name === 'judge-fees';
        const ways = pdf.getPages().map((sheet) => sheet.getWidth() > sheet.getHeight());
        expect(new Set(ways)).toEqual(new Set([isAcross]));
        if (pages !== undefined) expect(ways).toHaveLength(pages);
        await page.close();
      },
    );
  });
}
