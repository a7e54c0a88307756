import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WindowService } from '#contest';
import { startApi, type Asker, type TestApi } from '../builders/api.js';
import { createStage, type JudgingStage } from '../builders/judging-stage.js';
import { until } from '../builders/until.js';

interface Coverage {
  readonly floor: number;
  readonly total: number;
  readonly entries: readonly { readonly number: number; readonly [name: string]: unknown }[];
}
interface SheetMap {
  readonly leavesOut: boolean;
  readonly total: number;
  readonly judges: readonly { readonly id: string; readonly name: string | null }[];
  readonly entries: readonly { number: number; cells: readonly { judge: string; state: string }[] }[];
}
interface Changes {
  readonly since: string | null;
  readonly until: string;
  readonly counts: readonly { readonly kind: string; readonly count: number }[];
  readonly lines: readonly { readonly kind: string; readonly judge: string | null; readonly number: number | null }[];
}

let api: TestApi;
let stage: JudgingStage;
let late: JudgingStage;
let office: Asker;
let tied: Asker;

const url = (part: string) => `/api/v1/stages/${stage.stageId}/${part}`;
const judge = (index: number) => api.signedIn(stage.userIds[stage.assignments[index]?.judge ?? 0] ?? '');
const at = (index: number, part: string) => `/api/v1/assignments/${stage.assignments[index]?.publicId ?? ''}/${part}`;
const full = (score: string) => Object.fromEntries(stage.rules.rubric.criteria.map(({ key }) => [key, score]));
/** What changed, up to the present: once the acts before are surely within the span that is told. */
const changesOf = async (asker: Asker, part = 'wall-changes') => {
  const [clock] = await api.dataSource.query<{ at: Date }[]>('select clock_timestamp() as at');
  let answer = await asker.get<Changes>(url(part));
  await until(async () => {
    answer = await asker.get<Changes>(url(part));
    return new Date(answer.body.until) > (clock?.at ?? new Date());
  }, 20_000);
  return answer;
};
const submit = async (index: number, seen = 0) => {
  const answer = await (
    await judge(index)
  ).post(at(index, 'submissions'), { scores: full('8'), rulesHash: stage.rulesHash }, { 'if-match': `"${seen}"` });
  expect(answer.status).toBe(201);
};

/**
 * Four entries, three judges, floor 2; of each judge the assignments are entry by entry. The first entry has two sheets, one
 * of them revised; the second one sheet and one draft; the third a judge who stepped back; the fourth nothing.
 */
beforeAll(async () => {
  api = await startApi();
  stage = await createStage(api.dataSource, { entries: 4, judges: 3 });
  late = await createStage(api.dataSource, { entries: 0, judges: 0 });
  office = await api.person({ role: 'organiser', editionId: stage.editionId });
  tied = await api.person({ role: 'organiser', editionId: stage.editionId });
  await submit(0);
  await submit(0, 1);
  await submit(4);
  await submit(1);
  await (
    await judge(5)
  ).send('PUT', at(5, 'draft'), { body: { scores: { novelty: '8' } }, headers: { 'if-match': '"0"' } });
  const recusing = await judge(2);
  await recusing.post(at(2, 'recusal'), { reasonCode: 'family' });
  await api.dataSource.query('insert into team_ties (user_id, entry_id) values ($1, $2)', [
    tied.userId,
    stage.entryIds[1],
  ]);
});
afterAll(() => api?.close());

describe('coverage', () => {
  it('lists the entries below the floor with what they lack, those that lack most first', async () => {
    const { body } = await office.get<Coverage>(url('wall-coverage'));
    expect(body).toMatchObject({ floor: 2, total: 3 });
    expect(body.entries).toMatchObject([
      { number: 3, assigned: 2, submitted: 0, drafts: 0, recused: 1 },
      { number: 4, assigned: 3, submitted: 0, drafts: 0, recused: 0 },
      { number: 2, assigned: 3, submitted: 1, drafts: 1, recused: 0 },
    ]);
    const second = await office.get<Coverage>(url('wall-coverage?after=2&limit=1'));
    expect(second.body).toMatchObject({ total: 3, entries: [{ number: 2 }] });
  });
});

