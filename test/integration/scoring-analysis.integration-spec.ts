import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { hashTallyInputs, type OpenableSection } from '#domain';
import { AnalysisService } from '#scoring';
import { readSnapshot } from '../../libs/scoring/src/tally-snapshot.js';
import type { Asker } from '../builders/api.js';
import { AwardBench } from '../builders/award-bench.js';
import { stageRules, writeRules, type JudgingStage } from '../builders/judging-stage.js';

jest.setTimeout(120_000);

interface Analysis {
  state: string;
  failure: string | null;
  run: { fence: number; isNewest: boolean } | null;
  hash: string | null;
  openedBy: string;
  sections: string[];
  entries: { number: number; title: string }[];
  judges: number;
  open: { coverage: { sheets: number } | null; gaps: unknown; scaleUse: unknown };
  closed: { groups: Record<string, never>[] } | null;
  closedReason: string | null;
}

interface OneGroup {
  closed: {
    groups: {
      entries: number[];
      lines: { after: number; name: unknown }[];
      methods: { id: string; ranks: number[] }[];
      reliability: { singleJudge: { withheld: unknown } };
      affinity: { tests: unknown[] }[];
      warnings: { says: { zh: string; en: string } }[];
    }[];
  };
}

const tiers = [
  { key: 'first', quota: 1 },
  { key: 'second', quota: 2 },
];
const scores = ['9.5', '8.5', '7.5', '6.5', '5.5', '4.5'];
const all = ['coverage', 'gaps', 'scale-use'] as const;

