import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource, EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { ContestTemplateService, WindowService } from '#contest';
import { createDataSource } from '#database';
import { LedgerService } from '#ledger';
import { MailService, NoticeService, type MessageTexts } from '#mail';
import {
  EntryDeadlineService,
  type EligibilityOutcome,
  type EligibilityService,
  type EntryAnswers,
  type EntryService,
} from '#submission';
import { entryServices } from '../builders/entry-services.js';
import { createTestDatabase, type TestDatabase } from '../builders/postgres.js';

const goe = readFileSync(new URL('../../contests/goe-2024.yaml', import.meta.url), 'utf8');
const answers: EntryAnswers = {
  ...{ trackKey: 'innovation-challenge', fieldGroupKey: 'materials', countryCode: 'CN', language: 'zh' },
  ...{ title: '一种材料', members: [{ role: 'lead', name: '某人', organisation: '某单位' }] },
};
const hour = 3_600_000;
let database: TestDatabase;
let dataSource: DataSource;
let entries: EntryService;
let windows: WindowService;
let eligibility: EligibilityService;
let deadlines: EntryDeadlineService;
let slug: string;
let editionId: string;
let userId: string;
let made = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.appUrl).initialize();
  ({ entries, eligibility } = entryServices(dataSource));
  windows = new WindowService(dataSource, new LedgerService());
  deadlines = new EntryDeadlineService(dataSource, new MailService());
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});
beforeEach(async () => {
  made += 1;
  userId = uuidv7();
  slug = `goe-${made}`;
  const templates = new ContestTemplateService(dataSource, new LedgerService());
  const template = templates.read(goe);
  ({ editionId } = await templates.apply({ ...template, edition: { ...template.edition, slug } }));
  await dataSource.query(`insert into users (id, email, display_name, locale) values ($1, $2, 'A', 'en')`, [
    userId,
    `${userId}@example.invalid`,
  ]);
  await windows.open({ editionId }, { actor: userId });
});

const within = <T>(act: (manager: EntityManager) => Promise<T>) => dataSource.transaction(act);
const draft = (title = answers.title) =>
  within((manager) => entries.draft(manager, slug, userId, { ...answers, title }));
const submit = (publicId: string) => within((manager) => entries.submit(manager, publicId, userId));
const check = (outcomes: readonly EligibilityOutcome[], occurredOn?: string) =>
  within((manager) =>
    eligibility.check(manager, editionId, outcomes, {
      actor: userId,
      ...(occurredOn === undefined ? {} : { occurredOn }),
    }),
  );

interface Row {
  readonly template: string;
  readonly texts: MessageTexts;
  readonly link: string;
  readonly locale: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}
const written = () =>
  dataSource.query<Row[]>('select * from outbox_messages where edition_id = $1 order by recorded_at, id', [editionId]);
const templates = async () => (await written()).map(({ template }) => template);

/** The entry window's deadline, so many hours from now by the database's clock. */
async function closeIn(hours: number): Promise<string> {
  const [row] = await dataSource.query<[{ at: Date }[], number]>(
    `update windows set deadline_at = clock_timestamp() + make_interval(secs => $2 * 3600)
     where edition_id = $1 and kind = 'entry' returning deadline_at as at`,
    [editionId, hours],
  );
  return row[0]?.at.toISOString() ?? '';
}
const draftedAgo = (hours: number) =>
  dataSource.query(`update entries set recorded_at = now() - make_interval(hours => $2) where edition_id = $1`, [
    editionId,
    hours,
  ]);

