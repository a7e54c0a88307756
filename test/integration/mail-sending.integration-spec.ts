import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { mailCheck } from '../../apps/cli/src/doctor/mail-check.js';
import { createDataSource } from '#database';
import { MailService, mailTemplates, OutboxSender, type MailPace } from '#mail';
import { createTestDatabase, type TestDatabase } from '../builders/postgres.js';
import { partOf, startSmtp, type TestSmtp } from '../builders/smtp.js';
import { until } from '../builders/until.js';

const atOnce: MailPace = { leaseSeconds: 60, backoffSeconds: [0, 0], lanes: 1 };
let database: TestDatabase;
let dataSource: DataSource;
let smtp: TestSmtp;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.appUrl, { poolSize: 8 }).initialize();
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});
beforeEach(async () => {
  smtp = await startSmtp();
});
afterEach(async () => {
  smtp.release();
  await smtp.close();
  await dataSource.query('delete from outbox_messages');
});

const sender = (pace: Partial<MailPace> = {}, smtpUrl = smtp.url) =>
  new OutboxSender(dataSource, {
    ...{ smtpUrl, from: '组委会 <office@example.org>', publicOrigin: 'https://judging.example.org' },
    pace: { ...atOnce, ...pace },
  });

async function person(changes: { displayName?: string; locale?: 'zh' | 'en' } = {}): Promise<string> {
  const id = uuidv7();
  await dataSource.query('insert into users (id, email, display_name, locale) values ($1, $2, $3, $4)', [
    ...[id, `${id}@example.org`, changes.displayName ?? '某人', changes.locale ?? 'zh'],
  ]);
  return id;
}

const { example } = mailTemplates['entry-submitted'];
async function post(userId: string, changes: { title?: string; notBefore?: Date } = {}): Promise<void> {
  const { title = example.title, ...others } = changes;
  const message = { template: 'entry-submitted' as const, parameters: { ...example, title }, eventKey: uuidv7() };
  await dataSource.transaction((manager) =>
    new MailService().post(manager, [{ ...message, to: { userId }, link: '/entries/1', ...others }]),
  );
}

interface Row {
  readonly public_id: string;
  readonly state: string;
  readonly round: number;
  readonly attempts: number;
  readonly last_error: string | null;
  readonly is_due: boolean;
}
const messages = () =>
  dataSource.query<Row[]>(`select *, next_attempt_at <= now() as is_due from outbox_messages order by recorded_at, id`);
const log = async () =>
  (
    await dataSource.query<{ outcome: string; error: string | null }[]>(
      'select outcome, error from outbox_attempts order by message_id, round, number',
    )
  ).map(({ outcome, error }) => (error === null ? outcome : `${outcome}: ${error}`));

describe('a message that a mail server takes', () => {
  it('arrives once, in both languages with the recipient’s first, named by its public id', async () => {
    await post(await person({ locale: 'en' }));
    expect(await sender().sendDue()).toBe(1);
    expect(await sender().sendDue()).toBe(0);
    const [message] = await messages();
    expect(message).toMatchObject({ state: 'sent', attempts: 1, last_error: null });
    expect(await log()).toEqual(['accepted']);
    const [mail] = smtp.mails;
    expect(smtp.mails).toHaveLength(1);
    expect(mail?.headers.get('message-id')).toBe(`<${message?.public_id}.1@judging.example.org>`);
    expect(mail?.headers.get('subject')).toMatch(/^Entry no\. 27 submitted .+ \/ 报名已提交：第 27 号/);
    expect(mail?.headers.get('from')).toBe('组委会 <office@example.org>');
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    const text = mail ? partOf(mail, 'text/plain') : '';
    expect(text.indexOf('Hello')).toBeLessThan(text.indexOf('您好'));
    expect(text).toContain('https://judging.example.org/entries/1');
    expect(mail && partOf(mail, 'text/html')).toContain('一种示例材料');
  });

  it('goes to one recipient whatever was typed into a name or a title', async () => {
    const userId = await person({ displayName: 'A\r\nBcc: everybody@example.org' });
    await post(userId, { title: 'T\r\nBcc: all@example.org\r\n\r\nbody' });
    await sender().sendDue();
    const [mail] = smtp.mails;
    expect(mail?.to).toEqual([`${userId}@example.org`]);
    expect(new Set(mail?.headers.keys())).toEqual(
      new Set(['auto-submitted', 'content-type', 'date', 'from', 'message-id', 'mime-version', 'subject', 'to']),
    );
  });

  it('is sent once when many workers look at the same time', async () => {
    const userId = await person();
    for (let count = 0; count < 20; count += 1) await post(userId);
    const tried = await Promise.all([1, 2, 3, 4].map(() => sender({ lanes: 2 }).sendDue()));
    expect(tried.reduce((sum, count) => sum + count, 0)).toBe(20);
    expect(new Set(smtp.mails.map(({ headers }) => headers.get('message-id'))).size).toBe(20);
    expect(smtp.mails).toHaveLength(20);
  });

  it('is not sent before its time', async () => {
    await post(await person(), { notBefore: new Date(Date.now() + 3_600_000) });
    expect(await sender().sendDue()).toBe(0);
  });
});

