import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { startApi, type TestApi } from '../builders/api.js';
import { AssignmentDesk } from '../builders/assignment-desk.js';
import { changeRoster } from '../builders/roster.js';

let api: TestApi;
let desk: AssignmentDesk;

beforeAll(async () => {
  api = await startApi();
  desk = await AssignmentDesk.open(api, { entries: 3, judges: 8 });
});
afterAll(() => api?.close());

const add = (entry: number, judge: number) =>
  desk.office.post<{ code?: string; errors?: { code: string; path: string; detail: string }[] }>(
    `${desk.base}/assignments`,
    { entryId: desk.stage.stageEntryIds[entry], judgeId: desk.stage.judgeIds[judge] },
  );
const reasons = async (entry: number, judge: number) => {
  const { status, body } = await add(entry, judge);
  return [status, body.code, ...(body.errors ?? []).map(({ code }) => code)];
};
const refused = (...codes: string[]) => [409, 'assignment-refused', ...codes];

describe('an assignment by hand', () => {
  it('is made, and taken away again, each an event of the ledger', async () => {
    expect((await add(0, 0)).status).toBe(204);
    expect(await desk.standing()).toEqual(['1 0']);
    const [entry] = await desk.entries();
    const id = entry?.judges[0]?.assignmentId;
    expect((await desk.office.post(`${desk.base}/assignments/${id}/removal`)).status).toBe(204);
    expect(await desk.standing()).toEqual([]);
    expect((await desk.office.post(`${desk.base}/assignments/${id}/removal`)).status).toBe(404);
    expect((await add(0, 0)).status).toBe(204);
    const [again] = await desk.entries();
    expect(again?.judges[0]?.assignmentId).toBe(id);
    const kinds = await desk.query<{ kind: string }>(
      `select kind from ledger_events where kind in ('judge-assigned', 'judge-unassigned') order by id`,
    );
    expect(kinds.map(({ kind }) => kind)).toEqual(['judge-assigned', 'judge-unassigned', 'judge-assigned']);
  });

  it('is refused with every reason there is', async () => {
    const { judgeIds, userIds, entryIds } = desk.stage;
    expect(await reasons(0, 0)).toEqual(refused('judge-assigned'));
    await desk.query(`update judges set most_entries = 1, languages = '{en}', employer = 'One House' where id = $1`, [
      judgeIds[0],
    ]);
    expect(await reasons(1, 0)).toEqual(refused('judge-reads-not', 'judge-at-limit'));
    await desk.query(`update judges set employer = 'one house' where id = $1`, [judgeIds[1]]);
    expect(await reasons(0, 1)).toEqual(refused('judge-colleague'));
    await desk.query(
      `insert into conflicts_of_interest (id, judge_id, entry_id, form, reason_code, declared_by)
       values ($1, $2, $3, 'by-oneself', 'family', $4)`,
      [uuidv7(), judgeIds[2], entryIds[0], userIds[2]],
    );
    expect(await reasons(0, 2)).toEqual(refused('judge-conflicted'));
    await changeRoster(api.dataSource, [judgeIds[3] ?? ''], 'removal');
    expect(await reasons(0, 3)).toEqual(refused('judge-off-roster'));
    await desk.query('update users set disabled_at = now() where id = $1', [userIds[4]]);
    expect(await reasons(0, 4)).toEqual(refused('judge-no-account'));
    await desk.query('update judges set available_from = current_date + 30 where id = $1', [judgeIds[5]]);
    expect(await reasons(0, 5)).toEqual(refused('judge-unavailable'));
    await desk.query(`update entries set state = 'withdrawn', withdrawn_at = now() where id = $1`, [entryIds[2]]);
    expect(await reasons(2, 6)).toEqual(refused('entry-not-in-stage'));
    expect(await desk.standing()).toEqual(['1 0']);
  });

  it('may go to a substitute, and beyond how many judges an entry should have', async () => {
    await desk.query('update judges set is_substitute = true where id = $1', [desk.stage.judgeIds[7]]);
    expect((await add(0, 7)).status).toBe(204);
    expect((await add(0, 6)).status).toBe(204);
    expect(await desk.standing()).toEqual(['1 0', '1 6', '1 7']);
  });

  it('stays once the judge has begun', async () => {
    const [entry] = await desk.entries();
    const held = entry?.judges.find(({ id }) => id === desk.stage.judgeIds[6])?.assignmentId;
    await desk.query(`insert into drafts (assignment_id, version, scores) values ($1, 1, '{}')`, [held]);
    expect(await desk.office.post(`${desk.base}/assignments/${held}/removal`)).toMatchObject({
      ...{ status: 409, body: { code: 'assignment-begun' } },
    });
  });

  it('is told of in the reader’s language', async () => {
    const body = { entryId: desk.stage.stageEntryIds[0], judgeId: desk.stage.judgeIds[2] };
    const told = async (locale: string) => {
      await desk.query('update users set locale = $2 where id = $1', [desk.office.userId, locale]);
      const session = await api.signedIn(desk.office.userId ?? '');
      const answer = await session.post<{ errors: { detail: string }[] }>(`${desk.base}/assignments`, body);
      return answer.body.errors[0]?.detail;
    };
    expect(await told('zh')).toBe('该评委与此项目须回避。');
    expect(await told('en')).toBe('The judge has a conflict of interest with this entry.');
  });
});
