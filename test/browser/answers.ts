import type { Page, Route } from 'playwright-core';
import { DomainError, type DomainErrorCode, type ErrorDetails } from '#domain';
import { toProblem } from '../../apps/api/src/http/problem.filter.js';
import { readerLocale } from '../../apps/api/src/http/reader-locale.js';
import type { components } from '../../apps/web/src/api/schema.js';
import { until } from '../builders/until.js';

/** The server's answers, as its description has them. */
export type Schemas = components['schemas'];

/** Has the server answer each of these addresses so, opens the page again and waits for what it then shows. */
export const answering = (answers: Readonly<Record<string, unknown>>, shown: string) => async (page: Page) => {
  for (const [part, json] of Object.entries(answers)) {
    await page.route(`**/api/v1${part}`, (route) => route.fulfill({ json }));
  }
  await page.reload();
  await page.locator(shown).first().waitFor();
};

/** The server's own answer with some of it changed. */
export const changing = (part: string, changes: Record<string, unknown>, shown: string) => async (page: Page) => {
  await page.route(`**/api/v1${part}`, async (route) => {
    const response = await route.fetch();
    const body = (await response.json()) as Record<string, unknown>;
    await route.fulfill({ response, json: { ...body, ...changes } });
  });
  await page.reload();
  await page.locator(shown).first().waitFor();
};

/** What the page asks for is refused by a server in trouble, as often as it asks. */
export const failing = (part: string) => async (page: Page) => {
  await page.route(`**/api/v1${part}`, (route) => route.fulfill({ status: 500, body: '' }));
  await page.reload();
  await page.locator('[role=alert] .empty-state').first().waitFor({ timeout: 30_000 });
};

/** What the page asks for is long in coming. */
export const waiting = (part: string) => async (page: Page) => {
  await page.route(`**/api/v1${part}`, () => new Promise(() => undefined));
  await page.reload();
  // The outline of a page whose program is still on its way is another one: it has no title yet.
  await until(async () => (await page.title()).includes(' · '), 20_000);
  await page.locator('.shape').first().waitFor();
};

/** What is asked for is refused as the server refuses it, in the language of the page that asks. */
export const refused = (code: DomainErrorCode, details: ErrorDetails = {}) => {
  const error = new DomainError(code, details);
  return (route: Route) => {
    const json = toProblem(error, readerLocale(undefined, route.request().headers()['accept-language']), '');
    return route.fulfill({ status: json.status, json });
  };
};

/** The longest of each that people really have. */
export const long = {
  title:
    '面向超大城市地下管网的自适应声学泄漏定位与机器人原位修复一体化系统（虚构） Self-adaptive acoustic leak localisation (fictitious)',
  person: 'Maximiliana Konstantinopolitansky-Østergaard von und zu Wolkenstein-Hohenlöwen',
  organisation:
    '成渝地区双城经济圈先进制造与智能装备产业技术创新研究院有限责任公司重庆两江新区分院联合实验室暨博士后科研工作站（虚构）',
  email: 'maximiliana.konstantinopolitansky-oestergaard@institut-fuer-leise-pumpen.universitaet-nirgendwo.invalid',
  file: `${'最终版不再修改'.repeat(5)}_final_FINAL_v27_really-final.submission-of-the-team.pdf`,
  sentence: '该项目的一位拟任评委曾在三年内与我方就同一专利的权属发生诉讼，判决尚未生效，恐影响其公正判断。'.repeat(2),
} as const;

export const at = '2026-11-23T12:00:00.000Z';
/** When people agree to the wordings of 27 November 2026 that the fixtures show. */
export const agreedAt = '2026-11-27T08:00:00.000Z';
export const later = '2026-12-04T15:59:59.000Z';
export const id = (position: number) => `00000000-0000-4000-8000-${String(position).padStart(12, '0')}`;
