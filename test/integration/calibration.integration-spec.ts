import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { WindowService } from '#contest';
import { SheetUnlockService } from '#judging';
import { LedgerService } from '#ledger';
import { AwardListService } from '#results';
import { TallyService } from '#scoring';
import { startApi, type Asker, type TestApi } from '../builders/api.js';
import { createStage, type JudgingStage } from '../builders/judging-stage.js';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const rows = <T = object>(sql: string, values: unknown[] = []) => api.dataSource.query<T[]>(sql, values);
const refusal = (status: number, code: string) => ({ status, body: { code } });

/** An entry of the edition that its stage does not judge, under a title found nowhere else. */
interface Sample {
  readonly id: string;
  readonly publicId: string;
  readonly number: number;
  readonly title: string;
}

async function sample(stage: JudgingStage): Promise<Sample> {
  const id = uuidv7();
  const title = `CanaryCalibration ${id}`;
  await rows(
    `insert into entries (id, public_id, edition_id, number, track_id, track_requires_problem, title, country_code, state, submitted_at)
     select $1, gen_random_uuid(), edition_id, 700 + (select count(*)::int from entries where edition_id = e.edition_id),
       track_id, track_requires_problem, $2, country_code, state, submitted_at from entries e where id = $3`,
    [id, title, stage.entryIds[0]],
  );
  const [found] = await rows<Sample>('select id, public_id as "publicId", number, title from entries where id = $1', [
    id,
  ]);
  return found as Sample;
}

const scoresOf = (stage: JudgingStage, score: string) =>
  Object.fromEntries(stage.rules.rubric.criteria.map(({ key }) => [key, score]));
const office = (stage: JudgingStage) => api.person({ role: 'organiser', editionId: stage.editionId });
const path = (stage: JudgingStage) => `/api/v1/stages/${stage.stageId}/calibrations`;
const set = (asker: Asker, stage: JudgingStage, { number }: Sample, score = '6') =>
  asker.post<{ id: string; code?: string }>(path(stage), { entryNumber: number, reference: scoresOf(stage, score) });

interface Queue {
  readonly stages: readonly {
    readonly calibration: readonly { publicId: string; title: string; isSubmitted: boolean }[];
  }[];
}
const calibrationOf = async (judge: Asker) =>
  (await judge.get<Queue>('/api/v1/my/assignments')).body.stages.flatMap(({ calibration }) => calibration);
const judgeOf = (stage: JudgingStage, index: number) => api.signedIn(stage.userIds[index] ?? '');
const calibrate = (judge: Asker, stage: JudgingStage, publicId: string, score: string) =>
  judge.post(`/api/v1/calibrations/${publicId}/submissions`, {
    scores: scoresOf(stage, score),
    rulesHash: stage.rulesHash,
  });
const submit = (judge: Asker, stage: JudgingStage, index: number, score: string) =>
  judge.post(
    `/api/v1/assignments/${stage.assignments[index]?.publicId}/submissions`,
    { scores: scoresOf(stage, score), rulesHash: stage.rulesHash },
    { 'if-match': '"0"' },
  );