describe('what a team does with its entry', () => {
  it('is told to its lead with each receipt, in both languages and with the page it is about', async () => {
    const { publicId } = await draft();
    expect(await templates()).toEqual([]);
    const submitted = await submit(publicId);
    const revised = await within((manager) =>
      entries.revise(manager, publicId, userId, { ...answers, title: '另一种材料' }),
    );
    await within((manager) => entries.withdraw(manager, publicId, userId));
    const messages = await written();
    expect(messages.map(({ template }) => template)).toEqual(['entry-submitted', 'entry-revised', 'entry-withdrawn']);
    const [first, second] = messages;
    expect(first).toMatchObject({ locale: 'en', link: `/entries/${publicId}`, parameters: { number: 1, version: 1 } });
    expect(first?.texts.zh.body).toContain(submitted.receipt);
    expect(first?.texts.en.body).toContain(submitted.receipt);
    expect(second?.parameters).toMatchObject({ title: '另一种材料', version: 2 });
    const [event] = await dataSource.query<{ hash: string }[]>(
      `select encode(hash, 'hex') as hash from ledger_events where id = $1`,
      [revised.eventId],
    );
    expect(second?.texts.en.body).toContain(event?.hash);
  });

  it('is not told where the act was taken back', async () => {
    const { publicId } = await draft();
    const lost = within(async (manager) => {
      await entries.submit(manager, publicId, userId);
      throw new Error('the server died');
    });
    await expect(lost).rejects.toThrow('the server died');
    expect(await templates()).toEqual([]);
  });

  it('is told to nobody where entries come from a file, or are withdrawn in bulk', async () => {
    const act = { actor: userId };
    const [entry] = await within((manager) =>
      entries.submitMany(manager, editionId, [{ answers, leadUserId: userId }], act),
    );
    await within((manager) => entries.withdrawMany(manager, editionId, [entry?.id ?? ''], act));
    expect(await templates()).toEqual([]);
  });
});

describe('an eligibility check', () => {
  it('is told to the lead with its reason', async () => {
    const ids = [];
    for (const title of ['甲', '乙', '丙']) ids.push((await submit((await draft(title)).publicId)).id);
    const [passed = '', corrected = '', failed = ''] = ids;
    await check([
      { entryId: passed, outcome: 'passed' },
      { entryId: corrected, outcome: 'needs-correction', reasonCode: 'documents-incomplete' },
      { entryId: failed, outcome: 'failed', reasonCode: 'some-other-reason' },
    ]);
    await check([{ entryId: corrected, outcome: 'passed' }]);
    const told = (await written()).filter(({ template }) => template.startsWith('eligibility'));
    expect(new Set(told.map(({ template, parameters }) => `${String(parameters.title)} ${template}`))).toEqual(
      new Set([
        '甲 eligibility-passed',
        '乙 eligibility-needs-correction',
        '丙 eligibility-failed',
        '乙 eligibility-passed',
      ]),
    );
    const text = (template: string) => told.find((message) => message.template === template)?.texts;
    expect(text('eligibility-needs-correction')?.zh.body).toContain('材料不完整');
    expect(text('eligibility-needs-correction')?.en.body).toContain('the documents are incomplete');
    expect(text('eligibility-failed')?.en.body).toContain('some-other-reason');
  });

  it('is told to nobody where it lies in the past, or nobody with an account leads the entry', async () => {
    const { id } = await submit((await draft()).publicId);
    await check([{ entryId: id, outcome: 'passed' }], '2024-10-01');
    const [other] = await within((manager) =>
      entries.submitMany(manager, editionId, [{ answers, leadUserId: null }], { actor: userId }),
    );
    await check([{ entryId: other?.id ?? '', outcome: 'passed' }]);
    expect(await templates()).toEqual(['entry-submitted']);
  });
});

