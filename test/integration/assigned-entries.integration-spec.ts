import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startApi, type TestApi } from '../builders/api.js';
import { AssignmentDesk } from '../builders/assignment-desk.js';

jest.setTimeout(180_000);

interface Page {
  readonly total: number;
  readonly entries: readonly { readonly id: string; readonly number: number; readonly judges: readonly object[] }[];
}

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api?.close());

const reader =
  (desk: AssignmentDesk, path = 'assigned-entries') =>
  async (search: string): Promise<{ total: number; numbers: number[] }> => {
    const { status, body } = await desk.office.get<Page>(`${desk.base}/${path}?${search}`);
    if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`);
    return { total: body.total, numbers: body.entries.map(({ number }) => number) };
  };

describe('the entries of a stage with their judges', () => {
  let desk: AssignmentDesk;
  let read: ReturnType<typeof reader>;

  beforeAll(async () => {
    desk = await AssignmentDesk.open(api, { entries: 12, judges: 3 });
    read = reader(desk);
    await desk.query(`update users set display_name = 'Nobody ' || substr(id::text, 1, 8) where id = any ($1)`, [
      desk.stage.userIds,
    ]);
    await desk.query(`update users set display_name = '单仇 Judge' where id = $1`, [desk.stage.userIds[2]]);
    for (const [entry, judge] of [
      [0, 0],
      [0, 2],
      [4, 2],
    ] as const) {
      await desk.office.post(`${desk.base}/assignments`, {
        ...{ entryId: desk.stage.stageEntryIds[entry], judgeId: desk.stage.judgeIds[judge] },
      });
    }
  });

  it('are read a page at a time, and past the end one is told where that was', async () => {
    expect(await read('limit=5')).toEqual({ total: 12, numbers: [1, 2, 3, 4, 5] });
    expect(await read('limit=5&after=10')).toEqual({ total: 12, numbers: [11, 12] });
    expect(await read('limit=5&after=40')).toEqual({ total: 12, numbers: [] });
  });

  it('are found by number, part of the title or part of a judge’s name', async () => {
    expect(await read('q=12')).toEqual({ total: 1, numbers: [12] });
    expect((await read('q=ENTRY%201')).numbers).toEqual([1, 10, 11, 12]);
    expect(await read(`q=${encodeURIComponent('单仇')}`)).toEqual({ total: 2, numbers: [1, 5] });
    expect(await read('q=%25')).toEqual({ total: 0, numbers: [] });
    const [told] = await desk.query<{ body: string }>(
      `select canonical::jsonb ->> 'body' as body from ledger_events where kind = 'read' order by id desc limit 1`,
    );
    expect(told?.body).toContain('"isSearch": true');
    expect(told?.body).not.toContain('%');
  });

  it('are chosen by how few judges they have', async () => {
    expect((await read('below=1')).numbers).toEqual([2, 3, 4, 6, 7, 8, 9, 10, 11, 12]);
    expect(await read(`below=2&q=${encodeURIComponent('单仇')}`)).toEqual({ total: 1, numbers: [5] });
    expect((await desk.office.get(`${desk.base}/assigned-entries?below=0`)).status).toBe(400);
    expect((await desk.office.get(`${desk.base}/assigned-entries?isChanged=perhaps`)).status).toBe(400);
  });

  it('of a plan are chosen by what it changes', async () => {
    const { id } = await desk.plan({ judgesWanted: 1 });
    const planned = reader(desk, `assignment-runs/${id}/entries`);
    expect(await planned('isChanged=true&limit=3')).toEqual({ total: 10, numbers: [2, 3, 4] });
    expect(await planned('below=1')).toEqual({ total: 0, numbers: [] });
    expect((await planned('limit=2')).total).toBe(12);
  });
});

describe('in a stage of twenty thousand entries', () => {
  it('a page, a search and an assignment by hand work, the rules being checked', async () => {
    const desk = await AssignmentDesk.open(api, { entries: 1, judges: 4 });
    const { stage } = desk;
    const lastly = 20_000;
    await desk.query(
      `with made as (
         insert into entries (id, public_id, edition_id, number, track_id, track_requires_problem, title, country_code, state, submitted_at)
         select gen_random_uuid(), gen_random_uuid(), edition_id, n, track_id, track_requires_problem, 'Entry ' || n,
                country_code, state, submitted_at
           from entries e, generate_series(2, $3::int) n where e.id = $1 returning id, edition_id)
       insert into stage_entries (id, edition_id, stage_id, entry_id, came_by)
       select gen_random_uuid(), edition_id, $2, id, 'registered' from made`,
      [stage.entryIds[0], stage.stageId, lastly],
    );
    const read = reader(desk);
    expect(await read('limit=2&after=19998')).toEqual({ total: lastly, numbers: [19_999, 20_000] });
    expect(await read('q=19999')).toEqual({ total: 1, numbers: [19_999] });
    const { body } = await desk.office.get<Page>(`${desk.base}/assigned-entries?q=20000`);
    const pair = { entryId: body.entries[0]?.id, judgeId: stage.judgeIds[0] };
    const add = () => desk.office.post(`${desk.base}/assignments`, pair);
    expect((await add()).status).toBe(204);
    expect(await add()).toMatchObject({ status: 409, body: { code: 'assignment-refused' } });
    expect((await read('below=1&limit=1')).total).toBe(lastly - 1);
  });
});
