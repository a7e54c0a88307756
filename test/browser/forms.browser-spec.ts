import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser, openContext, signIn } from '../builders/browser.js';
import { demoLogin, startDemoPlatform, type DemoPlatform } from '../builders/demo-platform.js';

jest.setTimeout(240_000);

let platform: DemoPlatform;
let browser: Browser;
let office: BrowserContext;
let team: BrowserContext;
let entryUrl = '';

beforeAll(async () => {
  platform = await startDemoPlatform();
  browser = await launchBrowser();
  const { origin } = platform;
  office = await openContext(browser, { origin });
  await signIn(office, origin, demoLogin('organiser'), 'zh');
  team = await openContext(browser, { origin, language: 'en', width: 390 });
  await signIn(team, origin, demoLogin('team'), 'en');
});

afterAll(async () => {
  await browser.close();
  await platform.stop();
});

/** Adds a question to a section (the second unless told) through its dialog. */
async function addQuestion(
  page: Page,
  { at = 1, kind, zh, en }: { at?: number; kind: string; zh: string; en: string },
  more?: () => Promise<void>,
) {
  await page.locator('.outline-sections > li').nth(at).locator('> button').click();
  const dialog = page.locator('.field-dialog');
  await dialog.waitFor();
  await page.locator('#field-kind').click();
  await page.locator('.ant-select-item-option').getByText(kind, { exact: true }).click();
  await page.locator('#field_label_zh').fill(zh);
  await page.locator('#field_label_en').fill(en);
  await more?.();
  await page.locator('.ant-modal-footer .ant-btn-primary').click();
  await dialog.waitFor({ state: 'detached' });
}

const isSaved = (page: Page) => page.locator('.draft-acts').getByText('草稿已保存，尚未发布').waitFor();

describe('the form of an edition, in the browser', () => {
  it('is built by the office, shown as teams will see it, taken back and done again, and published', async () => {
    const page = await office.newPage();
    await page.goto('/organiser/editions/goe-open/forms/all');
    await addQuestion(page, { kind: '多行文字', zh: '项目特色', en: 'What is special' }, async () => {
      await page.locator('#field_isRequired').check();
    });
    await addQuestion(page, { kind: '单行文字', zh: '出口许可证号', en: 'Export licence number' }, async () => {
      await page.locator('#field_isRequired').check();
      await page.locator('#field_condition_field').click();
      await page.locator('.ant-select-item-option').getByText('国家（地区）代码').click();
      await page.locator('#field_condition_test').click();
      await page.locator('.ant-select-item-option').getByText('不是以下任何一个').click();
      await page.locator('#field_condition_values').fill('CN');
      await page.keyboard.press('Enter');
    });
    const preview = page.locator('.form-preview');
    await preview.getByText('项目特色').waitFor();
    expect(await preview.getByText('出口许可证号').count()).toBe(0);
    await preview.locator('#countryCode').click();
    await page.keyboard.type('德国');
    await page.keyboard.press('Enter');
    await preview.getByText('出口许可证号').waitFor();
    await page.getByRole('button', { name: '撤销' }).click();
    expect(await page.locator('.form-outline').getByText('出口许可证号').count()).toBe(0);
    await page.getByRole('button', { name: '重做' }).click();
    await page.locator('.form-outline').getByText('出口许可证号').waitFor();
    await isSaved(page);
    await page.reload();
    await page.locator('.form-outline').getByText('出口许可证号').waitFor();
    await page.getByRole('button', { name: '发布' }).click();
    await page.locator('[role=dialog] .ant-btn-primary').click();
    await page.locator('.draft-acts').getByText('已发布第 2 版').waitFor();
    await page.close();
  });

  it('is filled in by a team from abroad on a phone, with what is open named until nothing is', async () => {
    const page = await team.newPage();
    await page.goto('/entries/new?edition=goe-open');
    const choose = async (id: string, name: string) => {
      await page.locator(id).click();
      await page.keyboard.type(name);
      await page.keyboard.press('Enter');
    };
    await page.locator('#trackKey').click();
    await page.locator('.ant-select-item-option').getByText('Innovation Challenge').click();
    await page.locator('#fieldGroupKey').click();
    await page.keyboard.press('Enter');
    await choose('#countryCode', 'Germany');
    await page.locator('#title').fill('A quiet pump');
    await page.locator('#members_0_name').fill('Ångström Østergaard');
    await page.locator('.entry-save .ant-btn').click();
    await page.waitForURL(/\/entries\/[0-9a-f-]{36}$/);
    entryUrl = page.url();
    await page.getByText('6 items left to complete before you can submit').waitFor();
    await page.getByRole('button', { name: 'Submit the entry' }).click();
    await page.locator('[role=dialog] .ant-btn-primary').click();
    await page.locator('[role=dialog] [role=alert]').getByText('What is special').waitFor();
    await page.locator('[role=dialog] .ant-btn').first().click();
    await page.locator('#formAnswers_what-is-special').fill('It makes no sound at all, at any speed.');
    await page.getByLabel('What is new').fill('Its impeller copies the fin of a whale (fictitious).');
    await page.getByRole('radio', { name: 'Independent engineers' }).check();
    await page.getByLabel('Name of the team lead as in the passport').fill('Ångström Østergaard');
    await page.locator('#formAnswers_phone').fill('+4930123456');
    await page.getByRole('radio', { name: 'Online', exact: true }).check();
    await page.locator('#formAnswers_export-licence-number').fill('HRB 12345');
    await page.getByText('Everything required is filled in.').waitFor();
    await page.getByRole('button', { name: 'Submit the entry' }).click();
    await page.locator('[role=dialog] .ant-btn-primary').click();
    await page.locator('.entry-receipt').waitFor();
    await page.reload();
    expect(await page.locator('#formAnswers_export-licence-number').inputValue()).toBe('HRB 12345');
    await page.close();
  });

  it('stays the team’s own when the office publishes another, until the team takes it', async () => {
    const editor = await office.newPage();
    await editor.goto('/organiser/editions/goe-open/forms/all');
    await addQuestion(editor, { kind: '日期', zh: '成立日期', en: 'Founded on' });
    await isSaved(editor);
    await editor.getByRole('button', { name: '发布' }).click();
    await editor.locator('[role=dialog]').getByText('41 个项目').waitFor();
    await editor.locator('[role=dialog] .ant-btn-primary').click();
    await editor.locator('.draft-acts').getByText('已发布第 3 版').waitFor();
    await editor.close();
    const page = await team.newPage();
    await page.goto(entryUrl);
    await page.getByRole('button', { name: 'Switch to the new version' }).waitFor();
    expect(await page.locator('#formAnswers_founded-on').count()).toBe(0);
    await page.getByRole('button', { name: 'Switch to the new version' }).click();
    await page.locator('#formAnswers_founded-on').fill('2019-05-04');
    await page.locator('.entry-save .ant-btn').click();
    await page.locator('.entry-save .state-mark-done').waitFor();
    await page.reload();
    expect(await page.locator('#formAnswers_founded-on').inputValue()).toBe('2019-05-04');
    await page.close();
  });
});