describe('a deadline', () => {
  it('stands on the person’s page while the draft can be submitted', async () => {
    const { publicId } = await draft();
    const closesAt = await closeIn(80);
    const [deadline] = await deadlines.mine(userId);
    expect(deadline).toMatchObject({ publicId, title: '一种材料', edition: { slug } });
    expect(deadline?.closesAt.toISOString()).toBe(closesAt);
    expect(await deadlines.mine(uuidv7())).toEqual([]);
    await submit(publicId);
    expect(await deadlines.mine(userId)).toEqual([]);
  });

  it('is reminded of once at each step, by the clock of the database', async () => {
    await draft();
    await draftedAgo(1000);
    await closeIn(73);
    await deadlines.remind();
    expect(await templates()).toEqual([]);
    await closeIn(71);
    await deadlines.remind();
    await deadlines.remind();
    const closesAt = await closeIn(23);
    await Promise.all([deadlines.remind(), deadlines.remind()]);
    const reminders = await written();
    expect(reminders.map(({ template, parameters }) => [template, parameters.hours])).toEqual([
      ['entry-deadline-reminder', 72],
      ['entry-deadline-reminder', 24],
    ]);
    expect(reminders[1]?.parameters.closesAt).toBe(closesAt);
  });

  it('that is moved is reminded of anew; one that is past, or whose draft was submitted, is not', async () => {
    const { publicId } = await draft();
    await draftedAgo(1000);
    await closeIn(20);
    await deadlines.remind();
    await closeIn(60);
    await deadlines.remind();
    expect((await written()).map(({ parameters }) => parameters.hours)).toEqual([24, 72]);
    await closeIn(10);
    await submit(publicId);
    await deadlines.remind();
    await draft();
    await draftedAgo(1000);
    await closeIn(-1);
    await deadlines.remind();
    expect((await templates()).filter((template) => template === 'entry-deadline-reminder')).toHaveLength(2);
  });

  it('is not reminded of at a step that lies before the draft was begun', async () => {
    await draft();
    await draftedAgo(2);
    await closeIn(20);
    await deadlines.remind();
    expect(await templates()).toEqual([]);
  });
});

describe('the notices of a person', () => {
  const notices = () => new NoticeService(dataSource);

  it('are there whatever becomes of the mail, newest first, a page at a time', async () => {
    for (const title of ['甲', '乙', '丙']) await submit((await draft(title)).publicId);
    await dataSource.query(`update outbox_messages set state = 'held' where edition_id = $1`, [editionId]);
    const first = await notices().page(userId, { limit: 2 });
    const second = await notices().page(userId, { limit: 2, ...(first.nextCursor && { cursor: first.nextCursor }) });
    const titles = [...first.notices, ...second.notices].map(({ texts }) => /《(.)》/.exec(texts.zh.body)?.[1]);
    expect(titles).toEqual(['丙', '乙', '甲']);
    expect([first.unread, second.nextCursor]).toEqual([3, null]);
  });

  it('are narrowed to an entry by its team alone: nobody else learns so which entry a message concerns', async () => {
    const [one, other] = [await submit((await draft('甲')).publicId), await submit((await draft('乙')).publicId)];
    const [entry = ''] = (
      await dataSource.query<{ id: string }[]>('select public_id as id from entries where id = $1', [one.id])
    ).map(({ id }) => id);
    expect((await notices().page(userId, { limit: 9, entry })).notices).toHaveLength(1);
    const judge = uuidv7();
    await dataSource.query(`insert into users (id, email, display_name) values ($1, $2, 'J')`, [
      ...[judge, `${judge}@example.invalid`],
    ]);
    await dataSource.query('update outbox_messages set user_id = $1 where entry_id = any ($2)', [
      ...[judge, [one.id, other.id]],
    ]);
    for (const asked of [entry, uuidv7()]) {
      expect((await notices().page(judge, { limit: 9, entry: asked })).notices).toHaveLength(2);
    }
  });

  it('are read by their person alone, and not before their time', async () => {
    await submit((await draft()).publicId);
    const [notice] = (await notices().page(userId, { limit: 9 })).notices;
    const publicIds = [notice?.publicId ?? ''];
    await notices().markRead(dataSource.manager, uuidv7(), publicIds);
    expect(await notices().page(userId, { limit: 9 })).toMatchObject({ unread: 1 });
    await notices().markRead(dataSource.manager, userId, publicIds);
    expect(await notices().page(userId, { limit: 9 })).toMatchObject({ unread: 0, notices: [{ link: notice?.link }] });
    await dataSource.query(`update outbox_messages set not_before = $2 where edition_id = $1`, [
      editionId,
      new Date(Date.now() + hour),
    ]);
    expect((await notices().page(userId, { limit: 9 })).notices).toEqual([]);
  });

  it('are erased with the person', async () => {
    await submit((await draft()).publicId);
    await dataSource.query('update entries set lead_user_id = null where edition_id = $1', [editionId]);
    await dataSource.query('delete from users where id = $1', [userId]);
    expect(await templates()).toEqual([]);
  });
});
