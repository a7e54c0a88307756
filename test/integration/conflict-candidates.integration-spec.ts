import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import type { Asker, TestApi } from '../builders/api.js';
import { startApi } from '../builders/api.js';
import { AssignmentDesk } from '../builders/assignment-desk.js';

type State = 'open' | 'ordered' | 'blocking' | 'confirmed' | 'dismissed';
interface Page {
  readonly code?: string;
  readonly employerYears: number;
  readonly settingVersion: number;
  readonly counts: Readonly<Record<State, number>>;
  readonly total: number;
  readonly candidates: readonly {
    readonly judge: { readonly id: string };
    readonly entry: { readonly id: string; readonly number: number };
    readonly state: State;
    readonly reason: string | null;
    readonly version: string;
    readonly evidence: readonly { readonly code: string; readonly weight: string; readonly ofTeam: string }[];
  }[];
}

let api: TestApi;
let desk: AssignmentDesk;
let path: string;

/** Entry 1: an employer in common with judge 0, an earlier one with judge 1. Entry 2: advised by judge 2. */
beforeAll(async () => {
  api = await startApi();
  desk = await AssignmentDesk.open(api, { entries: 4, judges: 4 });
  path = `${desk.base}/conflict-candidates`;
  await member(0, 'Ann Bee', 'ACME Robotics');
  await member(1, '李华', null);
  await desk.query(`update judges set employer = 'Acme Robotics' where id = $1`, [judge(0)]);
  await earlier(1, 'acme robotics', new Date().getFullYear() - 2);
  await earlier(2, 'acme robotics', new Date().getFullYear() - 5);
  await names(2, 'advisee', '李华');
});
afterAll(() => api?.close());

const judge = (place: number) => desk.stage.judgeIds[place] ?? '';
const entry = (place: number) => desk.stage.stageEntryIds[place] ?? '';
const member = (place: number, name: string, organisation: string | null) =>
  desk.query(
    `insert into team_members (id, entry_id, position, role, name, organisation)
     select $1, $2, coalesce(max(position), 0) + 1, 'member', $3, $4 from team_members where entry_id = $2`,
    [uuidv7(), desk.stage.entryIds[place], name, organisation],
  );
const earlier = (place: number, name: string, until: number) =>
  desk.query(`insert into judge_employers (id, judge_id, name, until_year) values ($1, $2, $3, $4)`, [
    ...[uuidv7(), judge(place), name, until],
  ]);
const names = (place: number, kind: string, name: string) =>
  desk.query(
    `with made as (insert into interest_statements (id, judge_id, number)
       select $1, $2, coalesce(max(number), 0) + 1 from interest_statements where judge_id = $2 returning id)
     insert into named_interests (statement_id, position, kind, name) select id, 1, $3, $4 from made`,
    [uuidv7(), judge(place), kind, name],
  );
const read = async (search = '', by: Asker = desk.office) => (await by.get<Page>(`${path}${search}`)).body;
const pair = (judgePlace: number, entryPlace: number) => ({ judgeId: judge(judgePlace), entryId: entry(entryPlace) });
/** Of the evidence as the page shows it now. */
const versionOf = async ({ judgeId, entryId }: { judgeId: string; entryId: string }) =>
  (await read('?limit=200')).candidates.find((one) => one.judge.id === judgeId && one.entry.id === entryId)?.version;
type Pair = ReturnType<typeof pair>;
const settle = async (act: 'dismissals' | 'confirmations', body: Pair) =>
  desk.office.post<{ code: string }>(`${path}/${act}`, { version: (await versionOf(body)) ?? 'a'.repeat(64), ...body });
const dismiss = (body: Pair & { reason: string; version?: string }) => settle('dismissals', body);
const confirm = (body: Pair & { reasonCode: string }) => settle('confirmations', body);
const conflictOf = (judgePlace: number, entryPlace: number) =>
  desk.query(
    `select form, reason_code as reason, declared_by as by from conflicts_of_interest where judge_id = $1 and entry_id = $2`,
    [judge(judgePlace), desk.stage.entryIds[entryPlace]],
  );
const give = (judgePlace: number, entryPlace: number) =>
  desk.office.post<object>(`${desk.base}/assignments`, pair(judgePlace, entryPlace));

