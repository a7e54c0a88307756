import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { TechnicalOpinionService } from '#judging';
import { TallyService } from '#scoring';
import { actsWithoutEvents } from '../builders/acts-and-events.js';
import { startJudgingBench, type JudgingBench } from '../builders/judging-bench.js';
import { createStage, type JudgingStage } from '../builders/judging-stage.js';

let bench: JudgingBench;
const [office, tied] = [uuidv7(), uuidv7()];

beforeAll(async () => {
  bench = await startJudgingBench();
  await rows(
    `insert into users (id, email, display_name) select id, id || '@example.test', 'Office' from unnest($1::uuid[]) as g (id)`,
    [[office, tied]],
  );
});
afterAll(() => bench?.close());

const rows = <T = object>(sql: string, values: unknown[] = []) => bench.dataSource.query<T[]>(sql, values);
const opinions = () => bench.module.get(TechnicalOpinionService);
const outcomeOf = (act: Promise<unknown>) =>
  act.then(
    () => 'accepted',
    ({ code, constraint }: { code: string; constraint?: string }) => constraint ?? code,
  );
const given = {
  ...({ level: 'meets-in-part', opinion: '漏点定位达标，修复速度不足', signedBy: '张工，总工程师' } as const),
  ...{ givenOn: '2026-01-05', evidence: '渝工〔2026〕12 号' },
};

/** Two entries that answer one problem, and a third that answers none. */
async function challenge(): Promise<JudgingStage> {
  const stage = await createStage(bench.dataSource, { entries: 3, judges: 2 });
  const problem = uuidv7();
  await rows(
    `insert into enterprise_problems (id, edition_id, public_id, number, title_zh, title_en, owner_label_zh, owner_label_en)
     values ($1, $2, gen_random_uuid(), 1, '管网测漏', 'Leaks', '某水务企业', 'A water company')`,
    [problem, stage.editionId],
  );
  await rows('update entries set enterprise_problem_id = $2 where id = any ($1)', [
    stage.entryIds.slice(0, 2),
    problem,
  ]);
  return stage;
}

const record = ({ slug }: JudgingStage, entryNumber: number, changes: object = {}, by = office, key = uuidv7()) =>
  opinions().record({ userId: by, route: 'POST /opinions', key, body: null }, slug, {
    ...given,
    entryNumber,
    ...changes,
  });

describe('a technical opinion of a problem’s owner', () => {
  it('is kept for the record, told to the office with what is still missing, and enters no score', async () => {
    const stage = await challenge();
    await bench.submitAll(stage);
    await bench.module.get(TallyService).run(stage.stageId);
    const scores = () =>
      rows('select distinct stage_entry_id, score::text, rank from tally_rows where stage_id = $1 order by 1', [
        stage.stageId,
      ]);
    const before = await scores();
    await record(stage, 1);
    await bench.module.get(TallyService).run(stage.stageId);
    expect(await scores()).toEqual(before);
    expect(await opinions().read(stage.slug, office)).toMatchObject({
      ...{ entries: 2, missing: 1 },
      opinions: [{ entryNumber: 1, ...given, recordedBy: 'Office', isReplaced: false }],
    });
  });

  it('is corrected by another record; the first stays and is shown as replaced', async () => {
    const stage = await challenge();
    await record(stage, 1);
    await record(stage, 1, { level: 'meets' });
    expect((await opinions().read(stage.slug, office)).opinions).toMatchObject([
      { level: 'meets', isReplaced: false },
      { level: 'meets-in-part', isReplaced: true },
    ]);
  });

  it('stands in the ledger by its conclusion, its words by commitment alone', async () => {
    const stage = await challenge();
    await record(stage, 1);
    const [event] = await rows<{ canonical: string }>(
      `select canonical from ledger_events where kind = 'technical-opinion-recorded'
        and canonical::jsonb #>> '{subject,edition}' = $1`,
      [stage.editionId],
    );
    expect(event?.canonical).toContain('meets-in-part');
    expect(event?.canonical).not.toMatch(/漏点|张工|渝工/);
    expect(await actsWithoutEvents(bench.dataSource)).not.toContainEqual(
      expect.objectContaining({ table: 'technical_opinions' }),
    );
  });

  it('is of an entry that answers a problem, signed no later than today', async () => {
    const stage = await challenge();
    expect(await outcomeOf(record(stage, 3))).toBe('request-invalid');
    expect(await outcomeOf(record(stage, 9))).toBe('request-invalid');
    expect(await outcomeOf(record(stage, 1, { givenOn: '2999-01-01' }))).toBe('request-invalid');
    expect((await opinions().read(stage.slug, office)).opinions).toEqual([]);
  });

  it('is recorded once however often it is sent', async () => {
    const stage = await challenge();
    const key = uuidv7();
    await record(stage, 1, {}, office, key);
    await record(stage, 1, {}, office, key);
    expect((await opinions().read(stage.slug, office)).opinions).toHaveLength(1);
  });

  it('is neither told to nor recorded by whom the entry concerns, by number or count', async () => {
    const stage = await challenge();
    await record(stage, 1);
    await rows('insert into team_ties (entry_id, user_id) values ($1, $2)', [stage.entryIds[0], tied]);
    expect(await opinions().read(stage.slug, tied)).toMatchObject({ entries: 1, missing: 1, opinions: [] });
    expect(await outcomeOf(record(stage, 1, {}, tied))).toBe('organiser-conflicted');
  });

  it('stays as it was given; what it says may be erased', async () => {
    const stage = await challenge();
    await record(stage, 1);
    const change = (set: string) =>
      outcomeOf(rows(`update technical_opinions set ${set} where entry_id = $1`, [stage.entryIds[0]]));
    expect(await change(`level = 'meets'`)).toBe('technical_opinions_stay');
    expect(await change(`opinion = 'another'`)).toBe('technical_opinions_stay');
    expect(await change('opinion = null, signed_by = null, evidence = null')).toBe('accepted');
    expect(await outcomeOf(rows('delete from technical_opinions where entry_id = $1', [stage.entryIds[0]]))).toBe(
      'technical_opinions_stay',
    );
  });
});
