import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { createDataSource } from '#database';
import { launchBrowser, openContext, settled, signIn } from '../builders/browser.js';
import { demoLogin, startDemoPlatform, type DemoPlatform, type DemoRole } from '../builders/demo-platform.js';
import { goeAnswers } from '../builders/goe-answers.js';

jest.setTimeout(240_000);

const queue = '/organiser/editions/goe-open/eligibility';
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

async function as(role: DemoRole): Promise<{ context: BrowserContext; page: Page }> {
  const context = await openContext(browser, { origin: platform.origin });
  await signIn(context, platform.origin, demoLogin(role), 'zh');
  return { context, page: await context.newPage() };
}

async function submitEntry(context: BrowserContext): Promise<string> {
  const answers = {
    ...{ trackKey: 'innovation-challenge', fieldGroupKey: 'equipment', countryCode: 'CN', language: 'zh' },
    ...{ title: '会唱歌的泵（虚构）', members: [{ role: 'lead', name: '𠮷虚构' }] },
    formAnswers: goeAnswers('CN'),
  };
  const headers = () => ({ origin: platform.origin, 'Idempotency-Key': `eligibility-${Math.random()}` });
  const created = await context.request.post('/api/v1/editions/goe-open/entries', {
    data: answers,
    headers: headers(),
  });
  const { publicId } = (await created.json()) as { publicId: string };
  await context.request.post(`/api/v1/entries/${publicId}/submissions`, { headers: headers() });
  return publicId;
}

/** What was changed has the focus: whoever uses the keyboard goes on from there. */
const holdsFocus = (section: Locator) => section.locator('[role=group]:focus').waitFor();

/** As its deadline would. */
async function closeEntries(): Promise<void> {
  const owner = await createDataSource(platform.database.ownerUrl).initialize();
  await owner.query(
    `update windows set closed_at = now() where kind = 'entry'
     and edition_id = (select id from editions where slug = 'goe-open')`,
  );
  await owner.destroy();
}

