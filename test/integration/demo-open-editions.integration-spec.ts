import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '#database';
import { demoEditions } from '../../apps/cli/src/demo/edition-specification.js';
import { loadEditions } from '../builders/demo-platform.js';
import { createTestDatabase, type TestDatabase } from '../builders/postgres.js';

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  await loadEditions(
    database,
    demoEditions.filter(({ isOpen }) => isOpen),
  );
  dataSource = await createDataSource(database.appUrl).initialize();
}, 120_000);

afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

describe('the draw of judges in an open demo edition', () => {
  it('stands for a final that nobody judges yet, recorded by one person and confirmed by another, with its scan', async () => {
    const draws = await dataSource.query<object[]>(
      `select d.slug, s.kind, w.state, w.way, w.recorded_by <> w.ended_by as "byTwo", w.place,
              (select count(*)::int from draw_files f where f.draw_id = w.id) as files,
              (select count(*)::int from assignments a where a.stage_id = s.id) as assignments
         from draws w join stages s on s.id = w.stage_id join editions d on d.id = s.edition_id order by d.slug`,
    );
    const drawn = { kind: 'final', state: 'confirmed', way: 'hand', byTwo: true, files: 1, assignments: 0 };
    expect(draws).toEqual(
      ['goe-open', 'xingyu-cup-open'].map((slug) => ({ ...drawn, slug, place: '演示数据 Demo data' })),
    );
  });

  it('has reserves, the first of whom sits in the seat of one who cannot come', async () => {
    const lines = await dataSource.query<object[]>(
      `select d.slug, count(*) filter (where l.outcome = 'seat')::int as seats,
              count(*) filter (where l.outcome = 'reserve')::int as reserves
         from draw_lines l join draws w on w.id = l.draw_id join stages s on s.id = w.stage_id
         join editions d on d.id = s.edition_id group by d.slug order by d.slug`,
    );
    expect(lines).toEqual(['goe-open', 'xingyu-cup-open'].map((slug) => ({ slug, seats: 7, reserves: 3 })));
    const calls = await dataSource.query<object[]>(
      `select c.absence, l.place, l.outcome,
              exists (select from panel_judges p where p.panel_id = w.panel_id and p.judge_id = c.called_judge_id) as sits,
              exists (select from panel_judges p where p.panel_id = w.panel_id and p.judge_id = c.left_judge_id) as stays
         from draw_calls c join draws w on w.id = c.draw_id
         join draw_lines l on l.draw_id = w.id and l.judge_id = c.called_judge_id`,
    );
    const call = { absence: 'unavailable', place: 1, outcome: 'reserve', sits: true, stays: false };
    expect(calls).toEqual([call, call]);
  });
});

describe('the sheets of an open demo edition', () => {
  it('say something of some entries, in two languages, each marked as demo data', async () => {
    const rows = await dataSource.query<object[]>(
      `select m.language, count(*) > 5 as some, bool_and(m.comments ->> 'overall' ~
                case m.language when 'zh' then '（演示数据）$' else ' [(]demo data[)]$' end) as marked
         from sheet_comments m group by m.language order by m.language`,
    );
    expect(rows).toEqual(['en', 'zh'].map((language) => ({ language, some: true, marked: true })));
  });
});
