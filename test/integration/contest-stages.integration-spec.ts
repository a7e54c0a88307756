import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import {
  AdvancementService,
  ContestTemplateService,
  EditionQueryService,
  RulesService,
  StageEntryService,
  WindowService,
} from '#contest';
import { createDataSource } from '#database';
import { compareCodePoints } from '#domain';
import { LedgerService } from '#ledger';
import { createTestDatabase, type TestDatabase } from '../builders/postgres.js';

const actor = uuidv7();
let database: TestDatabase;
let dataSource: DataSource;
let windows: WindowService;
let rules: RulesService;
let stageEntries: StageEntryService;
let advancement: AdvancementService;
let editions: EditionQueryService;
let templates: ContestTemplateService;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.appUrl).initialize();
  const ledger = new LedgerService();
  windows = new WindowService(dataSource, ledger);
  rules = new RulesService(dataSource);
  stageEntries = new StageEntryService(ledger);
  advancement = new AdvancementService(dataSource, ledger, rules, stageEntries);
  editions = new EditionQueryService(dataSource);
  templates = new ContestTemplateService(dataSource, ledger);
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

let editionsMade = 0;

async function edition(file: string) {
  const text = readFileSync(new URL(`../../contests/${file}`, import.meta.url), 'utf8');
  const template = templates.read(text);
  editionsMade += 1;
  const slug = `edition-${editionsMade}`;
  const { editionId } = await templates.apply({ ...template, edition: { ...template.edition, slug } });
  return { slug, editionId, stages: await editions.stages(editionId) };
}

async function submittedEntries(editionId: string, trackKey: string, count: number): Promise<string[]> {
  const rows = await dataSource.query<{ id: string }[]>(
    `with n as (update entry_counters set last_number = last_number + $3 where edition_id = $1 returning last_number)
     insert into entries (id, edition_id, public_id, number, track_id, track_requires_problem, country_code, title, state, submitted_at)
     select gen_random_uuid(), $1, gen_random_uuid(), (select last_number from n) - $3 + i, t.id, false, 'CN', 'A', 'submitted', now()
     from generate_series(1, $3) i, tracks t where t.edition_id = $1 and t.key = $2
     returning id`,
    [editionId, trackKey, count],
  );
  return rows.map(({ id }) => id);
}

const kinds = async (subject: string) => {
  const rows = await dataSource.query<{ kind: string }[]>(
    `select kind from ledger_events where canonical like '%' || $1 || '%' order by recorded_at, id`,
    [subject],
  );
  return rows.map(({ kind }) => kind);
};

describe('windows', () => {
  it('open by the database clock, lock the newest rules and close once', async () => {
    const { stages } = await edition('small-contest.yaml');
    const stageId = stages[0]?.id ?? '';
    expect((await windows.state({ stageId })).isOpen).toBe(false);
    const opened = await windows.open({ stageId }, { actor });
    expect(opened).toMatchObject({ isOpen: true, closedAt: null });
    await expect(windows.open({ stageId }, { actor })).rejects.toMatchObject({ code: 'window-already-opened' });
    const closed = await windows.close({ stageId }, { actor, occurredOn: '2024-03-22' });
    expect(closed.isOpen).toBe(false);
    await expect(windows.close({ stageId }, { actor })).rejects.toMatchObject({ code: 'window-already-closed' });
    expect((await kinds(stageId)).filter((kind) => kind !== 'contest-applied')).toEqual([
      'rules-locked',
      'window-opened',
      'window-closed',
    ]);
  });

  it('opened twice at once let one of the two through', async () => {
    const { editionId } = await edition('small-contest.yaml');
    const both = await Promise.allSettled([
      windows.open({ editionId }, { actor }),
      windows.open({ editionId }, { actor }),
    ]);
    expect(both.map(({ status }) => status).sort(compareCodePoints)).toEqual(['fulfilled', 'rejected']);
  });

  it('end at their deadline although nobody closed them', async () => {
    const { stages } = await edition('small-contest.yaml');
    const stageId = stages[0]?.id ?? '';
    const past = new Date(Date.now() - 60_000);
    expect((await windows.open({ stageId }, { actor, deadlineAt: past })).isOpen).toBe(false);
  });

  it('move with a change log until they are closed', async () => {
    const { stages } = await edition('small-contest.yaml');
    const stageId = stages[1]?.id ?? '';
    const times = {
      plannedOpensAt: new Date('2024-04-02T06:00:00Z'),
      plannedClosesAt: new Date('2024-04-02T10:00:00Z'),
      deadlineAt: null,
    };
    const moved = await windows.move({ stageId }, times, { actor, reasonCode: 'venue' });
    expect(moved).toMatchObject(times);
    const log = await dataSource.query<object[]>(
      `select reason_code, changed_by from window_changes where window_id = $1`,
      [moved.id],
    );
    expect(log).toEqual([{ reason_code: 'venue', changed_by: actor }]);
    const reversed = { ...times, plannedClosesAt: times.plannedOpensAt };
    await expect(windows.move({ stageId }, reversed, { actor, reasonCode: 'venue' })).rejects.toMatchObject({
      code: 'request-invalid',
    });
  });
});