describe('the analysis of a stage', () => {
  let bench: AwardBench;

  beforeAll(async () => {
    bench = await AwardBench.start();
  });
  afterAll(() => bench.stop());

  const run = (stage: JudgingStage) => bench.judging.module.get(AnalysisService).run(stage.stageId);
  const pending = () => bench.judging.module.get(AnalysisService).pendingStages();
  const path = (stage: JudgingStage, part = '') => `/api/v1/stages/${stage.stageId}/analysis${part}`;
  const stored = (stage: JudgingStage, where = 'true') =>
    bench.judging.count('stage_analyses', `stage_id = $1 and ${where}`, [stage.stageId]);
  const read = async <T = Analysis>(asker: Asker, stage: JudgingStage) => {
    const { status, body } = await asker.get<T>(path(stage));
    expect(status).toBe(200);
    return body;
  };
  const tallyAgain = async (stage: JudgingStage) => {
    await bench.mark(stage);
    await bench.tally(stage);
  };
  /** Locks rules that open these sections. */
  const lock = async (stage: JudgingStage, openBeforeFreeze: readonly OpenableSection[]) => {
    await writeRules(bench.dataSource, stage.stageId, stageRules({ tieLadder: [], analysis: { openBeforeFreeze } }), 2);
    await bench.dataSource.query(
      `insert into rules_locks (rules_version_id, locked_by)
       select id, $2 from rules_versions where stage_id = $1 and number = 2`,
      [stage.stageId, uuidv7()],
    );
  };
  const judged = async () => {
    const stage = await bench.judgedStage(scores, tiers);
    await bench.close(stage);
    await bench.tally(stage);
    return stage;
  };

  it('comes after a run, once, and says until then that it is being computed', async () => {
    const stage = await judged();
    const office = await bench.office(stage);
    expect(await read(office, stage)).toMatchObject({
      state: 'computing',
      run: { fence: 1 },
      sections: [],
      hash: null,
    });
    expect(await pending()).toContain(stage.stageId);
    const outcome = await run(stage);
    expect(outcome).toMatchObject({ state: 'completed', hasClosed: true });
    expect(await run(stage)).toEqual({ state: 'idle' });
    expect(await pending()).not.toContain(stage.stageId);
    expect(await read(office, stage)).toMatchObject({
      ...{ state: 'ready', failure: null, judges: 3, run: { fence: 1, isNewest: true } },
      hash: (outcome as { hash: string }).hash,
    });
  });

  it('shows nothing but coverage before the list is frozen, unless the rules open more', async () => {
    const stage = await judged();
    await run(stage);
    const office = await bench.office(stage);
    const before = await read(office, stage);
    expect(before).toMatchObject({
      ...{ openedBy: 'rules', sections: ['coverage'], closed: null, closedReason: 'list-not-frozen' },
      open: { coverage: { sheets: 18, expected: 18 }, gaps: null, scaleUse: null },
    });
    expect((await office.get(path(stage, '/heat-map'))).status).toBe(409);
    await lock(stage, all);
    await tallyAgain(stage);
    await run(stage);
    const opened = await read(office, stage);
    expect(opened).toMatchObject({ openedBy: 'rules', sections: all, closed: null, run: { fence: 2 } });
    expect(opened.open.gaps).toMatchObject({ flagged: 0 });
    // No score, mean or rank of an entry in what is open: these were given, and nobody's row says so.
    expect(JSON.stringify(opened.open.gaps)).not.toMatch(/9\.5|95|rank|score|mean/);
  });

  it('does not open what unlocked rules name', async () => {
    const stage = await judged();
    const rules = stageRules({ tieLadder: [], analysis: { openBeforeFreeze: all } });
    await writeRules(bench.dataSource, stage.stageId, rules, 2);
    await tallyAgain(stage);
    await run(stage);
    expect((await read(await bench.office(stage), stage)).sections).toEqual(['coverage']);
  });

  it('opens everything when the list is frozen, with the sentences of warnings and no id of a judge', async () => {
    const { stage, first } = await bench.frozenList(scores, tiers);
    await run(stage);
    const view = await read(first, stage);
    expect(view).toMatchObject({
      ...{ openedBy: 'frozen-list', closedReason: null, sections: [...all, 'closed'] },
      entries: scores.map((_, at) => ({ number: at + 1, title: `Entry ${at + 1}` })),
    });
    const [group] = (view as unknown as OneGroup).closed.groups;
    expect(group?.lines.map(({ after, name }) => ({ after, name }))).toEqual([
      { after: 1, name: { zh: 'first', en: 'first' } },
      { after: 3, name: { zh: 'second', en: 'second' } },
    ]);
    expect(group?.entries).toEqual([0, 1, 2, 3, 4, 5]);
    expect(group?.methods[0]).toMatchObject({ id: 'mean', ranks: [1, 2, 3, 4, 5, 6] });
    for (const { says } of group?.warnings ?? []) expect([says.zh, says.en].join()).not.toMatch(/[0-9a-f]{8}-/);
    const text = JSON.stringify(view);
    for (const id of [...stage.judgeIds, ...stage.userIds, ...stage.stageEntryIds]) expect(text).not.toContain(id);
    const map = await first.get<{ groups: { total: string[]; z: number[] }[] }>(path(stage, '/heat-map'));
    expect(map.status).toBe(200);
    expect(map.body.groups[0]?.total).toHaveLength(18);
  });

  it('withholds what six entries and three judges cannot tell, with the floor', async () => {
    const { stage, first } = await bench.frozenList(scores, tiers);
    await run(stage);
    const [group] = (await read<OneGroup>(first, stage)).closed.groups;
    expect(group?.reliability.singleJudge.withheld).toEqual({ reason: 'too-few-entries', needed: 10, present: 6 });
    expect(group?.affinity.flatMap(({ tests }) => tests)).toEqual([]);
  });

  it('is replaced with the run, and kept as it was where a frozen list names that', async () => {
    const open = await judged();
    await run(open);
    await tallyAgain(open);
    await run(open);
    expect(await stored(open)).toBe(1);

    const { stage, first } = await bench.frozenList(scores, tiers);
    await run(stage);
    const frozen = await read(first, stage);
    await tallyAgain(stage);
    await run(stage);
    expect(await stored(stage)).toBe(2);
    expect(await read(first, stage)).toMatchObject({ hash: frozen.hash, run: { fence: 1, isNewest: false } });
    await expect(
      bench.dataSource.query(
        `update stage_analyses a set closed = null from tally_runs r
          where r.id = a.run_id and r.stage_id = $1 and r.fence = 1`,
        [stage.stageId],
      ),
    ).rejects.toThrow(/frozen award list/);
  });

  it('computes the closed part once judging is over, and not while sheets still come', async () => {
    const stage = await bench.judgedStage(scores, tiers);
    await bench.tally(stage);
    expect(await run(stage)).toMatchObject({ state: 'completed', hasClosed: false });
    expect(await run(stage)).toEqual({ state: 'idle' });
    await bench.close(stage);
    expect(await pending()).toContain(stage.stageId);
    expect(await run(stage)).toMatchObject({ state: 'completed', hasClosed: true });
    expect(await stored(stage, 'closed is not null')).toBe(1);
  });

  it('leaves an analysis to the next run where a sheet has come since', async () => {
    const stage = await bench.judgedStage(scores, tiers);
    await bench.tally(stage);
    await bench.judging.submit(stage, 0, '3.5', { seenRevision: 1 });
    expect(await run(stage)).toEqual({ state: 'outdated' });
    await bench.tally(stage);
    expect(await run(stage)).toMatchObject({ state: 'completed' });
  });

  it('opens with the recorded advancement where a stage gives no awards', async () => {
    const stage = await bench.judgedStage(scores, []);
    await bench.close(stage);
    await bench.tally(stage);
    await run(stage);
    const office = await bench.office(stage);
    expect(await read(office, stage)).toMatchObject({ closed: null, closedReason: 'advancement-not-recorded' });
    await bench.dataSource.query(`update stage_entries set outcome = 'advanced' where id = $1`, [
      stage.stageEntryIds[0],
    ]);
    expect(await read(office, stage)).toMatchObject({ openedBy: 'advancement', sections: [...all, 'closed'] });
  });

  it('leaves an event of the ledger for every view, with the sections that came, also for one not modified', async () => {
    const stage = await judged();
    await run(stage);
    const office = await bench.office(stage);
    const seen = await office.get(path(stage));
    const again = await office.get(path(stage), { 'if-none-match': seen.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
    const events = await bench.dataSource.query<{ event: { body: unknown; subject: Record<string, string> } }[]>(
      `select canonical::json as event from ledger_events
        where canonical::json -> 'subject' ->> 'stage' = $1 and canonical::json ->> 'kind' = 'read'`,
      [stage.stageId],
    );
    expect(events.map(({ event }) => event.body)).toEqual([
      { what: 'analysis', sections: ['coverage'] },
      { what: 'analysis', sections: ['coverage'] },
    ]);
    expect(events[0]?.event.subject).toMatchObject({ actor: office.userId });
  });

  it('keeps the reason for which it could not be computed, and waits for other code', async () => {
    const stage = await judged();
    // Rules that no method reads, as only a change past all checks can leave them under a run.
    const method = { key: 'nonesuch' as 'mean', options: {} };
    await writeRules(bench.dataSource, stage.stageId, { ...stage.rules, method }, 2);
    const { rulesHash, sheets, context } = await readSnapshot(bench.dataSource.manager, stage.stageId);
    await bench.dataSource.query(`update tally_runs set inputs_hash = decode($2, 'hex') where stage_id = $1`, [
      ...[stage.stageId, hashTallyInputs(rulesHash, sheets, context)],
    ]);
    await expect(run(stage)).rejects.toMatchObject({ code: 'tally-option-invalid' });
    expect(await read(await bench.office(stage), stage)).toMatchObject({
      ...{ state: 'failed', failure: expect.stringMatching(/./), sections: [] },
    });
    expect(await pending()).not.toContain(stage.stageId);
  });
});
