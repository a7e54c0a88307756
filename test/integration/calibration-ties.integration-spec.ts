import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import type { StageRules } from '#domain';
import { startApi, type Asker, type TestApi } from '../builders/api.js';
import { writeRules, createStage, criterion, type JudgingStage } from '../builders/judging-stage.js';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const rows = <T = object>(sql: string, values: unknown[] = []) => api.dataSource.query<T[]>(sql, values);
const scoresOf = ({ rubric }: StageRules, score: string) =>
  Object.fromEntries(rubric.criteria.map(({ key }) => [key, score]));
const office = (stage: JudgingStage) => api.person({ role: 'organiser', editionId: stage.editionId });
const path = (stage: JudgingStage) => `/api/v1/stages/${stage.stageId}/calibrations`;
const judgeOf = (stage: JudgingStage, index: number) => api.signedIn(stage.userIds[index] ?? '');

interface Given {
  readonly entryId: string;
  readonly calibrationId: string;
}

/** A calibration entry of the stage, all its criteria scored 6 by the office. */
async function calibration(stage: JudgingStage, rules = stage.rules): Promise<Given> {
  const entryId = uuidv7();
  await rows(
    `insert into entries (id, public_id, edition_id, number, track_id, track_requires_problem, title, country_code, state, submitted_at)
     select $1, gen_random_uuid(), edition_id, 700, track_id, track_requires_problem, 'Sample', country_code, state,
       submitted_at from entries where id = $2`,
    [entryId, stage.entryIds[0]],
  );
  const reference = scoresOf(rules, '6');
  const { body } = await (await office(stage)).post<{ id: string }>(path(stage), { entryNumber: 700, reference });
  return { entryId, calibrationId: body.id };
}

const calibrationOf = async (judge: Asker) => {
  const { body } = await judge.get<{ stages: { calibration: { publicId: string }[] }[] }>('/api/v1/my/assignments');
  return body.stages.flatMap((stage) => stage.calibration.map(({ publicId }) => publicId));
};
const read = (judge: Asker, id: string) =>
  judge.get<{ rulesHash: string; rules: StageRules; submitted: object | null }>(`/api/v1/calibrations/${id}`);
const calibrate = (judge: Asker, id: string, rulesHash: string, scores: object) =>
  judge.post(`/api/v1/calibrations/${id}/submissions`, { scores, rulesHash });
const submit = (judge: Asker, stage: JudgingStage, index: number) =>
  judge.post(
    `/api/v1/assignments/${stage.assignments[index]?.publicId}/submissions`,
    { scores: scoresOf(stage.rules, '7'), rulesHash: stage.rulesHash },
    { 'if-match': '"0"' },
  );

const employ = (stage: JudgingStage, index: number, employer: string) =>
  rows('update judges set employer = $2 where id = $1', [stage.judgeIds[index], employer]);
const member = ({ entryId }: Given, organisation: string) =>
  rows(
    `insert into team_members (id, entry_id, position, role, name, organisation) values ($1, $2, 1, 'member', 'Ann Bee', $3)`,
    [uuidv7(), entryId, organisation],
  );

/** One statement more: this person is advised by the judge. `-2 hours`: before judging opened. */
const advises = (stage: JudgingStage, name: string, at: '-2 hours' | '0') =>
  rows(
    `with made as (
       insert into interest_statements (id, judge_id, number, recorded_at)
       select $1, $2, 1 + count(*), now() + $4::interval from interest_statements where judge_id = $2 returning id)
     insert into named_interests (statement_id, position, kind, name) select id, 1, 'advisee', $3 from made`,
    [uuidv7(), stage.judgeIds[0], name, at],
  );

/** All that may tell a judge whether the entry is given. */
async function judgeSide(stage: JudgingStage, judge: Asker, id: string) {
  const statuses = [];
  for (const path of [`calibrations/${id}`, `assignments/${id}/entry`]) {
    statuses.push((await judge.get(`/api/v1/${path}`)).status);
  }
  const listed = (await calibrationOf(judge)).length;
  const { body } = await submit(judge, stage, 0);
  return { statuses, listed, code: (body as { code?: string }).code };
}

