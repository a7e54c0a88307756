import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { ContestTemplateService, WindowService } from '#contest';
import { createDataSource } from '#database';
import { defaultEligibilitySetting } from '#domain';
import { applyEdition, FormService } from '#submission';
import { startApi, type Asker, type TestApi } from '../builders/api.js';
import { launchBrowser, openContext, settled } from '../builders/browser.js';
import { createTestDatabase } from '../builders/postgres.js';
import { startProcess, type AppProcess } from '../builders/processes.js';
import { pdf } from '../builders/sample-files.js';
import { until } from '../builders/until.js';

jest.setTimeout(300_000);

const slug = 'xingyu-cup-2024';
const mebibyte = 1024 * 1024;
const password = 'a quiet pump in Chongqing';
const noLimit = { RATE_LIMIT_PER_MINUTE: '0' };
/** The contest's own form, which here takes two business plans of up to 250 MiB. */
const contest = readFileSync(new URL(`../../contests/${slug}.yaml`, import.meta.url), 'utf8').replace(
  /maximumBytes: 52428800\n( *)maximumCount: 1/,
  'maximumBytes: 262144000\n$1maximumCount: 2',
);

let office: TestApi;
let editionId: string;
let server: AppProcess;
let worker: AppProcess;
let browser: Browser;
let folder: string;
let lead: Page;
let path: string;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  const database = await createTestDatabase();
  office = await startApi({}, database);
  const services = { templates: office.app.get(ContestTemplateService), forms: office.app.get(FormService) };
  ({ editionId } = await applyEdition(services, services.templates.read(contest)));
  await office.app.get(WindowService).open({ editionId }, { actor: randomUUID() });
  server = await startProcess('api', { database, env: noLimit });
  worker = await startProcess('worker', { database });
  browser = await launchBrowser();
  folder = await mkdtemp(join(tmpdir(), 'leitai-new-team-'));
});

afterAll(async () => {
  await Promise.allSettled(contexts.map((context) => context.close()));
  await Promise.allSettled([browser?.close(), server?.kill(), worker?.kill()]);
  await office?.close();
  if (folder) await rm(folder, { recursive: true });
});

async function phone(language: 'zh' | 'en'): Promise<Page> {
  const context = await openContext(browser, { origin: server.origin, language, width: 390 });
  contexts.push(context);
  return context.newPage();
}

/** The path that the newest letter to an address leads to. */
async function letterTo(address: string): Promise<string> {
  const [letter] = await office.dataSource.query<{ link: string }[]>(
    'select link from outbox_messages where address = $1 order by recorded_at desc limit 1',
    [address],
  );
  return letter?.link ?? '';
}

const fits = async (page: Page) =>
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);

const plans = () => lead.getByRole('group', { name: 'Business plan', exact: true });
const choosePlan = (file: string) => plans().locator('input[type=file]').setInputFiles(file);

/** A PDF of at least so many bytes, on the disk. */
async function plan(name: string, bytes: number): Promise<string> {
  const padding = randomBytes(bytes);
  const file = join(folder, name);
  await writeFile(file, await pdf((document) => document.context.register(document.context.stream(padding))));
  return file;
}

/** The deadline of the entries, by the clock of the database. */
async function setDeadline(seconds: number): Promise<void> {
  const owner = await createDataSource(office.database.ownerUrl).initialize();
  await owner.query(
    `update windows set deadline_at = clock_timestamp() + make_interval(secs => $2)
     where edition_id = $1 and kind = 'entry'`,
    [editionId, seconds],
  );
  await owner.destroy();
}

