import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Asker, TestApi } from '../builders/api.js';
import { startApi } from '../builders/api.js';
import { createStage, type JudgingStage } from '../builders/judging-stage.js';

interface Statement {
  readonly number: number;
  readonly recordedAt: string | null;
  readonly isOpen: boolean;
  readonly interests: readonly { readonly name: string }[];
}

let api: TestApi;
let stage: JudgingStage;
let judge: Asker;
let path: string;

beforeAll(async () => {
  api = await startApi();
  stage = await createStage(api.dataSource, { entries: 1, judges: 2 });
  judge = await api.signedIn(stage.userIds[0] ?? '');
  path = `/api/v1/my/interests/${stage.slug}`;
});
afterAll(() => api?.close());

const seen = (number: number) => ({ 'if-match': `"${number}"` });
const named = (kind: string, name: string, more: object = {}) => ({
  ...{ kind, name, unit: null, fromYear: null, untilYear: null, ...more },
});
const read = async (by = judge) => (await by.get<Statement>(path)).body;
const query = <Row>(sql: string, values: unknown[]) => api.dataSource.query<Row[]>(sql, values);

describe('a judge of a blind stage', () => {
  it('is asked in the queue to name ties, and is shown no team', async () => {
    const { body } = await judge.get<{ naming: object[] }>('/api/v1/my/assignments');
    expect(body.naming).toMatchObject([{ edition: { slug: stage.slug }, namedAt: null }]);
    expect(await read()).toMatchObject({ number: 0, recordedAt: null, isOpen: true, interests: [] });
  });

  it('names employers with years, people with their units and companies, each version over the one seen', async () => {
    const interests = [
      named('employer', ' Institute of Pumps ', { fromYear: 2011, untilYear: 2024 }),
      named('advisee', '王小明', { unit: '虚构大学' }),
      named('investment', 'Acme Ltd'),
    ];
    expect((await judge.put(path, { interests }, seen(0))).status).toBe(204);
    expect(await read()).toMatchObject({ number: 1, interests: [{ name: 'Institute of Pumps' }, {}, {}] });
    expect(await judge.put(path, { interests }, seen(0))).toMatchObject({
      status: 412,
      body: { code: 'revision-stale' },
    });
    expect((await judge.put(path, { interests: [] }, seen(1))).status).toBe(204);
    expect(await read()).toMatchObject({ number: 2, interests: [] });
    const { body } = await judge.get<{ naming: { namedAt: string | null }[] }>('/api/v1/my/assignments');
    expect(body.naming[0]?.namedAt).not.toBeNull();
  });

  it('is refused what makes no sense, and nothing of it is kept', async () => {
    const wrong = [named('advisee', 'Ann', { fromYear: 2000 }), named('employer', ' ')];
    expect(await judge.put(path, { interests: wrong }, seen(2))).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'interests[0].untilYear' }, { path: 'interests[1].name', code: 'field-missing' }] },
    });
    expect((await judge.put(path, { interests: [named('friend', 'Ann')] }, seen(2))).status).toBe(400);
    expect((await read()).number).toBe(2);
  });

  it('who saves again after a lost answer gets the same answer, and one version is kept; another text needs another key', async () => {
    const headers = { ...seen(2), 'idempotency-key': randomUUID() };
    const save = (name: string) => judge.put(path, { interests: [named('advisee', name)] }, headers);
    expect((await save('Ann')).status).toBe(204);
    expect((await save('Ann')).status).toBe(204);
    expect(await read()).toMatchObject({ number: 3, interests: [{ name: 'Ann' }] });
    expect((await save('Bea')).status).toBe(422);
    expect((await read()).number).toBe(3);
  });

  it('leaves a commitment in the ledger, and no word of what was named', async () => {
    const events = await query<{ canonical: string }>(
      `select canonical from ledger_events where kind = 'interests-named' and canonical::jsonb #>> '{subject,judge}' = $1`,
      [stage.judgeIds[0]],
    );
    expect(events).toHaveLength(3);
    expect(events.map(({ canonical }) => canonical).join()).not.toMatch(/Pumps|王小明|Acme/);
    expect(JSON.parse(events[0]?.canonical ?? '{}')).toHaveProperty('body.commitment');
  });

  it('reads nothing of what another names, and nobody else reads this route', async () => {
    const other = await api.signedIn(stage.userIds[1] ?? '');
    expect((await read(other)).number).toBe(0);
    const organiser = await api.person({ role: 'organiser', editionId: stage.editionId });
    expect((await organiser.get(path)).status).toBe(403);
  });

  it('changes nothing any more once judging is over', async () => {
    await query('update windows set closed_at = now() where stage_id = $1', [stage.stageId]);
    expect(await judge.put(path, { interests: [] }, seen(3))).toMatchObject({ body: { code: 'deadline-passed' } });
    expect(await read()).toMatchObject({ number: 3, isOpen: false });
  });
});
