import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v4 as uuidv4, v7 as uuidv7 } from 'uuid';
import { WindowService } from '#contest';
import { saltedCommitment } from '#domain';
import { RecusalService, SheetUnlockQueryService, SheetUnlockService } from '#judging';
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
const by = (userId: string) => ({ userId, route: 'POST /unlocks', key: uuidv7(), body: null });
const unlocks = () => bench.module.get(SheetUnlockService);
const query = () => bench.module.get(SheetUnlockQueryService);
const refusalOf = (act: Promise<unknown>) =>
  act.then(
    () => 'accepted',
    ({ code, constraint }: { code: string; constraint?: string }) => constraint ?? code,
  );

/** Two entries, each scored by two judges; judging is closed. */
async function closedStage(): Promise<JudgingStage> {
  const stage = await createStage(bench.dataSource, { entries: 2, judges: 2 });
  await bench.submitAll(stage);
  await bench.module.get(WindowService).close({ stageId: stage.stageId }, { actor: asker });
  return stage;
}

async function ask(stage: JudgingStage, entry: number, userId: string, judge = stage.judgeIds[0] ?? ''): Promise<void> {
  const [found] = await rows<{ id: string }>('select public_id as id from entries where id = $1', [
    stage.entryIds[entry],
  ]);
  const wanted = { judge, entry: found?.id ?? '', reason: '把 9.5 输成了 5.9', hours: 2 };
  await unlocks().request(by(userId), stage.stageId, wanted);
}

async function unlockOf(stage: JudgingStage): Promise<string> {
  const [found] = await rows<{ id: string }>('select id from sheet_unlocks where stage_id = $1 order by id desc', [
    stage.stageId,
  ]);
  return found?.id ?? '';
}

const ties = {
  'was in its team': ({ entryIds }: JudgingStage) =>
    rows('insert into team_ties (entry_id, user_id) values ($1, $2)', [entryIds[0], tied]),
  'declared a conflict with it as a judge': async ({ editionId, entryIds }: JudgingStage) => {
    const judge = uuidv7();
    await rows('insert into judges (id, edition_id, user_id, is_active) values ($1, $2, $3, false)', [
      ...[judge, editionId, tied],
    ]);
    await rows(
      `insert into conflicts_of_interest (id, judge_id, entry_id, form, reason_code, declared_by)
       values ($1, $2, $3, 'by-oneself', 'family', $4)`,
      [uuidv7(), judge, entryIds[0], tied],
    );
  },
  'stepped back from it as an organiser': ({ entryIds }: JudgingStage) =>
    rows(
      `insert into organiser_recusals (id, entry_id, user_id, form, reason_code, handed_to, declared_by)
       values ($1, $2, $3, 'by-oneself', 'family', $4, $3)`,
      [uuidv7(), entryIds[0], tied, approver],
    ),
};

describe.each(Object.entries(ties))('an organiser who %s', (_, tie) => {
  it('neither asks for the unlock of its sheets, whoever the judge, nor approves one or takes it back', async () => {
    const stage = await closedStage();
    await tie(stage);
    expect(await refusalOf(ask(stage, 0, tied))).toBe('organiser-conflicted');
    expect(await refusalOf(ask(stage, 0, tied, uuidv4()))).toBe('organiser-conflicted');
    await ask(stage, 0, asker);
    const id = await unlockOf(stage);
    expect(await refusalOf(unlocks().approve(by(tied), stage.stageId, id))).toBe('organiser-conflicted');
    expect(await refusalOf(unlocks().takeBack(by(tied), stage.stageId, id))).toBe('organiser-conflicted');
    expect(await bench.count('sheet_unlocks', 'stage_id = $1 and outcome is null', [stage.stageId])).toBe(1);
    expect(await refusalOf(unlocks().approve(by(approver), stage.stageId, id))).toBe('accepted');
    expect(await refusalOf(ask(stage, 1, tied))).toBe('accepted');
  });

  it('reads nothing of it, in the numbers neither; the others read all', async () => {
    const stage = await closedStage();
    const [judge = ''] = stage.judgeIds;
    await tie(stage);
    for (const entry of [0, 1]) await ask(stage, entry, asker);
    const read = async (reader: string) => {
      const { unlocks: lines, judges } = await query().read(stage.stageId, reader);
      const sheets = await query().sheetsOf(stage.stageId, judge, reader);
      return { unlocks: lines.length, sheets: sheets.length, counted: judges.map((one) => one.sheets) };
    };
    expect(await read(tied)).toEqual({ unlocks: 1, sheets: 1, counted: [1, 1] });
    expect(await read(approver)).toEqual({ unlocks: 2, sheets: 2, counted: [2, 2] });
  });
});

