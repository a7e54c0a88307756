import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { v4 as uuidv4, v7 as uuidv7 } from 'uuid';
import { createDataSource } from '#database';
import { changeRoster } from '../builders/roster.js';
import { createStage, stageRules, type JudgingStage } from '../builders/judging-stage.js';
import { createTestDatabase, type TestDatabase } from '../builders/postgres.js';

let database: TestDatabase;
let dataSource: DataSource;
let stage: JudgingStage;
let foreign: JudgingStage;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.appUrl, { poolSize: 2 }).initialize();
  [stage, foreign] = [await createStage(dataSource), await createStage(dataSource)];
});
afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

/** Name of the constraint that refuses a statement, else `accepted`; nothing of it stays. */
async function outcome(sql: string, parameters: unknown[] = []): Promise<string> {
  const runner = dataSource.createQueryRunner();
  await runner.startTransaction();
  try {
    await runner.query(sql, parameters);
    await runner.query('set constraints all immediate');
    return 'accepted';
  } catch (error) {
    const { constraint, message } = (error as { driverError: { constraint?: string; message: string } }).driverError;
    return constraint ?? message;
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

async function one<T>(sql: string, parameters: unknown[] = []): Promise<T> {
  const rows = await dataSource.query<T[]>(sql, parameters);
  return rows[0] as T;
}

const pending = async ({ stageId }: JudgingStage): Promise<number> =>
  (await one<{ n: number }>('select count(*)::int as n from pending_tallies where stage_id = $1', [stageId])).n;

/** A sheet written past every service: every criterion has the same score, and what is named here is other. */
const sheetWith = (
  score: string,
  changes: { stageId?: string; rulesOf?: string; event?: string; scored?: number } = {},
) => {
  const { stageId = stage.stageId, rulesOf = stage.stageId, event = 'test event', scored = 5 } = changes;
  return outcome(
    `with event as (insert into ledger_events (id, kind, canonical, hash) values ($1, 'test', 'test event', sha256('test event'))),
     sheet as (
       insert into score_sheets (id, assignment_id, stage_id, revision, rules_version_id, event_hash)
       select $1, $2, $3, 1, v.id, sha256(convert_to($4, 'UTF8')) from rules_versions v where v.stage_id = $5
       returning id, rules_version_id)
     insert into criterion_scores (score_sheet_id, criterion_id, rules_version_id, score)
     select s.id, c.id, c.rules_version_id, $6::numeric
       from sheet s join criteria c on c.rules_version_id = s.rules_version_id and c.position < $7`,
    [uuidv7(), stage.assignments[0]?.id, stageId, event, rulesOf, score, scored],
  );
};

describe('scores that no code may store', () => {
  it.each([
    ['8.5', 'accepted'],
    ['NaN', 'criterion_scores_score'],
    ['Infinity', 'criterion_scores_score'],
    ['-Infinity', 'criterion_scores_score'],
    ['-0.5', 'criterion_scores_score'],
    ['10.5', 'criterion_scores_within_criterion'],
    ['8.25', 'criterion_scores_within_criterion'],
    ['8.50000', 'criterion_scores_score'],
  ])('%s: %s', async (score, expected) => {
    expect(await sheetWith(score)).toBe(expected);
  });

  it('a sheet that lacks a criterion of its rules, or all of them', async () => {
    expect(await sheetWith('8.5', { scored: 4 })).toBe('score_sheets_complete');
    expect(await sheetWith('8.5', { scored: 0 })).toBe('score_sheets_complete');
  });

  it('a sheet by the rules of another stage, of a stage that is not its assignment’s, or without its event', async () => {
    const { stageId } = foreign;
    expect(await sheetWith('8.5', { rulesOf: stageId })).toBe('score_sheets_rules_of_stage');
    expect(await sheetWith('8.5', { rulesOf: stageId, stageId })).toBe('score_sheets_assignment');
    expect(await sheetWith('8.5', { event: 'no event' })).toBe('score_sheets_event');
  });

  it.each(['NaN', 'Infinity'])('%s on an award list', async (score) => {
    expect(
      await outcome(
        `insert into award_list_items (version_id, position, tier_id, entry_id, rank, score) values ($1, 1, $1, $1, 1, $2)`,
        [uuidv7(), score],
      ),
    ).toBe('award_list_items_score');
  });
});

describe('what belongs to another edition', () => {
  it('keeps out entries, judges, and stages on its tracks', async () => {
    const entry = foreign.entryIds[0];
    const enters = `insert into stage_entries (id, edition_id, stage_id, entry_id, came_by) values ($1, $2, $3, $4, 'registered')`;
    expect(await outcome(enters, [uuidv7(), stage.editionId, stage.stageId, entry])).toMatch(/entry_id.*_fkey/);
    expect(
      await outcome(
        `insert into assignments (id, public_id, stage_id, stage_entry_id, judge_id, position) values ($1, $2, $3, $4, $5, 99)`,
        [uuidv7(), uuidv4(), stage.stageId, stage.stageEntryIds[0], foreign.judgeIds[0]],
      ),
    ).toBe('assignments_edition');
    expect(
      await outcome(
        `insert into stages (id, edition_id, track_id, key, kind, name_zh, name_en, position)
         select $1, $2, t.id, 'x', 'final', '决', 'Final', 9 from tracks t where t.edition_id = $3`,
        [uuidv7(), stage.editionId, foreign.editionId],
      ),
    ).toMatch(/track_id.*_fkey/);
  });

  it('keeps out a judge of another edition from a panel', async () => {
    const panel = uuidv7();
    await dataSource.query(
      `insert into panels (id, stage_id, key, name_zh, name_en, position) values ($1, $2, 'main', '组', 'Panel', 1)`,
      [panel, stage.stageId],
    );
    const sits = 'insert into panel_judges (panel_id, judge_id) values ($1, $2)';
    expect(await outcome(sits, [panel, foreign.judgeIds[0]])).toBe('panel_judges_edition');
    expect(await outcome(sits, [panel, stage.judgeIds[0]])).toBe('accepted');
  });

  it('keeps out an entry of a track that does not lie below the stage', async () => {
    const { id: root } = await one<{ id: string }>('select id from tracks where edition_id = $1', [stage.editionId]);
    const [left, right, entry] = [uuidv7(), uuidv7(), uuidv7()];
    await dataSource.query(
      `insert into tracks (id, edition_id, parent_id, key, name_zh, name_en, position)
       values ($1, $3, $4, 'left', '左', 'Left', 1), ($2, $3, $4, 'right', '右', 'Right', 2)`,
      [left, right, stage.editionId, root],
    );
    await dataSource.query(
      `insert into entries (id, edition_id, public_id, number, track_id, track_requires_problem, country_code, title, state, submitted_at)
       values ($1, $2, $3, 900, $4, false, 'CN', 'Left entry', 'submitted', now())`,
      [entry, stage.editionId, uuidv4(), left],
    );
    const sibling = uuidv7();
    await dataSource.query(
      `insert into stages (id, edition_id, track_id, key, kind, name_zh, name_en, position)
       values ($1, $2, $3, 'sibling', 'final', '决', 'Final', 9)`,
      [sibling, stage.editionId, right],
    );
    const into = `insert into stage_entries (id, edition_id, stage_id, entry_id, came_by) values ($1, $2, $3, $4, 'registered')`;
    expect(await outcome(into, [uuidv7(), stage.editionId, sibling, entry])).toBe('stage_entries_track');
    expect(await outcome(into, [uuidv7(), stage.editionId, stage.stageId, entry])).toBe('accepted');
  });
});

describe('documents', () => {
  it('are refused when they are not what their hash says', async () => {
    const { editionId, stageId } = stage;
    const hash = Buffer.alloc(32, 1);
    expect(
      await outcome(
        `insert into award_list_versions (id, public_id, edition_id, number, canonical, hash, frozen_by) values ($1, $2, $3, 1, '{}', $4, $1)`,
        [uuidv7(), uuidv4(), editionId, hash],
      ),
    ).toBe('award_list_versions_canonical');
    expect(
      await outcome(`insert into ledger_events (id, kind, canonical, hash) values ($1, 'read', '{}', $2)`, [
        uuidv7(),
        hash,
      ]),
    ).toBe('ledger_events_hash');
    expect(
      await outcome(
        `insert into rules_versions (id, stage_id, number, document, canonical, hash)
         values ($1, $2, 2, '{"other":1}', '{}', sha256('{}'))`,
        [uuidv7(), stageId],
      ),
    ).toBe('rules_versions_canonical');
  });
});

describe('an Open Challenge entry', () => {
  it('names its enterprise problem once submitted', async () => {
    const track = uuidv7();
    await dataSource.query(
      `insert into tracks (id, edition_id, parent_id, key, name_zh, name_en, position, requires_problem)
       select $1, $2, id, 'open', '揭榜', 'Open', 3, true from tracks where edition_id = $2 and parent_id is null`,
      [track, stage.editionId],
    );
    const submit = (requires: boolean) =>
      outcome(
        `insert into entries (id, edition_id, public_id, number, track_id, track_requires_problem, country_code, title, state, submitted_at)
         values ($1, $2, $3, 901, $4, $5, 'CN', 'Answer', 'submitted', now())`,
        [uuidv7(), stage.editionId, uuidv4(), track, requires],
      );
    expect(await submit(true)).toBe('entries_problem');
    expect(await submit(false)).toMatch(/track_requires_problem_fkey/);
  });
});

describe('one at a time', () => {
  it('one active run a stage, one decision a tie, two persons for it', async () => {
    const run = `insert into tally_runs (id, stage_id, fence, state, code_version) values ($1, $2, $3, 'active', 'test')`;
    const id = uuidv7();
    await dataSource.query(run, [id, stage.stageId, 1]);
    expect(await outcome(run, [uuidv7(), stage.stageId, 2])).toBe('tally_runs_one_active');
    const decide = `insert into tie_decisions (id, stage_id, run_id, rank, step, requested_by) values ($1, $2, $3, 1, 'shared', $4)`;
    const [person, other, decision] = [uuidv7(), uuidv7(), uuidv7()];
    expect(await outcome(decide, [uuidv7(), foreign.stageId, id, person])).toMatch(/run_id.*_fkey/);
    await dataSource.query(decide, [decision, stage.stageId, id, person]);
    expect(await outcome(decide, [uuidv7(), stage.stageId, id, person])).toBe('tie_decisions_one');
    const approve = 'insert into tie_decision_approvals (decision_id, requested_by, approved_by) values ($1, $2, $3)';
    expect(await outcome(approve, [decision, person, person])).toBe('tie_decision_approvals_two_persons');
    expect(await outcome(approve, [decision, other, person])).toBe('tie_decision_approvals_requester');
    await dataSource.query(approve, [decision, person, other]);
    expect(await outcome(approve, [decision, person, uuidv7()])).toBe('tie_decision_approvals_pkey');
  });
});

describe('a run that a frozen list names', () => {
  const isRefused = expect.stringContaining('named by a frozen award list');
  const changes = [
    [`update tally_runs set heartbeat_at = now() where id = $1`],
    [`update tally_runs set shadow_differences = '[]' where id = $1`],
    [`delete from tally_runs where id = $1`],
    [
      `insert into tally_rows (run_id, stage_id, stage_entry_id, outcome, reason, sheets, criteria)
      select r.id, r.stage_id, x.id, 'insufficient', 'none', 0, '{}'
        from tally_runs r join stage_entries x on x.stage_id = r.stage_id where r.id = $1`,
    ],
    [
      `insert into judge_effects (run_id, judge_id, sheets, mean_total, deviation)
      select r.id, j.id, 1, 1, 0 from tally_runs r join stages s on s.id = r.stage_id
        join judges j on j.edition_id = s.edition_id where r.id = $1`,
    ],
  ];

  it.each(changes)('keeps its header and its rows: %s', async (sql) => {
    const judged = await createStage(dataSource);
    const [run, version] = [uuidv7(), uuidv7()];
    await dataSource.query(
      `insert into tally_runs (id, stage_id, fence, state, code_version, finished_at, rules_hash, inputs_hash, outputs_hash, shadow)
       values ($1, $2, 1, 'completed', 'test', now(), sha256('r'), sha256('i'), sha256('o'), 'agrees')`,
      [run, judged.stageId],
    );
    await dataSource.query(
      `insert into award_list_versions (id, public_id, edition_id, number, canonical, hash, frozen_by)
       values ($1, $2, $3, 1, '{}', sha256('{}'), $1)`,
      [version, uuidv4(), judged.editionId],
    );
    expect(await outcome(sql, [run])).toBe('accepted');
    await dataSource.query('insert into award_list_runs (version_id, run_id) values ($1, $2)', [version, run]);
    expect(await outcome(sql, [run])).toEqual(isRefused);
  });
});

describe('who leaves after being judged', () => {
  it('makes the stage wait for a tally: a withdrawn entry, a retired one, one that comes back, a judge', async () => {
    const judged = await createStage(dataSource, { rules: stageRules() });
    const steps = [
      [`update entries set state = 'withdrawn', withdrawn_at = now() where id = $1`, judged.entryIds[0]],
      [`update stage_entries set outcome = 'retired' where id = $1`, judged.stageEntryIds[1]],
      [`update stage_entries set outcome = null where id = $1`, judged.stageEntryIds[1]],
    ] as const;
    for (const [index, [sql, id]] of steps.entries()) {
      await dataSource.query(sql, [id]);
      expect(await pending(judged)).toBe(index + 1);
    }
    await changeRoster(dataSource, judged.judgeIds.slice(0, 1), 'removal');
    expect(await pending(judged)).toBe(steps.length + 1);
    await dataSource.query(`update stage_entries set outcome = 'not-advanced' where stage_id = $1`, [judged.stageId]);
    expect(await pending(judged)).toBe(steps.length + 1);
  });
});
