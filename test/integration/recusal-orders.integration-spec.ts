import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { compareCodePoints } from '#domain';
import { type Asker, startApi, type TestApi } from '../builders/api.js';
import { createStage, type JudgingStage } from '../builders/judging-stage.js';

jest.setTimeout(120_000);

interface Problem {
  readonly code: string;
  readonly errors?: readonly { readonly path: string; readonly code: string }[];
}

interface Orders {
  readonly orders: readonly { readonly id: string; readonly state: string; readonly reason: string | null }[];
}

interface Queue {
  readonly ordered: readonly object[];
  readonly stages: readonly { readonly assignments: readonly object[] }[];
}

let api: TestApi;
let stage: JudgingStage;
let orderer: Asker;
let second: Asker;
let third: Asker;
let judge: Asker;
let base: string;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api?.close());

beforeEach(async () => {
  stage = await createStage(api.dataSource, { entries: 2, judges: 2 });
  base = `/api/v1/editions/${stage.slug}`;
  const office = { role: 'organiser' as const, editionId: stage.editionId, mayApprove: true };
  [orderer, second, third] = [await api.person(office), await api.person(office), await api.person(office)];
  judge = await api.signedIn(stage.userIds[0] ?? '');
});

const rows = <Row = object>(sql: string, values: readonly unknown[] = []) =>
  api.dataSource.query<Row[]>(sql, [...values]);
const words = { reason: '评委曾任该团队顾问', evidence: '2026 年 3 月的聘书，附在来信中' };
const ofJudge = () => ({
  ...{ entryNumber: 1, judge: stage.judgeIds[0], reasonCode: 'adviser-of-the-team', ...words },
});
const ofOffice = (organiser: Asker, handedTo: Asker) => ({
  ...{ entryNumber: 1, organiser: organiser.userId, handedTo: handedTo.userId, reasonCode: 'family', ...words },
});
const order = (by: Asker, body: object) => by.post<Problem>(`${base}/recusal-orders`, body);
const act = (by: Asker, id: string, path: string, body?: object) =>
  by.send<Problem>('POST', `${base}/recusal-orders/${id}/${path}`, {
    ...(body === undefined ? {} : { body }),
    headers: { 'idempotency-key': uuidv7() },
  });
const told = ({ status, body }: { status: number; body: Problem }) =>
  body.errors?.map(({ path, code }) => `${path} ${code}`).join() ?? (status === 204 ? 204 : body.code);
const read = async (by: Asker) => (await by.get<Orders>(`${base}/recusal-orders`)).body.orders;

async function ordered(by: Asker, body: object): Promise<string> {
  expect(told(await order(by, body))).toBe(204);
  return (await read(by))[0]?.id ?? '';
}

const assignmentOf = (entry: number) =>
  stage.assignments.find((one) => one.judge === 0 && one.entry === entry)?.publicId ?? '';
const open = async (entry: number) => {
  const { status, body } = await judge.get<Problem>(`/api/v1/assignments/${assignmentOf(entry)}`);
  return status === 200 ? 200 : body.code;
};
const save = (entry: number) =>
  judge.send<Problem>('PUT', `/api/v1/assignments/${assignmentOf(entry)}/draft`, {
    ...{ body: { scores: { novelty: '7' } }, headers: { 'if-match': '"0"' } },
  });
const counts = () => rows('select from active_assignments where stage_id = $1', [stage.stageId]);

describe('a judge who is ordered to step back', () => {
  it('reads and writes nothing of the entry at once, is told that, and goes on counting until it is confirmed', async () => {
    const id = await ordered(orderer, ofJudge());
    expect([await open(0), await open(1)]).toEqual(['assignment-suspended', 200]);
    expect(told(await save(0))).toBe('assignment-suspended');
    const entry = await judge.get<Problem>(`/api/v1/assignments/${assignmentOf(0)}/entry`);
    expect(entry).toMatchObject({ status: 409, body: { code: 'assignment-suspended' } });
    const queue = (await judge.get<Queue>('/api/v1/my/assignments')).body;
    expect(queue.stages[0]?.assignments).toHaveLength(1);
    // The stage is blind: of whom the entry is, the reason would say too much before it is decided.
    expect(queue.ordered).toMatchObject([{ position: 1, reasonCode: null, isConfirmed: false }]);
    expect(await counts()).toHaveLength(4);

    expect(told(await act(second, id, 'confirmation'))).toBe(204);
    expect(await open(0)).toBe('assignment-recused');
    expect(await counts()).toHaveLength(3);
    expect(
      await rows('select form, reason_code from conflicts_of_interest where judge_id = $1', [stage.judgeIds[0]]),
    ).toEqual([{ form: 'ordered', reason_code: 'adviser-of-the-team' }]);
    expect((await judge.get<Queue>('/api/v1/my/assignments')).body.ordered).toMatchObject([
      { isConfirmed: true, reasonCode: 'adviser-of-the-team' },
    ]);
  });

  it('goes on as before where the second person declines, and what was typed is there', async () => {
    expect((await save(0)).status).toBe(200);
    const id = await ordered(orderer, ofJudge());
    expect(told(await act(second, id, 'refusal', { reason: ' ' }))).not.toBe(204);
    expect(told(await act(second, id, 'refusal', { reason: '聘书属于另一人' }))).toBe(204);
    const { body } = await judge.get<{ draft: object }>(`/api/v1/assignments/${assignmentOf(0)}`);
    expect(body.draft).toMatchObject({ scores: { novelty: '7' } });
    expect((await judge.get<Queue>('/api/v1/my/assignments')).body.ordered).toEqual([]);
    expect(told(await act(second, id, 'confirmation'))).toBe('recusal-order-missing');
    expect(await rows('select from conflicts_of_interest where judge_id = $1', [stage.judgeIds[0]])).toEqual([]);
  });

  it('may step back by oneself meanwhile; the order is then confirmed without effect', async () => {
    const id = await ordered(orderer, ofJudge());
    const own = await judge.post(`/api/v1/assignments/${assignmentOf(0)}/recusal`, { reasonCode: 'other' });
    expect(own.status).toBe(204);
    expect(told(await act(second, id, 'confirmation'))).toBe(204);
    const kept = await rows('select form from conflicts_of_interest where judge_id = $1', [stage.judgeIds[0]]);
    expect(kept).toEqual([{ form: 'by-oneself' }]);
    expect(told(await order(orderer, ofJudge()))).toBe('judge-recused');
  });
});

