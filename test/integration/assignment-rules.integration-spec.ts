import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { AssignmentService } from '#judging';
import { startApi, type TestApi } from '../builders/api.js';
import { asked, AssignmentDesk } from '../builders/assignment-desk.js';
import { createStage } from '../builders/judging-stage.js';

jest.setTimeout(120_000);

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api?.close());

const refused = (code: string, status = 409) => ({ status, body: { code } });
const ofJudge = (standing: readonly string[], judge: number) => standing.filter((pair) => pair.endsWith(` ${judge}`));

async function decline(desk: AssignmentDesk, judge: number): Promise<void> {
  const id = uuidv7();
  await desk.query(
    `insert into judge_invitations (id, judge_id, token_hash, code_hash, invited_by, expires_at, answer, answered_at)
     values ($1, $2, sha256($3::text::bytea), sha256(($3 || 'code')::bytea), $4, now() + interval '1 day', 'declined', now())`,
    [id, desk.stage.judgeIds[judge], id, desk.office.userId],
  );
}

const add = (desk: AssignmentDesk, entry: number, judge: number) =>
  desk.office.post<{ errors?: { code: string; detail: string }[] }>(`${desk.base}/assignments`, {
    ...{ entryId: desk.stage.stageEntryIds[entry], judgeId: desk.stage.judgeIds[judge] },
  });

describe('a judge who will not come', () => {
  it.each(['keep', 'improve'])('keeps what is begun and nothing else, and is given nothing: %s', async (existing) => {
    const desk = await AssignmentDesk.open(api, { entries: 4, judges: 4 });
    await desk.assign();
    const own = ofJudge(await desk.standing(), 0);
    const begun = (await desk.entries())
      .flatMap(({ judges }) => judges)
      .find(({ id }) => id === desk.stage.judgeIds[0])?.assignmentId;
    await desk.query(`insert into drafts (assignment_id, version, scores) values ($1, 1, '{}')`, [begun]);
    await decline(desk, 0);
    await desk.query('update users set disabled_at = now() where id = $1', [desk.stage.userIds[1]]);
    const { changes } = await desk.assign({ existing });
    expect(changes.removed).toBeGreaterThanOrEqual(own.length - 1);
    const after = await desk.standing();
    expect(after).toHaveLength(8);
    expect(ofJudge(after, 0)).toHaveLength(1);
    expect(own).toEqual(expect.arrayContaining(ofJudge(after, 0)));
    expect(ofJudge(after, 1)).toEqual([]);
  });

  it('is in no relaxation, and counted neither as fit nor as conflicted', async () => {
    const desk = await AssignmentDesk.open(api, { entries: 3, judges: 3 });
    await desk.assign({ judgesWanted: 3 });
    await decline(desk, 0);
    const { preview } = await desk.plan({ judgesWanted: 3 });
    expect(preview.run.state).toBe('infeasible');
    expect(preview.relaxations.map(({ code }) => code)).toEqual(Array.from({ length: 3 }, () => 'fewer-judges'));
    expect(preview.findings).toContainEqual(
      expect.objectContaining({
        ...{ code: 'entry-short', numbers: { wanted: 3, eligible: 2, conflicts: 0, language: 0 } },
      }),
    );
  });

  it('as a substitute keeps what was given by hand, and is given no more', async () => {
    const desk = await AssignmentDesk.open(api, { entries: 4, judges: 3 });
    await desk.query('update judges set is_substitute = true where id = $1', [desk.stage.judgeIds[0]]);
    expect((await add(desk, 2, 0)).status).toBe(204);
    for (const existing of ['keep', 'improve']) {
      await desk.assign({ existing });
      expect(ofJudge(await desk.standing(), 0)).toEqual(['3 0']);
    }
  });
});

describe('what a plan is asked for', () => {
  it('is refused without the weights of its points', async () => {
    const desk = await AssignmentDesk.open(api, { entries: 1, judges: 1 });
    const answer = await desk.office.post(`${desk.base}/assignment-runs`, { ...asked, weights: undefined });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: 'weights' }] } });
    expect(await desk.query('select from assignment_runs where stage_id = $1', [desk.stage.stageId])).toEqual([]);
  });
});

describe('limits of a judge', () => {
  it('are of the edition: what its other stages hold is taken off until their judging is over', async () => {
    const first = await AssignmentDesk.open(api, { entries: 4, judges: 3 });
    const { editionId, stageId } = first.stage;
    const stage = await createStage(api.dataSource, { after: first.stage, assigned: false });
    const second = new AssignmentDesk(api, stage, first.office);
    await first.query('update judges set most_entries = 3 where edition_id = $1', [editionId]);
    const waiting = await second.plan();
    await first.assign();
    expect(await second.apply(waiting.id, waiting.preview.run.planHash)).toMatchObject(
      refused('assignment-plan-overtaken'),
    );
    const { preview } = await second.plan();
    expect(preview.run.state).toBe('infeasible');
    const raised = preview.relaxations.filter(({ code }) => code === 'raise-most');
    expect(raised.length).toBeGreaterThan(0);
    for (const { numbers } of raised) expect(numbers.from).toBe(3);
    await first.query('update judges set most_entries = 2 where id = $1', [stage.judgeIds[1]]);
    const { status, body } = await add(second, 0, 1);
    expect([status, body.errors?.map(({ code }) => code)]).toEqual([409, ['judge-at-limit']]);
    await first.query('update judges set most_entries = 3 where id = $1', [stage.judgeIds[1]]);
    await first.query('update windows set closed_at = now() where stage_id = $1', [stageId]);
    await second.assign();
    expect(await second.standing()).toHaveLength(8);
  });

  it('ask for the least over all stages, in the last that is given its judges', async () => {
    const first = await AssignmentDesk.open(api, { entries: 3, judges: 3 });
    const stage = await createStage(api.dataSource, { after: first.stage, assigned: false });
    const second = new AssignmentDesk(api, stage, first.office);
    await first.query('update judges set least_entries = 3 where edition_id = $1', [first.stage.editionId]);
    // Two places a judge here; the third comes from the other stage.
    await first.assign();
    expect((await second.plan({ judgesWanted: 1 })).preview.run.state).toBe('planned');
    await first.query('update judges set least_entries = 4 where id = $1', [stage.judgeIds[0]]);
    const { preview } = await second.plan({ judgesWanted: 1 });
    expect(preview).toMatchObject({
      ...{ run: { state: 'infeasible' }, relaxations: [{ code: 'lower-least' }] },
      findings: [{ code: 'minimum-excess', numbers: { least: 4, wanted: 3, excess: 1 } }],
    });
    const { from, to } = preview.relaxations[0]?.numbers ?? {};
    expect([3, 4]).toContain(from);
    expect(to).toBe((from ?? 0) - 1);
  });
});

