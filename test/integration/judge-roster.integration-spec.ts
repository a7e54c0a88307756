import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { createDataSource } from '#database';
import { hashJson } from '#domain';
import { AssignmentService, JudgeService } from '#judging';
import { actsWithoutEvents } from '../builders/acts-and-events.js';
import { startApi, type Asker, type TestApi } from '../builders/api.js';
import { createStage, type JudgingStage } from '../builders/judging-stage.js';
import { createEmptyDatabase } from '../builders/postgres.js';
import { changeRoster } from '../builders/roster.js';

let api: TestApi;
let stage: JudgingStage;
let base: string;
/** Proposes; the second may approve, as may the third. */
let office: Asker;
let second: Asker;
let third: Asker;
/** Invented by `office`, and given every entry of the stage. */
let invented: Asker;
let judgeId: string;
let publicIds: string[];

interface Roster {
  readonly judges: number;
  readonly hash: string;
  readonly otherApprovers: number;
  readonly changes: readonly { id: string; change: string; isOwn: boolean; proposedBy: string }[];
  readonly last: { readonly hash: string } | null;
}

const roster = async (who: Asker) => (await who.get<Roster>(`${base}/judge-roster`)).body;
const approve = (who: Asker, hash: string) => who.post(`${base}/judge-roster/approvals`, { hash });
const act = (who: Asker, name: string, id = judgeId) =>
  who.post(`${base}/judges/${id}/${name}`, name === 'removal' ? { reason: 'Ill until summer' } : undefined);
const refused = (code: string) => ({ status: 409, body: { code } });
const scores = () => Object.fromEntries(stage.rules.rubric.criteria.map(({ key }) => [key, '7']));
const submit = (index = 0) =>
  invented.post<{ code?: string }>(
    `/api/v1/assignments/${publicIds[index]}/submissions`,
    { rulesHash: stage.rulesHash, scores: scores() },
    { 'if-match': '"0"' },
  );

async function register(by: Asker, who: Asker): Promise<string> {
  const given = [{ userId: who.userId, kind: 'technology' as const }];
  const judges = api.app.get(JudgeService, { strict: false });
  const [id = ''] = await api.dataSource.transaction((manager) =>
    judges.register(manager, stage.editionId, given, { actor: by.userId ?? '' }),
  );
  return id;
}

beforeAll(async () => {
  api = await startApi();
  stage = await createStage(api.dataSource, { entries: 2, judges: 1 });
  const { editionId, slug } = stage;
  base = `/api/v1/editions/${slug}`;
  office = await api.person({ role: 'organiser', editionId });
  second = await api.person({ role: 'organiser', editionId, mayApprove: true });
  third = await api.person({ role: 'executive-organiser', editionId, mayApprove: true });
  invented = await api.person({ role: 'judge', editionId, displayName: 'Invented Judge' });
  judgeId = await register(office, invented);
  const assignments = api.app.get(AssignmentService, { strict: false });
  const pairs = stage.stageEntryIds.map((stageEntryId) => ({ stageEntryId, judgeId }));
  publicIds = await api.dataSource.transaction(async (manager) => {
    const made = await assignments.assign(manager, stage.stageId, pairs, { actor: office.userId ?? '' });
    return made.map(({ publicId }) => publicId);
  });
});

afterAll(() => api.close());

