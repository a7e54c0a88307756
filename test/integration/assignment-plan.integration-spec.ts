import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { actsWithoutEvents } from '../builders/acts-and-events.js';
import { startApi, type TestApi } from '../builders/api.js';
import { AssignmentDesk } from '../builders/assignment-desk.js';
import { changeRoster } from '../builders/roster.js';

jest.setTimeout(120_000);

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api?.close());

const refused = (code: string) => ({ status: 409, body: { code } });

/** Entries by number in two field groups, odd and even; the first half of the judges knows the odd ones. */
async function withTopics(desk: AssignmentDesk): Promise<void> {
  const { editionId, judgeIds } = desk.stage;
  const groups = [uuidv7(), uuidv7()];
  await desk.query(
    `insert into field_groups (id, edition_id, key, name_zh, name_en, position)
     select id, $1, 'group-' || n, '组' || n, 'Group ' || n, n from unnest($2::uuid[]) with ordinality as g (id, n)`,
    [editionId, groups],
  );
  await desk.query(`update entries set field_group_id = ($2::uuid[])[1 + number % 2] where edition_id = $1`, [
    ...[editionId, groups],
  ]);
  await desk.query(
    `insert into judge_field_groups (judge_id, field_group_id, edition_id)
     select id, ($2::uuid[])[case when n <= $4 then 2 else 1 end], $1 from unnest($3::uuid[]) with ordinality as j (id, n)`,
    [editionId, groups, judgeIds, judgeIds.length / 2],
  );
}