describe('candidates of a conflict of interest', () => {
  it('are found from employers and from what judges name, with the evidence of each, and counted by state', async () => {
    const page = await read();
    expect(page).toMatchObject({
      employerYears: 3,
      total: 3,
      counts: { open: 1, ordered: 0, blocking: 2, confirmed: 0, dismissed: 0 },
    });
    const shown = page.candidates.map((one) => [
      ...[one.entry.number, desk.stage.judgeIds.indexOf(one.judge.id), one.state, one.evidence[0]?.code],
    ]);
    expect(shown).toEqual([
      ...[
        [1, 0, 'blocking', 'same-employer'],
        [1, 1, 'blocking', 'earlier-employer'],
        [2, 2, 'open', 'advisee'],
      ],
    ]);
    expect(page.candidates[0]?.evidence[0]).toMatchObject({ weight: 'blocks', ofTeam: 'Ann Bee · ACME Robotics' });
  });

  it('are read a page and a state at a time', async () => {
    expect(await read('?state=open')).toMatchObject({ total: 1, counts: { blocking: 2 } });
    expect((await read('?after=1&limit=1')).candidates).toMatchObject([
      { entry: { number: 1 }, judge: { id: judge(1) } },
    ]);
    expect((await desk.office.get(`${path}?state=gone`)).status).toBe(400);
  });

  it('keep the two apart until somebody has settled them: by rule, and while they are open', async () => {
    expect(await give(0, 0)).toMatchObject({ status: 409, body: { errors: [{ code: 'judge-conflicted' }] } });
    expect(await give(2, 1)).toMatchObject({ status: 409, body: { errors: [{ code: 'judge-conflicted' }] } });
    expect((await give(3, 0)).status).toBe(204);
  });
});

describe('how long an employer counts after a judge has left', () => {
  it('is the platform’s own default until the edition sets it, and each setting is a version', async () => {
    const years = `/api/v1/editions/${desk.stage.slug}/employer-years`;
    const seen = (version: number) => ({ 'if-match': `"${version}"` });
    expect((await desk.office.put(years, { employerYears: 31 }, seen(0))).status).toBe(400);
    expect(await desk.office.put(years, { employerYears: 5 }, seen(0))).toMatchObject({ body: { version: 1 } });
    expect(await read()).toMatchObject({ employerYears: 5, settingVersion: 1, counts: { blocking: 3 } });
    expect((await desk.office.put(years, { employerYears: 9 }, seen(0))).status).toBe(412);
    expect((await desk.office.put(years, { employerYears: 3 }, seen(1))).status).toBe(200);
    expect(await read()).toMatchObject({ employerYears: 3, counts: { blocking: 2 } });
  });
});

describe('a candidate that is dismissed', () => {
  it('has a reason, can be assigned, and is open again by new evidence', async () => {
    expect((await dismiss({ ...pair(2, 1), reason: '' })).status).toBe(400);
    expect((await dismiss({ ...pair(2, 1), reason: 'Another person of that name' })).status).toBe(204);
    expect(await read('?state=dismissed')).toMatchObject({ candidates: [{ reason: 'Another person of that name' }] });
    expect((await give(2, 1)).status).toBe(204);
    await member(1, 'Judge 3', null);
    expect(await read('?state=open')).toMatchObject({ candidates: [{ judge: { id: judge(2) }, state: 'open' }] });
  });

  it('is open again where the judge names another person since, though the evidence has the same code', async () => {
    await names(3, 'advisee', 'Zhao Min');
    await member(3, 'Zhao Min', null);
    expect((await dismiss({ ...pair(3, 3), reason: 'A namesake' })).status).toBe(204);
    const stateOf = async () =>
      (await read()).candidates.find((one) => one.judge.id === judge(3) && one.entry.id === entry(3))?.state;
    expect(await stateOf()).toBe('dismissed');
    await member(3, 'Sun Wei', null);
    expect(await stateOf()).toBe('dismissed');
    await names(3, 'advisee', 'Sun Wei');
    expect(await stateOf()).toBe('open');
    expect((await dismiss({ ...pair(3, 3), reason: 'A namesake too' })).status).toBe(204);
    expect(await stateOf()).toBe('dismissed');
    await names(3, 'advisee', 'Nobody here');
    expect(await stateOf()).toBeUndefined();
    // The tie that was dismissed last is told again, in a later statement: it is the evidence that was read.
    await names(3, 'advisee', 'Sun Wei');
    expect(await stateOf()).toBe('dismissed');
    await names(3, 'advisee', 'Nobody here');
  });

  it('is dismissed, confirmed or ordered for the evidence that was read: nothing is kept where it has changed meanwhile', async () => {
    await names(3, 'advisee', 'Zhou Bo');
    await member(3, 'Zhou Bo', null);
    const seen = (await versionOf(pair(3, 3))) ?? '';
    await names(3, 'co-author', 'Zhou Bo');
    const changed = { status: 409, body: { code: 'candidate-evidence-changed' } };
    expect(await dismiss({ ...pair(3, 3), reason: 'A namesake', version: seen })).toMatchObject(changed);
    const order = {
      ...{ entryNumber: 4, judge: judge(3), reasonCode: 'other', reason: 'x', evidence: 'y' },
      seen: { stageId: desk.stage.stageId, version: seen },
    };
    const orders = `/api/v1/editions/${desk.stage.slug}/recusal-orders`;
    expect(await desk.office.post(orders, order)).toMatchObject(changed);
    expect((await desk.office.post(orders, { ...order, seen: { ...order.seen, version: 'x' } })).status).toBe(400);
    const found = (await read('?state=open')).candidates.filter((one) => one.judge.id === judge(3));
    expect(found).toMatchObject([{ entry: { number: 4 }, evidence: [{ code: 'co-author' }] }]);
    await names(3, 'advisee', 'Nobody here');
  });

  it('is none that a rule keeps apart, nor a pair for which nothing speaks', async () => {
    expect(await dismiss({ ...pair(0, 0), reason: 'x' })).toMatchObject({
      status: 409,
      body: { code: 'candidate-settled' },
    });
    expect((await dismiss({ ...pair(1, 3), reason: 'x' })).status).toBe(404);
  });

  it('leaves a commitment to the reason in the ledger, and no word of it', async () => {
    const events = await desk.query<{ canonical: string }>(
      `select canonical from ledger_events where kind = 'candidate-decided'
          and canonical::jsonb #>> '{subject,stage}' = $1 and canonical::jsonb #>> '{subject,judge}' = $2`,
      [desk.stage.stageId, judge(2)],
    );
    expect(events).toHaveLength(1);
    expect(events[0]?.canonical).not.toContain('Another person');
    expect(JSON.parse(events[0]?.canonical ?? '{}')).toMatchObject({
      body: { outcome: 'dismissed', evidence: ['advisee'] },
    });
  });
});

