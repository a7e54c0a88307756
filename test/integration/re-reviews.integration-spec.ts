import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { WindowService } from '#contest';
import { JudgeDeskService, ReReviewService, SheetUnlockQueryService, SheetUnlockService } from '#judging';
import { actsWithoutEvents } from '../builders/acts-and-events.js';
import { startJudgingBench, type JudgingBench } from '../builders/judging-bench.js';
import { createStage, type JudgingStage } from '../builders/judging-stage.js';

let bench: JudgingBench;
const [office, approver, tied] = [uuidv7(), uuidv7(), uuidv7()];

beforeAll(async () => {
  bench = await startJudgingBench();
  await rows(
    `insert into users (id, email, display_name) select id, id || '@example.test', 'Office' from unnest($1::uuid[]) as g (id)`,
    [[office, approver, tied]],
  );
});
afterAll(() => bench?.close());

const rows = <T = object>(sql: string, values: unknown[] = []) => bench.dataSource.query<T[]>(sql, values);
const by = (userId: string, key = uuidv7()) => ({ userId, route: 'POST /re-reviews', key, body: null });
const reReviews = () => bench.module.get(ReReviewService);
const outcomeOf = (act: Promise<unknown>) =>
  act.then(
    () => 'accepted',
    ({ code, constraint }: { code: string; constraint?: string }) => constraint ?? code,
  );
const reason = '最高 9.5 与最低 5.5 相差太大';

/** One entry, scored by two of its three judges, far apart. */
async function apart(): Promise<JudgingStage> {
  const stage = await createStage(bench.dataSource, { entries: 1, judges: 3 });
  await bench.submit(stage, 0, '9.5');
  await bench.submit(stage, 1, '5.5');
  return stage;
}

const close = ({ stageId }: JudgingStage) => bench.module.get(WindowService).close({ stageId }, { actor: office });
const linesOf = async ({ stageId }: JudgingStage, reader = office) =>
  (await reReviews().read(stageId, reader)).reReviews;

async function order(stage: JudgingStage, as = office, key = uuidv7()): Promise<void> {
  const [entry] = await rows<{ number: number }>('select number from entries where id = $1', [stage.entryIds[0]]);
  await reReviews().order(by(as, key), stage.stageId, { entryNumber: entry?.number ?? 0, reason, hours: 2 });
}

async function callOff(stage: JudgingStage, as = office): Promise<void> {
  const [one] = await rows<{ id: string }>('select id from re_reviews where stage_id = $1 order by id desc', [
    stage.stageId,
  ]);
  await reReviews().callOff(by(as), stage.stageId, one?.id ?? uuidv7());
}

function deskOf(stage: JudgingStage, index: number) {
  const { publicId, judge } = stage.assignments[index] ?? { publicId: '', judge: 0 };
  return bench.module.get(JudgeDeskService).sheet(publicId, stage.userIds[judge] ?? '');
}

describe('a re-review while judging is open', () => {
  it('asks those who scored the entry, and is done once each has submitted again; every revision is kept', async () => {
    const stage = await apart();
    expect((await deskOf(stage, 0)).asksAgain).toBe(false);
    await order(stage);
    expect(await linesOf(stage)).toMatchObject([{ state: 'open', judges: 2, again: 0, reason, orderedBy: 'Office' }]);
    const asked = await Promise.all([0, 1, 2].map(async (index) => (await deskOf(stage, index)).asksAgain));
    expect(asked).toEqual([true, true, false]);
    // The same scores are an answer too.
    await bench.submit(stage, 0, '9.5', { seenRevision: 1 });
    expect((await deskOf(stage, 0)).asksAgain).toBe(false);
    await bench.submit(stage, 2, '7');
    expect(await linesOf(stage)).toMatchObject([{ state: 'open', judges: 2, again: 1 }]);
    await bench.submit(stage, 1, '6.5', { seenRevision: 1 });
    expect(await linesOf(stage)).toMatchObject([{ state: 'done', judges: 2, again: 2 }]);
    expect(await bench.count('score_sheets', 'stage_id = $1', [stage.stageId])).toBe(5);
    // Still apart: it may be ordered anew.
    await order(stage);
    expect(await linesOf(stage)).toMatchObject([{ state: 'open', judges: 3, again: 0 }, { state: 'done' }]);
  });

  it('tells a judge neither the reason nor what another scored', async () => {
    const stage = await apart();
    await order(stage);
    const desk = JSON.stringify(await deskOf(stage, 1));
    expect(desk).not.toMatch(/9\.5|相差太大/);
  });

  it('is called off by the office: nobody is asked any more, and what was submitted stays', async () => {
    const stage = await apart();
    await order(stage);
    await callOff(stage);
    expect((await deskOf(stage, 0)).asksAgain).toBe(false);
    expect(await linesOf(stage)).toMatchObject([{ state: 'called-off', endedBy: 'Office' }]);
    expect(await outcomeOf(callOff(stage))).toBe('re-review-missing');
  });

  it('stands in the ledger, its reason by commitment alone', async () => {
    const stage = await apart();
    await order(stage);
    await callOff(stage);
    const events = await rows<{ kind: string; canonical: string }>(
      `select kind, canonical from ledger_events where canonical::jsonb #>> '{subject,reReview}' =
        (select id::text from re_reviews where stage_id = $1) order by id`,
      [stage.stageId],
    );
    expect(events.map(({ kind }) => kind)).toEqual(['re-review-ordered', 're-review-called-off']);
    expect(events.map(({ canonical }) => canonical).join()).not.toContain('相差太大');
    expect(await actsWithoutEvents(bench.dataSource)).not.toContainEqual(
      expect.objectContaining({ table: 're_reviews' }),
    );
  });
});

