import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Queue } from 'bullmq';
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { ContestTemplateService, WindowService } from '#contest';
import { createDataSource } from '#database';
import { IdempotencyService } from '#identity';
import {
  EntryActService,
  KeyFiguresService,
  LandingConfirmationService,
  LandingIntentService,
  LandingQueryService,
  LandingSuggestionService,
  ProblemAcceptanceService,
  type LandingDeclaration,
} from '#landing';
import { LedgerService } from '#ledger';
import { chooseBackend, LandingSuggestionQueue, landingSuggestionQueueName } from '#queue';
import { EnterpriseProblemService } from '#submission';
import { entryServices } from '../builders/entry-services.js';
import { createTestDatabase, type TestDatabase } from '../builders/postgres.js';
import { until } from '../builders/until.js';

const read = (file: string) => readFileSync(new URL(`../../contests/${file}`, import.meta.url), 'utf8');
const ledger = new LedgerService();
let database: TestDatabase;
let dataSource: DataSource;
let queue: Queue;
let intents: LandingIntentService;
let suggestions: LandingSuggestionService;
let confirmations: LandingConfirmationService;
let figures: KeyFiguresService;
let queries: LandingQueryService;
let editionId: string;
let userId: string;
const slug = 'xingyu-cup-2024';

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.appUrl).initialize();
  queue = new Queue(landingSuggestionQueueName, chooseBackend({ redisUrl: undefined, databaseUrl: database.appUrl }));
  intents = new LandingIntentService(dataSource, ledger);
  suggestions = new LandingSuggestionService(dataSource, ledger);
  confirmations = new LandingConfirmationService(dataSource, new IdempotencyService(), ledger);
  figures = new KeyFiguresService(dataSource);
  queries = new LandingQueryService(dataSource, ledger);
  const templates = new ContestTemplateService(dataSource, ledger);
  ({ editionId } = await templates.apply(templates.read(read('xingyu-cup-2024.yaml'))));
  userId = uuidv7();
  await dataSource.query(`insert into users (id, email, display_name) values ($1, 'a@example.invalid', 'A')`, [userId]);
  await new WindowService(dataSource, ledger).open({ editionId }, { actor: userId });
});

afterAll(async () => {
  await queue.close();
  await dataSource.destroy();
  await database.drop();
});

const concrete: LandingDeclaration = {
  way: 'new-company',
  districts: ['两江新区'],
  investmentYuan: '12000000.50',
  timetableMonths: 12,
  needs: ['talent'],
  localPartner: false,
};

async function entry(declaration: LandingDeclaration | null): Promise<{ id: string; publicId: string }> {
  return dataSource.transaction(async (manager) => {
    const [submitted] = await entryServices(dataSource).entries.submitMany(
      manager,
      editionId,
      [
        {
          answers: { trackKey: 'leading', countryCode: 'SG', title: 'A', language: 'en', members: [] },
          leadUserId: null,
        },
      ],
      { actor: userId },
    );
    if (!submitted) throw new RangeError('no entry');
    if (declaration) {
      await intents.declare(manager, [{ entryId: submitted.id, declaration }], { actor: userId });
      await intents.accept(manager, [submitted.id], { actor: userId });
    }
    return submitted;
  });
}

const figure = async () => (await figures.ofEdition(slug)).contests[0];
const confirm = (publicId: string, outcome: 'confirmed' | 'revoked', yuan: string, key: string = uuidv7()) =>
  confirmations.decide(
    { userId, route: `POST /entries/${publicId}/landing-confirmation`, key, body: { outcome, yuan } },
    publicId,
    {
      outcome,
      investmentYuan: yuan,
      occurredOn: '2024-11-28',
    },
  );

