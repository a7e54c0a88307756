import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { WindowService } from '#contest';
import { DraftService, JudgeDeskService, SheetUnlockQueryService, SheetUnlockService, WallService } from '#judging';
import { TallyService } from '#scoring';
import { startJudgingBench, type JudgingBench } from '../builders/judging-bench.js';
import { createStage, type JudgingStage } from '../builders/judging-stage.js';

let bench: JudgingBench;

beforeAll(async () => {
  bench = await startJudgingBench();
  await bench.dataSource.query(
    `insert into users (id, email, display_name) select id, id || '@example.test', 'Office' from unnest($1::uuid[]) as g (id)`,
    [office],
  );
});
afterAll(() => bench?.close());

const office = [uuidv7(), uuidv7(), uuidv7()] as const;
const [asker, approver, another] = office;
const request = (userId: string) => ({ userId, route: 'POST /unlocks', key: uuidv7(), body: null });
const unlocks = () => bench.module.get(SheetUnlockService);
const close = ({ stageId }: JudgingStage) => bench.module.get(WindowService).close({ stageId }, { actor: asker });
const outcomeOf = (act: Promise<unknown>) =>
  act.then(
    () => 'accepted',
    (error: { code: string }) => error.code,
  );

/** The two-person act on one sheet of a stage. */
class Unlocking {
  constructor(
    private readonly stage: JudgingStage,
    private readonly index = 0,
  ) {}

  private get assignment() {
    const assignment = this.stage.assignments[this.index];
    if (!assignment) throw new RangeError('no such assignment');
    return assignment;
  }

  async request(by = asker, hours = 2): Promise<void> {
    const { judge, entry } = this.assignment;
    const rows = await bench.dataSource.query<{ id: string }[]>('select public_id as id from entries where id = $1', [
      this.stage.entryIds[entry],
    ]);
    await unlocks().request(request(by), this.stage.stageId, {
      judge: this.stage.judgeIds[judge] ?? '',
      entry: rows[0]?.id ?? '',
      reason: '把 9.5 输成了 5.9',
      hours,
    });
  }

  async id(): Promise<string> {
    const rows = await bench.dataSource.query<{ id: string }[]>(
      'select id from sheet_unlocks where assignment_id = $1 order by id desc limit 1',
      [this.assignment.id],
    );
    return rows[0]?.id ?? '';
  }

  async approve(by = approver): Promise<void> {
    await unlocks().approve(request(by), this.stage.stageId, await this.id());
  }

  async takeBack(by = asker): Promise<void> {
    await unlocks().takeBack(request(by), this.stage.stageId, await this.id());
  }

  submit(score: string, seenRevision: number, key = uuidv7()) {
    return bench.submit(this.stage, this.index, score, { seenRevision, key });
  }

  save(seenVersion: number) {
    const { publicId, judge } = this.assignment;
    const userId = this.stage.userIds[judge] ?? '';
    return bench.module.get(DraftService).save({ userId, publicId, seenVersion, sheet: { scores: { novelty: '6' } } });
  }

  desk() {
    const { publicId, judge } = this.assignment;
    return bench.module.get(JudgeDeskService).sheet(publicId, this.stage.userIds[judge] ?? '');
  }
}

/** A stage of one entry and two judges, of which the first has submitted; judging is closed. */
async function closedStage(): Promise<{ stage: JudgingStage; sheet: Unlocking }> {
  const stage = await createStage(bench.dataSource, { entries: 1, judges: 2 });
  await bench.submit(stage, 0, '5.5');
  await close(stage);
  return { stage, sheet: new Unlocking(stage) };
}

