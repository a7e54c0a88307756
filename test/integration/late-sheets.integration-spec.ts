import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { WindowService } from '#contest';
import {
  JudgeDeskService,
  LateSheetService,
  SheetUnlockQueryService,
  SheetUnlockService,
  type LateLine,
} from '#judging';
import { actsWithoutEvents } from '../builders/acts-and-events.js';
import { startJudgingBench, type JudgingBench } from '../builders/judging-bench.js';
import { createStage, type JudgingStage } from '../builders/judging-stage.js';

let bench: JudgingBench;
const [asker, approver, tied] = [uuidv7(), uuidv7(), uuidv7()];

beforeAll(async () => {
  bench = await startJudgingBench();
  await rows(
    `insert into users (id, email, display_name) select id, id || '@example.test', 'Office' from unnest($1::uuid[]) as g (id)`,
    [[asker, approver, tied]],
  );
});
afterAll(() => bench?.close());

const rows = <T = object>(sql: string, values: unknown[] = []) => bench.dataSource.query<T[]>(sql, values);
const by = (userId: string, key = uuidv7()) => ({ userId, route: 'POST /late', key, body: null });
const outcomeOf = (act: Promise<unknown>) =>
  act.then(
    () => 'accepted',
    ({ code, constraint }: { code: string; constraint?: string }) => constraint ?? code,
  );
const typedAt = new Date('2026-05-01T08:00:00Z');
const words = { language: 'zh', overall: '断网时写下的话' };

/** One entry and two judges, of which the first has submitted; judging is closed unless said otherwise. */
class LateStage {
  constructor(readonly stage: JudgingStage) {}

  static async make({ isClosed = true } = {}): Promise<LateStage> {
    const stage = await createStage(bench.dataSource, { entries: 1, judges: 2 });
    await bench.submit(stage, 0, '5.5');
    const made = new LateStage(stage);
    if (isClosed) await made.close();
    return made;
  }

  async close(): Promise<void> {
    await bench.module.get(WindowService).close({ stageId: this.stage.stageId }, { actor: asker });
  }

  private assignment(index: number) {
    const found = this.stage.assignments[index];
    if (!found) throw new RangeError('no such assignment');
    return found;
  }

  userOf(index: number): string {
    return this.stage.userIds[this.assignment(index).judge] ?? '';
  }

  /** @param revision over which it was typed; what stands, unless a test says otherwise */
  async handIn(index: number, scores: object, key = uuidv7(), as = this.userOf(index), revision?: number) {
    const sheet = { scores, comments: this.stage.rules.comments ? words : undefined };
    const { publicId } = this.assignment(index);
    const [row] = await bench.dataSource.query<{ revision: number }[]>(
      'select current_revision(id) as revision from assignments where public_id = $1',
      [publicId],
    );
    const given = { publicId, sheet, typedAt, revision: revision ?? row?.revision ?? 0 };
    return bench.module.get(LateSheetService).handIn(by(as, key), given);
  }

  desk(index: number) {
    return bench.module.get(JudgeDeskService).sheet(this.assignment(index).publicId, this.userOf(index));
  }

  async lines(reader = asker): Promise<readonly LateLine[]> {
    return (await bench.module.get(SheetUnlockQueryService).read(this.stage.stageId, reader)).late;
  }

  async refuse(as = asker, reason = '断网记录不足'): Promise<void> {
    const [late] = await rows<{ id: string }>('select id from late_sheets where stage_id = $1 order by id desc', [
      this.stage.stageId,
    ]);
    await bench.module.get(LateSheetService).refuse(by(as), this.stage.stageId, late?.id ?? uuidv7(), reason);
  }

  async unlock(index: number): Promise<void> {
    await this.ask(index);
    const [unlock] = await rows<{ id: string }>('select id from sheet_unlocks where stage_id = $1 order by id desc', [
      this.stage.stageId,
    ]);
    await bench.module.get(SheetUnlockService).approve(by(approver), this.stage.stageId, unlock?.id ?? '');
  }

  async ask(index: number): Promise<void> {
    const [entry] = await rows<{ id: string }>('select public_id as id from entries where id = $1', [
      this.stage.entryIds[this.assignment(index).entry],
    ]);
    const judge = this.stage.judgeIds[this.assignment(index).judge] ?? '';
    const wanted = { judge, entry: entry?.id ?? '', reason: '断网期间已过截止', hours: 2 };
    await bench.module.get(SheetUnlockService).request(by(asker), this.stage.stageId, wanted);
  }
}

