import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { AssignmentService, ConflictService, DraftService, JudgeDeskService } from '#judging';
import { createStage, stageRules, writeRules, type JudgingStage } from '../builders/judging-stage.js';
import { startJudgingBench, type JudgingBench } from '../builders/judging-bench.js';

describe('a score sheet', () => {
  let bench: JudgingBench;
  let stage: JudgingStage;

  beforeAll(async () => {
    bench = await startJudgingBench();
    stage = await createStage(bench.dataSource);
  });
  afterAll(() => bench.close());

  const sheetsOf = (index: number) => bench.count('score_sheets', 'assignment_id = $1', [stage.assignments[index]?.id]);
  const refused = (act: Promise<unknown>) =>
    act.then(
      () => 'accepted',
      (error: { code: string }) => error.code,
    );

  const refusals = async (actor: string | undefined): Promise<{ subject: object; body: object }[]> => {
    const rows = await bench.dataSource.query<{ canonical: string }[]>(
      `select canonical from ledger_events where kind = 'refused' and canonical like '%' || $1 || '%' order by id`,
      [actor],
    );
    return rows.map(({ canonical }) => {
      const { subject, body } = JSON.parse(canonical) as { subject: object; body: object };
      return { subject, body };
    });
  };

  it('is stored with its scores, its event, a pending row and the key, and the receipt is the event’s hash', async () => {
    const accepted = await bench.submit(stage, 0, '8.5');
    expect(accepted).toMatchObject({ revision: 1, total: '85', isReplay: false });
    const rows = await bench.dataSource.query<{ kind: string; pending: string }[]>(
      `select e.kind, p.event_id as pending from ledger_events e join ledger_pending p on p.event_id = e.id
        where e.hash = decode($1, 'hex')`,
      [accepted.receipt],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.kind).toBe('sheet-submitted');
    expect(await bench.count('criterion_scores')).toBe(5);
    expect(await bench.count('pending_tallies', 'stage_id = $1', [stage.stageId])).toBe(1);
    expect(await bench.count('idempotency_keys')).toBe(1);
  });

  it('sent five times with one key is one revision and one receipt', async () => {
    const key = uuidv7();
    const answers = [];
    for (let time = 0; time < 5; time += 1) answers.push(await bench.submit(stage, 1, '7', { key }));
    expect(new Set(answers.map(({ receipt }) => receipt)).size).toBe(1);
    expect(answers.map(({ isReplay }) => isReplay)).toEqual([false, true, true, true, true]);
    expect(await sheetsOf(1)).toBe(1);
  });

  it('sent twice at once with one key is one revision and one receipt, every time', async () => {
    for (let round = 0; round < 10; round += 1) {
      const key = uuidv7();
      const change = { key, seenRevision: round };
      const [left, right] = await Promise.all([
        bench.submit(stage, 2, '6.5', change),
        bench.submit(stage, 2, '6.5', change),
      ]);
      expect(left.receipt).toBe(right.receipt);
      expect(left.isReplay).not.toBe(right.isReplay);
    }
    expect(await sheetsOf(2)).toBe(10);
  });

  it('with a used key and another body is refused as a reused key, before any other check', async () => {
    const key = uuidv7();
    await bench.submit(stage, 3, '5', { key });
    expect(await refused(bench.submit(stage, 3, '5.5', { key, seenRevision: 1 }))).toBe('idempotency-key-reused');
    expect(await refused(bench.submit(stage, 3, '99', { key, seenRevision: null }))).toBe('idempotency-key-reused');
    expect(await sheetsOf(3)).toBe(1);
  });

  it('is replayed although the request now lacks If-Match, or the window has closed since', async () => {
    const closed = await createStage(bench.dataSource, { entries: 1, judges: 1 });
    const key = uuidv7();
    const first = await bench.submit(closed, 0, '5', { key });
    expect((await bench.submit(closed, 0, '5', { key, seenRevision: null })).receipt).toBe(first.receipt);
    await bench.dataSource.query('update windows set closed_at = now() where stage_id = $1', [closed.stageId]);
    expect((await bench.submit(closed, 0, '5', { key })).receipt).toBe(first.receipt);
    expect(await refused(bench.submit(closed, 0, '6', { seenRevision: 1 }))).toBe('deadline-passed');
  });

  it('based on an old revision is refused with the stored sheet', async () => {
    await bench.submit(stage, 4, '4');
    const error = await bench.submit(stage, 4, '4.5').catch((caught: unknown) => caught);
    expect(error).toMatchObject({
      code: 'revision-stale',
      details: { revision: 1, stored: { revision: 1, scores: { novelty: '4', talk: '4' } } },
    });
    expect(await refused(bench.submit(stage, 4, '4.5', { seenRevision: null }))).toBe('if-match-required');
    expect(await sheetsOf(4)).toBe(1);
  });

  it('ends the draft, and no later draft has a version that an old tab may have seen', async () => {
    const own = await createStage(bench.dataSource, { entries: 1, judges: 1 });
    const save = (seenVersion: number, score: string) =>
      bench.module.get(DraftService).save({
        ...{ userId: own.userIds[0] ?? '', publicId: own.assignments[0]?.publicId ?? '', seenVersion },
        sheet: { scores: { talk: score } },
      });
    const desk = () =>
      bench.module.get(JudgeDeskService).sheet(own.assignments[0]?.publicId ?? '', own.userIds[0] ?? '');
    expect((await save(0, '1')).version).toBe(1);
    await bench.submit(own, 0, '5');
    expect((await desk()).draft).toBeNull();
    await expect(save(1, '2')).rejects.toMatchObject({ code: 'revision-stale', details: { version: 0, stored: null } });
    expect((await save(0, '3')).version).toBe(2);
    await expect(save(1, '4')).rejects.toMatchObject({
      code: 'revision-stale',
      details: { version: 2, stored: { scores: { talk: '3' } } },
    });
    await expect(save(0, '4')).rejects.toMatchObject({ code: 'revision-stale' });
    expect((await desk()).draft).toMatchObject({ version: 2, scores: { talk: '3' } });
    await bench.submit(own, 0, '6', { seenRevision: 1 });
    expect((await save(0, '7')).version).toBe(3);
  });

  it('stands over no draft of whoever has not seen it: such a draft is refused, also where no draft stood there', async () => {
    const own = await createStage(bench.dataSource, { entries: 1, judges: 1 });
    const [userId, publicId] = [own.userIds[0] ?? '', own.assignments[0]?.publicId ?? ''];
    const save = (seenVersion: number, seenRevision: number) =>
      bench.module
        .get(DraftService)
        .save({ userId, publicId, seenVersion, seenRevision, sheet: { scores: { talk: '1' } } });
    const desk = bench.module.get(JudgeDeskService);
    await bench.submit(own, 0, '5');
    await expect(save(0, 0)).rejects.toMatchObject({ code: 'revision-stale', details: { version: 0, stored: null } });
    expect((await desk.sheet(publicId, userId)).draft).toBeNull();
    const { version } = await save(0, 1);
    // What is submitted is what the judge gave: a draft over it is no score yet.
    expect((await desk.queue(userId)).stages[0]?.assignments[0]).toMatchObject({ state: 'submitted', total: '50' });
    await bench.submit(own, 0, '6', { seenRevision: 1 });
    await expect(save(version, 1)).rejects.toMatchObject({ code: 'revision-stale' });
    await expect(save(0, 1)).rejects.toMatchObject({ code: 'revision-stale' });
    expect((await save(0, 2)).version).toBe(version + 1);
  });

  it('from two tabs at once is stored once; the other tab is told of the stored one', async () => {
    const outcomes = await Promise.all(['3', '3.5', '4', '4.5'].map((score) => refused(bench.submit(stage, 5, score))));
    expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'revision-stale')).toHaveLength(3);
    expect(await sheetsOf(5)).toBe(1);
  });

  it('of another judge’s assignment is refused and the attempt is kept in the ledger', async () => {
    const other = stage.assignments.findIndex(({ judge }) => judge === 2);
    expect(await refused(bench.submit(stage, other, '5', { userId: stage.userIds[0] ?? '' }))).toBe(
      'assignment-not-found',
    );
    expect(await sheetsOf(other)).toBe(0);
    const [id, stageId] = [stage.assignments[other]?.id, stage.stageId];
    expect(await refusals(stage.userIds[0])).toEqual([
      {
        subject: { actor: stage.userIds[0], assignment: id, stage: stageId },
        body: { act: 'sheet-submitted', code: 'assignment-not-found' },
      },
    ]);
  });

  it('of an assignment that does not exist is refused, and the ledger keeps who asked and nothing else', async () => {
    const own = await createStage(bench.dataSource, { entries: 1, judges: 1 });
    expect(await refused(bench.submit(own, 0, '5', { publicId: uuidv7() }))).toBe('assignment-not-found');
    expect(await refusals(own.userIds[0])).toEqual([
      { subject: { actor: own.userIds[0] }, body: { act: 'sheet-submitted', code: 'assignment-not-found' } },
    ]);
  });

  it('of a recused judge is refused, and the sheet given before no longer counts', async () => {
    const own = await createStage(bench.dataSource);
    await bench.submit(own, 0, '9');
    const [judgeId, entryId] = [own.judgeIds[0] ?? '', own.entryIds[0] ?? ''];
    const declaration = { judgeId, entryId, form: 'by-oneself', reasonCode: 'own-entry' } as const;
    const stages = await bench.dataSource.transaction((manager) =>
      bench.module.get(ConflictService).declare(manager, declaration, { actor: own.userIds[0] ?? '' }),
    );
    expect(stages).toEqual([own.stageId]);
    expect(await refused(bench.submit(own, 0, '9', { seenRevision: 1 }))).toBe('assignment-recused');
    expect(await bench.count('score_sheets', 'assignment_id = $1', [own.assignments[0]?.id])).toBe(1);
    expect(await bench.count('counted_sheets', 'stage_id = $1', [own.stageId])).toBe(0);
  });

  it('of who leads the entry, or was ever of its team, is refused, and what stood no longer counts', async () => {
    const own = await createStage(bench.dataSource, { entries: 3, judges: 1 });
    for (const index of [0, 1, 2]) await bench.submit(own, index, '9');
    const [led, joined] = own.entryIds;
    const [person = '', judgeId] = [own.userIds[0], own.judgeIds[0] ?? ''];
    await bench.dataSource.query('update entries set lead_user_id = $2 where id = $1', [led, person]);
    await bench.dataSource.query(
      `insert into team_members (id, entry_id, role, name, position, user_id) values ($1, $2, 'member', 'X', 1, $3)`,
      [uuidv7(), joined, person],
    );
    await bench.dataSource.query('update team_members set user_id = null where entry_id = $1', [joined]);
    for (const index of [0, 1]) {
      const again = bench.submit(own, index, '9', { seenRevision: 1 });
      expect(await refused(again)).toBe('conflict-of-interest');
    }
    expect(await bench.count('counted_sheets', 'stage_id = $1', [own.stageId])).toBe(1);
    const desk = await bench.module.get(JudgeDeskService).queue(person);
    expect(desk.stages.flatMap(({ assignments }) => assignments).map(({ title }) => title)).toEqual(['Entry 3']);
    const next = await createStage(bench.dataSource, { after: own, assigned: false });
    const pairs = next.stageEntryIds.map((stageEntryId) => ({ stageEntryId, judgeId }));
    const assigned = await bench.dataSource.transaction((manager) =>
      bench.module.get(AssignmentService).assign(manager, next.stageId, pairs, { actor: person }),
    );
    expect(assigned.map(({ stageEntryId }) => stageEntryId)).toEqual([next.stageEntryIds[2]]);
  });

  it('is refused before the window opens, after the deadline, and for a withdrawn entry', async () => {
    const early = await createStage(bench.dataSource, { isOpen: false, entries: 1, judges: 1 });
    expect(await refused(bench.submit(early, 0, '5'))).toBe('window-not-open');
    const late = await createStage(bench.dataSource, { entries: 1, judges: 1 });
    await bench.dataSource.query(`update windows set deadline_at = now() - interval '1 second' where stage_id = $1`, [
      late.stageId,
    ]);
    expect(await refused(bench.submit(late, 0, '5'))).toBe('deadline-passed');
    const gone = await createStage(bench.dataSource, { entries: 1, judges: 1 });
    await bench.dataSource.query(`update entries set state = 'withdrawn', withdrawn_at = now() where id = $1`, [
      gone.entryIds[0],
    ]);
    expect(await refused(bench.submit(gone, 0, '5'))).toBe('entry-withdrawn');
    for (const { stageId } of [early, late]) {
      expect(await bench.count('pending_tallies', 'stage_id = $1', [stageId])).toBe(0);
    }
    // The one that the withdrawal itself left.
    expect(await bench.count('pending_tallies', 'stage_id = $1', [gone.stageId])).toBe(1);
    expect(await bench.count('idempotency_keys', 'result_id not in (select id from score_sheets)')).toBe(0);
  });

  it('scored under rules that were replaced is refused, also when this process still holds the old ones', async () => {
    const ruled = await createStage(bench.dataSource, { entries: 1, judges: 1 });
    await bench.submit(ruled, 0, '5');
    const newer = await writeRules(bench.dataSource, ruled.stageId, stageRules({ rounding: { total: 3 } }), 2);
    expect(await refused(bench.submit(ruled, 0, '6', { seenRevision: 1 }))).toBe('rules-changed');
    expect((await bench.submit(ruled, 0, '6', { seenRevision: 1, rulesHash: newer })).revision).toBe(2);
  });

  it('with a value that only the database could refuse is refused and stores nothing', async () => {
    const keys = stage.rules.rubric.criteria.map(({ key }) => key);
    const client = new pg.Client({ connectionString: bench.database.appUrl });
    await client.connect();
    const before = await bench.count('score_sheets');
    for (const bad of ['10.5', '-0.5', 'NaN', 'Infinity', '0.25', '1e2000', 'x']) {
      const scores = JSON.stringify(Object.fromEntries(keys.map((key) => [key, bad])));
      const assignment = stage.assignments[7];
      const call = client.query(
        `select outcome from submit_score_sheet($1, 'test', $2, sha256('a'), $3, $4, 0, decode($5, 'hex'), $6, $7, 0, $8, 'x',
                                                sha256('x'), $9)`,
        [
          ...[stage.userIds[assignment?.judge ?? 0], uuidv7(), assignment?.id, stage.judgeIds[assignment?.judge ?? 0]],
          ...[stage.rulesHash, uuidv7(), scores, uuidv7(), uuidv7()],
        ],
      );
      await expect(call).rejects.toThrow();
    }
    await client.end();
    expect(await bench.count('score_sheets')).toBe(before);
  });
});