describe('a new team from abroad', () => {
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
    await lead.getByText('We are sending a confirmation email to suharto@example.test.').waitFor();
    await lead.goto(await letterTo('suharto@example.test'));
    await lead.getByLabel('Password chosen on registering').fill(password);
    await lead.getByRole('button', { name: 'Confirm and sign in' }).click();
    await lead.getByRole('heading', { name: 'My entries' }).waitFor();
  });

  it('fills in the form, which asks what concerns it, and keeps it as a draft', async () => {
    await lead.goto(`/entries/new?edition=${slug}`);
    await settled(lead);
    await lead.getByLabel('Track', { exact: true }).click();
    await lead.locator('.ant-select-dropdown:visible').getByTitle('Pillar industries', { exact: true }).click();
    await lead.getByLabel('Country or region', { exact: true }).fill('Indonesia');
    await lead.getByLabel('Country or region', { exact: true }).press('Enter');
    await lead.getByLabel('Title', { exact: true }).fill('A quiet pump');
    await lead.getByRole('radio', { name: 'English' }).check();
    await lead.getByRole('radio', { name: 'Yes', exact: true }).check();
    await lead.getByLabel('Registration number').fill('AHU-0012345');
    expect(await lead.getByLabel('Unified social credit code').count()).toBe(0);
    await lead.getByLabel('Name', { exact: true }).fill('Suharto');
    await lead.getByRole('button', { name: 'Add a person' }).click();
    await lead.getByLabel('Name', { exact: true }).nth(1).fill('单小雨');
    await lead
      .getByLabel(/^Phone/)
      .first()
      .fill('+62 812 3456 7890');
    await lead.getByRole('radio', { name: 'Online', exact: true }).check();
    await lead.getByRole('button', { name: 'Save draft' }).click();
    await lead.waitForURL(/\/entries\/[0-9a-f-]{36}$/);
    path = new URL(lead.url()).pathname;
    await fits(lead);
    const kept = `select form_answers ->> 'phone' as phone from entries where title = 'A quiet pump'`;
    expect(await office.dataSource.query<object[]>(kept)).toEqual([{ phone: '+6281234567890' }]);
  });

  it('invites a member, who registers on the way, and joins with a button', async () => {
    const invited = lead.getByRole('region', { name: 'Team', exact: true }).getByRole('listitem', { name: '单小雨' });
    await invited.getByRole('button', { name: 'Contact details' }).click();
    await lead.getByLabel('Phone (optional)').fill('138 1234 567');
    await lead.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await lead.getByText('A phone number begins with its country code', { exact: false }).first().waitFor();
    await lead.getByLabel('Phone (optional)').fill('+86 138-1234-5678');
    await lead.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await invited.getByText('+86 138 1234 5678').waitFor();
    await invited.getByRole('button', { name: 'Invite', exact: true }).click();
    await lead.getByLabel('Email the invitation to (optional)').fill('yu@example.test');
    await lead.getByRole('button', { name: 'Make an invitation' }).click();
    await lead.getByText('The invitation is made; hand it on.').waitFor();
    await fits(lead);
    await lead.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
    await invited.getByText('Invited, not joined yet').waitFor();

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
    await consent.getByRole('button', { name: /^同意/ }).click();
    await consent.getByText('已同意').waitFor();
    await consent.getByRole('button', { name: '撤回同意' }).click();
    await consent.getByText('已撤回').waitFor();
    await member.close();
  });

  it('sends 200 MB while the server is killed half-way, and goes on where it was', async () => {
    const offsets: number[] = [];
    lead.on('request', (request) => {
      if (request.method() === 'PATCH') offsets.push(Number(request.headers()['upload-offset']));
    });
    await choosePlan(await plan('plan.pdf', 200 * mebibyte));
    await until(() => Promise.resolve(offsets.some((offset) => offset > 100 * mebibyte)), 120_000);
    await server.kill();
    const reached = Math.max(...offsets);
    offsets.length = 0;
    const env = { ...noLimit, PORT: new URL(server.origin).port };
    server = await startProcess('api', { database: office.database, env });
    await plans().getByText('Ready', { exact: true }).waitFor({ timeout: 180_000 });
    expect(offsets[0]).toBeGreaterThanOrEqual(reached);
    lead.removeAllListeners('request');
  });
});