describe('an order', () => {
  it('is told to whoever may confirm it, in both languages: nobody whom it concerns, and neither entry nor person named', async () => {
    await rows('insert into team_ties (entry_id, user_id) values ($1, $2)', [stage.entryIds[0], third.userId]);
    expect(told(await order(orderer, ofJudge()))).toBe(204);
    const letters = await rows<{ to: string; texts: object; link: string }>(
      `select user_id as to, texts, link from outbox_messages where template = 'recusal-order-awaited' and edition_id = $1`,
      [stage.editionId],
    );
    expect(letters).toMatchObject([{ to: second.userId, link: `/organiser/editions/${stage.slug}/recusal-orders` }]);
    expect(Object.keys(letters[0]?.texts ?? {}).sort(compareCodePoints)).toEqual(['en', 'zh']);
    const [{ title, judge: name } = { title: '', judge: '' }] = await rows<{ title: string; judge: string }>(
      `select e.title, u.display_name as judge from entries e, judges j join users u on u.id = j.user_id
        where e.id = $1 and j.id = $2`,
      [stage.entryIds[0], stage.judgeIds[0]],
    );
    for (const word of [title, name, words.reason, words.evidence]) {
      expect(JSON.stringify(letters)).not.toContain(word);
    }
  });

  it('is decided by a second person alone, and taken back by who gave it alone', async () => {
    const id = await ordered(orderer, ofJudge());
    expect(told(await order(second, ofJudge()))).toBe('recusal-ordered');
    expect(told(await act(orderer, id, 'confirmation'))).toBe('same-person');
    expect(told(await act(orderer, id, 'refusal', { reason: 'x' }))).toBe('same-person');
    expect(told(await act(second, id, 'return'))).toBe('recusal-order-missing');
    expect(told(await act(orderer, id, 'return'))).toBe(204);
    expect(await open(0)).toBe(200);
    const clerk = await api.person({ role: 'organiser', editionId: stage.editionId });
    const again = await ordered(orderer, ofJudge());
    expect((await act(clerk, again, 'confirmation')).status).toBe(403);
    const both = await Promise.all([act(second, again, 'confirmation'), act(third, again, 'refusal', { reason: 'x' })]);
    expect(both.map(told)).toEqual(expect.arrayContaining([204, 'recusal-order-missing']));
  });

  it('is refused without whom, words or an entry, for a judge of another edition, and about oneself', async () => {
    const other = await createStage(api.dataSource, { entries: 1, judges: 1 });
    for (const [changes, expected] of [
      [{ judge: undefined }, 'organiser organiser-unknown'],
      [{ judge: other.judgeIds[0] }, 'judge option-unknown'],
      [{ entryNumber: 999 }, 'entryNumber entry-unknown'],
      [{ handedTo: third.userId }, 'organiser option-unknown'],
    ] as const) {
      expect(told(await order(orderer, { ...ofJudge(), ...changes }))).toBe(expected);
    }
    for (const missing of [{ reason: ' ' }, { evidence: '' }, { reasonCode: 'envy' }]) {
      expect((await order(orderer, { ...ofJudge(), ...missing })).status).toBe(400);
    }
    expect(told(await order(orderer, ofOffice(orderer, second)))).toBe('recusal-order-own');
    expect(await rows('select from recusal_orders where ordered_by = $1', [orderer.userId])).toEqual([]);
  });

  it('is given and decided by nobody whom the entry concerns, who reads nothing of it either', async () => {
    await rows('insert into team_ties (entry_id, user_id) values ($1, $2)', [stage.entryIds[0], third.userId]);
    expect(told(await order(third, ofJudge()))).toBe('organiser-conflicted');
    const id = await ordered(orderer, ofJudge());
    expect(told(await act(third, id, 'confirmation'))).toBe('organiser-conflicted');
    expect(await read(third)).toEqual([]);
    expect(await read(second)).toMatchObject([{ state: 'awaited', reason: words.reason }]);
  });

  it('stays in the database: it ends once, by two persons, and its words are erased or stay', async () => {
    const id = await ordered(orderer, ofJudge());
    const refused = (sql: string, values: readonly unknown[] = [id]) =>
      rows(sql, values).then(
        () => 'accepted',
        ({ constraint }: { constraint?: string }) => constraint,
      );
    const end = `update recusal_orders set outcome = 'confirmed', ended_by = $2, ended_at = now() where id = $1`;
    expect(await refused(end, [id, orderer.userId])).toBe('recusal_orders_two_persons');
    expect(await refused(end, [id, stage.userIds[0]])).toBe('recusal_orders_not_oneself');
    expect(await refused('delete from recusal_orders where id = $1')).toBe('recusal_orders_stay');
    expect(await refused(`update recusal_orders set reason = 'another' where id = $1`)).toBe('recusal_orders_forward');
    expect(await refused('update recusal_orders set reason = null, evidence = null where id = $1')).toBe('accepted');
    expect(await refused(end, [id, second.userId])).toBe('accepted');
    expect(await refused(end, [id, third.userId])).toBe('recusal_orders_forward');
  });
});

