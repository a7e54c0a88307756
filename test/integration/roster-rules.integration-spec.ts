import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AssignmentService, JudgeService } from '#judging';
import { startApi, type Asker, type TestApi } from '../builders/api.js';
import { createStage, type JudgingStage } from '../builders/judging-stage.js';
import { changeRoster } from '../builders/roster.js';

jest.setTimeout(60_000);

let api: TestApi;
let stage: JudgingStage;
let base: string;
/** Both may approve. */
let second: Asker;
let third: Asker;

interface Roster {
  readonly hash: string;
  readonly changes: readonly { id: string; isOwn: boolean; isOneself: boolean }[];
}

const roster = async (who: Asker) => (await who.get<Roster>(`${base}/judge-roster`)).body;
const approve = async (who: Asker) => who.post(`${base}/judge-roster/approvals`, { hash: (await roster(who)).hash });
const waiting = async (who: Asker) => (await roster(who)).changes.map(({ id }) => id);
const refused = (code: string) => ({ status: 409, body: { code } });
const isActive = async (judge: string) => {
  const rows = await api.dataSource.query<{ on: boolean }[]>('select is_active as on from judges where id = $1', [
    judge,
  ]);
  return rows[0]?.on;
};

async function register(by: Asker, who: Asker): Promise<string> {
  const given = [{ userId: who.userId, kind: 'technology' as const }];
  const judges = api.app.get(JudgeService, { strict: false });
  const [id = ''] = await api.dataSource.transaction((manager) =>
    judges.register(manager, stage.editionId, given, { actor: by.userId ?? '' }),
  );
  return id;
}

/** Approves in the database itself. */
async function approveDirectly(judge: string, approver: string | null, edition: string): Promise<void> {
  const id = uuidv7();
  await api.dataSource.query(
    `insert into roster_approvals (id, edition_id, document, hash, approved_by) values ($1, $2, '{}', sha256('{}'), $3)`,
    [id, edition, approver],
  );
  await api.dataSource.query(
    `update roster_changes set outcome = 'approved', ended_by = $2, ended_at = now(), approval_id = $3
     where judge_id = $1 and outcome is null`,
    [judge, approver, id],
  );
}

beforeAll(async () => {
  api = await startApi();
  stage = await createStage(api.dataSource, { entries: 1, judges: 1 });
  const { editionId, slug } = stage;
  base = `/api/v1/editions/${slug}`;
  second = await api.person({ role: 'organiser', editionId, mayApprove: true });
  third = await api.person({ role: 'executive-organiser', editionId, mayApprove: true });
});

afterAll(() => api.close());

describe('one’s own place as a judge', () => {
  it('waits for another person, whether it comes or goes', async () => {
    const own = await register(third, second);
    const theirs = await register(third, await api.person({ role: 'judge', editionId: stage.editionId }));
    expect((await roster(second)).changes.find(({ id }) => id === own)).toMatchObject({
      isOwn: false,
      isOneself: true,
    });
    expect(await approve(second)).toMatchObject({ status: 204 });
    expect(await waiting(second)).toEqual([own]);
    expect([await isActive(own), await isActive(theirs)]).toEqual([false, true]);
    expect(await approve(second)).toMatchObject(refused('same-person'));
    await expect(approveDirectly(own, second.userId, stage.editionId)).rejects.toMatchObject({
      constraint: 'roster_changes_not_oneself',
    });
    await approveDirectly(own, uuidv7(), stage.editionId);
    expect(await isActive(own)).toBe(true);
    expect(await third.post(`${base}/judges/${own}/removal`, { reason: '' })).toMatchObject({ status: 204 });
    expect(await approve(second)).toMatchObject(refused('same-person'));
    expect(await isActive(own)).toBe(true);
    await approveDirectly(own, uuidv7(), stage.editionId);
    expect(await isActive(own)).toBe(false);
  });
});

describe('a change of the roster', () => {
  it('is approved with the roster of its own edition', async () => {
    const elsewhere = await createStage(api.dataSource, { entries: 1, judges: 1 });
    const judge = await register(third, await api.person({ role: 'judge', editionId: stage.editionId }));
    await expect(approveDirectly(judge, second.userId, elsewhere.editionId)).rejects.toMatchObject({
      constraint: 'roster_changes_edition',
    });
    expect(await isActive(judge)).toBe(false);
  });

  it('stays where it is', async () => {
    const [judge] = stage.judgeIds;
    await expect(api.dataSource.query('delete from roster_changes where judge_id = $1', [judge])).rejects.toBeDefined();
    const owner = await new DataSource({ type: 'postgres', url: api.database.ownerUrl }).initialize();
    await expect(owner.query('delete from roster_changes where judge_id = $1', [judge])).rejects.toMatchObject({
      constraint: 'roster_changes_stay',
    });
    await owner.destroy();
  });

  it('counts as the last one also where the clock has been put back', async () => {
    const judge = stage.judgeIds[0] ?? '';
    const owner = await new DataSource({ type: 'postgres', url: api.database.ownerUrl }).initialize();
    await owner.query('alter table roster_changes disable trigger roster_changes_end_once');
    await owner.query(`update roster_changes set ended_at = now() + interval '1 hour' where judge_id = $1`, [judge]);
    await owner.query('alter table roster_changes enable trigger roster_changes_end_once');
    await owner.destroy();
    await changeRoster(api.dataSource, [judge], 'removal');
    expect(await isActive(judge)).toBe(false);
    await changeRoster(api.dataSource, [judge]);
    expect(await isActive(judge)).toBe(true);
  });
});

describe('a judge off the roster', () => {
  it('may still declare a conflict', async () => {
    const judging = await api.person({ role: 'judge', editionId: stage.editionId });
    const judgeId = await register(third, judging);
    const assignments = api.app.get(AssignmentService, { strict: false });
    const [stageEntryId = ''] = stage.stageEntryIds;
    const [made] = await api.dataSource.transaction((manager) =>
      assignments.assign(manager, stage.stageId, [{ stageEntryId, judgeId }], { actor: third.userId ?? '' }),
    );
    const own = `/api/v1/assignments/${made?.publicId}`;
    expect(await judging.get(own)).toMatchObject(refused('judge-not-on-roster'));
    expect(await judging.post(`${own}/recusal`, { reasonCode: 'family' })).toMatchObject({ status: 204 });
    const declared = await api.dataSource.query<object[]>(
      'select form from conflicts_of_interest where judge_id = $1',
      [judgeId],
    );
    expect(declared).toEqual([{ form: 'by-oneself' }]);
  });
});