describe('a sheet that comes after judging has ended', () => {
  it('is kept for the office, counts nowhere, and is told to its judge', async () => {
    const late = await LateStage.make();
    const { receivedAt } = await late.handIn(1, { novelty: '9' });
    expect(await late.desk(1)).toMatchObject({
      ...{ submitted: null, draft: null },
      late: { scores: { novelty: '9' }, state: 'waiting', reason: null },
    });
    expect(new Date((await late.desk(1)).late?.receivedAt ?? 0)).toEqual(receivedAt);
    expect(await bench.count('score_sheets', 'stage_id = $1', [late.stage.stageId])).toBe(1);
    const queue = await bench.module.get(JudgeDeskService).queue(late.userOf(1));
    expect(queue.stages[0]?.assignments).toMatchObject([{ state: 'untouched', late: 'waiting' }]);
  });

  it('shows the office how it differs from what stands, and no score', async () => {
    const late = await LateStage.make();
    const criteria = late.stage.rules.rubric.criteria.length;
    await late.handIn(0, { novelty: '5.50', [late.stage.rules.rubric.criteria[1]?.key ?? '']: '9' });
    const lines = await late.lines();
    expect(lines).toMatchObject([
      { revision: 1, given: 2, of: criteria, changed: 1, changesDeduction: false, typedAt },
    ]);
    expect(lines[0]?.submittedAt).toBeInstanceOf(Date);
    expect(JSON.stringify(lines)).not.toMatch(/"9"|5\.5/);
  });

  it('becomes the judge’s draft when two persons unlock the sheet, and the judge submits it', async () => {
    const late = await LateStage.make();
    await late.handIn(0, { novelty: '9' });
    await late.ask(0);
    expect(await late.lines()).toMatchObject([{ state: 'asked' }]);
    const [unlock] = await rows<{ id: string }>('select id from sheet_unlocks where stage_id = $1', [
      late.stage.stageId,
    ]);
    await bench.module.get(SheetUnlockService).approve(by(approver), late.stage.stageId, unlock?.id ?? '');
    expect(await late.desk(0)).toMatchObject({
      ...{ draft: { scores: { novelty: '9' } }, submitted: { revision: 1 }, late: { state: 'accepted' } },
    });
    expect(await bench.submit(late.stage, 0, '9', { seenRevision: 1 })).toMatchObject({ revision: 2 });
    expect((await late.desk(0)).late).toBeNull();
    expect(await late.lines()).toMatchObject([{ state: 'accepted', decidedBy: 'Office' }]);
  });

  it.each([
    ['takes the place of an older draft, whose version goes on', '-1 hour', 4, '9'],
    ['leaves a draft that was saved elsewhere after it was decided', '1 hour', 3, '4'],
  ])('%s', async (_name, after, version, score) => {
    const late = await LateStage.make({ isClosed: false });
    await rows(
      `insert into drafts (assignment_id, version, scores, updated_at)
       values ($1, 3, '{"novelty": "4"}', $2::timestamptz + $3::interval)`,
      [late.stage.assignments[1]?.id, typedAt, after],
    );
    await late.close();
    await late.handIn(1, { novelty: '9' });
    await late.unlock(1);
    expect((await late.desk(1)).draft).toMatchObject({ version, scores: { novelty: score } });
  });

  it('is refused with a reason that its judge reads, and changes nothing', async () => {
    const late = await LateStage.make();
    await late.handIn(1, { novelty: '9' });
    await late.refuse();
    expect((await late.desk(1)).late).toMatchObject({ state: 'refused', reason: '断网记录不足' });
    expect((await late.desk(1)).draft).toBeNull();
    expect(await outcomeOf(late.refuse())).toBe('late-sheet-missing');
    // An unlock of its own, later: what was refused stays out.
    await late.unlock(1);
    expect((await late.desk(1)).draft).toBeNull();
  });

  it('stands in the ledger by commitment alone', async () => {
    const late = await LateStage.make();
    await late.handIn(1, { novelty: '8.5' });
    await late.refuse();
    const events = await rows<{ kind: string; canonical: string }>(
      `select kind, canonical from ledger_events where canonical::jsonb #>> '{subject,lateSheet}' =
        (select id::text from late_sheets where stage_id = $1) order by id`,
      [late.stage.stageId],
    );
    expect(events.map(({ kind }) => kind)).toEqual(['late-sheet-handed-in', 'late-sheet-refused']);
    expect(events.map(({ canonical }) => canonical).join()).not.toMatch(/"8\.5"|断网/);
    expect(await actsWithoutEvents(bench.dataSource)).not.toContainEqual(
      expect.objectContaining({ table: 'late_sheets' }),
    );
  });
});