describe('somebody of the office who is ordered to step back', () => {
  const total = async (by: Asker) => (await by.get<{ total: number }>(`${base}/entries`)).body.total;
  const page = async (by: Asker) =>
    (await by.get<{ awaited: object[]; recusals: object[] }>(`${base}/organiser-recusals`)).body;

  it('reads nothing of the entry at once, is told why, and the case is handed on once it is confirmed', async () => {
    const before = await total(third);
    const id = await ordered(orderer, ofOffice(third, second));
    expect(await total(third)).toBe(before - 1);
    expect(await page(third)).toMatchObject({ awaited: [{ entryNumber: 1, reasonCode: 'family' }], recusals: [] });
    expect(await read(third)).toEqual([]);
    expect(told(await act(third, id, 'confirmation'))).toBe('recusal-order-own');
    expect(told(await act(second, id, 'confirmation'))).toBe(204);
    expect(await page(third)).toMatchObject({ awaited: [], recusals: [{ form: 'ordered', isOwn: true }] });
    expect((await page(second)).recusals).toMatchObject([{ isHandedToReader: true }]);
    expect(told(await order(orderer, ofOffice(third, second)))).toBe('organiser-recused');
  });

  it('reads it again where the second person declines', async () => {
    const before = await total(third);
    const id = await ordered(orderer, ofOffice(third, second));
    expect(told(await act(second, id, 'refusal', { reason: '没有依据' }))).toBe(204);
    expect(await total(third)).toBe(before);
    expect(await page(third)).toMatchObject({ awaited: [], recusals: [] });
  });

  it('steps back also after having left the office; where who was to take the case has left too, another does', async () => {
    const id = await ordered(orderer, ofOffice(third, second));
    const office = { role: 'organiser' as const, editionId: stage.editionId, mayApprove: true };
    const [fourth, fifth] = [await api.person(office), await api.person(office)];
    await rows('update role_grants set revoked_at = now() where user_id = any ($1)', [[second.userId, third.userId]]);
    expect(told(await act(fourth, id, 'confirmation'))).toBe('handedTo case-taker-unknown');
    expect(told(await act(fourth, id, 'confirmation', { handedTo: third.userId }))).toBe('handedTo case-taker-unknown');
    expect((await act(fourth, id, 'confirmation', { handedTo: 'nobody' })).status).toBe(400);
    expect(told(await act(fourth, id, 'confirmation', { handedTo: fifth.userId }))).toBe(204);
    expect((await page(fifth)).recusals).toMatchObject([{ form: 'ordered', isHandedToReader: true }]);
    const judged = await ordered(orderer, ofJudge());
    const refused = await act(fourth, judged, 'confirmation', { handedTo: fifth.userId });
    expect(told(refused)).toBe('handedTo option-unknown');
    expect(told(await act(fourth, judged, 'confirmation'))).toBe(204);
  });

  it('hands nothing to whom the entry concerns by the time it is confirmed', async () => {
    const id = await ordered(orderer, ofOffice(third, second));
    await rows('insert into team_ties (entry_id, user_id) values ($1, $2)', [stage.entryIds[0], second.userId]);
    const fourth = await api.person({ role: 'organiser', editionId: stage.editionId, mayApprove: true });
    expect(told(await act(fourth, id, 'confirmation'))).toBe('handedTo case-taker-conflicted');
    expect(await rows('select outcome from recusal_orders where id = $1', [id])).toEqual([{ outcome: null }]);
  });
});
