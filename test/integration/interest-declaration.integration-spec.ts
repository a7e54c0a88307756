import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v4 as uuidv4, v7 as uuidv7 } from 'uuid';
import { createDataSource } from '#database';
import { interestDeclaration } from '#domain/roster/interest-declaration';
import type { Asker, TestApi } from '../builders/api.js';
import { startApi } from '../builders/api.js';
import { BegunBeforeDeclarations1764000000332 } from '../../libs/database/src/migrations/1764000000332-begun-before-declarations.js';
import { createStage, type JudgingStage, stageRules, writeRules } from '../builders/judging-stage.js';
import { changeRoster } from '../builders/roster.js';

interface Desk {
  readonly code?: string;
  readonly teams: readonly {
    readonly assignment: string;
    readonly position: number;
    readonly title: string;
    readonly isOfOwnEmployer: boolean;
    readonly people: readonly { readonly name: string; readonly organisation: string | null }[];
  }[];
  readonly declared: number;
  readonly declaredAt: string | null;
  readonly text: { readonly version: string };
}
interface Queue {
  readonly stages: readonly {
    readonly assignments: readonly { readonly publicId: string; readonly isDeclarationOwed: boolean }[];
  }[];
}

let api: TestApi;
let stage: JudgingStage;
let judge: Asker;
let path: string;

beforeAll(async () => {
  api = await startApi();
  stage = await createStage(api.dataSource, {
    ...{ entries: 4, judges: 2, declared: false, rules: stageRules({ blind: false }) },
  });
  judge = await api.signedIn(stage.userIds[0] ?? '');
  path = await deskOf(stage);
  for (const [index, entry] of stage.entryIds.entries()) {
    await member(entry, 1, 'lead', `Lead ${index + 1}`, index === 2 ? ' ＡＣＭＥ robotics' : `Institute ${index + 1}`);
    await member(entry, 2, 'adviser', `Adviser ${index + 1}`, null);
  }
  await query(`update judges set employer = 'Acme Robotics' where id = $1`, [stage.judgeIds[0]]);
});
afterAll(() => api?.close());

const query = <Row>(sql: string, values: unknown[]) => api.dataSource.query<Row[]>(sql, values);
const member = (entry: string, position: number, role: string, name: string, organisation: string | null) =>
  query(`insert into team_members (id, entry_id, position, role, name, organisation) values ($1, $2, $3, $4, $5, $6)`, [
    uuidv7(),
    entry,
    position,
    role,
    name,
    organisation,
  ]);
async function deskOf({ slug, stageId }: JudgingStage): Promise<string> {
  const [row] = await query<{ key: string }>('select key from stages where id = $1', [stageId]);
  return `/api/v1/my/declarations/${slug}/${row?.key}`;
}
const own = (place: number) => stage.assignments.filter((one) => one.judge === place);
const sheetOf = (entry: number, place = 0) => `/api/v1/assignments/${own(place)[entry]?.publicId}`;
const read = async (by = judge) => (await by.get<Desk>(path)).body;
const declared = (
  teams: readonly { assignment: string; reasonCode: string | null }[],
  version: string = interestDeclaration.version,
) => ({
  ...{ version, teams },
});
const without = (teams: Desk['teams']) => teams.map(({ assignment }) => ({ assignment, reasonCode: null }));

