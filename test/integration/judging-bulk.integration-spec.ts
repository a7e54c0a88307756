import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { canonicalJson, saltedCommitment } from '#domain';
import { AssignmentService, BulkScoreSheetService, JudgeDeskService, JudgeService } from '#judging';
import { TallyQueryService, TallyService } from '#scoring';
import { startJudgingBench, type JudgingBench } from '../builders/judging-bench.js';
import { createStage, stageRules, type JudgingStage } from '../builders/judging-stage.js';

describe('bulk paths of judging', () => {
  let bench: JudgingBench;

  beforeAll(async () => {
    bench = await startJudgingBench();
  });
  afterAll(() => bench.close());

  const bulk = () => bench.module.get(BulkScoreSheetService);
  const sheet = (stage: JudgingStage, index: number, score: string) => ({
    assignmentId: stage.assignments[index]?.id ?? '',
    scores: Object.fromEntries(stage.rules.rubric.criteria.map(({ key }) => [key, score])),
  });

  it('assigns under random public ids and in shuffled order, once for each pair', async () => {
    const stage = await createStage(bench.dataSource, { entries: 60, judges: 2, assigned: false });
    const pairs = stage.stageEntryIds.flatMap((stageEntryId) =>
      stage.judgeIds.map((judgeId) => ({ stageEntryId, judgeId })),
    );
    const assign = () =>
      bench.dataSource.transaction((manager) =>
        bench.module.get(AssignmentService).assign(manager, stage.stageId, pairs, { actor: stage.userIds[0] ?? '' }),
      );
    const created = await assign();
    expect(created).toHaveLength(120);
    expect(await assign()).toHaveLength(0);
    expect(created.every(({ publicId }) => /^[0-9a-f]{8}-[0-9a-f]{4}-4/.test(publicId))).toBe(true);
    const desk = await bench.module.get(JudgeDeskService).queue(stage.userIds[0] ?? '');
    const assignments = desk.stages[0]?.assignments ?? [];
    expect(assignments.map(({ position }) => position)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
    const titles = assignments.map(({ title }) => title);
    const inOrder = Array.from({ length: 60 }, (_, index) => `Entry ${index + 1}`);
    expect(titles).not.toEqual(inOrder);
    expect(new Set(titles)).toEqual(new Set(inOrder));
    expect(
      await bench.count('ledger_events', `kind = 'judge-assigned' and canonical like '%' || $1 || '%'`, [
        stage.stageId,
      ]),
    ).toBe(2);
  });

  it('submits thousands of sheets with an event and the same checks each, and tallies them', async () => {
    const stage = await createStage(bench.dataSource, { entries: 400, judges: 5 });
    const sheets = stage.assignments.map((_, index) => ({
      ...sheet(stage, index, String((index % 21) / 2)),
      occurredOn: '2024-11-01',
    }));
    const receipts = await bench.dataSource.transaction((manager) => bulk().submitMany(manager, stage.stageId, sheets));
    expect(new Set(receipts).size).toBe(2000);
    expect(await bench.count('score_sheets', `occurred_on = '2024-11-01'`)).toBe(2000);
    expect(
      await bench.count(
        'ledger_events e join ledger_pending p on p.event_id = e.id',
        `e.kind = 'sheet-submitted' and e.occurred_on = '2024-11-01'`,
      ),
    ).toBe(2000);
    expect(await bench.module.get(TallyService).run(stage.stageId)).toMatchObject({ state: 'completed' });
    expect(await bench.module.get(TallyQueryService).latest(stage.stageId)).toMatchObject({
      sheets: 2000,
      shadow: 'agrees',
    });
  });

  it('keeps the words of a sheet, bound to its event by a commitment whose salt is kept', async () => {
    const stage = await createStage(bench.dataSource, {
      ...{ entries: 1, judges: 2, rules: stageRules({ comments: { overall: 'optional' } }) },
    });
    const comments = { language: 'en', overall: ' Sound. ' } as const;
    const sheets = [{ ...sheet(stage, 0, '5'), comments }, sheet(stage, 1, '6')];
    await bench.dataSource.transaction((manager) => bulk().submitMany(manager, stage.stageId, sheets));
    const rows = await bench.dataSource.query<{ said: object; salt: string; body: { comments: string } }[]>(
      `select jsonb_build_object('language', m.language) || m.comments as said, encode(s.salt, 'hex') as salt,
              e.canonical::jsonb -> 'body' as body
         from sheet_comments m join score_sheets x on x.id = m.sheet_id
         join ledger_events e on e.hash = x.event_hash
         join commitment_salts s on s.subject_kind = 'sheet-comments' and s.subject_id = x.id
        where x.stage_id = $1`,
      [stage.stageId],
    );
    const kept = { language: 'en', overall: 'Sound.' };
    expect(rows).toMatchObject([{ said: kept }]);
    expect(rows[0]?.body.comments).toBe(saltedCommitment(rows[0]?.salt ?? '', canonicalJson(kept)));
  });

  it('makes of two sheets of one assignment two revisions, and goes on after those submitted one by one', async () => {
    const stage = await createStage(bench.dataSource, { entries: 1, judges: 1 });
    await bench.submit(stage, 0, '5');
    await bench.dataSource.transaction((manager) =>
      bulk().submitMany(manager, stage.stageId, [sheet(stage, 0, '6'), sheet(stage, 0, '7')]),
    );
    expect((await bench.submit(stage, 0, '8', { seenRevision: 3 })).revision).toBe(4);
  });

  it('stores nothing at all when one sheet is refused', async () => {
    const stage = await createStage(bench.dataSource, { entries: 3, judges: 1 });
    const other = await createStage(bench.dataSource, { entries: 1, judges: 1 });
    const closed = await createStage(bench.dataSource, { entries: 1, judges: 1, isOpen: false });
    const attempt = (target: JudgingStage, sheets: ReturnType<typeof sheet>[]) =>
      bench.dataSource.transaction((manager) => bulk().submitMany(manager, target.stageId, sheets));
    await expect(attempt(stage, [sheet(stage, 0, '5'), sheet(stage, 1, '10.5')])).rejects.toMatchObject({
      code: 'score-sheet-invalid',
    });
    await expect(attempt(stage, [sheet(stage, 0, '5'), sheet(other, 0, '5')])).rejects.toMatchObject({
      code: 'assignment-not-found',
    });
    await expect(attempt(closed, [sheet(closed, 0, '5')])).rejects.toMatchObject({ code: 'window-not-open' });
    expect(
      await bench.count('counted_sheets', 'stage_id = any ($1)', [[stage.stageId, other.stageId, closed.stageId]]),
    ).toBe(0);
  });

  it('registers judges once, also those without an account', async () => {
    const stage = await createStage(bench.dataSource, { entries: 1, judges: 1 });
    const known = stage.userIds[0] ?? '';
    const judges = [
      { userId: known, kind: 'technology' },
      { userId: null, kind: 'management' },
      { userId: null, kind: 'venture-capital' },
    ] as const;
    const { manager } = bench.dataSource;
    const ids = await bench.module.get(JudgeService).register(manager, stage.editionId, judges, { actor: known });
    expect(ids[0]).toBe(stage.judgeIds[0]);
    expect(new Set(ids).size).toBe(3);
    expect(await bench.count('judges', 'edition_id = $1', [stage.editionId])).toBe(3);
    // The one who judged before is no act of this registration.
    expect(await subjects('judge-registered', 'edition', stage.editionId)).toEqual(
      ids.slice(1).map((judge) => ({ edition: stage.editionId, judge })),
    );
  });

  it('seats a judge once, with an event for the seat that is new', async () => {
    const stage = await createStage(bench.dataSource, { entries: 1, judges: 2 });
    const panelId = uuidv7();
    await bench.dataSource.query(
      `insert into panels (id, stage_id, key, name_zh, name_en, position) values ($1, $2, 'all', '一组', 'Panel', 1)`,
      [panelId, stage.stageId],
    );
    const [first = '', second = ''] = stage.judgeIds;
    const judges = bench.module.get(JudgeService);
    const act = { actor: stage.userIds[0] ?? '' };
    await judges.seat(bench.dataSource.manager, [{ panelId, judgeId: first }], act);
    await judges.seat(
      bench.dataSource.manager,
      [first, second].map((judgeId) => ({ panelId, judgeId })),
      act,
    );
    expect(await subjects('judge-seated', 'panel', panelId)).toEqual(
      [first, second].map((judge) => ({ panel: panelId, judge })),
    );
  });

  async function subjects(kind: string, of: string, id: string): Promise<object[]> {
    const rows = await bench.dataSource.query<{ subject: object }[]>(
      `select canonical::jsonb -> 'subject' as subject from ledger_events
       where kind = $1 and canonical::jsonb #>> array['subject', $2] = $3 order by id`,
      [kind, of, id],
    );
    return rows.map(({ subject }) => subject);
  }
});