describe('what a judge states of own interests', () => {
  it('changes nothing of what is given once judging has opened', async () => {
    const stage = await createStage(api.dataSource, { entries: 1, judges: 1 });
    await member(await calibration(stage), 'ACME Robotics');
    const judge = await judgeOf(stage, 0);
    const [id = ''] = await calibrationOf(judge);
    const before = await judgeSide(stage, judge, id);
    expect(before).toEqual({ statuses: [200, 200], listed: 1, code: 'calibration-first' });
    await advises(stage, 'Ann Bee', '0');
    expect(await judgeSide(stage, judge, id)).toEqual(before);
    const { body } = await (await office(stage)).get(path(stage));
    expect(body).toMatchObject({ entries: [{ leftOut: [] }] });
    expect(await calibrate(judge, id, stage.rulesHash, scoresOf(stage.rules, '7'))).toMatchObject({ status: 204 });
  });

  it('counts as it stood before, though it is taken back later', async () => {
    const stage = await createStage(api.dataSource, { entries: 1, judges: 1 });
    await member(await calibration(stage), 'ACME Robotics');
    const judge = await judgeOf(stage, 0);
    const [id = ''] = await calibrationOf(judge);
    await advises(stage, 'Ann Bee', '-2 hours');
    await advises(stage, 'Cid Dee', '0');
    expect(await calibrate(judge, id, stage.rulesHash, scoresOf(stage.rules, '7'))).toMatchObject({ status: 404 });
    expect(await judgeSide(stage, judge, id)).toEqual({ statuses: [404, 404], listed: 0, code: undefined });
  });

  it('is tried on nothing before judging opens: no calibration entry is given then', async () => {
    const stage = await createStage(api.dataSource, { entries: 1, judges: 1, isOpen: false });
    await calibration(stage);
    expect(await calibrationOf(await judgeOf(stage, 0))).toEqual([]);
  });
});

describe('a judge whom something ties to a calibration entry', () => {
  it('is not given it, and owes none; the office is told who is left out', async () => {
    const stage = await createStage(api.dataSource, { entries: 1, judges: 3 });
    const given = await calibration(stage);
    const [tied, other] = [await judgeOf(stage, 0), await judgeOf(stage, 1)];
    const [id = ''] = await calibrationOf(tied);
    await member(given, 'ACME Robotics');
    await employ(stage, 0, 'Acme  robotics');
    expect(await calibrationOf(tied)).toEqual([]);
    expect(await read(tied, id)).toMatchObject({ status: 404, body: { code: 'assignment-not-found' } });
    expect((await tied.get(`/api/v1/assignments/${id}/entry`)).status).toBe(404);
    expect(await calibrate(tied, id, stage.rulesHash, scoresOf(stage.rules, '7'))).toMatchObject({ status: 404 });
    expect(await submit(tied, stage, 0)).toMatchObject({ status: 201 });
    expect(await calibrationOf(other)).toHaveLength(1);
    expect(await submit(other, stage, 1)).toMatchObject({ status: 409, body: { code: 'calibration-first' } });

    // One more, who has declared it.
    await rows('insert into team_ties (entry_id, user_id) values ($1, $2)', [given.entryId, stage.userIds[2]]);
    const shown = await (await office(stage)).get<{ entries: { leftOut: { isRecused: boolean }[] }[] }>(path(stage));
    const names = await rows<{ name: string; isRecused: boolean }>(
      `select case when id = $2 then display_name end as name, id = $2 as "isRecused" from users where id in ($1, $2)`,
      [stage.userIds[0], stage.userIds[2]],
    );
    expect(shown.body).toMatchObject({ entries: [{ submitted: 0 }] });
    expect(new Set(shown.body.entries[0]?.leftOut)).toEqual(new Set(names));
  });

  it('is given it once somebody has dismissed what speaks for a conflict', async () => {
    const stage = await createStage(api.dataSource, { entries: 1, judges: 1 });
    const given = await calibration(stage);
    const judge = await judgeOf(stage, 0);
    await member(given, 'ACME Robotics');
    await advises(stage, 'Ann Bee', '-2 hours');
    expect(await calibrationOf(judge)).toEqual([]);
    const asker = await office(stage);
    const settle = `/api/v1/stages/${stage.stageId}/conflict-candidates`;
    const found = await asker.get<{ candidates: { version: string }[] }>(settle);
    expect(found.body).toMatchObject({
      ...{ counts: { open: 1 }, total: 1 },
      candidates: [{ entry: { id: given.calibrationId, number: 700 }, isCalibration: true, state: 'open' }],
    });
    const [{ version = '' } = {}] = found.body.candidates;
    const pair = { judgeId: stage.judgeIds[0], entryId: given.calibrationId, version, reason: 'another Ann' };

    // Whom the entry concerns is told nothing of it, and settles nothing.
    const tied = await office(stage);
    await rows('insert into team_ties (entry_id, user_id) values ($1, $2)', [given.entryId, tied.userId]);
    expect((await tied.get(settle)).body).toMatchObject({ candidates: [], total: 0, counts: { open: 0 } });
    expect(await tied.post(`${settle}/dismissals`, pair)).toMatchObject({ status: 404 });
    expect(await calibrationOf(judge)).toEqual([]);

    expect(await asker.post(`${settle}/dismissals`, pair)).toMatchObject({ status: 204 });
    expect((await asker.get(settle)).body).toMatchObject({
      candidates: [{ state: 'dismissed', reason: 'another Ann' }],
    });
    expect((await asker.get(path(stage))).body).toMatchObject({ entries: [{ leftOut: [] }] });
    expect(await calibrationOf(judge)).toHaveLength(1);
  });
});

