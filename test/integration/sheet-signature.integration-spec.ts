import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { canonicalJson, saltedCommitment } from '#domain';
import { JudgeDeskService, ScoreSheetService } from '#judging';
import { createStage, stageRules, type JudgingStage } from '../builders/judging-stage.js';
import { startJudgingBench, type JudgingBench } from '../builders/judging-bench.js';

jest.setTimeout(120_000);

let bench: JudgingBench;
let stage: JudgingStage;
const rules = stageRules({ signature: 'screen', comments: { overall: 'optional' } });
const scores = Object.fromEntries(rules.rubric.criteria.map(({ key }) => [key, '8']));
const drawn = { kind: 'drawn', content: 'M10 20L30 40L80 20M100 100L120 90' };
const typed = { kind: 'typed', content: '李华' };
const comments = { language: 'zh', overall: '样机可靠' };

beforeAll(async () => {
  bench = await startJudgingBench();
  stage = await createStage(bench.dataSource, { rules, entries: 4, judges: 1 });
});

afterAll(() => bench?.close());

const own = (index: number, of = stage) => ({
  userId: of.userIds[0] ?? '',
  publicId: of.assignments[index]?.publicId ?? '',
});
const submit = (index: number, signature: unknown, changes: { sheet?: object; key?: string; seen?: number } = {}) =>
  bench.module.get(ScoreSheetService).submit({
    ...own(index),
    ...{ key: changes.key ?? uuidv7(), seenRevision: changes.seen ?? 0, rulesHash: stage.rulesHash, signature },
    sheet: { scores, ...changes.sheet },
  });
const desk = (index: number) => bench.module.get(JudgeDeskService).sheet(own(index).publicId, own(index).userId);
const rowsOf = (index: number) =>
  bench.count('sheet_signatures', 'sheet_id in (select id from score_sheets where assignment_id = $1)', [
    stage.assignments[index]?.id,
  ]);
const refused = (code: string) => ({
  code: 'score-sheet-invalid',
  details: { problems: [{ path: 'signature', code }] },
});

describe('a sheet that is signed on the screen', () => {
  it('keeps the signature beside its words; the ledger holds commitments alone, and verifies once all is erased', async () => {
    const { receipt } = await submit(0, drawn, { sheet: { comments } });
    expect((await desk(0)).submitted).toMatchObject({ receipt, signature: drawn, comments });
    const [event] = await bench.dataSource.query<{ canonical: string; salt: string; sheet: string }[]>(
      `select l.canonical, encode(c.salt, 'hex') as salt, c.subject_id as sheet
         from ledger_events l join score_sheets s on s.event_hash = l.hash
         join commitment_salts c on c.subject_kind = 'sheet-signature' and c.subject_id = s.id
        where l.hash = decode($1, 'hex')`,
      [receipt],
    );
    const { body } = JSON.parse(event?.canonical ?? '{}') as { body: Record<string, unknown> };
    expect(body['signature']).toBe(saltedCommitment(event?.salt ?? '', canonicalJson(drawn)));
    expect(body['comments']).toMatch(/^[0-9a-f]{64}$/);
    expect(event?.canonical).not.toContain('M10 20');
    await bench.dataSource.query('delete from sheet_signatures where sheet_id = $1', [event?.sheet]);
    await bench.dataSource.query('delete from commitment_salts where subject_id = $1', [event?.sheet]);
    expect((await desk(0)).submitted).toMatchObject({ receipt, signature: null });
  });

  it('is refused without one, or with one that cannot be read, and nothing is stored', async () => {
    await expect(submit(1, undefined)).rejects.toMatchObject(refused('signature-missing'));
    await expect(submit(1, { kind: 'drawn', content: '<svg/>' })).rejects.toMatchObject(refused('signature-invalid'));
    expect(await rowsOf(1)).toBe(0);
    expect((await desk(1)).submitted).toBeNull();
  });

  it('is signed anew with each revision, and once however often the same submission arrives', async () => {
    const key = uuidv7();
    const first = await submit(2, typed, { key });
    expect(await submit(2, typed, { key })).toMatchObject({ receipt: first.receipt, isReplay: true });
    await expect(submit(2, drawn, { key })).rejects.toMatchObject({ code: 'idempotency-key-reused' });
    expect(await rowsOf(2)).toBe(1);
    await submit(2, drawn, { seen: 1 });
    expect((await desk(2)).submitted).toMatchObject({ revision: 2, signature: drawn });
    expect(await rowsOf(2)).toBe(2);
    const change = bench.dataSource.query(`update sheet_signatures set content = 'x'`);
    await expect(change).rejects.toMatchObject({ constraint: 'sheet_signatures_stay' });
  });

  it('takes none where the rules know none', async () => {
    const other = await createStage(bench.dataSource, { entries: 1, judges: 1 });
    const submitted = bench.module.get(ScoreSheetService).submit({
      ...own(0, other),
      ...{ key: uuidv7(), seenRevision: 0, rulesHash: other.rulesHash, signature: typed, sheet: { scores } },
    });
    await expect(submitted).rejects.toMatchObject(refused('signature-not-allowed'));
  });
});