describe('a re-review after judging', () => {
  it('asks for an unlock of each submitted sheet, which another person approves', async () => {
    const stage = await apart();
    await close(stage);
    await order(stage);
    expect((await deskOf(stage, 0)).asksAgain).toBe(false);
    const { unlocks } = await bench.module.get(SheetUnlockQueryService).read(stage.stageId, approver);
    expect(unlocks).toMatchObject([
      { state: 'requested', revision: 1, hours: 2 },
      { state: 'requested', revision: 1 },
    ]);
    const approve = (id: string) => bench.module.get(SheetUnlockService).approve(by(approver), stage.stageId, id);
    for (const { id } of unlocks) await approve(id);
    expect((await deskOf(stage, 0)).asksAgain).toBe(true);
    await bench.submit(stage, 0, '8', { seenRevision: 1 });
    await bench.submit(stage, 1, '6', { seenRevision: 1 });
    expect(await linesOf(stage)).toMatchObject([{ state: 'done' }]);
  });

  it('is refused once the stage’s result has been used', async () => {
    const stage = await apart();
    await close(stage);
    await rows(`update stage_entries set outcome = 'advanced' where stage_id = $1`, [stage.stageId]);
    expect(await outcomeOf(order(stage))).toBe('result-used');
  });
});

describe('a re-review is refused', () => {
  it('where fewer than two sheets can be compared, and while one is under way', async () => {
    const one = await createStage(bench.dataSource, { entries: 1, judges: 2 });
    await bench.submit(one, 0, '9.5');
    expect(await outcomeOf(order(one))).toBe('re-review-needless');
    const stage = await apart();
    const both = await Promise.all([outcomeOf(order(stage)), outcomeOf(order(stage, approver))]);
    expect(new Set(both)).toEqual(new Set(['accepted', 're-review-standing']));
  });

  it('of an entry that is not judged in the stage', async () => {
    const stage = await apart();
    const wanted = { entryNumber: 999_999, reason, hours: 2 };
    expect(await outcomeOf(reReviews().order(by(office), stage.stageId, wanted))).toBe('not-found');
  });

  it('to whom the entry concerns, who reads nothing of it', async () => {
    const stage = await apart();
    await order(stage);
    await rows('insert into team_ties (entry_id, user_id) values ($1, $2)', [stage.entryIds[0], tied]);
    expect(await linesOf(stage, tied)).toEqual([]);
    expect(await outcomeOf(callOff(stage, tied))).toBe('organiser-conflicted');
    expect(await outcomeOf(order(stage, tied))).toBe('organiser-conflicted');
  });

  it('by the database where it is changed or taken away', async () => {
    const stage = await apart();
    await order(stage);
    const own = [stage.stageId];
    const change = (sql: string) => outcomeOf(rows(`${sql} where stage_id = $1`, own));
    expect(await change(`update re_reviews set ordered_by = ordered_by, reason = 'another'`)).toBe(
      're_reviews_forward',
    );
    expect(await change('delete from re_reviews')).toBe('re_reviews_stay');
    expect(await change('update re_reviews set reason = null')).toBe('accepted');
  });

  it('never twice with one key', async () => {
    const stage = await apart();
    const key = uuidv7();
    await order(stage, office, key);
    await order(stage, office, key);
    expect(await linesOf(stage)).toHaveLength(1);
  });
});