describe('rules', () => {
  it('are the newest version, with the ids of their criteria', async () => {
    const { stages } = await edition('goe-2024.yaml');
    const current = await rules.current(stages[0]?.id ?? '');
    expect(current).toMatchObject({ number: 1, rules: { panel: { size: 5, floor: 3 } } });
    expect([...current.criterionIds.keys()].sort(compareCodePoints)).toEqual(
      current.rules.rubric.criteria.map(({ key }) => key).sort(compareCodePoints),
    );
    expect(await rules.current(stages[0]?.id ?? '')).toBe(current);
  });
});

describe('entering a stage', () => {
  it('takes entries of all tracks below its node, onto the panel that bears their track’s key', async () => {
    const { editionId, stages } = await edition('xingyu-cup-2024.yaml');
    const stageId = stages[0]?.id ?? '';
    const [entryId = ''] = await submittedEntries(editionId, 'pillar', 1);
    await stageEntries.enter(dataSource.manager, [{ entryId, stageId, cameBy: 'registered' }], { actor });
    const rows = await dataSource.query<{ key: string }[]>(
      `select p.key from stage_entries x join panels p on p.id = x.panel_id where x.entry_id = $1`,
      [entryId],
    );
    expect(rows).toEqual([{ key: 'pillar' }]);
    const events = await dataSource.query<object[]>(
      `select canonical::jsonb #> '{subject}' as subject, canonical::jsonb #> '{body}' as body from ledger_events
       where kind = 'entry-admitted' and canonical::jsonb #>> '{subject,entry}' = $1`,
      [entryId],
    );
    const subject = { edition: editionId, stage: stageId, entry: entryId };
    expect(events).toEqual([{ subject, body: { actor, cameBy: 'registered' } }]);
  });

  it('refuses an entry of another track', async () => {
    const { editionId, stages } = await edition('goe-2024.yaml');
    const [entryId = ''] = await submittedEntries(editionId, 'innovation-challenge', 1);
    await expect(
      stageEntries.enter(dataSource.manager, [{ entryId, stageId: stages[0]?.id ?? '', cameBy: 'registered' }], {
        actor,
      }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('advancement', () => {
  async function stageOfEntries(file: string, tracks: Record<string, number>) {
    const made = await edition(file);
    const stageId = made.stages[0]?.id ?? '';
    const byTrack: Record<string, string[]> = {};
    for (const [track, count] of Object.entries(tracks)) {
      byTrack[track] = await submittedEntries(made.editionId, track, count);
    }
    const entering = Object.values(byTrack)
      .flat()
      .map((entryId) => ({ entryId, stageId, cameBy: 'registered' as const }));
    await stageEntries.enter(dataSource.manager, entering, { actor });
    await windows.open({ stageId }, { actor });
    return { ...made, stageId, byTrack };
  }
  const basis = { actor, runId: uuidv7(), outputsHash: 'a'.repeat(64) };

  it('takes the number of the rules, both on a tie at the cut, and is applied once', async () => {
    const { stageId, stages, byTrack } = await stageOfEntries('small-contest.yaml', { all: 9 });
    const entries = byTrack['all'] ?? [];
    const ranks = [1, 2, 3, 4, 5, 6, 6, 8, null];
    const ranking = entries.map((entryId, index) => ({ entryId, rank: ranks[index] ?? null }));
    await expect(advancement.apply(stageId, ranking, basis)).rejects.toMatchObject({ code: 'stage-not-ready' });
    await windows.close({ stageId }, { actor });
    const plan = await advancement.apply(stageId, ranking, basis);
    expect(plan.groups[0]?.advanced).toHaveLength(7);
    expect(new Set(plan.groups[0]?.tieAtCut)).toEqual(new Set([entries[5], entries[6]]));
    const rows = await dataSource.query<{ came_by: string; n: number }[]>(
      `select came_by, count(*)::int as n from stage_entries where stage_id = $1 group by 1`,
      [stages[1]?.id],
    );
    expect(rows).toEqual([{ came_by: 'advanced', n: 7 }]);
    await expect(advancement.apply(stageId, ranking, basis)).rejects.toMatchObject({
      details: { blockers: ['already-advanced'] },
    });
  });

  it('is applied after the deadline too, although nobody closed the window', async () => {
    const { stageId, byTrack } = await stageOfEntries('small-contest.yaml', { all: 3 });
    const ranking = (byTrack['all'] ?? []).map((entryId, index) => ({ entryId, rank: index + 1 }));
    const setDeadline = (offset: string) =>
      dataSource.query(`update windows set deadline_at = now() + $2::interval where stage_id = $1`, [stageId, offset]);
    await setDeadline('1 hour');
    await expect(advancement.apply(stageId, ranking, basis)).rejects.toMatchObject({
      details: { blockers: ['window-open'] },
    });
    await setDeadline('-1 second');
    expect((await advancement.apply(stageId, ranking, basis)).groups[0]?.advanced).toHaveLength(3);
  });

  it('leads to one stage: no second one can follow, and a template may hand the place on', async () => {
    const { stages } = await edition('small-contest.yaml');
    const [first, final] = stages;
    const follow = `insert into stages (id, edition_id, track_id, key, kind, name_zh, name_en, position, previous_stage_id)
      select gen_random_uuid(), edition_id, track_id, 'other', 'final', '决赛', 'Final', 3, $1 from stages where id = $1`;
    await expect(dataSource.query(follow, [first?.id])).rejects.toMatchObject({ constraint: 'stages_one_follower' });
    await dataSource.transaction(async (manager) => {
      await manager.query(follow, [first?.id]);
      await manager.query(`update stages set previous_stage_id = null where id = $1`, [final?.id]);
    });
  });

  it('fills each track’s quota by the ranking within the track', async () => {
    const { stageId, byTrack } = await stageOfEntries('xingyu-cup-2024.yaml', { leading: 30, pillar: 3 });
    const ranking = [...(byTrack['leading'] ?? []), ...(byTrack['pillar'] ?? [])].map((entryId, index) => ({
      entryId,
      rank: index + 1,
    }));
    const plan = await advancement.preview(stageId, ranking);
    expect(plan.groups.map(({ advanced, vacant }) => `${advanced.length} ${vacant}`).sort(compareCodePoints)).toEqual([
      '25 0',
      '3 22',
    ]);
  });

  it('passes over an entry that was withdrawn', async () => {
    const { stageId, byTrack } = await stageOfEntries('small-contest.yaml', { all: 7 });
    const entries = byTrack['all'] ?? [];
    await dataSource.query(`update entries set state = 'withdrawn', withdrawn_at = now() where id = $1`, [entries[0]]);
    const plan = await advancement.preview(
      stageId,
      entries.map((entryId, index) => ({ entryId, rank: index + 1 })),
    );
    expect(plan.groups[0]?.advanced).toEqual(entries.slice(1));
  });
});

describe('editions', () => {
  it('tell their tracks, labels and entry window', async () => {
    const { slug } = await edition('goe-2024.yaml');
    const view = await editions.bySlug(slug);
    expect(view).toMatchObject({
      slug,
      isDemo: false,
      contest: { key: 'goe' },
      entryWindow: { isOpen: false, plannedClosesAt: new Date('2024-07-31T15:59:00Z') },
      divisions: [],
    });
    expect(view.tracks).toEqual([
      expect.objectContaining({ key: 'all', parentKey: null }),
      expect.objectContaining({ key: 'open-challenge', parentKey: 'all', requiresProblem: true }),
      expect.objectContaining({ key: 'innovation-challenge', parentKey: 'all', requiresProblem: false }),
    ]);
    await expect(editions.bySlug('no-such')).rejects.toMatchObject({ code: 'not-found' });
  });
});