describe('a plan', () => {
  it('gives every entry its judges by what they know, evenly, and says how good it is', async () => {
    const desk = await AssignmentDesk.open(api, { entries: 8, judges: 4 });
    await withTopics(desk);
    const { id, preview } = await desk.plan();
    expect(preview).toMatchObject({
      ...{ run: { state: 'planned', fault: null }, quality: { parts: 1 }, findings: [], relaxations: [] },
      ...{ figures: { places: 16 }, changes: { kept: 0, added: 16, removed: 0 }, leastLoad: 4, mostLoad: 4 },
    });
    const entries = await desk.entries(id);
    expect(entries.map(({ judges }) => judges.length)).toEqual(Array.from({ length: 8 }, () => 2));
    // One exchange connects both halves: three of four places of a judge know the entry's field at least.
    const known = entries.flatMap(({ judges }) => judges.filter(({ knowsTopic }) => knowsTopic));
    expect(known.length).toBeGreaterThanOrEqual(14);
    expect(await desk.standing()).toEqual([]);
  });

  it('is the same by the same seed, whoever asks again', async () => {
    const desk = await AssignmentDesk.open(api, { entries: 6, judges: 5 });
    const first = await desk.plan();
    const again = await desk.plan();
    const other = await desk.plan({ seed: 'another' });
    expect(again.preview.run.planHash).toBe(first.preview.run.planHash);
    expect(other.preview.run.planHash).not.toBe(first.preview.run.planHash);
    // One plan at a time waits to be applied; those before it were discarded, which the ledger says.
    const states = await desk.query<{ state: string }>(
      'select state from assignment_runs where stage_id = $1 order by number',
      [desk.stage.stageId],
    );
    expect(states.map(({ state }) => state)).toEqual(['discarded', 'discarded', 'planned']);
  });

  it('never gives a judge an entry with a conflict, by whatever it is known', async () => {
    const desk = await AssignmentDesk.open(api, { entries: 6, judges: 8 });
    const { entryIds, judgeIds, userIds, editionId } = desk.stage;
    const organisation = uuidv7();
    await desk.query('insert into organisations (id) values ($1)', [organisation]);
    await desk.query(
      `insert into organisation_names (id, organisation_id, kind, language, text, key, grams)
       values ($1, $3, 'canonical', 'en', 'Quiet University', 'quiet university', '{}'),
              ($2, $3, 'abbreviation', 'en', 'QU', 'qu', '{}')`,
      [uuidv7(), uuidv7(), organisation],
    );
    await desk.query(`update users set display_name = '王小明 Wang Xiaoming' where id = $1`, [userIds[1]]);
    await desk.query(`update judges set employer = 'Quiet University', employer_id = $2 where id = $1`, [
      ...[judgeIds[2], organisation],
    ]);
    await desk.query(`update judges set employer = ' acme  works' where id = $1`, [judgeIds[3]]);
    await desk.query(
      `insert into conflicts_of_interest (id, judge_id, entry_id, form, reason_code, declared_by)
       values ($1, $2, $3, 'by-oneself', 'family', $4)`,
      [uuidv7(), judgeIds[0], entryIds[0], userIds[0]],
    );
    await desk.query(
      `insert into avoidances (entry_id, position, kind, name, reason) values ($1, 1, 'person', '王小明', 'a lawsuit'),
         ($1, 2, 'employer', 'QU', 'a rival')`,
      [entryIds[1]],
    );
    await desk.query(
      `insert into team_members (id, entry_id, role, name, organisation, organisation_id, position)
       values ($1, $3, 'lead', 'A', 'Quiet University', $5, 0), ($2, $4, 'lead', 'B', 'Acme Works', null, 0)`,
      [uuidv7(), uuidv7(), entryIds[2], entryIds[3], organisation],
    );
    await desk.query(`insert into team_ties (entry_id, user_id) values ($1, $2)`, [entryIds[4], userIds[4]]);
    await desk.query(`insert into role_grants (id, user_id, role, edition_id) values ($1, $2, 'problem-owner', $3)`, [
      uuidv7(),
      userIds[5],
      editionId,
    ]);
    const problem = uuidv7();
    await desk.query(
      `insert into enterprise_problems (id, edition_id, public_id, number, title_zh, title_en, owner_label_zh, owner_label_en)
       values ($1, $2, gen_random_uuid(), 1, '题', 'P', '企', 'E')`,
      [problem, editionId],
    );
    await desk.query('update entries set enterprise_problem_id = $2 where id = $1', [entryIds[5], problem]);
    // Seven judges of eight an entry: each entry has everybody but those in conflict with it.
    const barred = [[0], [1, 2], [2], [3], [4], [5]];
    const { preview } = await desk.plan({ judgesWanted: 7 });
    expect(preview).toMatchObject({ run: { state: 'infeasible' } });
    expect(preview.findings).toContainEqual(
      expect.objectContaining({
        ...{ code: 'entry-short', entries: [expect.objectContaining({ number: 2 })] },
        numbers: { wanted: 7, eligible: 6, conflicts: 2, language: 0 },
      }),
    );
    await desk.assign({ judgesWanted: 6 });
    const standing = await desk.standing();
    for (const [index, judges] of barred.entries()) {
      for (const judge of judges) expect(standing).not.toContain(`${index + 1} ${judge}`);
    }
    expect(standing.filter((pair) => pair.startsWith('2 '))).toHaveLength(6);
  });

  it('leaves out who cannot judge, and says why; a substitute comes where asked', async () => {
    const desk = await AssignmentDesk.open(api, { entries: 3, judges: 6 });
    const { judgeIds, userIds } = desk.stage;
    await desk.query('update judges set is_substitute = true where id = $1', [judgeIds[0]]);
    await desk.query(`update judges set available_until = current_date - 30 where id = $1`, [judgeIds[1]]);
    await desk.query('update users set disabled_at = now() where id = $1', [userIds[2]]);
    await changeRoster(api.dataSource, [judgeIds[3] ?? ''], 'removal');
    const { body } = await desk.office.get<{ judges: { id: string; absence: string | null }[] }>(
      `${desk.base}/assignment`,
    );
    const absences = new Map(body.judges.map(({ id, absence }) => [id, absence]));
    expect(judgeIds.map((id) => absences.get(id))).toEqual([
      ...['substitute', 'unavailable', 'no-account', undefined, null, null],
    ]);
    const short = await desk.plan({ judgesWanted: 3 });
    expect(short.preview).toMatchObject({ run: { state: 'infeasible' }, relaxations: [{}, {}, {}] });
    expect(short.preview.findings).toContainEqual(
      expect.objectContaining({
        ...{ code: 'entry-short', entries: [expect.objectContaining({ number: 1 })] },
        numbers: expect.objectContaining({ wanted: 3, eligible: 2 }),
      }),
    );
    expect((await desk.plan({ judgesWanted: 3, withSubstitutes: true })).preview.run.state).toBe('planned');
  });

  it('that cannot be made says which limits and entries stand in its way, with the smallest relaxation', async () => {
    const desk = await AssignmentDesk.open(api, { entries: 5, judges: 3 });
    await desk.query('update judges set most_entries = 3 where edition_id = $1', [desk.stage.editionId]);
    const { preview, id } = await desk.plan();
    expect(preview).toMatchObject({
      ...{ run: { state: 'infeasible', planHash: null }, quality: null, figures: null },
      findings: [
        { code: 'capacity-short', numbers: { wanted: 10, capacity: 9, short: 1 } },
        { code: 'group-short', entries: [1, 2, 3, 4, 5].map((number) => ({ number })), numbers: { short: 1 } },
      ],
      relaxations: [{ code: 'raise-most', judges: [expect.stringMatching(/^Judge /)], numbers: { from: 3, to: 4 } }],
    });
    expect(await desk.apply(id, 'a'.repeat(64))).toMatchObject(refused('assignment-plan-ended'));
  });

  it('has the kinds and the mix of employers that were asked for', async () => {
    const desk = await AssignmentDesk.open(api, { entries: 4, judges: 4 });
    const { judgeIds } = desk.stage;
    await desk.query(`update judges set kind = 'venture-capital' where id = any ($1)`, [judgeIds.slice(0, 2)]);
    await desk.query(`update judges set employer = 'One House' where id = any ($1)`, [judgeIds.slice(1, 3)]);
    await desk.assign({ mostPerEmployer: 1, kindsWanted: [{ kind: 'venture-capital', atLeast: 1 }] });
    const standing = await desk.standing();
    for (const entry of [1, 2, 3, 4]) {
      const judges = standing.filter((pair) => pair.startsWith(`${entry} `)).map((pair) => Number(pair.slice(2)));
      expect(judges.filter((judge) => judge < 2).length).toBeGreaterThanOrEqual(1);
      expect(judges.filter((judge) => judge === 1 || judge === 2).length).toBeLessThanOrEqual(1);
    }
    const wrong = await desk.office.post(`${desk.base}/assignment-runs`, {
      ...{ judgesWanted: 1, kindsWanted: [{ kind: 'technology', atLeast: 2 }], existing: 'keep' },
      ...{ withSubstitutes: false, seed: 'x', weights: { expertise: 1, preference: 1, ownLanguage: 1, kept: 1 } },
    });
    expect(wrong).toMatchObject({ status: 400, body: { code: 'request-invalid' } });
  });
});