describe('a calibration entry', () => {
  it('is scored by every judge before the stage; each sees the own deviation from the reference alone', async () => {
    const stage = await createStage(api.dataSource, { entries: 1, judges: 2 });
    const entry = await sample(stage);
    expect(await set(await office(stage), stage, entry)).toMatchObject({ status: 201 });
    const [first, second] = [await judgeOf(stage, 0), await judgeOf(stage, 1)];
    const [own] = await calibrationOf(first);
    expect(own).toMatchObject({ title: entry.title, isSubmitted: false });
    expect((await calibrationOf(second))[0]?.publicId).not.toBe(own?.publicId);
    const id = own?.publicId ?? '';
    expect((await first.get(`/api/v1/assignments/${id}/entry`)).status).toBe(200);
    const before = await first.get(`/api/v1/calibrations/${id}`);
    expect(before.body).toMatchObject({ entry: { title: entry.title }, submitted: null });
    expect(JSON.stringify(before.body)).not.toContain('"reference"');
    // Another judge's is nobody else's.
    expect(await second.get(`/api/v1/calibrations/${id}`)).toMatchObject(refusal(404, 'assignment-not-found'));

    expect(await submit(first, stage, 0, '7')).toMatchObject(refusal(409, 'calibration-first'));
    const sheetsSql = 'select from score_sheets s join assignments a on a.id = s.assignment_id where a.stage_id = $1';
    expect(await rows(sheetsSql, [stage.stageId])).toEqual([]);
    const invalid = await first.post(`/api/v1/calibrations/${id}/submissions`, {
      scores: { ...scoresOf(stage, '7'), novelty: '70' },
      rulesHash: stage.rulesHash,
    });
    expect(invalid.body).toMatchObject({ code: 'score-sheet-invalid' });
    expect(await calibrate(first, stage, id, '7.5')).toMatchObject({ status: 204 });
    expect(await calibrate(first, stage, id, '8')).toMatchObject(refusal(409, 'calibration-submitted'));
    expect(await calibrate(second, stage, (await calibrationOf(second))[0]?.publicId ?? '', '2')).toMatchObject({
      status: 204,
    });
    const after = (await first.get<{ submitted: object }>(`/api/v1/calibrations/${id}`)).body;
    expect(after.submitted).toMatchObject({
      ...{ total: '75', scores: scoresOf(stage, '7.5'), isOfEarlierRules: false },
      reference: { total: '60', deviation: { total: '15', criteria: scoresOf(stage, '1.5') } },
    });
    expect(await submit(first, stage, 0, '7')).toMatchObject({ status: 201 });
  });

  it('is not asked of a judge who has a conflict of interest with it', async () => {
    const stage = await createStage(api.dataSource, { entries: 1, judges: 1 });
    const entry = await sample(stage);
    await set(await office(stage), stage, entry);
    const judge = await judgeOf(stage, 0);
    const id = (await calibrationOf(judge))[0]?.publicId ?? '';
    await rows('insert into team_ties (entry_id, user_id) values ($1, $2)', [entry.id, judge.userId]);
    expect(await calibrationOf(judge)).toEqual([]);
    expect(await judge.get(`/api/v1/calibrations/${id}`)).toMatchObject({ status: 404 });
    expect((await judge.get(`/api/v1/assignments/${id}/entry`)).status).toBe(404);
    expect(await submit(judge, stage, 0, '7')).toMatchObject({ status: 201 });
  });

  it('is left by the judge who recognises it, and asked for no more', async () => {
    const stage = await createStage(api.dataSource, { entries: 1, judges: 2 });
    const entry = await sample(stage);
    await set(await office(stage), stage, entry);
    const [judge, other] = [await judgeOf(stage, 0), await judgeOf(stage, 1)];
    const id = (await calibrationOf(judge))[0]?.publicId ?? '';
    const recuse = (asker: Asker, reasonCode: string) =>
      asker.post(`/api/v1/calibrations/${id}/recusal`, { reasonCode });
    const keptSql =
      'select judge_id as judge, form, reason_code as reason from conflicts_of_interest where entry_id = $1';
    const kept = () => rows(keptSql, [entry.id]);
    expect(await recuse(judge, 'gone')).toMatchObject({ status: 400 });
    expect(await recuse(other, 'family')).toMatchObject(refusal(404, 'assignment-not-found'));
    expect(await recuse(await office(stage), 'family')).toMatchObject({ status: 403 });
    expect(await kept()).toEqual([]);

    expect(await recuse(judge, 'family')).toMatchObject({ status: 204 });
    expect(await kept()).toEqual([{ judge: stage.judgeIds[0], form: 'by-oneself', reason: 'family' }]);
    expect(await calibrationOf(judge)).toEqual([]);
    expect(await judge.get(`/api/v1/calibrations/${id}`)).toMatchObject(refusal(404, 'assignment-not-found'));
    expect(await submit(judge, stage, 0, '7')).toMatchObject({ status: 201 });
    expect(await calibrationOf(other)).toHaveLength(1);
    expect(await submit(other, stage, 1, '7')).toMatchObject(refusal(409, 'calibration-first'));
  });

  it('is owed no more once judging is over: a sheet is late then, and an unlocked one is taken', async () => {
    const stage = await createStage(api.dataSource, { entries: 1, judges: 1 });
    const [asker, approver] = [await office(stage), await office(stage)];
    await set(asker, stage, await sample(stage));
    const judge = await judgeOf(stage, 0);
    expect(await submit(judge, stage, 0, '7')).toMatchObject(refusal(409, 'calibration-first'));
    const service = <T>(type: new (...given: never[]) => T) => api.app.get<T>(type, { strict: false });
    await service(WindowService).close({ stageId: stage.stageId }, { actor: asker.userId ?? '' });
    expect(await submit(judge, stage, 0, '7')).toMatchObject(refusal(409, 'deadline-passed'));

    const by = (one: Asker) => ({ userId: one.userId ?? '', route: 'POST /unlocks', key: uuidv7(), body: null });
    const idOf = async (sql: string, id?: string) => (await rows<{ id: string }>(sql, [id]))[0]?.id ?? '';
    const entry = await idOf('select public_id as id from entries where id = $1', stage.entryIds[0]);
    const wanted = { judge: stage.judgeIds[0] ?? '', entry, reason: '断网', hours: 2 };
    await service(SheetUnlockService).request(by(asker), stage.stageId, wanted);
    const unlock = await idOf('select id from sheet_unlocks where stage_id = $1', stage.stageId);
    await service(SheetUnlockService).approve(by(approver), stage.stageId, unlock);
    expect(await submit(judge, stage, 0, '7')).toMatchObject({ status: 201 });
  });
});