describe('a judge of an open stage who has not declared', () => {
  it('opens no sheet, no content and no file, and neither keeps a draft nor submits', async () => {
    const scores = Object.fromEntries(stage.rules.rubric.criteria.map(({ key }) => [key, '8']));
    const answers = await Promise.all([
      ...[judge.get(sheetOf(0)), judge.get(`${sheetOf(0)}/entry`), judge.get(`${sheetOf(0)}/files/${uuidv4()}/pages`)],
      judge.put(`${sheetOf(0)}/draft`, { scores }, { 'if-match': '"0"' }),
      judge.post(`${sheetOf(0)}/submissions`, { scores, rulesHash: stage.rulesHash }, { 'if-match': '"0"' }),
    ]);
    expect(answers[0]).toMatchObject({ body: { details: { edition: stage.slug } } });
    for (const answer of answers) expect(answer).toMatchObject({ status: 403, body: { code: 'declaration-owed' } });
    const [kept] = await query<{ n: number }>('select count(*)::int as n from drafts where assignment_id = $1', [
      own(0)[0]?.id,
    ]);
    expect(kept?.n).toBe(0);
    const { stages } = (await judge.get<Queue>('/api/v1/my/assignments')).body;
    expect(stages[0]?.assignments.map(({ isDeclarationOwed }) => isDeclarationOwed)).toEqual([true, true, true, true]);
  });

  it('is shown the people and employers of the own teams, those of the own employer first', async () => {
    const desk = await read();
    expect(desk).toMatchObject({ declared: 0, declaredAt: null });
    expect(desk.teams.map(({ title, isOfOwnEmployer }) => [title, isOfOwnEmployer])).toEqual([
      ...[
        ['Entry 3', true],
        ['Entry 1', false],
        ['Entry 2', false],
        ['Entry 4', false],
      ],
    ]);
    expect(desk.teams[1]?.people).toEqual([
      { role: 'lead', name: 'Lead 1', organisation: 'Institute 1' },
      { role: 'adviser', name: 'Adviser 1', organisation: null },
    ]);
  });

  it('is refused a wording that is no longer in force, a team of another judge, and a reason that is none', async () => {
    const { teams } = await read();
    expect(await judge.post(path, declared(without(teams), '2020-01-01'))).toMatchObject({
      ...{ status: 409, body: { code: 'declaration-changed' } },
    });
    const foreign = [{ assignment: own(1)[0]?.publicId ?? '', reasonCode: null }];
    expect(await judge.post(path, declared(foreign))).toMatchObject({ body: { code: 'assignment-not-found' } });
    const senseless = [{ assignment: own(0)[0]?.publicId ?? '', reasonCode: 'bored' }];
    expect((await judge.post(path, declared(senseless))).status).toBe(400);
    expect((await judge.post(path, declared([]))).status).toBe(400);
    expect((await read()).teams).toHaveLength(4);
  });
});