describe('the last seconds', () => {
  let late: Page;
  let latePath: string;

  it('one team submits while the bytes of a file still follow', async () => {
    const person: Asker = await office.person();
    await office.dataSource.query(`update users set locale = 'en' where id = $1`, [person.userId]);
    const answers = {
      ...{ trackKey: 'pillar', countryCode: 'SG', title: 'A late pump', language: 'en' },
      ...{ members: [{ role: 'lead', name: 'Ann Example' }] },
      formAnswers: { 'has-company': 'no', phone: '+6561234567', pitch: 'online' },
    };
    const { body } = await person.post<{ publicId: string }>(`/api/v1/editions/${slug}/entries`, answers);
    latePath = `/entries/${body.publicId}`;
    const filed = { fieldKey: 'business-plan', name: 'late.pdf', size: 1000, sha256: '0'.repeat(64) };
    expect(await person.post(`/api/v1${latePath}/files`, filed)).toMatchObject({ status: 201 });
    late = await phone('en');
    const [name = '', value = ''] = (person.cookie ?? '').split('=');
    await late.context().addCookies([{ name, value, url: server.origin }]);
    await late.goto(latePath);
    await late.getByRole('button', { name: 'Submit the entry' }).click();
    await late.getByRole('dialog').waitFor();

    await lead.route('**/api/v1/uploads/*', (route) =>
      route.request().method() === 'PATCH' ? route.abort('connectionfailed') : route.continue(),
    );
    await choosePlan(await plan('appendix.pdf', 5 * mebibyte));
    await plans().getByText('appendix.pdf').first().waitFor();
    await lead.getByRole('button', { name: 'Submit the entry' }).click();
    await setDeadline(10);
    await lead.getByRole('dialog').getByRole('button', { name: 'Submit the entry' }).click();
    const receipt = lead.locator('.entry-receipt');
    await receipt.getByText('appendix.pdf').waitFor();
    await fits(lead);
    await lead.unroute('**/api/v1/uploads/*');
  });

  it('another submits when they are over, and is told so with the time of the database', async () => {
    await until(async () => {
      const [row] = await office.dataSource.query<{ over: boolean }[]>(
        `select deadline_at < clock_timestamp() as over from windows where edition_id = $1 and kind = 'entry'`,
        [editionId],
      );
      return row?.over ?? false;
    }, 30_000);
    await late.getByRole('dialog').getByRole('button', { name: 'Submit the entry' }).click();
    await late.getByText(/clock of the database said .* \(Beijing time, UTC\+8\), so it was not taken/).waitFor();
    await late.close();
    // What was filed in time may still come.
    await plans().getByText('Ready', { exact: true }).nth(1).waitFor({ timeout: 120_000 });
  });
});

describe('the check by the office', () => {
  it('asks for a correction, which the team makes after the deadline, and passes it', async () => {
    const organiser = await office.person({ role: 'organiser', editionId });
    const entries = (version: number) => [{ publicId: path.split('/').at(-1), version }];
    const checks = `/api/v1/editions/${slug}/eligibility/checks`;
    const asked = {
      ...{ decision: 'ask-correction', met: [], reasons: ['summary-missing'], entries: entries(1) },
      correctUntil: new Date(Date.now() + 86_400_000).toISOString(),
      note: { zh: '请补充项目简介。', en: 'Tell what it does.' },
    };
    expect(await organiser.post(checks, asked)).toMatchObject({ status: 204 });
    await lead.reload();
    await lead.getByText('Tell what it does.').first().waitFor();
    await lead.getByLabel(/^Summary/).fill('It pumps without a sound.');
    await lead.getByRole('button', { name: 'Save as a new version' }).click();
    await lead.getByText('Your change has come in and will be checked').first().waitFor();
    const met = defaultEligibilitySetting.checklist.map(({ key }) => key);
    const passed = { decision: 'pass', met, reasons: [], entries: entries(2) };
    expect(await organiser.post(checks, passed)).toMatchObject({ status: 204 });
    await lead.reload();
    await lead.getByText('Checked: the entry is eligible').first().waitFor();
    await fits(lead);
  });
});
