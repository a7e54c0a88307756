import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '#database';
import { KeyFiguresService } from '#landing';
import { demoSeed, loadDemo } from '../../apps/cli/src/demo/load-demo.js';
import { plantedSeverities } from '../../apps/cli/src/demo/planted-severities.js';
import { actsWithoutEvents, unlistedTables } from '../builders/acts-and-events.js';
import { goeAnswers } from '../builders/goe-answers.js';
import { entryServices } from '../builders/entry-services.js';
import { figuresBySql } from '../builders/figures-by-sql.js';
import { demoFiles } from '../builders/demo-platform.js';
import { createTestDatabase, type TestDatabase } from '../builders/postgres.js';

let database: TestDatabase;
let dataSource: DataSource;
let figures: KeyFiguresService;
let logins: Awaited<ReturnType<typeof loadDemo>>['logins'];
const lines: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  const report = (line: string) => lines.push(line);
  ({ logins } = await loadDemo({ appUrl: database.appUrl, files: demoFiles(), report }));
  dataSource = await createDataSource(database.appUrl).initialize();
  figures = new KeyFiguresService(dataSource);
}, 240_000);

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

async function one<T extends object>(sql: string, parameters: unknown[] = []): Promise<T> {
  const rows = await dataSource.query<T[]>(sql, parameters);
  return rows[0] as T;
}

const count = async (sql: string, parameters: unknown[] = []) =>
  (await one<{ n: number }>(`select count(*)::int as n from ${sql}`, parameters)).n;