describe('a sheet after its stage was closed', () => {
  it('is revised once by the act of two persons, and counts in the next tally', async () => {
    const { stage, sheet } = await closedStage();
    await bench.module.get(TallyService).run(stage.stageId);
    expect(await outcomeOf(sheet.submit('9.5', 1))).toBe('deadline-passed');
    await sheet.request();
    expect(await outcomeOf(sheet.submit('9.5', 1))).toBe('deadline-passed');
    await sheet.approve();
    expect(await sheet.desk()).toMatchObject({ stage: { window: { isOpen: true } }, unlockedUntil: expect.any(Date) });
    await sheet.save(0);
    expect(await sheet.submit('9.5', 1)).toMatchObject({ revision: 2, total: '95' });
    expect(await outcomeOf(sheet.submit('10', 2))).toBe('deadline-passed');
    expect(await outcomeOf(sheet.save(0))).toBe('deadline-passed');
    expect(await sheet.desk()).toMatchObject({ stage: { window: { isOpen: false } }, unlockedUntil: null });
    expect(await bench.count('pending_tallies', 'stage_id = $1', [stage.stageId])).toBe(1);
    expect((await bench.module.get(WallService).read(stage.stageId, asker)).totals).toMatchObject({
      revised: 1,
      unlocked: 1,
    });
  });

  it('stays closed to every other sheet of the stage', async () => {
    const { stage, sheet } = await closedStage();
    await sheet.request();
    await sheet.approve();
    expect(await outcomeOf(bench.submit(stage, 1, '8'))).toBe('deadline-passed');
  });

  it('is let in late by the same act where nothing was submitted in time', async () => {
    const { stage } = await closedStage();
    const late = new Unlocking(stage, 1);
    await late.request();
    await late.approve();
    expect(await late.submit('8', 0)).toMatchObject({ revision: 1 });
    expect((await bench.module.get(WallService).read(stage.stageId, asker)).totals).toMatchObject({
      revised: 0,
      unlocked: 1,
    });
  });

  it('is told to the judge by one message, which names neither the entry nor the reason', async () => {
    const { stage, sheet } = await closedStage();
    await sheet.request();
    const told = () =>
      bench.dataSource.query<{ entry: string; texts: object }[]>(
        `select entry_id as entry, texts from outbox_messages where template = 'sheet-unlocked' and user_id = $1`,
        [stage.userIds[0]],
      );
    expect(await told()).toEqual([]);
    await sheet.approve();
    const messages = await told();
    expect(messages.map(({ entry }) => entry)).toEqual([stage.entryIds[0]]);
    const [{ title = '' } = {}] = await bench.dataSource.query<{ title: string }[]>(
      'select title from entries where id = $1',
      [stage.entryIds[0]],
    );
    const text = JSON.stringify(messages);
    expect([title, '把 9.5'].filter((words) => text.includes(words))).toEqual([]);
  });

  it('has the unlock in the ledger, and in the event of the revision', async () => {
    const { sheet } = await closedStage();
    await sheet.request();
    await sheet.approve();
    const { receipt } = await sheet.submit('9.5', 1);
    const id = await sheet.id();
    const kinds = await bench.dataSource.query<{ kind: string; actor: string }[]>(
      `select kind, canonical::jsonb #>> '{body,actor}' as actor from ledger_events
        where canonical::jsonb #>> '{subject,unlock}' = $1 order by id`,
      [id],
    );
    expect(kinds).toEqual([
      { kind: 'sheet-unlock-requested', actor: asker },
      { kind: 'sheet-unlock-approved', actor: approver },
    ]);
    const named = `encode(hash, 'hex') = $1 and canonical::jsonb #>> '{body,unlock}' = $2`;
    expect(await bench.count('ledger_events', named, [receipt, id])).toBe(1);
    expect(await bench.count('ledger_events', `canonical like '%9.5 输成%'`)).toBe(0);
  });

  it('answers a lost answer with the same receipt, the unlock being used', async () => {
    const { sheet } = await closedStage();
    await sheet.request();
    await sheet.approve();
    const key = uuidv7();
    const { receipt } = await sheet.submit('9.5', 1, key);
    expect(await sheet.submit('9.5', 1, key)).toMatchObject({ receipt, isReplay: true, revision: 2 });
  });

  it('is refused in words where judging is opened again just as it is submitted by the unlock', async () => {
    const stage = await createStage(bench.dataSource, { entries: 1, judges: 1 });
    const { master } = bench.dataSource.driver as unknown as { master: { query: (named: object) => Promise<unknown> } };
    // As the database answered while judging was closed; what it answers next, it answers of an open window.
    const detail = { unlock: uuidv7() };
    const before = jest
      .spyOn(master, 'query')
      .mockResolvedValueOnce({ rows: [{ outcome: 'unlock-unnamed', revision: 0, receipt: null, detail }] });
    expect(await outcomeOf(bench.submit(stage, 0, '8'))).toBe('unlock-unnamed');
    before.mockRestore();
    expect(await bench.submit(stage, 0, '8')).toMatchObject({ revision: 1 });
  });

  it('is closed again when the hours have passed', async () => {
    const { stage, sheet } = await closedStage();
    await sheet.request();
    await bench.dataSource.query(
      `update sheet_unlocks set outcome = 'approved', ended_by = $2, ended_at = now() - interval '3 hours',
         expires_at = now() - interval '1 hour' where id = $1`,
      [await sheet.id(), approver],
    );
    expect(await outcomeOf(sheet.submit('9.5', 1))).toBe('deadline-passed');
    const { unlocks: lines } = await bench.module.get(SheetUnlockQueryService).read(stage.stageId, asker);
    expect(lines).toMatchObject([{ state: 'expired', revision: 1, isOwn: true }]);
  });
});

