import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { ContestTemplateService, WindowService } from '#contest';
import { createDataSource } from '#database';
import { canonicalJson, saltedCommitment, sha256Hex, type LedgerValue } from '#domain';
import { LedgerService } from '#ledger';
import {
  EligibilityService,
  EnterpriseProblemService,
  type EntryQueryService,
  type EntryService,
  type EntryAnswers,
} from '#submission';
import { entryServices } from '../builders/entry-services.js';
import { createTestDatabase, type TestDatabase } from '../builders/postgres.js';

const goe = readFileSync(new URL('../../contests/goe-2024.yaml', import.meta.url), 'utf8');
const actor = uuidv7();
let database: TestDatabase;
let dataSource: DataSource;
let entries: EntryService;
let queries: EntryQueryService;
let windows: WindowService;
let eligibility: EligibilityService;
let slug: string;
let editionId: string;
let userId: string;
let made = 0;
const problem = { number: 7, title: { zh: '难题', en: 'A' }, ownerLabel: { zh: '一家企业', en: 'a company' } };

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.appUrl).initialize();
  const ledger = new LedgerService();
  ({ entries, queries, eligibility } = entryServices(dataSource));
  windows = new WindowService(dataSource, ledger);
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
  await dataSource.transaction((manager) =>
    new EnterpriseProblemService(new LedgerService()).publish(manager, editionId, [problem], { actor: userId }),
  );
  await dataSource.query(`insert into users (id, email, display_name) values ($1, $2, 'A')`, [
    userId,
    `${userId}@example.invalid`,
  ]);
});

const answers: EntryAnswers = {
  trackKey: 'innovation-challenge',
  fieldGroupKey: 'materials',
  countryCode: 'CN',
  title: ' 一种材料 ',
  language: 'zh',
  members: [{ role: 'lead', name: '某人', organisation: '某单位' }],
};

const draft = (changes: Partial<EntryAnswers> = {}) =>
  dataSource.transaction((manager) => entries.draft(manager, slug, userId, { ...answers, ...changes }));
const submit = (publicId: string) => dataSource.transaction((manager) => entries.submit(manager, publicId, userId));
const open = () => windows.open({ editionId }, { actor });