describe('an earlier employer of a judge', () => {
  it('counts as the present one for three years after it was left, by name and by the register', async () => {
    const desk = await AssignmentDesk.open(api, { entries: 4, judges: 7 });
    const { entryIds, judgeIds } = desk.stage;
    const waiting = await desk.plan();
    const organisation = uuidv7();
    await desk.query('insert into organisations (id) values ($1)', [organisation]);
    await desk.query(
      `insert into team_members (id, entry_id, role, name, organisation, organisation_id, position)
       values ($1, $3, 'lead', 'A', 'Old Works', null, 0), ($2, $4, 'lead', 'B', 'Registered Works', $5, 0)`,
      [uuidv7(), uuidv7(), entryIds[0], entryIds[2], organisation],
    );
    await desk.query(
      `insert into avoidances (entry_id, position, kind, name, reason) values ($1, 1, 'employer', 'old works', 'a rival')`,
      [entryIds[1]],
    );
    const years = `extract(year from now() at time zone 'Asia/Shanghai')::int`;
    await desk.query(
      `insert into judge_employers (id, judge_id, name, organisation_id, until_year) values
         (gen_random_uuid(), $1, 'Old Works', null, ${years} - 3), (gen_random_uuid(), $2, 'Old Works', null, ${years} - 4),
         (gen_random_uuid(), $3, ' OLD  works', null, null), (gen_random_uuid(), $4, 'As once written', $6, ${years}),
         (gen_random_uuid(), $5, 'As once written', $6, ${years} - 4)`,
      [...judgeIds.slice(0, 5), organisation],
    );
    expect(await desk.apply(waiting.id, waiting.preview.run.planHash)).toMatchObject(
      refused('assignment-plan-overtaken'),
    );
    const barred = [[0, 2], [0, 2], [3], []];
    const { preview } = await desk.plan({ judgesWanted: 6 });
    expect(preview.findings.filter(({ code }) => code === 'entry-short')).toMatchObject([
      { entries: [{ number: 1 }], numbers: { eligible: 5, conflicts: 2 } },
      { entries: [{ number: 2 }], numbers: { eligible: 5, conflicts: 2 } },
    ]);
    await desk.assign({ judgesWanted: 5 });
    for (const [entry, judges] of barred.entries()) {
      for (const judge of judges) expect((await desk.standing()).includes(`${entry + 1} ${judge}`)).toBe(false);
    }
  });
});

describe('a draft and an assignment that is taken away', () => {
  const untilWaiting = async () => {
    const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    while ((await api.dataSource.query<unknown[]>(waiting)).length === 0) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };

  it('meet: nobody is told that a draft was kept which then is gone', async () => {
    const stage = await createStage(api.dataSource, { entries: 1, judges: 1 });
    const judge = await api.signedIn(stage.userIds[0] ?? '');
    const url = `/api/v1/assignments/${stage.assignments[0]?.publicId}/draft`;
    const save = () => judge.send('PUT', url, { body: { scores: { novelty: '7' } }, headers: { 'if-match': '"0"' } });
    const pairs = [{ stageEntryId: stage.stageEntryIds[0] ?? '', judgeId: stage.judgeIds[0] ?? '' }];
    const assignments = api.app.get(AssignmentService, { strict: false });
    const saving = await api.dataSource.transaction(async (manager) => {
      expect(await assignments.unassign(manager, stage.stageId, pairs, { actor: uuidv7() })).toHaveLength(1);
      const answer = save();
      await untilWaiting();
      return [answer];
    });
    expect(await saving[0]).toMatchObject(refused('assignment-not-found', 404));
    expect(
      await api.dataSource.query('select from drafts where assignment_id = $1', [stage.assignments[0]?.id]),
    ).toEqual([]);
  });

  it('meet: what is being saved is waited for, and stays', async () => {
    const desk = await AssignmentDesk.open(api, { entries: 1, judges: 1, assigned: true });
    const { id } = desk.stage.assignments[0] ?? {};
    const removal = await api.dataSource.transaction(async (manager) => {
      await manager.query('select from assignments where id = $1 for share', [id]);
      await manager.query(`insert into drafts (assignment_id, version, scores) values ($1, 1, '{}')`, [id]);
      const answer = desk.office.post(`${desk.base}/assignments/${id}/removal`);
      await untilWaiting();
      return [answer];
    });
    expect(await removal[0]).toMatchObject(refused('assignment-begun'));
    expect(await desk.standing()).toEqual(['1 0']);
  });
});