describe('a declaration', () => {
  it('opens the entries that it covers, and takes those with a tie away at once', async () => {
    const teams = (await read()).teams.filter(({ title }) => title !== 'Entry 4');
    const given = teams.map(({ assignment, isOfOwnEmployer }) => ({
      ...{ assignment, reasonCode: isOfOwnEmployer ? 'same-organisation' : null },
    }));
    expect((await judge.post(path, declared(given))).status).toBe(204);
    expect((await judge.get(sheetOf(0))).status).toBe(200);
    expect((await judge.get(`${sheetOf(0)}/entry`)).status).toBe(200);
    expect(await judge.get(sheetOf(2))).toMatchObject({ status: 409, body: { code: 'assignment-recused' } });
    expect(await judge.get(sheetOf(3))).toMatchObject({ status: 403, body: { code: 'declaration-owed' } });
    const [tie] = await query('select form, reason_code from conflicts_of_interest where judge_id = $1', [
      stage.judgeIds[0],
    ]);
    expect(tie).toEqual({ form: 'by-oneself', reason_code: 'same-organisation' });
  });

  it('is a versioned statement of the ledger with the entries that it covers', async () => {
    const [event] = await query<{ body: object }>(
      `select canonical::jsonb -> 'body' as body from ledger_events where kind = 'interest-declared'
          and canonical::jsonb #>> '{subject,judge}' = $1`,
      [stage.judgeIds[0]],
    );
    expect(event?.body).toMatchObject({ actor: stage.userIds[0], version: interestDeclaration.version, conflicts: 1 });
    expect(event?.body).toHaveProperty('entries.length', 3);
    const [row] = await query<{ n: number }>(
      `select count(*)::int as n from ledger_events where kind = 'conflict-declared'
          and canonical::jsonb #>> '{subject,judge}' = $1`,
      [stage.judgeIds[0]],
    );
    expect(row?.n).toBe(1);
  });

  it('is asked for again by what it does not cover alone', async () => {
    const desk = await read();
    expect(desk).toMatchObject({ declared: 3, teams: [{ title: 'Entry 4' }] });
    expect(desk.declaredAt).not.toBeNull();
    expect((await judge.post(path, declared(without(desk.teams)))).status).toBe(204);
    expect((await judge.get(sheetOf(3))).status).toBe(200);
    expect((await read()).teams).toEqual([]);
  });

  it('is heard with a tie that comes later, and never twice', async () => {
    const late = [{ assignment: own(0)[3]?.publicId ?? '', reasonCode: 'family' }];
    expect((await judge.post(path, declared(late))).status).toBe(204);
    expect((await judge.post(path, declared(late))).status).toBe(204);
    expect(await judge.get(sheetOf(3))).toMatchObject({ status: 409, body: { code: 'assignment-recused' } });
    const [row] = await query<{ n: number }>(
      'select count(*)::int as n from interest_declarations where judge_id = $1',
      [stage.judgeIds[0]],
    );
    expect(row?.n).toBe(2);
  });

  it('concerns nobody else: another judge still has to declare, and a stranger finds no list', async () => {
    const other = await api.signedIn(stage.userIds[1] ?? '');
    expect((await read(other)).teams).toHaveLength(4);
    expect((await other.get(sheetOf(0, 1))).status).toBe(403);
    const stranger = await api.person({ role: 'judge', editionId: stage.editionId });
    expect((await stranger.get(path)).status).toBe(404);
    expect((await (await api.person({ role: 'organiser', editionId: stage.editionId })).get(path)).status).toBe(403);
  });

  it('is heard once the judge is off the roster, who is shown no team any more', async () => {
    const open = await createStage(api.dataSource, {
      ...{ entries: 1, judges: 1, declared: false, rules: stageRules({ blind: false }) },
    });
    const former = await api.signedIn(open.userIds[0] ?? '');
    const place = await deskOf(open);
    await changeRoster(api.dataSource, open.judgeIds, 'removal');
    expect((await former.get(place)).status).toBe(404);
    const late = [{ assignment: open.assignments[0]?.publicId ?? '', reasonCode: 'family' }];
    expect((await former.post(place, declared(late))).status).toBe(204);
    const ties = await query('select reason_code from conflicts_of_interest where judge_id = $1', [open.judgeIds[0]]);
    expect(ties).toEqual([{ reason_code: 'family' }]);
  });

  it('is asked for in no blind stage, which shows no team', async () => {
    const blind = await createStage(api.dataSource, { entries: 1, declared: false });
    const reader = await api.signedIn(blind.userIds[0] ?? '');
    expect((await reader.get(await deskOf(blind))).status).toBe(404);
    expect((await reader.get(`/api/v1/assignments/${blind.assignments[0]?.publicId}`)).status).toBe(200);
  });
});

describe('a judge of an open stage who is ordered to step back from an entry', () => {
  it('reads nothing of its team, and reads it again where the order is declined', async () => {
    const open = await createStage(api.dataSource, {
      ...{ entries: 2, judges: 1, declared: false, rules: stageRules({ blind: false }) },
    });
    const ordered = await api.signedIn(open.userIds[0] ?? '');
    const place = await deskOf(open);
    await member(open.entryIds[0] ?? '', 1, 'lead', 'Somebody near', 'Near Institute');
    const order = uuidv7();
    await query(
      `insert into recusal_orders (id, entry_id, judge_id, reason_code, reason, evidence, ordered_by)
       values ($1, $2, $3, 'family', 'x', 'x', $4)`,
      [order, open.entryIds[0], open.judgeIds[0], uuidv7()],
    );
    const shown = (await ordered.get<Desk>(place)).body;
    expect(shown.teams.map(({ title }) => title)).toEqual(['Entry 2']);
    expect(JSON.stringify(shown)).not.toContain('Near');
    await query(
      `update recusal_orders set outcome = 'declined', ended_by = $2, ended_at = now(), end_reason = 'x' where id = $1`,
      [order, uuidv7()],
    );
    expect((await ordered.get<Desk>(place)).body.teams).toHaveLength(2);
  });
});