describe('a landing intent', () => {
  it('declared and suggested enters no figure; confirmed by a person it does', async () => {
    const { id, publicId } = await entry(concrete);
    expect(await suggestions.run(editionId)).toBe(1);
    expect(await suggestions.pendingEditions()).toEqual([]);
    const row = (await queries.page(slug, { limit: 10 }, userId)).intents.find(
      ({ entryPublicId }) => entryPublicId === publicId,
    );
    expect(row).toMatchObject({
      declared: { investmentYuan: '12000000.50' },
      suggested: { suggested: true, signals: expect.arrayContaining([expect.objectContaining({ present: true })]) },
      confirmed: null,
    });
    expect(await figure()).toMatchObject({ landingIntents: 0, investmentYuan: '0' });
    await confirm(publicId, 'confirmed', '12000000.50');
    expect(await figure()).toMatchObject({ landingIntents: 1, investmentYuan: '12000000.5' });
    await confirm(publicId, 'confirmed', '9000000');
    expect(await figure()).toMatchObject({ landingIntents: 1, investmentYuan: '9000000' });
    await confirm(publicId, 'revoked', '0');
    expect(await figure()).toMatchObject({ landingIntents: 0, investmentYuan: '0' });
    const events = await dataSource.query<{ kind: string }[]>(
      `select kind from ledger_events where canonical::jsonb #>> '{subject,entry}' = $1 order by recorded_at, id`,
      [id],
    );
    expect(events.map(({ kind }) => kind)).toEqual([
      ...['entry-submitted', 'landing-intent-declared', 'landing-intent-suggested'],
      ...['landing-intent-decided', 'landing-intent-decided', 'landing-intent-decided'],
    ]);
  });

  it('of a submitted entry stands in the ledger and before the rule, revised or taken back', async () => {
    const requests = new LandingSuggestionQueue(queue);
    const { entries } = entryServices(dataSource);
    const acts = new EntryActService(dataSource, new IdempotencyService(), entries, intents, requests);
    /** Takes away the job that an act has asked for. */
    const asked = async () => {
      await until(async () => (await queue.getJobs()).length > 0, 10_000);
      for (const job of await queue.getJobs()) await job.remove();
    };
    const answers = { trackKey: 'leading', countryCode: 'SG', title: 'A', language: 'en' as const, members: [] };
    const request = (route: string) => ({ userId, route, key: uuidv7(), body: {} });
    const publicId = await acts.draft(request('draft'), slug, { answers, landing: concrete });
    await acts.revise(request('revise'), publicId, { answers, landing: { ...concrete, needs: [] } });
    expect(await queue.getJobs()).toEqual([]);
    await acts.submit(request('submit'), publicId);
    await asked();
    await acts.revise(request('revise'), publicId, { answers, landing: { needs: [] } });
    await asked();
    expect(await suggestions.pendingEditions()).toEqual([editionId]);
    await acts.revise(request('revise'), publicId, { answers, landing: concrete });
    await asked();
    await suggestions.run(editionId);
    const rows = await dataSource.query<{ id: string }[]>(`select id from entries where public_id = $1`, [publicId]);
    const id = rows[0]?.id ?? '';
    const suggested = `select is_suggested from landing_suggestions where entry_id = $1`;
    expect(await dataSource.query(suggested, [id])).toEqual([{ is_suggested: true }]);
    await acts.revise(request('revise'), publicId, { answers, landing: null });
    await asked();
    await acts.revise(request('revise'), publicId, { answers, landing: null });
    await suggestions.run(editionId);
    expect(await dataSource.query(suggested, [id])).toEqual([{ is_suggested: false }]);
    requests.onApplicationShutdown();
    const events = await dataSource.query<{ kind: string }[]>(
      `select kind from ledger_events where canonical::jsonb #>> '{subject,entry}' = $1 and kind like 'landing%'
       order by recorded_at, id`,
      [id],
    );
    expect(events.map(({ kind }) => kind)).toEqual([
      ...['landing-intent-declared', 'landing-intent-declared', 'landing-intent-declared', 'landing-intent-suggested'],
      ...['landing-intent-retracted', 'landing-intent-suggested'],
    ]);
  });

  it('is not paged from a cursor that no page gave', async () => {
    await expect(queries.page(slug, { limit: 10, cursor: 'x' }, userId)).rejects.toMatchObject({
      code: 'request-invalid',
      details: { problems: [{ path: 'cursor', code: 'field-invalid' }] },
    });
  });

  it('of vague words is not suggested, and says which signals are absent', async () => {
    const { publicId } = await entry({ needs: ['talent'] });
    await suggestions.run(editionId);
    const row = (await queries.page(slug, { limit: 50 }, userId)).intents.find(
      ({ entryPublicId }) => entryPublicId === publicId,
    );
    expect(row?.suggested).toMatchObject({ suggested: false, weight: 1 });
  });

  it('may be confirmed although nobody declared it, and is then shown as confirmed only', async () => {
    const { publicId } = await entry(null);
    await confirm(publicId, 'confirmed', '1');
    const row = (await queries.page(slug, { limit: 50 }, userId)).intents.find(
      ({ entryPublicId }) => entryPublicId === publicId,
    );
    expect(row).toMatchObject({ declared: null, suggested: null, confirmed: { outcome: 'confirmed' } });
    await confirm(publicId, 'revoked', '0');
  });

  it('is confirmed once for each key, and not revoked twice', async () => {
    const { id, publicId } = await entry(null);
    const key = uuidv7();
    await Promise.all([confirm(publicId, 'confirmed', '5', key), confirm(publicId, 'confirmed', '5', key)]);
    const rows = await dataSource.query<object[]>(`select 1 from landing_confirmations where entry_id = $1`, [id]);
    expect(rows).toHaveLength(1);
    await expect(confirm(publicId, 'confirmed', '6', key)).rejects.toMatchObject({ code: 'idempotency-key-reused' });
    await confirm(publicId, 'revoked', '0');
    await expect(confirm(publicId, 'revoked', '0')).rejects.toMatchObject({ code: 'landing-confirmation-unchanged' });
  });

  it.each(['-1', '1e6', '1.005', '10000000000000', 'NaN', '１２'])('refuses an investment of %s', async (yuan) => {
    const { publicId } = await entry(null);
    await expect(confirm(publicId, 'confirmed', yuan)).rejects.toMatchObject({ code: 'landing-intent-invalid' });
    await expect(entry({ investmentYuan: yuan })).rejects.toMatchObject({
      details: { problems: [expect.objectContaining({ path: 'landing.investmentYuan' })] },
    });
  });

  it('leaves the figures when its entry is withdrawn', async () => {
    const { id, publicId } = await entry(concrete);
    await confirm(publicId, 'confirmed', '7');
    expect(await figure()).toMatchObject({ landingIntents: 1, investmentYuan: '7' });
    await dataSource.transaction((manager) =>
      entryServices(dataSource).entries.withdrawMany(manager, editionId, [id], { actor: userId }),
    );
    expect(await figure()).toMatchObject({ landingIntents: 0, investmentYuan: '0' });
  });

  it('declared again while the worker computes is computed by the next run', async () => {
    const { id } = await entry(concrete);
    await dataSource.transaction(async (manager) => {
      await intents.declare(manager, [{ entryId: id, declaration: { needs: [] } }], { actor: userId });
      await intents.accept(manager, [id], { actor: userId });
      // The other connection takes what is committed; this row is not yet.
      expect(await suggestions.run(editionId)).toBeGreaterThan(0);
    });
    expect(await suggestions.pendingEditions()).toEqual([editionId]);
    await suggestions.run(editionId);
    const rows = await dataSource.query<object[]>(`select is_suggested from landing_suggestions where entry_id = $1`, [
      id,
    ]);
    expect(rows).toEqual([{ is_suggested: false }]);
  });
});

