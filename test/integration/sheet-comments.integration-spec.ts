import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { canonicalJson, saltedCommitment } from '#domain';
import { DraftService, JudgeDeskService, ScoreSheetService } from '#judging';
import { createStage, stageRules, type JudgingStage } from '../builders/judging-stage.js';
import { startJudgingBench, type JudgingBench } from '../builders/judging-bench.js';

jest.setTimeout(120_000);

let bench: JudgingBench;
let stage: JudgingStage;
const rules = stageRules({ comments: { criteria: 'optional', overall: 'required' }, deductions: { maximum: '15' } });
const scores = Object.fromEntries(rules.rubric.criteria.map(({ key }) => [key, '8']));
const said = {
  language: 'zh',
  overall: '思路清晰，样机可靠。',
  criteria: { novelty: '有新意' },
  deduction: '材料迟交',
};

beforeAll(async () => {
  bench = await startJudgingBench();
  stage = await createStage(bench.dataSource, { rules, entries: 6, judges: 1 });
});

afterAll(() => bench?.close());

const own = (index: number) => ({
  userId: stage.userIds[0] ?? '',
  publicId: stage.assignments[index]?.publicId ?? '',
});
const submit = (index: number, sheet: object, seenRevision = 0, key = uuidv7()) =>
  bench.module.get(ScoreSheetService).submit({
    ...own(index),
    ...{ key, seenRevision, rulesHash: stage.rulesHash, sheet: { scores, ...sheet } },
  });
const desk = (index: number) => bench.module.get(JudgeDeskService).sheet(own(index).publicId, own(index).userId);
const ofAssignment = 'sheet_id in (select id from score_sheets where assignment_id = $1)';
const rowsOf = (index: number) => bench.count('sheet_comments', ofAssignment, [stage.assignments[index]?.id]);