describe('an unlock is refused', () => {
  it('while judging goes on: the judge revises without it', async () => {
    const stage = await createStage(bench.dataSource, { entries: 1, judges: 1 });
    await bench.submit(stage, 0, '5.5');
    expect(await outcomeOf(new Unlocking(stage).request())).toBe('sheet-still-open');
  });

  it('to the person who asked for it, and to the judge whose sheet it is', async () => {
    const { stage, sheet } = await closedStage();
    expect(await outcomeOf(sheet.request(stage.userIds[0]))).toBe('sheet-unlock-own');
    await sheet.request();
    expect(await outcomeOf(sheet.approve(asker))).toBe('same-person');
    expect(await outcomeOf(sheet.approve(stage.userIds[0]))).toBe('sheet-unlock-own');
  });

  it('twice: while one awaits approval or stands open, and when another has ended it', async () => {
    const { sheet } = await closedStage();
    await sheet.request();
    expect(await outcomeOf(sheet.request(approver))).toBe('sheet-unlock-requested');
    const both = await Promise.all([outcomeOf(sheet.approve()), outcomeOf(sheet.approve(another))]);
    expect(new Set(both)).toEqual(new Set(['accepted', 'sheet-unlock-missing']));
    expect(await outcomeOf(sheet.request())).toBe('sheet-unlock-requested');
    expect(await outcomeOf(sheet.takeBack())).toBe('sheet-unlock-missing');
  });

  it('once taken back, until it is asked for anew', async () => {
    const { sheet } = await closedStage();
    await sheet.request();
    await sheet.takeBack(approver);
    expect(await outcomeOf(sheet.approve())).toBe('sheet-unlock-missing');
    expect(await outcomeOf(sheet.request())).toBe('accepted');
  });

  it('when the stage’s result has been used, before its approval or after it', async () => {
    const { stage, sheet } = await closedStage();
    await sheet.request();
    await sheet.approve();
    const late = new Unlocking(stage, 1);
    await late.request();
    await bench.dataSource.query(`update stage_entries set outcome = 'advanced' where stage_id = $1`, [stage.stageId]);
    expect(await outcomeOf(sheet.submit('9.5', 1))).toBe('result-used');
    expect(await outcomeOf(late.approve())).toBe('result-used');
    await late.takeBack();
    expect(await outcomeOf(late.request())).toBe('result-used');
  });

  it('for an entry that the judge does not judge in the stage', async () => {
    const { stage } = await closedStage();
    const other = await closedStage();
    const foreign = { ...other.stage, stageId: stage.stageId };
    expect(await outcomeOf(new Unlocking(foreign).request())).toBe('not-found');
  });
});

describe('the database holds that an unlock', () => {
  const refusal = (sql: string, parameters: unknown[]) =>
    bench.dataSource.query(sql, parameters).then(
      () => 'accepted',
      (error: { constraint?: string }) => error.constraint,
    );

  it('is approved by another person, ends once, is used once and stays', async () => {
    const { sheet } = await closedStage();
    await sheet.request();
    const id = await sheet.id();
    const approval = `update sheet_unlocks set outcome = 'approved', ended_by = $2, ended_at = now(),
      expires_at = now() + interval '1 hour' where id = $1`;
    expect(await refusal(approval, [id, asker])).toBe('sheet_unlocks_two_persons');
    expect(await refusal(approval, [id, approver])).toBe('accepted');
    expect(await refusal(approval, [id, uuidv7()])).toBe('sheet_unlocks_forward');
    await sheet.submit('9.5', 1);
    expect(await refusal('update sheet_unlocks set sheet_id = null where id = $1', [id])).toBe('sheet_unlocks_forward');
    expect(await refusal('delete from sheet_unlocks where id = $1', [id])).toBe('sheet_unlocks_stay');
  });

  it('is of nobody’s own sheet', async () => {
    const { stage } = await closedStage();
    const insert = `insert into sheet_unlocks (id, assignment_id, stage_id, revision, reason, hours, requested_by)
      values ($1, $2, $3, 1, 'x', 1, $4)`;
    const own = [uuidv7(), stage.assignments[0]?.id, stage.stageId, stage.userIds[0]];
    expect(await refusal(insert, own)).toBe('sheet_unlocks_not_oneself');
  });
});