describe('an entry in its other language', () => {
  it('is put there by the office, corrected and so confirmed by the team, and found by how it stands', async () => {
    const [team, office] = [await as('team'), await as('organiser')];
    const entry = await submitEntry(team.context);
    await office.page.goto(`${queue}/${entry}`);
    const ofOffice = office.page.getByRole('region', { name: '译文', exact: true });
    await ofOffice.getByRole('button', { name: '填写译文' }).click();
    await ofOffice.getByLabel('项目名称（英文）').fill('A singing pomp');
    await ofOffice.getByRole('checkbox', { name: '由机器翻译' }).check();
    await ofOffice.getByRole('button', { name: '保存并通知团队' }).click();
    await ofOffice.getByText('机器译文').waitFor();
    await holdsFocus(ofOffice);
    await ofOffice.getByRole('button', { name: '修改译文' }).click();
    await ofOffice.getByRole('button', { name: '取消' }).click();
    await holdsFocus(ofOffice);

    await team.page.goto(`/entries/${entry}`);
    await team.page.getByText('请确认项目译文').first().waitFor();
    const own = team.page.getByRole('region', { name: '译文', exact: true });
    await own.getByText('团队未确认').waitFor();
    await own.getByRole('button', { name: '修改译文' }).click();
    await own.getByLabel('项目名称（英文）').fill('A singing pump');
    await own.getByRole('checkbox', { name: '由机器翻译' }).uncheck();
    const headers = { origin: platform.origin, 'Idempotency-Key': `withdrawal-${entry}` };
    // The office goes on meanwhile: what the team has typed is neither replaced nor refused for good.
    await office.context.request.put(`/api/v1/editions/goe-open/entries/${entry}/translation`, {
      data: { title: 'A humming pump', summary: '', isMachine: false, seen: 1 },
      headers: { ...headers, 'Idempotency-Key': `translation-${entry}` },
    });
    await own.getByRole('button', { name: '保存译文' }).click();
    await own.getByText('已有人保存了第 2 稿译文').waitFor();
    await own.getByText('A humming pump').waitFor();
    const dialog = team.page.getByRole('dialog');
    await own.getByRole('button', { name: '取消' }).click();
    await dialog.getByRole('button', { name: '继续填写' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await team.page.getByRole('main').getByRole('link', { name: '我的项目' }).click();
    await dialog.getByRole('button', { name: '留在本页' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await own.getByLabel('项目名称（英文）').inputValue()).toBe('A singing pump');
    await own.getByRole('button', { name: '保存译文' }).click();
    await own.getByText('团队已确认', { exact: true }).waitFor();
    await holdsFocus(own);
    await own.getByRole('button', { name: '修改译文' }).click();
    await own.getByLabel('项目名称（英文）').fill('A shouting pump');
    await own.getByRole('button', { name: '取消' }).click();
    await dialog.getByRole('button', { name: '放弃' }).click();
    await holdsFocus(own);

    await office.page.goto(queue);
    await office.page.getByLabel('译文', { exact: true }).selectOption('confirmed');
    await office.page.getByRole('link', { name: '会唱歌的泵（虚构）' }).waitFor();
    await team.context.request.post(`/api/v1/entries/${entry}/withdrawal`, { headers });
    await Promise.all([team.context.close(), office.context.close()]);
  });
});

describe('an entry that has to be corrected', () => {
  it('is asked for, corrected after the window has closed, passed, and admitted', async () => {
    const team = await as('team');
    const path = `/entries/${await submitEntry(team.context)}`;
    await closeEntries();
    await team.page.goto(path);
    await team.page.getByText('已提交，等待形式审查').waitFor();
    expect(await team.page.getByRole('button', { name: /^保存(草稿|为新版本)$/ }).count()).toBe(0);

    const office = await as('organiser');
    await office.page.goto(queue);
    await settled(office.page);
    await office.page.getByRole('link', { name: '会唱歌的泵（虚构）' }).click();
    await office.page.locator('.verdict').waitFor();
    await office.page.keyboard.press('c');
    await office.page.getByRole('checkbox', { name: '缺少项目简介' }).check();
    await office.page.getByLabel('英文说明').fill('Add a summary.');
    await office.page.getByRole('button', { name: '发出补正要求' }).click();
    await office.page.getByText('该团队使用另一种语言，请同时用该语言说明。').waitFor();
    await office.page.getByLabel('中文说明').fill('请补充项目简介。');
    await office.page.getByRole('button', { name: '发出补正要求' }).click();
    await office.page.locator('.check-bar .state-mark', { hasText: '待补正' }).waitFor();
    await office.page.locator('#check-title:focus').waitFor();

    await team.page.reload();
    await team.page.getByText('请补充项目简介。', { exact: true }).first().waitFor();
    await team.page.locator('#summary').fill('它会唱歌。');
    await team.page.locator('.entry-save .ant-btn').click();
    await team.page.getByText('已收到更新，等待复核').first().waitFor();

    await office.page.reload();
    await office.page.locator('ins', { hasText: '它会唱歌。' }).waitFor();
    for (const box of await office.page.getByRole('group', { name: '审查要点' }).getByRole('checkbox').all()) {
      await box.check();
    }
    await office.page.keyboard.press('p');
    await office.page.getByRole('button', { name: '记录：通过' }).click();
    await office.page.locator('.check-bar .state-mark', { hasText: '已通过' }).waitFor();
    await office.page.locator('#check-title:focus').waitFor();
    await office.page.goto(`${queue}?state=passed`);
    const dialog = office.page.getByRole('dialog');
    await office.page.locator('td .ant-checkbox-input').first().check();
    await office.page.locator('.queue-acts .ant-btn').first().click();
    await dialog.getByRole('button', { name: '取消' }).click();
    await office.page.locator('.queue-acts:focus').waitFor();
    await office.page.getByRole('button', { name: '进入首个评审阶段…' }).click();
    await dialog.getByText('会唱歌的泵（虚构）').waitFor();
    await dialog.getByRole('button', { name: '进入（1 项）' }).click();
    await dialog.waitFor({ state: 'hidden' });

    await team.page.reload();
    await team.page.getByText('已通过形式审查', { exact: true }).first().waitFor();
    await Promise.all([team.context.close(), office.context.close()]);
  });
});