describe('an entry', () => {
  it('is drafted and submitted while the window is open: number, version, receipt, ledger event', async () => {
    await open();
    const { publicId, id } = await draft();
    expect(await queries.own(publicId, userId)).toMatchObject({ state: 'draft', number: null, title: '一种材料' });
    const submitted = await submit(publicId);
    expect(submitted).toMatchObject({ number: 1, version: 1, receipt: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const [row] = await dataSource.query<{ canonical: string; hash: string; answers: LedgerValue; salt: string }[]>(
      `select l.canonical, encode(v.hash, 'hex') as hash, v.answers, encode(s.salt, 'hex') as salt
       from ledger_events l, entry_versions v join commitment_salts s on s.subject_id = v.entry_id
       where encode(l.hash, 'hex') = $1 and v.entry_id = $2 and s.subject_kind = 'entry-answers'`,
      [submitted.receipt, id],
    );
    const answers = canonicalJson(row?.answers ?? null);
    expect(row?.hash).toBe(sha256Hex(answers));
    expect(JSON.parse(row?.canonical ?? '{}')).toMatchObject({
      kind: 'entry-submitted',
      subject: { edition: editionId, entry: id },
      body: { number: 1, version: 1, answers: saltedCommitment(row?.salt ?? '', answers) },
    });
  });

  it('leaves no name in its versions or in the ledger', async () => {
    await open();
    const { publicId } = await draft();
    await submit(publicId);
    const [row] = await dataSource.query<{ found: boolean }[]>(
      `select exists (select from entry_versions where answers::text like '%某人%')
         or exists (select from ledger_events where canonical like '%某人%') as found`,
    );
    expect(row?.found).toBe(false);
  });

  it('is numbered without gaps or twins, however many come at once', async () => {
    await open();
    const drafts = await Promise.all(Array.from({ length: 8 }, () => draft()));
    const numbers = (await Promise.all(drafts.map(({ publicId }) => submit(publicId)))).map(({ number }) => number);
    expect(new Set(numbers)).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8]));
  });

  it('is refused before the window opens, after its deadline and after it was closed', async () => {
    await expect(draft()).rejects.toMatchObject({ code: 'window-not-open' });
    await open();
    const { publicId } = await draft();
    await windows.close({ editionId }, { actor });
    await expect(submit(publicId)).rejects.toMatchObject({ code: 'deadline-passed' });
    await expect(draft()).rejects.toMatchObject({ code: 'deadline-passed' });
  });

  it('names every field that is wrong at once, and stores nothing', async () => {
    await open();
    const wrong = draft({
      trackKey: 'all',
      fieldGroupKey: 'magic',
      countryCode: 'XX',
      title: '   ',
      enterpriseProblemNumber: 7,
      members: [
        { role: 'lead', name: '甲' },
        { role: 'lead', name: '' },
      ],
    });
    await expect(wrong).rejects.toMatchObject({ code: 'entry-invalid' });
    const problems = await wrong.catch((error: { details: { problems: { path: string }[] } }) =>
      error.details.problems.map(({ path }) => path),
    );
    expect(problems).toEqual([
      ...['trackKey', 'countryCode', 'fieldGroupKey', 'enterpriseProblemNumber', 'title'],
      ...['members', 'members[1].name'],
    ]);
    expect(await queries.mine(userId)).toEqual([]);
  });

  it('of the Open Challenge names its enterprise problem, in the service and in the database', async () => {
    await open();
    const { publicId, id } = await draft({ trackKey: 'open-challenge' });
    await expect(submit(publicId)).rejects.toMatchObject({ code: 'enterprise-problem-missing' });
    await expect(
      dataSource.query(`update entries set state = 'submitted', submitted_at = now(), number = 99 where id = $1`, [id]),
    ).rejects.toMatchObject({ constraint: 'entries_problem' });
    const answered = await draft({ trackKey: 'open-challenge', enterpriseProblemNumber: 7 });
    expect(await submit(answered.publicId)).toMatchObject({ number: 1 });
  });

  it('gets a further version when it is changed after submission, under the same number', async () => {
    await open();
    const { publicId } = await draft();
    await submit(publicId);
    await expect(submit(publicId)).rejects.toMatchObject({ code: 'entry-not-draft' });
    await dataSource.transaction((manager) =>
      entries.revise(manager, publicId, userId, { ...answers, title: '另一种材料', members: [] }),
    );
    expect(await queries.own(publicId, userId)).toMatchObject({ number: 1, version: 2, title: '另一种材料' });
  });

  it('is nobody else’s', async () => {
    await open();
    const { publicId } = await draft();
    await expect(queries.own(publicId, actor)).rejects.toMatchObject({ code: 'not-found' });
    await expect(dataSource.transaction((manager) => entries.submit(manager, publicId, actor))).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('is withdrawn before the deadline and stays so', async () => {
    await open();
    const { publicId } = await draft();
    const withdraw = () => dataSource.transaction((manager) => entries.withdraw(manager, publicId, userId));
    await expect(withdraw()).rejects.toMatchObject({ code: 'entry-not-submitted' });
    await submit(publicId);
    await withdraw();
    await expect(withdraw()).rejects.toMatchObject({ code: 'entry-withdrawn' });
    await expect(submit(publicId)).rejects.toMatchObject({ code: 'entry-withdrawn' });
  });

  it('is recorded as withdrawn only where the act withdrew it', async () => {
    await open();
    const [first, second, unsent] = await Promise.all([draft(), draft(), draft()]);
    await submit(first.publicId);
    await submit(second.publicId);
    const ids = [first.id, second.id, unsent.id];
    const withdraw = (given: string[]) =>
      dataSource.transaction((manager) => entries.withdrawMany(manager, editionId, given, { actor }));
    expect(await withdraw([first.id])).toEqual([first.id]);
    expect(await withdraw(ids)).toEqual([second.id]);
    expect(await withdraw(ids)).toEqual([]);
    const events = await dataSource.query<{ entry: string }[]>(
      `select canonical::jsonb #>> '{subject,entry}' as entry from ledger_events
       where canonical::jsonb ->> 'kind' = 'entry-withdrawn' and canonical::jsonb #>> '{subject,edition}' = $1
       order by recorded_at`,
      [editionId],
    );
    expect(events.map(({ entry }) => entry)).toEqual([first.id, second.id]);
  });
});

describe('the eligibility check', () => {
  it('lets into the first stage of its track whom its latest outcome passed', async () => {
    await open();
    const ids: string[] = [];
    for (const trackKey of ['innovation-challenge', 'open-challenge', 'innovation-challenge']) {
      const entry = await draft({ trackKey, enterpriseProblemNumber: trackKey === 'open-challenge' ? 7 : null });
      ids.push((await submit(entry.publicId)).id);
    }
    const [passes = '', corrected = '', fails = ''] = ids;
    await dataSource.transaction(async (manager) => {
      const wrong = { outcome: 'needs-correction', reasonCode: 'documents-incomplete' } as const;
      await eligibility.check(
        manager,
        editionId,
        [
          { entryId: passes, outcome: 'passed' },
          { entryId: corrected, ...wrong },
          { entryId: fails, ...wrong },
        ],
        { actor },
      );
      await eligibility.check(manager, editionId, [{ entryId: corrected, outcome: 'passed' }], { actor });
      expect(await eligibility.admit(manager, editionId, { actor })).toBe(2);
      expect(await eligibility.admit(manager, editionId, { actor })).toBe(0);
    });
    const rows = await dataSource.query<{ entry_id: string; key: string }[]>(
      `select x.entry_id, s.key from stage_entries x join stages s on s.id = x.stage_id where x.edition_id = $1
       order by s.position desc`,
      [editionId],
    );
    expect(rows).toEqual([
      { entry_id: passes, key: 'innovation-challenge-online-review' },
      { entry_id: corrected, key: 'open-challenge-online-review' },
    ]);
  });
});

describe('an entry that stands in a stage', () => {
  it('is still revised, but keeps track, field group and enterprise problem', async () => {
    await open();
    const { publicId, id } = await draft();
    await submit(publicId);
    await dataSource.transaction(async (manager) => {
      await eligibility.check(manager, editionId, [{ entryId: id, outcome: 'passed' }], { actor });
      await eligibility.admit(manager, editionId, { actor });
    });
    const revise = (changes: Partial<EntryAnswers>) =>
      dataSource.transaction((manager) => entries.revise(manager, publicId, userId, { ...answers, ...changes }));
    const elsewhere = { trackKey: 'open-challenge', fieldGroupKey: null, enterpriseProblemNumber: 7 };
    await expect(revise(elsewhere)).rejects.toMatchObject({
      code: 'entry-invalid',
      details: {
        problems: ['trackKey', 'fieldGroupKey', 'enterpriseProblemNumber'].map((path) =>
          expect.objectContaining({ path, code: 'field-fixed-by-stage' }),
        ),
      },
    });
    await expect(
      dataSource.query(
        `update entries set track_id = (select id from tracks where edition_id = $2 and key = 'open-challenge'),
           track_requires_problem = true where id = $1`,
        [id, editionId],
      ),
    ).rejects.toMatchObject({ constraint: 'entries_track_in_stage' });
    await revise({ title: '更好的材料' });
    expect(await queries.own(publicId, userId)).toMatchObject({ version: 2, title: '更好的材料' });
  });
});

describe('the organiser’s list', () => {
  it('pages by number, finds by title or number, shows no drafts, and nothing to whoever leads the entries', async () => {
    await open();
    const reader = uuidv7();
    for (let index = 0; index < 5; index += 1) await submit((await draft({ title: `材料 ${index}` })).publicId);
    await draft({ title: '草稿' });
    expect(await queries.page(slug, { limit: 2 }, userId)).toMatchObject({ total: 0, entries: [] });
    const first = await queries.page(slug, { limit: 2 }, reader);
    expect(first).toMatchObject({ total: 5, entries: [{ number: 1 }, { number: 2 }] });
    const second = await queries.page(slug, { limit: 2, cursor: first.nextCursor ?? '' }, reader);
    expect(second.entries.map(({ number }) => number)).toEqual([3, 4]);
    const found = await queries.page(slug, { limit: 10, q: '材料 3' }, reader);
    expect(found.entries).toEqual([
      expect.objectContaining({ number: 4, lead: '某人', country: { code: 'CN', name: { zh: '中国', en: 'China' } } }),
    ]);
    expect((await queries.page(slug, { limit: 10, q: '5' }, reader)).entries.map(({ number }) => number)).toEqual([5]);
    const astray = queries.page(slug, { limit: 2, cursor: 'x' }, reader);
    await expect(astray).rejects.toHaveProperty('details.problems.0.path', 'cursor');
  });
});