describe('a recusal for which no team has asked', () => {
  it('is confirmed by nobody alone: it is ordered, keeps the two apart, and stands once a second person confirms', async () => {
    const body = { ...pair(2, 1), reasonCode: 'adviser-of-the-team' };
    expect(await confirm(body)).toMatchObject({ status: 409, body: { code: 'candidate-needs-order' } });
    expect(await conflictOf(2, 1)).toEqual([]);

    const orders = `/api/v1/editions/${desk.stage.slug}/recusal-orders`;
    const order = { entryNumber: 2, judge: judge(2), reasonCode: body.reasonCode, reason: 'x', evidence: 'y' };
    expect((await desk.office.post(orders, order)).status).toBe(204);
    expect(await read('?state=ordered')).toMatchObject({ total: 1, counts: { open: 0, ordered: 1 } });
    expect(await dismiss({ ...pair(2, 1), reason: 'x' })).toMatchObject({ body: { code: 'candidate-settled' } });
    expect(await confirm(body)).toMatchObject({ status: 409, body: { code: 'candidate-settled' } });
    expect(await conflictOf(2, 1)).toEqual([]);

    const second = await api.person({ role: 'organiser', editionId: desk.stage.editionId, mayApprove: true });
    const [awaited] = await desk.query<{ id: string }>('select id from recusal_orders where judge_id = $1', [judge(2)]);
    expect((await second.post(`${orders}/${awaited?.id}/confirmation`, {})).status).toBe(204);
    expect(await read('?state=confirmed')).toMatchObject({ total: 1, counts: { ordered: 0 } });
    expect(await conflictOf(2, 1)).toMatchObject([{ form: 'ordered', by: second.userId }]);
  });
});

describe('a candidate that is confirmed', () => {
  it('is a conflict declared on the application of the team: the judge is recused, and what was assigned is void', async () => {
    expect((await give(3, 2)).status).toBe(204);
    await desk.query(
      `insert into avoidances (entry_id, position, kind, name, reason) values ($1, 1, 'person', 'Judge 4', 'x')`,
      [desk.stage.entryIds[2]],
    );
    const body = { ...pair(3, 2), reasonCode: 'other' };
    expect((await confirm({ ...body, reasonCode: 'gone' })).status).toBe(400);
    expect((await confirm(body)).status).toBe(204);
    expect(await conflictOf(3, 2)).toEqual([{ form: 'on-application', reason: 'other', by: desk.office.userId }]);
    const [assigned] = await desk.query<{ void: string }>(
      'select void_reason as void from assignments where judge_id = $1 and stage_entry_id = $2',
      [judge(3), entry(2)],
    );
    expect(assigned?.void).toBe('recusal');
    expect(await confirm(body)).toMatchObject({ status: 409, body: { code: 'candidate-settled' } });
  });
});

describe('who may read candidates', () => {
  it('is who assigns judges alone, and nobody with a tie to an entry of the stage', async () => {
    const { editionId } = desk.stage;
    const executive = await api.person({ role: 'executive-organiser', editionId });
    expect((await executive.get(path)).status).toBe(403);
    const tied = await api.person({ role: 'organiser', editionId });
    await desk.query('insert into team_ties (entry_id, user_id) values ($1, $2)', [
      desk.stage.entryIds[3],
      tied.userId,
    ]);
    expect(await read('', tied)).toMatchObject({ code: 'organiser-conflicted' });
    const told = await tied.post(`${path}/dismissals`, {
      ...{ ...pair(2, 1), reason: 'x', version: 'a'.repeat(64) },
    });
    expect(told).toMatchObject({ status: 409, body: { code: 'organiser-conflicted' } });
  });
});