describe('the key figures of the demo', () => {
  it('are those that were reported of 2024', async () => {
    const { contests, total } = await figures.latest();
    expect(contests).toEqual([
      {
        ...{ key: 'goe', edition: 'goe-2024', entries: 1075, countries: 31 },
        ...{ transformations: 410, problemsSolved: 181 },
        ...{ technicalProblemsSolved: null, landingIntents: null, investmentYuan: null },
      },
      {
        ...{ key: 'xingyu-cup', edition: 'xingyu-cup-2024', entries: 688, countries: 24 },
        ...{ transformations: null, problemsSolved: null },
        ...{ technicalProblemsSolved: 82, landingIntents: 67, investmentYuan: '5972000000' },
      },
    ]);
    expect(total).toEqual({ entries: 1763, countries: 39 });
    // Over the union of both, not as a sum: 31 and 24 countries are not 55.
    expect(await figuresBySql(dataSource, ['goe-2024', 'xingyu-cup-2024'], ['entries', 'countries'])).toEqual(total);
  });

  it.each([
    ['goe-2024', ['entries', 'countries', 'transformations', 'problemsSolved']],
    ['xingyu-cup-2024', ['entries', 'countries', 'technicalProblemsSolved', 'landingIntents', 'investmentYuan']],
  ])('of %s equal counts made in another way', async (slug, names) => {
    const { contests } = await figures.ofEdition(slug);
    expect(contests[0]).toMatchObject(await figuresBySql(dataSource, [slug], names));
  });

  it('move for the open edition alone when one more entry is submitted there', async () => {
    const before = await figures.latest();
    const open = (await figures.ofEdition('goe-open')).contests[0]?.entries ?? 0;
    const { id: userId } = await one<{ id: string }>(`select id from users where email = 'team@demo.invalid'`);
    await dataSource.transaction(async (manager) => {
      const { entries } = entryServices(dataSource);
      const draft = await entries.draft(manager, 'goe-open', userId, {
        ...{ trackKey: 'innovation-challenge', countryCode: 'NZ', title: '又一个（虚构）', language: 'zh' },
        ...{ members: [{ role: 'lead', name: '虚构' }], formAnswers: goeAnswers('NZ') },
      });
      await entries.submit(manager, draft.publicId, userId);
    });
    expect((await figures.ofEdition('goe-open')).contests[0]?.entries).toBe(open + 1);
    expect(await figures.latest()).toEqual({ ...before, asOf: expect.any(Date) });
  });

  it('answer null for what a contest does not report, and refuse an unknown edition', async () => {
    const { contests, total } = await figures.ofEdition('small-2024');
    expect(contests).toEqual([expect.objectContaining({ key: 'small-contest', entries: 12, landingIntents: null })]);
    expect(total).toEqual({ entries: 12, countries: 2 });
    await expect(figures.ofEdition('no-such')).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('the judges of the demo', () => {
  it('show their planted severity in the tallies, but for the one who always gives 85 to 88', async () => {
    const found = await dataSource.query<{ email: string; stage: string; deviation: string; error: number }[]>(
      `select u.email, s.key as stage, f.deviation, f.standard_error as error
       from judge_effects f join judges j on j.id = f.judge_id join users u on u.id = j.user_id
       join tally_runs r on r.id = f.run_id join stages s on s.id = r.stage_id join editions d on d.id = s.edition_id
       where d.slug in ('goe-2024', 'xingyu-cup-2024')`,
    );
    const planted = new Map(
      plantedSeverities(demoSeed)
        .filter(({ isConstant }) => !isConstant)
        .map(({ email, stageKey, severity }) => [`${email} ${stageKey}`, severity]),
    );
    const distances = found.flatMap(({ email, stage, deviation, error }) => {
      const severity = planted.get(`${email} ${stage}`);
      return severity === undefined ? [] : [Math.abs(Number(deviation) - severity) / error];
    });
    expect(distances.length).toBeGreaterThan(200);
    const within = distances.filter((distance) => distance <= 1.96).length / distances.length;
    expect(within).toBeGreaterThanOrEqual(0.9);
    expect(Math.max(...distances)).toBeLessThanOrEqual(4.5);
  });

  it('hold one who gives nothing but 85 to 88', async () => {
    const constant = plantedSeverities(demoSeed).filter(({ isConstant }) => isConstant);
    expect(constant).toHaveLength(1);
    const totals = await one<{ n: number; low: string; high: string }>(
      `select count(*)::int as n, min(total)::text as low, max(total)::text as high from (
         select x.id, sum(c.score * k.factor) as total
         from counted_sheets x join criterion_scores c on c.score_sheet_id = x.id join criteria k on k.id = c.criterion_id
         join judges j on j.id = x.judge_id join users u on u.id = j.user_id where u.email = $1 group by x.id) t`,
      [constant[0]?.email],
    );
    expect(totals.n).toBeGreaterThan(20);
    expect(Number(totals.low)).toBeGreaterThanOrEqual(85);
    expect(Number(totals.high)).toBeLessThanOrEqual(88);
  });

  it('recuse themselves from some four in a hundred, correct slips, and leave some sheets out', async () => {
    const recused = await one<{ share: number }>(
      `select avg((a.voided_at is not null)::int)::float as share from assignments a join stages s on s.id = a.stage_id
       join editions d on d.id = s.edition_id where d.slug in ('goe-2024', 'xingyu-cup-2024')`,
    );
    expect(recused.share).toBeGreaterThan(0.035);
    expect(recused.share).toBeLessThan(0.045);
    expect(await count(`score_sheets where revision = 2`)).toBeGreaterThan(50);
    expect(
      await count(
        `assignments a join stages s on s.id = a.stage_id join windows w on w.stage_id = s.id and w.closed_at is not null
         where a.voided_at is null and not exists (select from score_sheets x where x.assignment_id = a.id)`,
      ),
    ).toBeGreaterThan(20);
  });

  it('leave the demo judge entries to score in open windows', async () => {
    expect(
      await count(
        `assignments a join judges j on j.id = a.judge_id join users u on u.id = j.user_id
         join windows w on w.stage_id = a.stage_id and window_is_open(w, now())
         where u.email = 'judge@demo.invalid' and a.voided_at is null
           and not exists (select from score_sheets x where x.assignment_id = a.id)`,
      ),
    ).toBeGreaterThan(10);
  });
});

describe('the awards of the demo', () => {
  it.each([
    ['goe-2024', 8, 16],
    ['xingyu-cup-2024', 30, 30],
  ])('of %s go to its finalists', async (slug, perFinal, awards) => {
    const finals = await dataSource.query<{ n: number }[]>(
      `select count(x.id)::int as n from stages s join editions d on d.id = s.edition_id and d.slug = $1
       join stage_entries x on x.stage_id = s.id where s.kind = 'final' group by s.id`,
      [slug],
    );
    expect(finals.map(({ n }) => n)).toEqual(finals.map(() => perFinal));
    expect(
      await count(
        `award_list_items i join publications p on p.version_id = i.version_id
         join award_list_versions v on v.id = i.version_id join editions d on d.id = v.edition_id
         where d.slug = $1 and i.entry_id is not null`,
        [slug],
      ),
    ).toBe(awards);
  });

  it.each([
    ['goe-2024', 'open-challenge-final'],
    ['xingyu-cup-2024', 'final'],
  ])('of %s settle a tie at the third tier’s line by the stage before', async (slug, stage) => {
    const rows = await dataSource.query<{ rank: number; score: string; tie: object }[]>(
      `select t.rank, t.score, t.tie from tally_rows t join stages s on s.id = t.stage_id and s.key = $2
       join editions d on d.id = s.edition_id and d.slug = $1 where t.rank in (6, 7) order by t.rank`,
      [slug, stage],
    );
    expect(rows.map(({ rank }) => rank)).toEqual([6, 7]);
    expect(rows[0]?.score).toBe(rows[1]?.score);
    expect(rows[0]?.tie).toMatchObject({ size: 2, resolvedBy: 'previous-stage' });
  });

  it('leave the last tier of the small contest empty', async () => {
    expect(
      await dataSource.query(
        `select t.key, count(*)::int as places, count(i.entry_id)::int as given from award_list_items i
         join award_tiers t on t.id = i.tier_id join editions d on d.id = t.edition_id and d.slug = 'small-2024'
         group by t.key, t.position order by t.position`,
      ),
    ).toEqual([
      { key: 'first', places: 1, given: 1 },
      { key: 'second', places: 2, given: 2 },
      { key: 'third', places: 3, given: 3 },
      { key: 'encouragement', places: 2, given: 0 },
    ]);
  });

  it('were published by two persons, on tallies that their shadows agree with', async () => {
    expect(await count('publications where requested_by <> approved_by')).toBe(3);
    expect(await count(`tally_runs where state <> 'completed' or shadow <> 'agrees'`)).toBe(0);
  });
});

describe('the demo as a whole', () => {
  it('prints the only accounts with a password', async () => {
    const rows = await dataSource.query<{ email: string }[]>(
      `select u.email from credentials c join users u on u.id = c.user_id`,
    );
    expect(new Set(rows.map(({ email }) => email))).toEqual(new Set(logins.map(({ email }) => email)));
    expect(await count('users where not is_demo')).toBe(0);
  });

  it('marks every edition and entry as fictitious', async () => {
    expect(await count(`editions where not (is_demo and name_zh like '%虚构%' and name_en like '%fictitious%')`)).toBe(
      0,
    );
    expect(await count(`entries where title !~ '虚构|fictitious'`)).toBe(0);
  });

  it('shows the planned times of 2024 beside the real ones', async () => {
    expect(
      await one(
        `select min(w.planned_opens_at) < '2024-12-01' as planned, bool_and(w.opened_at > now() - interval '1 hour') as real
         from windows w join editions d on d.id = w.edition_id where d.slug = 'goe-2024'`,
      ),
    ).toEqual({ planned: true, real: true });
  });

  it('has a ledger event of its own for every act', async () => {
    expect(await unlistedTables(dataSource)).toEqual([]);
    expect(await actsWithoutEvents(dataSource)).toEqual([]);
  });

  it('tells the ledger the days of what lies in the past', async () => {
    const today = await dataSource.query<{ kind: string }[]>(
      `select distinct e.kind from ledger_events e
       join editions d on d.slug = 'goe-2024' and (e.canonical::jsonb #>> '{subject,edition}' = d.id::text
         or e.canonical::jsonb #>> '{subject,list}' in (select v.id::text from award_list_versions v where v.edition_id = d.id))
       where e.occurred_on is null order by 1`,
    );
    expect(today.map(({ kind }) => kind)).toEqual(['contest-applied', 'form-published', 'role-granted']);
  });

  it('has every entry on the newest form of its contest, so that none is told of another', async () => {
    const rows = await dataSource.query<object[]>(
      `select d.slug, count(*) filter (where e.form_version_id is distinct from f.id)::int as "onAnother",
         count(*) filter (where f.id is not null)::int > 0 as "hasForm"
       from entries e join editions d on d.id = e.edition_id
       left join lateral (select v.id from form_versions v where v.edition_id = d.id order by v.number desc limit 1) f
         on true
       group by d.slug order by d.slug`,
    );
    const on = (slug: string, hasForm = true) => ({ slug, onAnother: 0, hasForm });
    expect(rows).toEqual([
      ...[on('goe-2024'), on('goe-open'), on('small-2024', false), on('xingyu-cup-2024'), on('xingyu-cup-open')],
    ]);
  });

  it('describes the team where its track has it scored, and nowhere else', async () => {
    const rows = await dataSource.query<object[]>(
      `select t.key, bool_and(e.form_answers ? 'capability') as "every", bool_or(e.form_answers ? 'capability') as "any"
       from entries e join tracks t on t.id = e.track_id join editions d on d.id = e.edition_id
       where d.slug = 'goe-2024' group by t.key order by t.key`,
    );
    expect(rows).toEqual([
      { key: 'innovation-challenge', every: false, any: false },
      { key: 'open-challenge', every: true, any: true },
    ]);
  });

  it('keeps declared, suggested and confirmed intents apart', async () => {
    const declared = await count('landing_intents where withdrawn_at is null');
    const suggested = await count('landing_suggestions where is_suggested');
    expect(declared).toBeGreaterThan(300);
    expect(suggested).toBeGreaterThan(100);
    expect(suggested).toBeLessThan(declared);
    expect(
      await one(
        `select count(*) filter (where i.investment_yuan = l.investment_yuan)::int >= 62 as agreed,
           bool_and(s.is_suggested and cardinality(i.districts) > 0) as concrete, count(*)::int as confirmed
         from landing_confirmations l join landing_intents i on i.entry_id = l.entry_id
         join landing_suggestions s on s.entry_id = l.entry_id where l.number = 1 and not exists (
           select from landing_confirmations r where r.entry_id = l.entry_id and r.outcome = 'revoked')`,
      ),
    ).toEqual({ agreed: true, concrete: true, confirmed: 67 });
    expect(await count('pending_landing_suggestions')).toBe(0);
    expect(await count('pending_tallies')).toBe(0);
  });
});