describe('a plan that is applied', () => {
  it('stands whole and once, however often it is pressed, with its hash in the ledger', async () => {
    const desk = await AssignmentDesk.open(api, { entries: 6, judges: 4 });
    const second = await api.person({ role: 'organiser', editionId: desk.stage.editionId });
    const { id, preview } = await desk.plan();
    const hash = preview.run.planHash;
    const answers = await Promise.all([desk.apply(id, hash), desk.apply(id, hash, second)]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([204, 409]));
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('assignment-plan-ended');
    const key = uuidv7();
    expect(await desk.apply(id, hash, second, key)).toMatchObject(refused('assignment-plan-ended'));
    expect(await desk.standing()).toHaveLength(12);
    const events = await desk.query<{ body: object }>(
      `select canonical::jsonb -> 'body' as body from ledger_events
        where kind = 'assignment-plan-applied' and canonical::jsonb #>> '{subject,run}' = $1`,
      [id],
    );
    expect(events).toEqual([{ body: expect.objectContaining({ hash, added: 12, removed: 0, kept: 0 }) }]);
    const gaps = (await actsWithoutEvents(api.dataSource)) as { table: string }[];
    expect(gaps.filter(({ table }) => table.startsWith('assignment'))).toEqual([]);
  });

  it('is refused whole where somebody has recused, withdrawn or left the roster since', async () => {
    const changes: Record<string, (desk: AssignmentDesk) => Promise<unknown>> = {
      recused: ({ stage }) =>
        api.dataSource.query(
          `insert into conflicts_of_interest (id, judge_id, entry_id, form, reason_code, declared_by)
           values ($1, $2, $3, 'by-oneself', 'family', $4)`,
          [uuidv7(), stage.judgeIds[0], stage.entryIds[0], stage.userIds[0]],
        ),
      withdrawn: ({ stage }) =>
        api.dataSource.query(`update entries set state = 'withdrawn', withdrawn_at = now() where id = $1`, [
          stage.entryIds[1],
        ]),
      left: ({ stage }) => changeRoster(api.dataSource, [stage.judgeIds[2] ?? ''], 'removal'),
      limited: ({ stage }) =>
        api.dataSource.query('update judges set most_entries = 5 where id = $1', [stage.judgeIds[1]]),
    };
    for (const [name, change] of Object.entries(changes)) {
      const desk = await AssignmentDesk.open(api, { entries: 4, judges: 4 });
      const { id, preview } = await desk.plan();
      await change(desk);
      expect([name, await desk.apply(id, preview.run.planHash)]).toEqual([
        name,
        expect.objectContaining({ status: 409, body: expect.objectContaining({ code: 'assignment-plan-overtaken' }) }),
      ]);
      expect(await desk.standing()).toEqual([]);
      // A new plan of what now is stands at once.
      await desk.assign();
      expect((await desk.standing()).length).toBeGreaterThan(0);
    }
  });

  it('is refused over another plan than was looked at', async () => {
    const desk = await AssignmentDesk.open(api, { entries: 2, judges: 3 });
    const { id } = await desk.plan();
    expect(await desk.apply(id, '0'.repeat(64))).toMatchObject(refused('assignment-plan-overtaken'));
    expect(await desk.apply(uuidv7(), '0'.repeat(64))).toMatchObject({ status: 404 });
  });

  it('keeps what stands when more judges are wanted, and fills up after one has left', async () => {
    const desk = await AssignmentDesk.open(api, { entries: 6, judges: 5 });
    await desk.assign();
    const before = await desk.standing();
    const topUp = await desk.assign({ judgesWanted: 3 });
    expect(topUp.changes).toEqual({ kept: 12, added: 6, removed: 0 });
    const after = await desk.standing();
    expect(after).toEqual(expect.arrayContaining(before));
    await changeRoster(api.dataSource, [desk.stage.judgeIds[0] ?? ''], 'removal');
    const left = after.filter((pair) => !pair.endsWith(' 0'));
    const spread = await desk.assign({ judgesWanted: 3 });
    expect(spread.changes).toEqual({ kept: left.length, added: 18 - left.length, removed: 0 });
    expect(await desk.standing()).toEqual(expect.arrayContaining(left));
  });

  it('takes away what is not begun where it is asked to improve, and gives it again', async () => {
    const desk = await AssignmentDesk.open(api, { entries: 4, judges: 2 });
    await desk.assign({ judgesWanted: 2 });
    const { stageId } = desk.stage;
    const begun = (await desk.entries()).flatMap(({ judges }) => judges)[0]?.assignmentId;
    await desk.query(`insert into drafts (assignment_id, version, scores) values ($1, 1, '{}')`, [begun]);
    const { id, preview } = await desk.plan({ judgesWanted: 1, existing: 'improve' });
    expect(preview.changes).toEqual({ kept: 4, added: 0, removed: 4 });
    expect((await desk.apply(id, preview.run.planHash)).status).toBe(204);
    expect((await desk.entries()).flatMap(({ judges }) => judges.map((one) => one.assignmentId))).toContain(begun);
    await desk.assign({ judgesWanted: 2 });
    expect(await desk.standing()).toHaveLength(8);
    const rows = await desk.query<{ n: number }>('select count(*)::int as n from assignments where stage_id = $1', [
      stageId,
    ]);
    expect(rows[0]?.n).toBe(8);
  });

  it('is refused where a judge has begun since what it would take away', async () => {
    const desk = await AssignmentDesk.open(api, { entries: 4, judges: 2 });
    await desk.assign({ judgesWanted: 2 });
    const { id, preview } = await desk.plan({ judgesWanted: 1, existing: 'improve' });
    const going = (await desk.entries(id)).flatMap(({ id: entry, judges }) =>
      judges.filter(({ change }) => change === 'removed').map((judge) => ({ entry, judge: judge.id })),
    )[0];
    await desk.query(
      `insert into drafts (assignment_id, version, scores)
       select id, 1, '{}' from assignments where stage_entry_id = $1 and judge_id = $2`,
      [going?.entry, going?.judge],
    );
    expect(await desk.apply(id, preview.run.planHash)).toMatchObject(refused('assignment-plan-overtaken'));
    expect(await desk.standing()).toHaveLength(8);
  });
});
