import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { freePort } from '../../apps/cli/src/start/port.js';
import { startApi, type TestApi } from '../builders/api.js';
import { launchBrowser, openContext, settled } from '../builders/browser.js';
import { openEdition } from '../builders/entry-team.js';

jest.setTimeout(120_000);

let api: TestApi;
let browser: Browser;
let slug: string;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  const web = join(import.meta.dirname, '..', '..', 'dist', 'apps', 'web');
  api = await startApi({ PORT: String(await freePort()) }, undefined, web);
  ({ slug } = await openEdition(api));
  browser = await launchBrowser();
});

afterAll(async () => {
  await Promise.allSettled(contexts.map((context) => context.close()));
  await Promise.allSettled([browser?.close(), api?.close()]);
});

async function phone(language: 'zh' | 'en'): Promise<Page> {
  const context = await openContext(browser, { origin: api.address, language, width: 390 });
  contexts.push(context);
  return context.newPage();
}

/** The path that the newest letter to an address leads to. */
async function letterTo(address: string): Promise<string> {
  const [letter] = await api.dataSource.query<{ link: string }[]>(
    'select link from outbox_messages where address = $1 order by recorded_at desc limit 1',
    [address],
  );
  return letter?.link ?? '';
}

const fits = async (page: Page) =>
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);

describe('a new person abroad, and the one who is invited', () => {
  const password = 'a quiet pump in Chongqing';
  let lead: Page;

  it('registers in English on a phone, and confirms the address with a button', async () => {
    lead = await phone('en');
    await lead.goto('/sign-in');
    await lead.getByRole('link', { name: 'Register', exact: true }).click();
    await lead.getByLabel('Name', { exact: true }).fill('Suharto');
    await lead.getByLabel('E-mail', { exact: true }).fill('suharto@example.test');
    await lead.getByLabel('Password', { exact: true }).fill(password);
    await lead.getByRole('button', { name: 'Register', exact: true }).click();
    await lead.getByText('Without this no account can be made for you.').first().waitFor();
    await lead.getByRole('checkbox', { name: /^My name, e-mail address/ }).check();
    await lead.getByRole('checkbox', { name: /^Separate consent/ }).check();
    await fits(lead);
    await lead.getByRole('button', { name: 'Register', exact: true }).click();
    await lead.getByText('A letter goes to suharto@example.test.').waitFor();
    await lead.goto(await letterTo('suharto@example.test'));
    await lead.getByLabel('Password chosen on registering').fill(password);
    await lead.getByRole('button', { name: 'Confirm and sign in' }).click();
    await lead.getByRole('heading', { name: 'My entries' }).waitFor();
  });

  it('drafts an entry and invites a member, whose contact stands apart from the form', async () => {
    await lead.goto(`/entries/new?edition=${slug}`);
    await settled(lead);
    const choose = async (label: string, option: string) => {
      await lead.getByLabel(label, { exact: true }).click();
      await lead.locator('.ant-select-dropdown:visible').getByTitle(option, { exact: true }).click();
    };
    await choose('Track', 'Pillar industries');
    await lead.getByLabel('Country or region', { exact: true }).fill('Indonesia');
    await lead.getByLabel('Country or region', { exact: true }).press('Enter');
    await lead.getByLabel('Title', { exact: true }).fill('A quiet pump');
    await lead.getByLabel('Name', { exact: true }).fill('Suharto');
    await lead.getByRole('button', { name: 'Add a person' }).click();
    await lead.getByLabel('Name', { exact: true }).nth(1).fill('单小雨');
    await lead.getByRole('button', { name: 'Save draft' }).click();
    const team = lead.getByRole('region', { name: 'Team', exact: true });
    const member = team.getByRole('listitem', { name: '单小雨' });
    await member.getByRole('button', { name: 'Contact data' }).click();
    await lead.getByLabel('Phone (optional)').fill('138 1234 567');
    await lead.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await lead.getByText('A phone number begins with its country code', { exact: false }).first().waitFor();
    await lead.getByLabel('Phone (optional)').fill('+86 138-1234-5678');
    await lead.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await member.getByText('+86 138 1234 5678').waitFor();
    await member.getByRole('button', { name: 'Invite', exact: true }).click();
    await lead.getByLabel('Send a letter to (optional)').fill('yu@example.test');
    await lead.getByRole('button', { name: 'Make an invitation' }).click();
    await lead.getByText('The invitation is made; hand it on.').waitFor();
    await fits(lead);
    await lead.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
    await member.getByText('Invited, not joined yet').waitFor();
  });

  it('is joined by the invited, who registers on the way and presses a button', async () => {
    const member = await phone('zh');
    await member.goto(await letterTo('yu@example.test'));
    await member.getByText('Suharto邀请单小雨加入参赛团队。').waitFor();
    await member.getByRole('link', { name: '先注册' }).click();
    await member.getByLabel('姓名', { exact: true }).fill('单小雨');
    await member.getByLabel('邮箱', { exact: true }).fill('yu@example.test');
    await member.getByLabel('密码', { exact: true }).fill(password);
    for (const box of await member.getByRole('checkbox').all()) await box.check();
    await member.getByRole('button', { name: '注册', exact: true }).click();
    await member.getByText('确认邮件将发往 yu@example.test。').waitFor();
    await member.goto(await letterTo('yu@example.test'));
    await member.getByLabel('注册时设置的密码').fill(password);
    await member.getByRole('button', { name: '确认并登录' }).click();
    await member.getByRole('button', { name: '加入团队' }).click();
    const team = member.getByRole('region', { name: '团队', exact: true });
    await team.getByRole('listitem', { name: '单小雨' }).getByText('已加入，只能查看').waitFor();
    await fits(member);
    expect(await member.getByRole('button', { name: '保存草稿' }).count()).toBe(0);
    const consent = member.getByRole('listitem', { name: '公布姓名' });
    await consent.getByRole('button', { name: '同意', exact: true }).click();
    await consent.getByText('已同意').waitFor();
    await consent.getByRole('button', { name: '撤回同意' }).click();
    await consent.getByText('已撤回').waitFor();
  });
});