describe('the office', () => {
  it('names up to three entries that the stage does not judge, and changes nothing once judging has begun', async () => {
    const stage = await createStage(api.dataSource, { entries: 2, judges: 1 });
    const [asker, samples] = [await office(stage), [] as Sample[]];
    for (let made = 0; made < 4; made += 1) samples.push(await sample(stage));
    const [own] = await rows<Sample>('select number from entries where id = $1', [stage.entryIds[0]]);
    expect(await set(asker, stage, own as Sample)).toMatchObject(refusal(409, 'calibration-of-stage'));
    expect(await set(asker, stage, samples[0] as Sample, '60')).toMatchObject({
      body: { code: 'score-sheet-invalid' },
    });
    const first = await set(asker, stage, samples[0] as Sample);
    expect(await set(asker, stage, samples[0] as Sample)).toMatchObject(refusal(409, 'calibration-twice'));
    for (const one of samples.slice(1, 3)) expect(await set(asker, stage, one)).toMatchObject({ status: 201 });
    expect(await set(asker, stage, samples[3] as Sample)).toMatchObject(refusal(409, 'calibration-full'));
    expect(await asker.delete(`${path(stage)}/${first.body.id}`)).toMatchObject({ status: 204 });
    const shown = await asker.get<{ entries: { position: number; entryNumber: number }[] }>(path(stage));
    expect(shown.body).toMatchObject({ isChangeable: true, entries: [{ position: 2 }, { position: 3 }] });

    const judge = await judgeOf(stage, 0);
    const [line] = await calibrationOf(judge);
    await calibrate(judge, stage, line?.publicId ?? '', '5');
    expect(await set(asker, stage, samples[0] as Sample)).toMatchObject(refusal(409, 'calibration-begun'));
    const [{ id = '' } = {}] = await rows<{ id: string }>(
      'select id from calibration_entries where stage_id = $1 and removed_at is null',
      [stage.stageId],
    );
    expect(await asker.delete(`${path(stage)}/${id}`)).toMatchObject(refusal(409, 'calibration-begun'));
    expect((await asker.get<{ isChangeable: boolean }>(path(stage))).body.isChangeable).toBe(false);
    const secretary = await api.person({ role: 'panel-secretary', editionId: stage.editionId });
    expect((await secretary.get(path(stage))).status).toBe(403);
  });

  it('reads and sets none that concerns the reader', async () => {
    const stage = await createStage(api.dataSource, { entries: 1, judges: 1 });
    const [tied, asker] = [await office(stage), await office(stage)];
    const entry = await sample(stage);
    await rows('insert into team_ties (entry_id, user_id) values ($1, $2)', [entry.id, tied.userId]);
    expect(await set(tied, stage, entry)).toMatchObject(refusal(409, 'organiser-conflicted'));
    const { body } = await set(asker, stage, entry);
    expect((await tied.get<{ entries: [] }>(path(stage))).body.entries).toEqual([]);
    expect(await tied.delete(`${path(stage)}/${body.id}`)).toMatchObject(refusal(409, 'organiser-conflicted'));
  });

  it('cannot bring a calibration entry into the stage, nor may the database', async () => {
    const stage = await createStage(api.dataSource, { entries: 1, judges: 1 });
    const entry = await sample(stage);
    await set(await office(stage), stage, entry);
    const coming = rows(
      `insert into stage_entries (id, edition_id, stage_id, entry_id, came_by) values ($1, $2, $3, $4, 'registered')`,
      [uuidv7(), stage.editionId, stage.stageId, entry.id],
    );
    await expect(coming).rejects.toMatchObject({ constraint: 'stage_entries_no_calibration' });
  });
});