describe('an invented judge', () => {
  it('sees nothing and scores nothing before a second person has approved the roster', async () => {
    const own = `/api/v1/assignments/${publicIds[0]}`;
    for (const url of [own, `${own}/entry`]) {
      expect(await invented.get(url)).toMatchObject(refused('judge-not-on-roster'));
    }
    const drafted = await invented.put(`${own}/draft`, { scores: scores() }, { 'if-match': '"0"' });
    expect(drafted).toMatchObject(refused('judge-not-on-roster'));
    expect(await submit()).toMatchObject(refused('judge-not-on-roster'));
    const { body } = await invented.get('/api/v1/my/assignments');
    expect(body).toMatchObject({ stages: [], awaited: [{ slug: stage.slug }] });
    const tried = await api.dataSource.query<object[]>(
      `select from ledger_events where kind = 'refused' and canonical::jsonb #>> '{body,code}' = 'judge-not-on-roster'`,
    );
    expect(tried).toHaveLength(1);
  });

  it('is made a judge by no one person, also where the database is asked directly', async () => {
    const proposer = office.userId;
    const attempt = (sql: string, values: unknown[]) => api.dataSource.query(sql, values);
    await expect(attempt('update judges set is_active = true where id = $1', [judgeId])).rejects.toMatchObject({
      constraint: 'judges_on_roster',
    });
    await expect(
      attempt('insert into judges (id, edition_id, is_active) values ($1, $2, true)', [uuidv7(), stage.editionId]),
    ).rejects.toMatchObject({ constraint: 'judges_on_roster' });
    const approval = uuidv7();
    await attempt(
      `insert into roster_approvals (id, edition_id, document, hash, approved_by) values ($1, $2, '{}', sha256('{}'), $3)`,
      [approval, stage.editionId, proposer],
    );
    const end = `update roster_changes set outcome = 'approved', ended_by = $2, ended_at = now(), approval_id = $3
      where judge_id = $1 and outcome is null`;
    await expect(attempt(end, [judgeId, proposer, approval])).rejects.toMatchObject({
      constraint: 'roster_changes_two_persons',
    });
    // Nor does the approval of one person count as another's.
    await expect(attempt(end, [judgeId, second.userId, approval])).rejects.toMatchObject({
      constraint: 'roster_changes_approval',
    });
    const whole = `insert into roster_changes (id, judge_id, kind, outcome, ended_at)
      values ($1, $2, 'addition', 'stood-before', now())`;
    await expect(attempt(whole, [uuidv7(), judgeId])).rejects.toMatchObject({ constraint: 'roster_changes_end_once' });
    await expect(
      attempt('update roster_changes set proposed_by = $2 where judge_id = $1', [judgeId, second.userId]),
    ).rejects.toMatchObject({ constraint: 'roster_changes_end_once' });
  });

  it('judges from the approval of the roster as it was shown', async () => {
    const shown = await roster(second);
    expect(shown).toMatchObject({ judges: 1, changes: [{ id: judgeId, change: 'addition', isOwn: false }] });
    expect(await roster(office)).toMatchObject({ otherApprovers: 2, changes: [{ isOwn: true }] });
    // The one who proposed may not approve by the matrix; nobody approves what they were not shown.
    expect(await approve(office, shown.hash)).toMatchObject({ status: 403 });
    expect(await approve(second, '0'.repeat(64))).toMatchObject({ status: 412, body: { code: 'revision-stale' } });
    expect(await submit()).toMatchObject(refused('judge-not-on-roster'));
    expect(await approve(second, shown.hash)).toMatchObject({ status: 204 });
    expect(await submit()).toMatchObject({ status: 201 });
    expect(await invented.get('/api/v1/my/assignments')).toMatchObject({ body: { awaited: [], stages: [{}] } });
    expect(await roster(second)).toMatchObject({ judges: 2, changes: [], last: { hash: shown.hash } });
    const [kept] = await api.dataSource.query<{ document: object }[]>(
      'select document from roster_approvals order by id desc limit 1',
    );
    expect(kept && hashJson(kept.document)).toBe(shown.hash);
    expect(await approve(third, shown.hash)).toMatchObject(refused('roster-change-missing'));
  });

  it('leaves for a reason once a sheet is submitted: it stays with the change, and the ledger is bound to it', async () => {
    for (const reason of [' ', 'x'.repeat(501)]) {
      const { status, body } = await third.post<object>(`${base}/judges/${judgeId}/removal`, { reason });
      expect({ status, body }).toMatchObject({ status: 400, body: { errors: [{ path: 'reason' }] } });
    }
    expect((await roster(second)).changes).toEqual([]);
    expect(await act(third, 'removal')).toMatchObject({ status: 204 });
    expect((await roster(second)).changes).toMatchObject([{ change: 'removal', reason: 'Ill until summer' }]);
    const told = await api.dataSource.query<{ reason: string }[]>(
      `select canonical::jsonb #>> '{body,reason}' as reason from ledger_events where kind = 'roster-change-proposed'
       and canonical::jsonb #>> '{body,kind}' = 'removal'`,
    );
    expect(told).toEqual([{ reason: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    expect(await act(office, 'change/return')).toMatchObject({ status: 204 });
    const { body } = await office.get<{ judges: object[] }>(`${base}/judges?q=Invented`);
    expect(body.judges).toMatchObject([{ hasSubmitted: true, place: 'on-roster' }]);
  });

  it('is removed by two persons too: the sheets stay, and count no more', async () => {
    const counted = () => api.dataSource.query<object[]>('select from counted_sheets where judge_id = $1', [judgeId]);
    expect(await act(office, 'addition')).toMatchObject(refused('roster-change-needless'));
    expect(await act(third, 'removal')).toMatchObject({ status: 204 });
    expect(await act(office, 'removal')).toMatchObject(refused('roster-change-proposed'));
    expect(await submit(1)).toMatchObject({ status: 201 });
    expect(await approve(third, (await roster(third)).hash)).toMatchObject(refused('same-person'));
    expect(await act(office, 'change/return')).toMatchObject({ status: 204 });
    expect(await act(office, 'change/return')).toMatchObject(refused('roster-change-missing'));
    expect(await act(third, 'removal')).toMatchObject({ status: 204 });
    expect(await counted()).toHaveLength(2);
    expect(await approve(second, (await roster(second)).hash)).toMatchObject({ status: 204 });
    expect(await counted()).toHaveLength(0);
    expect(await submit(1)).toMatchObject(refused('judge-not-on-roster'));
    expect(await invented.get(`/api/v1/assignments/${publicIds[0]}`)).toMatchObject(refused('judge-not-on-roster'));
    await expect(
      api.dataSource.query('update judges set is_active = true where id = $1', [judgeId]),
    ).rejects.toMatchObject({ constraint: 'judges_on_roster' });
    expect(await act(office, 'addition')).toMatchObject({ status: 204 });
    expect(await approve(second, (await roster(second)).hash)).toMatchObject({ status: 204 });
    expect(await counted()).toHaveLength(2);
  });
});

describe('the roster', () => {
  it('is approved as far as others proposed it, and each approver sees the roster of that', async () => {
    const { editionId } = stage;
    const mine = await register(second, await api.person({ role: 'judge', editionId }));
    const theirs = await register(third, await api.person({ role: 'judge', editionId }));
    const [forSecond, forThird] = [await roster(second), await roster(third)];
    expect(forSecond.hash).not.toBe(forThird.hash);
    expect(await approve(second, forThird.hash)).toMatchObject({ status: 412 });
    expect(await approve(second, forSecond.hash)).toMatchObject({ status: 204 });
    const active = await api.dataSource.query<{ id: string; is_active: boolean }[]>(
      'select id, is_active from judges where id = any ($1)',
      [[mine, theirs]],
    );
    expect(active.find(({ id }) => id === theirs)).toMatchObject({ is_active: true });
    expect(active.find(({ id }) => id === mine)).toMatchObject({ is_active: false });
    expect((await roster(third)).changes).toMatchObject([{ id: mine, isOwn: false }]);
  });

  it('is of one edition: another office neither reads nor changes it', async () => {
    const elsewhere = await createStage(api.dataSource, { entries: 1, judges: 1 });
    const other = await api.person({ role: 'organiser', editionId: elsewhere.editionId, mayApprove: true });
    expect(await other.get(`${base}/judge-roster`)).toMatchObject({ status: 403 });
    expect(await approve(other, (await roster(second)).hash)).toMatchObject({ status: 403 });
    const foreign = `/api/v1/editions/${elsewhere.slug}/judges/${judgeId}/removal`;
    expect(await other.post(foreign, { reason: '' })).toMatchObject({ status: 404 });
  });

  it('lists judges as people look for names, the Chinese ones by their pinyin', async () => {
    const { editionId, slug } = await createStage(api.dataSource, { entries: 1, judges: 0 });
    const reader = await api.person({ role: 'organiser', editionId });
    for (const displayName of ['赵一', 'Émile Zola', '单仇', '阿明', 'Bo Li']) {
      const { userId } = await api.person({ displayName });
      const id = uuidv7();
      await api.dataSource.query('insert into judges (id, edition_id, user_id) values ($1, $2, $3)', [
        ...[id, editionId, userId],
      ]);
      if (displayName === '赵一') await changeRoster(api.dataSource, [id]);
    }
    const page = async (after: number) =>
      (
        await reader.get<{ judges: { name: string; place: string }[]; nextAfter: number | null }>(
          `/api/v1/editions/${slug}/judges?limit=3&after=${after}`,
        )
      ).body;
    const [first, last] = [await page(0), await page(3)];
    expect(first.judges.map(({ name }) => name)).toEqual(['阿明', 'Bo Li', 'Émile Zola']);
    expect(first.nextAfter).toBe(3);
    // 单 is read shàn as a surname, not dān.
    expect(last).toMatchObject({
      judges: [
        { name: '单仇', place: 'off-roster' },
        { name: '赵一', place: 'on-roster' },
      ],
      nextAfter: null,
    });
  });

  it('leaves its events, and nobody’s name in them', async () => {
    const gaps = await actsWithoutEvents(api.dataSource);
    const ofServices = gaps.filter((gap) => /roster-change-taken-back/.test(JSON.stringify(gap)));
    expect(ofServices).toEqual([]);
    const told = await api.dataSource.query<object[]>(
      `select from ledger_events where kind like 'roster-%' and canonical like '%Invented%'`,
    );
    expect(told).toEqual([]);
    const approvals = await api.dataSource.query<{ body: object }[]>(
      `select canonical::jsonb -> 'body' as body from ledger_events where kind = 'roster-approved' order by id`,
    );
    expect(approvals[0]).toMatchObject({ body: { actor: second.userId, judges: 2, added: [judgeId], removed: [] } });
  });
});

describe('an installation from before there was a roster', () => {
  it('keeps its judges: those who judged stand on it without a proposal, the others do not', async () => {
    const database = await createEmptyDatabase();
    const { options } = createDataSource(database.ownerUrl);
    const older = Object.values(options.migrations ?? []).filter(
      (one) => typeof one === 'function' && Number(/\d+$/.exec(one.name)?.[0]) < 1764000000300,
    );
    const before = new DataSource({ ...options, migrations: older });
    await before.initialize();
    await before.runMigrations();
    const [contest, edition, active, gone] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
    await before.query(`insert into contests (id, key, name_zh, name_en) values ($1, 'old', '赛', 'Contest')`, [
      contest,
    ]);
    await before.query(
      `insert into editions (id, contest_id, slug, name_zh, name_en, year, template_hash)
       values ($1, $2, 'old', '届', 'Edition', 2024, $3)`,
      [edition, contest, Buffer.alloc(32)],
    );
    await before.query('insert into judges (id, edition_id, is_active) values ($1, $2, true), ($3, $2, false)', [
      ...[active, edition, gone],
    ]);
    await before.destroy();
    const after = await createDataSource(database.ownerUrl).initialize();
    await after.runMigrations();
    const rows = await after.query<object[]>(
      `select j.id, j.is_active as "isActive", c.outcome from judges j left join roster_changes c on c.judge_id = j.id
       order by j.id`,
    );
    expect(rows).toEqual([
      { id: active, isActive: true, outcome: 'stood-before' },
      { id: gone, isActive: false, outcome: null },
    ]);
    await after.destroy();
    await database.drop();
  });
});