describe('the map of judges and entries', () => {
  it('says of each sheet how far it is, who stepped back, and no score', async () => {
    const { body } = await office.get<SheetMap>(url('wall-map'));
    expect(body.total).toBe(4);
    const states = body.entries.map(({ cells }) =>
      stage.judgeIds.map((id) => cells.find((cell) => cell.judge === id)?.state ?? null),
    );
    expect(states).toEqual([
      ['revised', 'submitted', 'not-begun'],
      ['submitted', 'draft', 'not-begun'],
      ['recused', 'not-begun', 'not-begun'],
      ['not-begun', 'not-begun', 'not-begun'],
    ]);
    expect(JSON.stringify(body)).not.toMatch(/"80"|score/);
  });

  it('is read a page at a time, with the judges of the page', async () => {
    const { body } = await office.get<SheetMap>(url('wall-map?after=3&limit=200'));
    expect(body).toMatchObject({ total: 4, entries: [{ number: 4 }] });
    expect(body.judges).toHaveLength(3);
    expect(await office.get(url('wall-map?limit=201'))).toMatchObject({ status: 400 });
    expect(await (await judge(0)).get(url('wall-map'))).toMatchObject({ status: 403 });
  });
});

describe('what changed', () => {
  it('is all of it before anything was seen, and afterwards what came since', async () => {
    const first = await changesOf(office);
    expect(first.body.since).toBeNull();
    expect(Object.fromEntries(first.body.counts.map(({ kind, count }) => [kind, count]))).toEqual({
      ...{ submitted: 3, revised: 1, recused: 1, assigned: 12, opened: 1 },
    });
    const seen = { until: first.body.until };
    expect(await office.post(url('wall-changes/seen'), seen)).toMatchObject({ status: 204 });
    expect((await office.get<Changes>(url('wall-changes'))).body).toMatchObject({ counts: [], lines: [] });
    await submit(7);
    await api.app.get(WindowService).close({ stageId: stage.stageId }, { actor: office.userId ?? '' });
    const then = await changesOf(office);
    expect(then.body.lines).toMatchObject([
      { kind: 'closed', judge: null, number: null },
      { kind: 'submitted', judge: 'Judge 2', number: 4 },
    ]);
    const alone = await office.get<Changes>(url('wall-changes?kind=submitted'));
    expect(alone.body).toMatchObject({ lines: [{ kind: 'submitted' }], counts: [{}, {}] });
  });

  it('does not miss what was being written while the reader looked, and was committed after', async () => {
    const another = await api.person({ role: 'organiser', editionId: late.editionId });
    const lateUrl = `/api/v1/stages/${late.stageId}/wall-changes`;
    const runner = api.dataSource.createQueryRunner();
    await runner.startTransaction();
    try {
      await api.app.get(WindowService).close({ stageId: late.stageId }, { actor: office.userId ?? '' }, runner.manager);
      // Long enough for what is written to bear an instant that the answer would reach, were it not still being written.
      await runner.query('select pg_sleep(1.2)');
      const early = await another.get<Changes>(lateUrl);
      expect(early.body.lines).not.toContainEqual(expect.objectContaining({ kind: 'closed' }));
      expect(await another.post(`${lateUrl}/seen`, { until: early.body.until })).toMatchObject({ status: 204 });
      await runner.commitTransaction();
    } finally {
      await runner.release();
    }
    await until(async () => {
      const { body } = await another.get<Changes>(lateUrl);
      return body.lines.some(({ kind }) => kind === 'closed');
    }, 20_000);
  });

  it('is not seen before it has come, and never less than before', async () => {
    const { body } = await office.get<Changes>(url('wall-changes'));
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    expect(await office.post(url('wall-changes/seen'), { until: tomorrow })).toMatchObject({ status: 400 });
    expect(await office.post(url('wall-changes/seen'), { until: 'yesterday' })).toMatchObject({ status: 400 });
    await office.post(url('wall-changes/seen'), { until: '2020-01-01T00:00:00Z' });
    expect((await office.get<Changes>(url('wall-changes'))).body.since).toBe(body.since);
  });
});

describe('somebody whom an entry concerns', () => {
  it('finds it in no list, no cell and no count', async () => {
    const coverage = await tied.get<Coverage>(url('wall-coverage'));
    expect(coverage.body).toMatchObject({ leavesOut: true, total: 2 });
    const map = await tied.get<SheetMap>(url('wall-map'));
    expect(map.body).toMatchObject({ leavesOut: true, total: 3 });
    expect(map.body.entries.map(({ number }) => number)).toEqual([1, 3, 4]);
    const changes = await changesOf(tied);
    expect(Object.fromEntries(changes.body.counts.map(({ kind, count }) => [kind, count]))).toEqual({
      ...{ submitted: 3, revised: 1, recused: 1, assigned: 9, opened: 1, closed: 1 },
    });
    expect(changes.body.lines.map(({ number }) => number)).not.toContain(2);
  });
});