/** What the office reads of a stage while it is judged, and when it is over. */
const reads = {
  'the wall': 'wall',
  coverage: 'wall-coverage',
  'the map of judges and entries': 'wall-map',
  'the assignment plan': 'assignment',
  'assigned entries': 'assigned-entries',
  'judges’ papers': 'judge-papers/entries',
  recusals: 'recusals',
  ranking: 'ranking',
  advancement: 'advancement',
} as const;

describe('nothing of calibration', () => {
  let stage: JudgingStage;
  let entry: Sample;
  let asker: Asker;
  const before = new Map<string, unknown>();
  /** Without what is another at each look: the clock, and the seed that a plan is offered. */
  const read = async (part: string) => {
    const { status, body } = await asker.get(`/api/v1/stages/${stage.stageId}/${part}`);
    return { status, text: JSON.stringify(body).replace(/"(serverTime|now|until|seed)":"[^"]*"/g, '') };
  };

  beforeAll(async () => {
    stage = await createStage(api.dataSource, { entries: 3, judges: 3 });
    entry = await sample(stage);
    asker = await office(stage);
    await rows(
      `insert into award_tiers (id, edition_id, stage_id, key, name_zh, name_en, position, quota)
       values ($1, $2, $3, 'first', '一', 'First', 0, 1)`,
      [uuidv7(), stage.editionId, stage.stageId],
    );
    for (const part of Object.values(reads)) before.set(part, await read(part));
    await set(asker, stage, entry);
    for (const index of [0, 1, 2]) {
      const judge = await judgeOf(stage, index);
      for (const { publicId } of await calibrationOf(judge)) await calibrate(judge, stage, publicId, String(2 + index));
    }
  }, 60_000);

  it.each(Object.entries(reads))('changes %s', async (_, part) => {
    expect(await read(part)).toEqual(before.get(part));
  });

  it('asks for a tally, enters one or its independent computation, or stands in a list', async () => {
    expect(await rows('select from pending_tallies where stage_id = $1', [stage.stageId])).toEqual([]);
    for (const [index, { judge, entry: place }] of stage.assignments.entries()) {
      expect(await submit(await judgeOf(stage, judge), stage, index, String(4 + place + judge / 2))).toMatchObject({
        status: 201,
      });
    }
    await api.app.get(TallyService, { strict: false }).run(stage.stageId);
    const tallied = await rows<{ entry: string }>(
      `select x.entry_id as entry from tally_rows r join stage_entries x on x.id = r.stage_entry_id
        where x.stage_id = $1 group by x.entry_id`,
      [stage.stageId],
    );
    expect(new Set(tallied.map((row) => row.entry))).toEqual(new Set(stage.entryIds));
    const [run] = await rows('select state, shadow from tally_runs where stage_id = $1 order by fence desc limit 1', [
      stage.stageId,
    ]);
    expect(run).toMatchObject({ state: 'completed', shadow: 'agrees' });

    await rows(`update windows set deadline_at = now() - interval '1 second' where stage_id = $1`, [stage.stageId]);
    const lists = new AwardListService(api.dataSource, new LedgerService());
    await api.dataSource.transaction((manager) =>
      lists.freeze(manager, { id: stage.editionId, slug: stage.slug }, asker.userId ?? ''),
    );
    const versions = await rows('select * from award_list_versions where edition_id = $1', [stage.editionId]);
    const items = await rows('select * from award_list_items');
    const parts = [...Object.values(reads), 'wall-changes', 'analysis', 'sheet-unlocks'];
    const told = [versions, items, ...(await Promise.all(parts.map((part) => read(part))))];
    expect(versions).toHaveLength(1);
    const text = JSON.stringify(told);
    expect([entry.id, entry.publicId, entry.title].filter((word) => text.includes(word))).toEqual([]);
  });
});