describe('the unlock of a sheet whose judge', () => {
  const stepped = {
    'is ordered to step back': ({ entryIds, judgeIds }: JudgingStage) =>
      rows(
        `insert into recusal_orders (id, entry_id, judge_id, reason_code, reason, evidence, ordered_by)
         values ($1, $2, $3, 'family', 'x', 'x', $4)`,
        [uuidv7(), entryIds[0], judgeIds[0], asker],
      ),
    'stepped back meanwhile': async (stage: JudgingStage) => {
      const own = stage.assignments.find(({ judge, entry }) => judge === 0 && entry === 0);
      const request = { userId: stage.userIds[0] ?? '', route: 'POST /recusal', key: uuidv7(), body: null };
      await bench.module.get(RecusalService).recuse(request, own?.publicId ?? '', 'family');
    },
  };

  it.each(Object.entries(stepped))(
    '%s is not approved and told to nobody; it is taken back as any other',
    async (_, step) => {
      const stage = await closedStage();
      await ask(stage, 0, asker);
      const id = await unlockOf(stage);
      await step(stage);
      expect(await refusalOf(unlocks().approve(by(approver), stage.stageId, id))).toBe('sheet-unlock-missing');
      expect(
        await bench.count('outbox_messages', `template = 'sheet-unlocked' and user_id = $1`, [stage.userIds[0]]),
      ).toBe(0);
      expect(await refusalOf(unlocks().takeBack(by(approver), stage.stageId, id))).toBe('accepted');
    },
  );
});

describe('the database holds that an unlock', () => {
  it('is asked for and ended by nobody with a tie to the entry; a later tie undoes nothing', async () => {
    const stage = await closedStage();
    await ask(stage, 0, asker);
    await rows('insert into team_ties (entry_id, user_id) values ($1, $2), ($1, $3)', [
      ...[stage.entryIds[0], tied, asker],
    ]);
    const insert = `insert into sheet_unlocks (id, assignment_id, stage_id, revision, reason, hours, requested_by)
      select $1, assignment_id, stage_id, 1, $4, 1, $3 from sheet_unlocks where id = $2`;
    const id = await unlockOf(stage);
    expect(await refusalOf(rows(insert, [uuidv7(), id, tied, 'x']))).toBe('sheet_unlocks_no_tie');
    const end = `update sheet_unlocks set outcome = $3, ended_by = $2, ended_at = now(),
      expires_at = case $3 when 'approved' then now() + interval '1 hour' end where id = $1`;
    for (const outcome of ['approved', 'taken-back']) {
      expect(await refusalOf(rows(end, [id, tied, outcome]))).toBe('sheet_unlocks_no_tie');
    }
    expect(await refusalOf(rows(end, [id, approver, 'approved']))).toBe('accepted');
    await rows('insert into team_ties (entry_id, user_id) values ($1, $2)', [stage.entryIds[0], approver]);
    expect(await bench.submit(stage, 0, '9.5', { seenRevision: 1 })).toMatchObject({ revision: 2 });
  });

  it('keeps its reason as it was given, or none once it is erased', async () => {
    const stage = await closedStage();
    await ask(stage, 0, asker);
    const change = (reason: string | null) =>
      refusalOf(rows('update sheet_unlocks set reason = $2 where stage_id = $1', [stage.stageId, reason]));
    expect(await change('another reason')).toBe('sheet_unlocks_keep_reason');
    expect(await change(null)).toBe('accepted');
    expect(await change('another reason')).toBe('sheet_unlocks_keep_reason');
    expect((await query().read(stage.stageId, asker)).unlocks).toMatchObject([{ state: 'requested', reason: null }]);
    const insert = `insert into sheet_unlocks (id, assignment_id, stage_id, revision, hours, requested_by)
      values ($1, $2, $3, 1, 1, $4)`;
    const without = [uuidv7(), stage.assignments[1]?.id, stage.stageId, asker];
    expect(await refusalOf(rows(insert, without))).toBe('sheet_unlocks_forward');
  });
});

describe('the ledger', () => {
  it('is bound to the reason of a request by a salted commitment, and does not hold it', async () => {
    const stage = await closedStage();
    await ask(stage, 0, asker);
    const id = await unlockOf(stage);
    const [told] = await rows<{ reason: string; salt: string }>(
      `select l.canonical::jsonb #>> '{body,reason}' as reason, encode(s.salt, 'hex') as salt
         from ledger_events l, commitment_salts s where l.canonical::jsonb #>> '{subject,unlock}' = $1
          and s.subject_kind = 'sheet-unlock' and s.subject_id = $1::uuid`,
      [id],
    );
    expect(told?.reason).toBe(saltedCommitment(told?.salt ?? '', '把 9.5 输成了 5.9'));
    expect(await bench.count('ledger_events', `canonical like '%输成%'`)).toBe(0);
  });
});