describe('an enterprise problem', () => {
  it('counts as solved only by its latest acceptance, with the owner’s word', async () => {
    const templates = new ContestTemplateService(dataSource, ledger);
    const goe = await templates.apply(templates.read(read('goe-2024.yaml')));
    const name = { zh: '难题', en: 'A problem' };
    const problem = { number: 1, title: name, ownerLabel: name };
    const acceptances = new ProblemAcceptanceService(ledger);
    const [problemId = ''] = await dataSource.transaction((manager) =>
      new EnterpriseProblemService(ledger).publish(manager, goe.editionId, [problem], { actor: userId }),
    );
    await new WindowService(dataSource, ledger).open({ editionId: goe.editionId }, { actor: userId });
    const answers = { trackKey: 'open-challenge', enterpriseProblemNumber: 1, countryCode: 'CN', title: 'A' };
    const [answering] = await dataSource.transaction((manager) =>
      entryServices(dataSource).entries.submitMany(
        manager,
        goe.editionId,
        [{ answers: { ...answers, language: 'zh', members: [] }, leadUserId: null }],
        { actor: userId },
      ),
    );
    const entryId = answering?.id ?? null;
    const solved = {
      ...{ problemId, entryId, outcome: 'solved' as const },
      ...{ confirmedByOwner: true, evidenceCode: 'acceptance-report', occurredOn: '2024-10-01' },
    };
    const record = (...given: Parameters<ProblemAcceptanceService['record']>[1]) =>
      dataSource.transaction((manager) => acceptances.record(manager, given, userId));
    const count = async () => (await figures.ofEdition('goe-2024')).contests[0]?.problemsSolved;
    await expect(record({ ...solved, confirmedByOwner: false })).rejects.toMatchObject({
      code: 'problem-solution-invalid',
    });
    const elsewhere = await entry(null);
    await expect(record({ ...solved, entryId: elsewhere.id })).rejects.toMatchObject({
      code: 'problem-solution-invalid',
    });
    await record({ ...solved, outcome: 'awaiting-owner', confirmedByOwner: false, evidenceCode: null });
    expect(await count()).toBe(0);
    await record(solved);
    expect(await count()).toBe(1);
    await record({ ...solved, outcome: 'unsolved' });
    expect(await count()).toBe(0);
  });
});

describe('the figures of all contests', () => {
  it('are empty before anything is published', async () => {
    expect(await figures.latest()).toMatchObject({ contests: [], total: { entries: 0, countries: 0 } });
  });
});