describe('what a judge says with a sheet', () => {
  it('stands beside its revision; the ledger holds a salted commitment alone, and verifies once both are erased', async () => {
    const { receipt, total } = await submit(0, { comments: said, deduction: '2.5' });
    expect(total).toBe('77.5');
    const { submitted } = await desk(0);
    expect(submitted).toMatchObject({ comments: said, deduction: '2.5', total: '77.5' });
    const [event] = await bench.dataSource.query<{ canonical: string; salt: string; sheet: string }[]>(
      `select l.canonical, encode(c.salt, 'hex') as salt, c.subject_id as sheet
         from ledger_events l join score_sheets s on s.event_hash = l.hash
         join commitment_salts c on c.subject_kind = 'sheet-comments' and c.subject_id = s.id
        where l.hash = decode($1, 'hex')`,
      [receipt],
    );
    const body = (JSON.parse(event?.canonical ?? '{}') as { body: Record<string, unknown> }).body;
    expect(body['comments']).toBe(saltedCommitment(event?.salt ?? '', canonicalJson(said)));
    expect(event?.canonical).not.toContain('样机');
    await bench.dataSource.query('delete from sheet_comments where sheet_id = $1', [event?.sheet]);
    await bench.dataSource.query('delete from commitment_salts where subject_id = $1', [event?.sheet]);
    expect((await desk(0)).submitted).toMatchObject({ receipt, comments: null });
  });

  it('is refused where the rules ask for more, and the answer names the field', async () => {
    await expect(submit(1, {})).rejects.toMatchObject({
      code: 'score-sheet-invalid',
      details: { problems: [{ path: 'comments.overall', code: 'comment-missing' }] },
    });
    await expect(submit(1, { comments: { language: 'zh', overall: '好' }, deduction: '1' })).rejects.toMatchObject({
      details: { problems: [{ path: 'comments.deduction', code: 'deduction-reason-missing' }] },
    });
    expect(await rowsOf(1)).toBe(0);
  });

  it('is stored once however often the same submission arrives, and not at all with one that is refused', async () => {
    const key = uuidv7();
    const first = await submit(2, { comments: said }, 0, key);
    expect(await submit(2, { comments: said }, 0, key)).toMatchObject({ receipt: first.receipt, isReplay: true });
    await expect(submit(2, { comments: { ...said, overall: '另一句' } }, 0, key)).rejects.toMatchObject({
      code: 'idempotency-key-reused',
    });
    await expect(submit(2, { comments: said }, 0)).rejects.toMatchObject({ code: 'revision-stale' });
    expect(await rowsOf(2)).toBe(1);
    expect(
      await bench.count(
        'commitment_salts',
        `subject_kind = 'sheet-comments' and subject_id in
      (select id from score_sheets where assignment_id = $1)`,
        [stage.assignments[2]?.id],
      ),
    ).toBe(1);
  });

  it('is no part of the tally: two sheets that differ only in words have one total', async () => {
    const totals = [
      await submit(3, { comments: said }),
      await submit(4, { comments: { language: 'en', overall: 'x' } }),
    ];
    expect(new Set(totals.map(({ total }) => total)).size).toBe(1);
  });

  it('stands in the draft with the deduction until the sheet is submitted', async () => {
    const drafts = bench.module.get(DraftService);
    const sheet = { scores: { talk: '8' }, deduction: '1.50', comments: { overall: '写了一半' } };
    await drafts.save({ ...own(5), seenVersion: 0, sheet });
    expect((await desk(5)).draft).toMatchObject({ version: 1, ...sheet });
    await expect(drafts.save({ ...own(5), seenVersion: 0, sheet })).rejects.toMatchObject({
      code: 'revision-stale',
      details: { stored: sheet },
    });
    const tooLong = { scores: {}, comments: { overall: 'x'.repeat(2001) } };
    await expect(drafts.save({ ...own(5), seenVersion: 1, sheet: tooLong })).rejects.toMatchObject({
      details: { problems: [{ path: 'comments.overall', code: 'comment-too-long' }] },
    });
    await submit(5, { comments: said });
    const left = await bench.count('drafts', 'assignment_id = $1 and (comments is not null or deduction is not null)', [
      stage.assignments[5]?.id,
    ]);
    expect(left).toBe(0);
  });

  it('stays in the draft where a page knows nothing of it, and goes where it is taken back', async () => {
    const { assignments, userIds } = await createStage(bench.dataSource, { rules, entries: 1, judges: 1 });
    const at = { userId: userIds[0] ?? '', publicId: assignments[0]?.publicId ?? '' };
    const save = (seenVersion: number, sheet: object) =>
      bench.module.get(DraftService).save({ ...at, seenVersion, sheet: { scores: { talk: '8' }, ...sheet } });
    const draft = async () => (await bench.module.get(JudgeDeskService).sheet(at.publicId, at.userId)).draft;
    await save(0, { deduction: '1.5', comments: { overall: '写了一半' } });
    await save(1, {});
    expect(await draft()).toMatchObject({ version: 2, deduction: '1.5', comments: { overall: '写了一半' } });
    await save(2, { deduction: null });
    expect(await draft()).toMatchObject({ version: 3, deduction: null, comments: { overall: '写了一半' } });
    await save(3, { deduction: null, comments: null });
    expect(await draft()).toMatchObject({ version: 4, deduction: null, comments: null });
  });

  it('stands in the sheet that a stale submission is refused with', async () => {
    const again = await submit(2, { comments: said, deduction: '1' }, 1);
    await expect(submit(2, { comments: said }, 1)).rejects.toMatchObject({
      code: 'revision-stale',
      details: { stored: { revision: again.revision, scores, deduction: '1', comments: said } },
    });
    await expect(submit(3, { comments: said }, 0)).rejects.toMatchObject({ details: { stored: { deduction: null } } });
  });

  it('cannot be changed afterwards, only erased', async () => {
    const change = bench.dataSource.query(`update sheet_comments set comments = '{"overall": "x"}'`);
    await expect(change).rejects.toThrow('comments stay as they were submitted');
  });
});