describe('a message that a mail server does not take', () => {
  it('waits after a passing failure, and is sent under the same Message-ID', async () => {
    smtp.answer('defer');
    await post(await person());
    await sender({ backoffSeconds: [3600] }).sendDue();
    expect((await messages())[0]).toMatchObject({ state: 'waiting', last_error: 'smtp-451', is_due: false });
    expect(await sender().sendDue()).toBe(0);
    await dataSource.query('update outbox_messages set next_attempt_at = now()');
    await sender().sendDue();
    expect((await messages())[0]).toMatchObject({ state: 'sent', attempts: 2, last_error: null });
    expect(await log()).toEqual(['deferred: smtp-451', 'accepted']);
    const [first, second] = smtp.mails.map(({ headers }) => headers.get('message-id'));
    expect(first).toBe(second);
  });

  it('has failed at once where the server refuses it for good', async () => {
    smtp.answer('refuse');
    await post(await person());
    expect(await sender().sendDue()).toBe(1);
    expect((await messages())[0]).toMatchObject({ state: 'failed', attempts: 1, last_error: 'smtp-550' });
    expect(await log()).toEqual(['refused: smtp-550']);
  });

  it('has failed after the last attempt', async () => {
    smtp.answer('defer', 'defer', 'defer');
    await post(await person());
    expect(await sender().sendDue()).toBe(3);
    expect((await messages())[0]).toMatchObject({ state: 'failed', attempts: 3, last_error: 'smtp-451' });
    expect(await sender().sendDue()).toBe(0);
  });

  it('is tried again when the connection is lost in the middle of it', async () => {
    smtp.answer('hang-up');
    await post(await person());
    expect(await sender().sendDue()).toBe(2);
    expect(await log()).toEqual(['deferred: connection-lost', 'accepted']);
    expect(smtp.mails).toHaveLength(1);
  });

  it('is tried again when nobody listens, or the server does not let us in', async () => {
    await post(await person());
    await sender({ backoffSeconds: [] }, 'smtp://127.0.0.1:1').sendDue();
    expect((await messages())[0]).toMatchObject({ state: 'failed', last_error: 'connection-lost' });
    const guarded = await startSmtp('right');
    await post(await person());
    await sender({ backoffSeconds: [3600] }, guarded.url.replace('right', 'wrong')).sendDue();
    expect((await messages())[1]).toMatchObject({ state: 'waiting', last_error: 'sign-in-refused' });
    await dataSource.query('update outbox_messages set next_attempt_at = now()');
    await sender({}, guarded.url).sendDue();
    expect((await messages())[1]).toMatchObject({ state: 'sent' });
    await guarded.close();
  });

  it('is not sent to a disabled account', async () => {
    const userId = await person();
    await dataSource.query('update users set disabled_at = now() where id = $1', [userId]);
    await post(userId);
    await sender().sendDue();
    expect((await messages())[0]).toMatchObject({ state: 'failed', last_error: 'account-disabled' });
    expect(smtp.mails).toEqual([]);
  });
});

describe('a message whose worker is lost', () => {
  it('is left alone while the lease lasts, then taken over, and the log says so', async () => {
    await post(await person());
    await dataSource.query(
      `with taken as (update outbox_messages set state = 'sending', attempts = 1, lease_until = now() + interval '1 hour'
         returning id) insert into outbox_attempts (message_id, round, number) select id, 1, 1 from taken`,
    );
    expect(await sender().sendDue()).toBe(0);
    await dataSource.query('update outbox_messages set lease_until = now()');
    expect(await sender().sendDue()).toBe(1);
    expect((await messages())[0]).toMatchObject({ state: 'sent', attempts: 2 });
    expect(await log()).toEqual(['deferred: worker-lost', 'accepted']);
  });

  it('stays sent when the slow worker fails after another has sent it, and both used one Message-ID', async () => {
    smtp.answer('wait');
    await post(await person());
    const slow = sender({ backoffSeconds: [3600] }).sendDue();
    await until(() => Promise.resolve(smtp.mails.length === 1), 20_000);
    await dataSource.query('update outbox_messages set lease_until = now()');
    expect(await sender().sendDue()).toBe(1);
    expect((await messages())[0]).toMatchObject({ state: 'sent', attempts: 2 });
    smtp.release();
    await slow;
    expect((await messages())[0]).toMatchObject({ state: 'sent', attempts: 2 });
    expect(new Set(smtp.mails.map(({ headers }) => headers.get('message-id'))).size).toBe(1);
  });

  it('is not sent again once the slow worker was heard to have sent it', async () => {
    smtp.answer('wait');
    await post(await person());
    const slow = sender().sendDue();
    await until(() => Promise.resolve(smtp.mails.length === 1), 20_000);
    await dataSource.query('update outbox_messages set lease_until = now()');
    smtp.release();
    await slow;
    expect(await sender().sendDue()).toBe(0);
    expect(smtp.mails).toHaveLength(1);
  });
});

describe('without a mail server', () => {
  it('everything waits', async () => {
    await post(await person());
    expect(await new OutboxSender(dataSource, null).sendDue()).toBe(0);
    expect((await messages())[0]).toMatchObject({ state: 'waiting', attempts: 0 });
  });

  it('the doctor says whether one answers and lets us in', async () => {
    const guarded = await startSmtp('right');
    expect(await mailCheck(smtp.url)).toMatchObject({ state: 'ok' });
    expect(await mailCheck(guarded.url)).toMatchObject({ state: 'ok' });
    const wrong = await mailCheck(guarded.url.replace('right', 'wrong'));
    expect(wrong).toMatchObject({ state: 'fail' });
    expect(JSON.stringify(wrong)).not.toContain('wrong@');
    expect(await mailCheck('smtp://127.0.0.1:1')).toMatchObject({ state: 'fail' });
    await guarded.close();
  });
});