describe('a late sheet arrives once', () => {
  it('with the same answer where it is sent again, and is refused as another', async () => {
    const late = await LateStage.make();
    const key = uuidv7();
    const twins = await Promise.all([late.handIn(1, { novelty: '9' }, key), late.handIn(1, { novelty: '9' }, key)]);
    expect(twins[0]).toEqual(twins[1]);
    expect(await outcomeOf(late.handIn(1, { novelty: '8' }))).toBe('late-sheet-handed-in');
    expect(await bench.count('late_sheets', 'stage_id = $1', [late.stage.stageId])).toBe(1);
  });

  it('is none that was typed over an earlier revision than the one that stands: the place stays for what was typed since', async () => {
    const late = await LateStage.make();
    const [own, key] = [late.userOf(0), uuidv7()];
    expect(await outcomeOf(late.handIn(0, { novelty: '9' }, key, own, 0))).toBe('revision-stale');
    expect(await outcomeOf(late.handIn(0, { novelty: '9' }, key, own, 2))).toBe('revision-stale');
    expect(await outcomeOf(late.handIn(0, { novelty: '8' }, uuidv7(), own, 1))).toBe('accepted');
    expect(await late.lines()).toHaveLength(1);
  });
});

describe('a late sheet is not taken', () => {
  it('while judging goes on, or an unlock lets it in', async () => {
    const late = await LateStage.make({ isClosed: false });
    expect(await outcomeOf(late.handIn(1, { novelty: '9' }))).toBe('sheet-still-open');
    await late.close();
    await late.unlock(1);
    expect(await outcomeOf(late.handIn(1, { novelty: '9' }))).toBe('sheet-still-open');
  });

  it('from anybody but its judge, nor of an entry from which the judge stepped back', async () => {
    const late = await LateStage.make();
    expect(await outcomeOf(late.handIn(1, { novelty: '9' }, uuidv7(), late.userOf(0)))).toBe('assignment-not-found');
    await rows(
      `insert into conflicts_of_interest (id, judge_id, entry_id, form, reason_code, declared_by)
       values ($1, $2, $3, 'by-oneself', 'family', $4)`,
      [uuidv7(), late.stage.judgeIds[1], late.stage.entryIds[0], late.userOf(1)],
    );
    expect(await outcomeOf(late.handIn(1, { novelty: '9' }))).toBe('conflict-of-interest');
  });

  it('when it says nothing, or what the rules do not allow', async () => {
    const late = await LateStage.make();
    expect(await outcomeOf(late.handIn(1, {}))).toBe('score-sheet-invalid');
    expect(await outcomeOf(late.handIn(1, { novelty: '95' }))).toBe('score-sheet-invalid');
    expect(await bench.count('late_sheets', 'stage_id = $1', [late.stage.stageId])).toBe(0);
  });

  it('once the stage’s result has been used', async () => {
    const late = await LateStage.make();
    await rows(`update stage_entries set outcome = 'advanced' where stage_id = $1`, [late.stage.stageId]);
    expect(await outcomeOf(late.handIn(1, { novelty: '9' }))).toBe('result-used');
  });
});

describe('a late sheet is decided', () => {
  it('by nobody who has a tie to the entry, who is not told of it either', async () => {
    const late = await LateStage.make();
    await late.handIn(1, { novelty: '9' });
    await rows('insert into team_ties (entry_id, user_id) values ($1, $2)', [late.stage.entryIds[0], tied]);
    expect(await outcomeOf(late.refuse(tied))).toBe('organiser-conflicted');
    expect(await late.lines(tied)).toEqual([]);
  });

  it('not by its own judge, and not while an unlock of it awaits approval', async () => {
    const late = await LateStage.make();
    await late.handIn(1, { novelty: '9' });
    expect(await outcomeOf(late.refuse(late.userOf(1)))).toBe('sheet-unlock-own');
    await late.ask(1);
    expect(await outcomeOf(late.refuse())).toBe('sheet-unlock-requested');
  });

  it('once, as the database holds; what it says is erased, never changed', async () => {
    const late = await LateStage.make();
    await late.handIn(1, { novelty: '9' });
    const own = 'where stage_id = $1';
    const of = [late.stage.stageId];
    const change = (set: string) => outcomeOf(rows(`update late_sheets set ${set} ${own}`, of));
    expect(await change(`scores = '{"novelty": "1"}'`)).toBe('late_sheets_forward');
    expect(await outcomeOf(rows(`delete from late_sheets ${own}`, of))).toBe('late_sheets_stay');
    await late.refuse();
    expect(await change(`decided_at = now()`)).toBe('late_sheets_forward');
    expect(await change(`scores = null, comments = null, reason = null`)).toBe('accepted');
  });
});
