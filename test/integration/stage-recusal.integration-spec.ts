import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import type { Asker, TestApi } from '../builders/api.js';
import { startApi } from '../builders/api.js';
import { AssignmentDesk } from '../builders/assignment-desk.js';

let api: TestApi;
let desk: AssignmentDesk;
let judge: Asker;
let editor: Asker;

interface Recusals {
  floor: number;
  total: number;
  below: number;
  recusals: { entryNumber: number; judge: string | null; reasonCode: string; revision: number }[];
}
interface Substitutes {
  code?: string;
  entries: {
    id: string;
    number: number;
    missing: number;
    proposed: { id: string; isSubstitute: boolean; load: number }[];
  }[];
}

/** Two entries, each with judges 0 and 1; judges 2 to 5 have none. */
beforeAll(async () => {
  api = await startApi();
  desk = await AssignmentDesk.open(api, { entries: 2, judges: 6 });
  const { stage } = desk;
  await desk.query(`update judges set most_entries = 2 where id = any ($1)`, [stage.judgeIds.slice(0, 2)]);
  await desk.query('update judges set is_substitute = true where id = any ($1)', [stage.judgeIds.slice(4)]);
  for (const entry of [0, 1]) for (const place of [0, 1]) await give(entry, place);
  editor = await api.person({ role: 'executive-organiser', editionId: stage.editionId });
  judge = await api.signedIn(stage.userIds[0] ?? '');
});
afterAll(() => api?.close());

const give = (entry: number, place: number) =>
  desk.office.post(`${desk.base}/assignments`, {
    ...{ entryId: desk.stage.stageEntryIds[entry], judgeId: desk.stage.judgeIds[place] },
  });
const recusals = async (by = desk.office) => (await by.get<Recusals>(`${desk.base}/recusals`)).body;
const substitutes = async () => (await desk.office.get<Substitutes>(`${desk.base}/substitutes`)).body;
const assignmentOf = async (entry: number, place: number) => {
  const [row] = await desk.query<{ id: string; publicId: string }>(
    `select id, public_id as "publicId" from assignments where stage_entry_id = $1 and judge_id = $2`,
    [desk.stage.stageEntryIds[entry], desk.stage.judgeIds[place]],
  );
  return row ?? { id: '', publicId: '' };
};

describe('a judge who steps back after having scored', () => {
  it('leaves a sheet that is kept, excluded and shown with its reason, and an entry that is counted anew', async () => {
    const { publicId } = await assignmentOf(0, 0);
    const scores = Object.fromEntries(desk.stage.rules.rubric.criteria.map(({ key }) => [key, '8']));
    const sheet = { rulesHash: desk.stage.rulesHash, scores };
    const sent = await judge.post(`/api/v1/assignments/${publicId}/submissions`, sheet, { 'if-match': '"0"' });
    expect(sent.status).toBe(201);
    expect(await recusals()).toEqual({ floor: 2, total: 0, below: 0, recusals: [] });
    const path = `/api/v1/assignments/${publicId}/recusal`;
    expect((await judge.post(path, { reasonCode: 'family' })).status).toBe(204);
    expect(await recusals(editor)).toMatchObject({
      ...{ total: 1, below: 1 },
      recusals: [{ entryNumber: 1, judge: 'Judge 1', form: null, reasonCode: 'family', revision: 1, judges: 1 }],
    });
    expect(await recusals()).toMatchObject({ recusals: [{ sheets: 0, excluded: 1 }] });
  });

  it('can no longer read the entry, its sheet or its pages, nor write to it', async () => {
    const { publicId } = await assignmentOf(0, 0);
    const base = `/api/v1/assignments/${publicId}`;
    const statuses = await Promise.all([
      ...[judge.get(base), judge.get(`${base}/entry`), judge.get(`${base}/files/${uuidv7()}/pages`)],
      judge.put(`${base}/draft`, { scores: {} }, { 'if-match': '"1"' }),
    ]);
    expect(statuses.map(({ status }) => status).filter((status) => status < 400)).toEqual([]);
    const { body } = await judge.get<{ stages: { assignments: { publicId: string }[] }[] }>('/api/v1/my/assignments');
    expect(JSON.stringify(body)).not.toContain(publicId);
  });

  it('is taken the place of by a substitute of the roster first, by every rule of an assignment', async () => {
    await desk.query('update judges set languages = $2 where id = $1', [desk.stage.judgeIds[4], '{en}']);
    const { entries } = await substitutes();
    expect(entries).toMatchObject([{ number: 1, missing: 2 }]);
    const places = entries[0]?.proposed.map(({ id }) => desk.stage.judgeIds.indexOf(id));
    expect(places?.[0]).toBe(5);
    expect(places).not.toContain(0);
    expect(places).not.toContain(1);
    expect(places).not.toContain(4);
    expect((await give(0, 5)).status).toBe(204);
    expect((await give(0, 2)).status).toBe(204);
    expect(await substitutes()).toEqual({ entries: [] });
  });

  it('is heard also where the entry has just been given to another', async () => {
    const { id, publicId } = await assignmentOf(1, 0);
    expect((await desk.office.post(`${desk.base}/assignments/${id}/removal`)).status).toBe(204);
    const path = `/api/v1/assignments/${publicId}/recusal`;
    expect((await judge.post(path, { reasonCode: 'dispute' })).status).toBe(204);
    const refused = await give(1, 0);
    expect(refused).toMatchObject({ status: 409, body: { errors: [{ code: 'judge-conflicted' }] } });
  });
});