describe('a stage that was blind and is opened', () => {
  it('asks for the declaration whatever was typed and sent while it was blind', async () => {
    const blind = await createStage(api.dataSource, { entries: 1, judges: 1, declared: false });
    const reader = await api.signedIn(blind.userIds[0] ?? '');
    const sheet = `/api/v1/assignments/${blind.assignments[0]?.publicId}`;
    const scores = Object.fromEntries(blind.rules.rubric.criteria.map(({ key }) => [key, '8']));
    expect((await reader.put(`${sheet}/draft`, { scores }, { 'if-match': '"0"' })).status).toBe(200);
    const sent = { scores, rulesHash: blind.rulesHash };
    expect((await reader.post(`${sheet}/submissions`, sent, { 'if-match': '"0"' })).status).toBe(201);
    const rulesHash = await writeRules(api.dataSource, blind.stageId, stageRules({ blind: false }), 2);
    const answers = await Promise.all([
      ...[reader.get(sheet), reader.get(`${sheet}/entry`)],
      reader.put(`${sheet}/draft`, { scores }, { 'if-match': '"0"' }),
      reader.post(`${sheet}/submissions`, { scores, rulesHash }, { 'if-match': '"1"' }),
    ]);
    for (const answer of answers) expect(answer).toMatchObject({ status: 403, body: { code: 'declaration-owed' } });
    const none = [{ assignment: blind.assignments[0]?.publicId ?? '', reasonCode: null }];
    expect((await reader.post(await deskOf(blind), declared(none))).status).toBe(204);
    const again = await reader.post(`${sheet}/submissions`, { scores, rulesHash }, { 'if-match': '"1"' });
    expect(again.status).toBe(201);
  });
});

describe('an upgrade in the middle of an open stage', () => {
  it('asks no declaration for what was begun before, and for all the rest; later work spares nobody one', async () => {
    const open = await createStage(api.dataSource, {
      ...{ entries: 3, judges: 1, declared: false, rules: stageRules({ blind: false }) },
    });
    const reader = await api.signedIn(open.userIds[0] ?? '');
    const begin = (index: number) =>
      query(`insert into drafts (assignment_id, version, scores) values ($1, 1, '{"novelty": "7"}')`, [
        open.assignments[index]?.id,
      ]);
    const status = async () =>
      Promise.all(
        open.assignments.map(async ({ publicId }) => (await reader.get(`/api/v1/assignments/${publicId}`)).status),
      );
    await begin(0);
    expect(await status()).toEqual([403, 403, 403]);
    await upgradeAnew();
    await begin(1);
    expect(await status()).toEqual([200, 403, 403]);
    const place = await deskOf(open);
    expect((await reader.get<Desk>(place)).body.teams.map(({ title }) => title)).toEqual(['Entry 2', 'Entry 3']);
    const draft = `/api/v1/assignments/${open.assignments[0]?.publicId}/draft`;
    expect((await reader.put(draft, { scores: { novelty: '8' } }, { 'if-match': '"1"' })).status).toBe(200);
  });

  /** The migration, on a database in the state that it finds. */
  async function upgradeAnew(): Promise<void> {
    const owner = await createDataSource(api.database.ownerUrl).initialize();
    const runner = owner.createQueryRunner();
    await runner.query('alter table assignments drop column predates_declarations');
    await new BegunBeforeDeclarations1764000000332().up(runner);
    await runner.release();
    await owner.destroy();
  }
});