/** The same criteria of half the range and twice the weight, from now on. */
async function changeRules(stage: JudgingStage): Promise<{ rules: StageRules; hash: string }> {
  const criteria = stage.rules.rubric.criteria.map(({ key }) => criterion(key, { maximum: '5', factor: '4' }));
  const rules = { ...stage.rules, rubric: { ...stage.rules.rubric, criteria } };
  return { rules, hash: await writeRules(api.dataSource, stage.stageId, rules, 2) };
}

describe('after a change of rules', () => {
  it('a judge reads own scores and the reference by the rules of both, named as earlier ones', async () => {
    const stage = await createStage(api.dataSource, { entries: 1, judges: 1 });
    await calibration(stage);
    const judge = await judgeOf(stage, 0);
    const [id = ''] = await calibrationOf(judge);
    await calibrate(judge, id, stage.rulesHash, scoresOf(stage.rules, '9'));
    await changeRules(stage);
    expect((await read(judge, id)).body).toMatchObject({
      ...{ rulesHash: stage.rulesHash, rules: stage.rules },
      submitted: { total: '90', isOfEarlierRules: true, reference: { total: '60', deviation: { total: '30' } } },
    });
    const shown = await (await office(stage)).get(path(stage));
    expect(shown.body).toMatchObject({ entries: [{ total: '60', isOfEarlierRules: true, submitted: 1 }] });
  });

  it('nothing is compared with a reference of the earlier rules', async () => {
    const stage = await createStage(api.dataSource, { entries: 1, judges: 1 });
    await calibration(stage);
    const { rules, hash } = await changeRules(stage);
    const judge = await judgeOf(stage, 0);
    const [id = ''] = await calibrationOf(judge);
    expect((await read(judge, id)).body.rulesHash).toBe(hash);
    expect(await calibrate(judge, id, stage.rulesHash, scoresOf(rules, '4'))).toMatchObject({ status: 409 });
    expect(await calibrate(judge, id, hash, scoresOf(rules, '4'))).toMatchObject({ status: 204 });
    expect((await read(judge, id)).body.submitted).toMatchObject({
      ...{ total: '80', isOfEarlierRules: false, reference: null },
    });
  });
});