describe('an organiser who judges as well', () => {
  it('is off the entry as a judge too, by the same act, and comes back to it by no further assignment', async () => {
    const [place, entry] = [2, 0];
    const { userIds, editionId } = desk.stage;
    await desk.query(
      `insert into role_grants (id, user_id, role, edition_id, may_approve) values ($1, $2, 'organiser', $3, false)`,
      [...[uuidv7(), userIds[place], editionId]],
    );
    const { publicId } = await assignmentOf(entry, place);
    const both = await api.signedIn(userIds[place] ?? '');
    expect((await both.get(`/api/v1/assignments/${publicId}/entry`)).status).toBe(200);
    const [edition] = await desk.query<{ slug: string }>('select slug from editions where id = $1', [editionId]);
    const taker = await api.person({ role: 'organiser', editionId, mayApprove: true });
    const words = { reason: 'A relative', evidence: 'A letter' };
    const order = { entryNumber: 1, reasonCode: 'family', handedTo: taker.userId, organiser: both.userId, ...words };
    const orders = `/api/v1/editions/${edition?.slug}/recusal-orders`;
    expect((await desk.office.post(orders, order)).status).toBe(204);
    const [given] = (await taker.get<{ orders: { id: string }[] }>(orders)).body.orders;
    expect((await taker.post(`${orders}/${given?.id}/confirmation`)).status).toBe(204);
    expect((await both.get(`/api/v1/assignments/${publicId}/entry`)).status).toBe(409);
    expect(await recusals()).toMatchObject({ recusals: [{ form: 'ordered', entryNumber: 1 }, {}] });
    // Who is not told what teams asked to avoid is told no form at all: the others would say which it was.
    expect(await recusals(editor)).toMatchObject({
      recusals: [{ form: null, reasonCode: expect.any(String) }, { form: null }],
    });
  });

  it('is given it by no rule, where the person comes to judge only afterwards', async () => {
    await desk.query(
      `insert into organiser_recusals (id, entry_id, user_id, form, reason_code, handed_to, declared_by)
       values ($1, $2, $3, 'by-oneself', 'family', $4, $3)`,
      [uuidv7(), desk.stage.entryIds[1], desk.stage.userIds[3], desk.office.userId],
    );
    expect(await give(1, 3)).toMatchObject({ status: 409, body: { errors: [{ code: 'judge-conflicted' }] } });
  });
});

describe('an organiser whom an entry concerns', () => {
  it('is told nothing of its recusals, and proposes no substitute in its stage', async () => {
    await desk.query(
      `insert into organiser_recusals (id, entry_id, user_id, form, reason_code, handed_to, declared_by)
       values ($1, $2, $3, 'by-oneself', 'family', $4, $3)`,
      [uuidv7(), desk.stage.entryIds[0], desk.office.userId, editor.userId],
    );
    expect(await recusals()).toMatchObject({ total: 0, below: 0, recusals: [] });
    expect((await recusals(editor)).total).toBe(2);
    expect(await substitutes()).toMatchObject({ code: 'organiser-conflicted' });
  });
});
