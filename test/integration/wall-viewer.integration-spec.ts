import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { WindowService } from '#contest';
import { EventsService } from '#events';
import { StageEventService } from '#scoring';
import { startApi, type Asker, type TestApi } from '../builders/api.js';
import { createStage, type JudgingStage } from '../builders/judging-stage.js';
import { stageRules } from '../builders/stage-rules.js';
import { until } from '../builders/until.js';

interface Figures {
  readonly leavesOut: boolean;
  readonly pending: number | null;
  readonly run: unknown;
  readonly [name: string]: unknown;
}

let api: TestApi;
let stage: JudgingStage;
let office: Asker;
let tied: Asker;

const wallOf = (one: JudgingStage) => `/api/v1/stages/${one.stageId}/wall`;
const submit = async ({ rules, rulesHash, assignments, userIds }: JudgingStage, index: number) => {
  const { publicId = '', judge = 0 } = assignments[index] ?? {};
  const scores = Object.fromEntries(rules.rubric.criteria.map(({ key }) => [key, '8']));
  const asker = await api.signedIn(userIds[judge] ?? '');
  const url = `/api/v1/assignments/${publicId}/submissions`;
  expect(await asker.post(url, { scores, rulesHash }, { 'if-match': '"0"' })).toMatchObject({ status: 201 });
};
const tie = (userId: string | null, entryId: string | undefined) =>
  api.dataSource.query('insert into team_ties (user_id, entry_id) values ($1, $2)', [userId, entryId]);

/** A stage of three entries, of which the first is the viewer's; two of its sheets are in, and two of the others'. */
beforeAll(async () => {
  api = await startApi();
  stage = await createStage(api.dataSource, { entries: 3, judges: 3 });
  const panel = uuidv7();
  await api.dataSource.query(
    `insert into panels (id, stage_id, key, name_zh, name_en, position) values ($1, $2, 'one', '第一组', 'Panel one', 1)`,
    [panel, stage.stageId],
  );
  await api.dataSource.query('update stage_entries set panel_id = $1 where stage_id = $2', [panel, stage.stageId]);
  // Entry by entry for each judge: 0 and 3 are the first entry's, 1 and 4 the second's.
  for (const index of [1, 4, 0, 3]) await submit(stage, index);
  office = await api.person({ role: 'organiser', editionId: stage.editionId });
  tied = await api.person({ role: 'organiser', editionId: stage.editionId });
  await tie(tied.userId, stage.entryIds[0]);
});
afterAll(() => api?.close());

describe('the wall of somebody whom an entry concerns', () => {
  it('has the figures of the same stage without that entry, to the last one', async () => {
    const seen = await tied.get<Figures>(wallOf(stage));
    expect(seen.body).toMatchObject({
      leavesOut: true,
      pending: null,
      run: null,
      totals: { entries: 2, submitted: 2 },
    });
    const all = await office.get<Figures>(wallOf(stage));
    expect(all.body).toMatchObject({ leavesOut: false, pending: 4, totals: { entries: 3, submitted: 4 } });
    expect(all.body).toMatchObject({ panels: [{ entries: 3, assignments: 9, submitted: 4 }] });
    expect(all.headers.get('etag')).not.toBe(seen.headers.get('etag'));
    // What the office would read had the entry never come.
    await api.dataSource.query(`update stage_entries set outcome = 'retired' where id = $1`, [stage.stageEntryIds[0]]);
    const without = await office.get<Figures>(wallOf(stage));
    await api.dataSource.query('update stage_entries set outcome = null where id = $1', [stage.stageEntryIds[0]]);
    const parts = ['totals', 'judges', 'tracks', 'panels', 'coverage', 'window'] as const;
    expect(parts.map((part) => seen.body[part])).toEqual(parts.map((part) => without.body[part]));
  });

  it('does not move when a sheet of that entry comes, and its answer stays as it was', async () => {
    const etag = (await tied.get(wallOf(stage))).headers.get('etag') ?? '';
    await submit(stage, 6);
    expect(await tied.get(wallOf(stage), { 'if-none-match': etag })).toMatchObject({ status: 304 });
    await submit(stage, 7);
    expect(await tied.get(wallOf(stage), { 'if-none-match': etag })).toMatchObject({ status: 200 });
  });

  it('leaves the closing to others, whatever is missing and acknowledged', async () => {
    const url = `/api/v1/stages/${stage.stageId}/window/closing`;
    for (const acknowledge of [[], ['sheets-missing', 'coverage-below-floor']]) {
      expect(await tied.post(url, { acknowledge })).toMatchObject({
        status: 409,
        body: { code: 'organiser-conflicted' },
      });
    }
    expect(await office.post(url, { acknowledge: [] })).toMatchObject({
      status: 409,
      body: { code: 'stage-not-ready' },
    });
    expect(await tied.get(wallOf(stage))).toMatchObject({ body: { window: { closedAt: null, isOpen: true } } });
  });

  it('leaves the opening and a move of its times to others', async () => {
    const unopened = await createStage(api.dataSource, { entries: 1, judges: 1, isOpen: false });
    const organiser = await api.person({ role: 'organiser', editionId: unopened.editionId });
    await api.dataSource.query('insert into team_ties (entry_id, user_id) values ($1, $2)', [
      ...[unopened.entryIds[0], organiser.userId],
    ]);
    const url = `/api/v1/stages/${unopened.stageId}/window/opening`;
    const refused = { code: 'organiser-conflicted' };
    expect(await organiser.post(url)).toMatchObject({ status: 409, body: refused });
    const windows = api.app.get(WindowService, { strict: false });
    const of = { stageId: unopened.stageId };
    const { plannedOpensAt, plannedClosesAt, deadlineAt } = await windows.state(of);
    const times = { plannedOpensAt, plannedClosesAt: new Date(plannedClosesAt.getTime() + 3_600_000), deadlineAt };
    const move = ({ userId }: Asker) => windows.move(of, times, { actor: userId ?? '', reasonCode: 'venue' });
    await expect(move(organiser)).rejects.toMatchObject(refused);
    const other = await api.person({ role: 'organiser', editionId: unopened.editionId });
    expect(await move(other)).toMatchObject({ openedAt: null, plannedClosesAt: times.plannedClosesAt });
    expect(await other.post(url)).toMatchObject({ status: 204 });
  });

  it('is called to look again by the events of other stages alone', async () => {
    const other = await createStage(api.dataSource, { entries: 1, judges: 1 });
    const watch = async ({ userId }: Asker) => {
      const heard: string[] = [];
      const stream = await api.app.get(StageEventService).watch([stage.editionId, other.editionId], userId ?? '', null);
      return { heard, stream: stream.subscribe(({ stageId }) => heard.push(stageId)) };
    };
    const [byOffice, byTied] = [await watch(office), await watch(tied)];
    for (const { stageId } of [stage, other]) {
      await api.app.get(EventsService).notify({ topic: 'stage', stageId, fence: 1, at: 1 });
    }
    // News of the sheets submitted above may come late, and once more: which stages are named is what counts.
    const both = new Set([stage.stageId, other.stageId]);
    await until(() => Promise.resolve(new Set(byOffice.heard).size === 2 && byTied.heard.length > 0), 20_000);
    expect(new Set(byOffice.heard)).toEqual(both);
    expect(new Set(byTied.heard)).toEqual(new Set([other.stageId]));
    for (const { stream } of [byOffice, byTied]) stream.unsubscribe();
  });
});

describe('a reminder', () => {
  const url = (one: JudgingStage) => `/api/v1/stages/${one.stageId}/judge-reminders`;
  const messages = () =>
    api.dataSource.query<{ user_id: string; locale: string; link: string }[]>(
      `select user_id, locale, link from outbox_messages where template = 'judging-reminder' order by recorded_at`,
    );
  let late: JudgingStage;

  beforeAll(async () => {
    late = await createStage(api.dataSource, { entries: 1, judges: 3 });
    office = await api.person({ role: 'organiser', editionId: late.editionId });
    await api.dataSource.query(`update users set locale = 'en' where id = $1`, [late.userIds[0]]);
    await submit(late, 2);
  });

  it('can be read before it is sent, in both languages and without a number that tells of an entry', async () => {
    const preview = await office.get<{ texts: { zh: { body: string }; en: { body: string } } }>(
      `/api/v1/stages/${late.stageId}/judge-reminder`,
    );
    expect(preview).toMatchObject({ status: 200, body: { link: '/judging' } });
    expect(preview.body.texts.zh.body).toContain('还有评分表没有提交');
    expect(preview.body.texts.en.body).toContain('have not been submitted');
  });

  it('goes to whom sheets are missing from, in the language of each, once within the hours', async () => {
    const body = { judges: late.judgeIds };
    const key = uuidv7();
    expect(await office.post(url(late), body, { 'idempotency-key': key })).toMatchObject({ status: 204 });
    expect(await office.post(url(late), body, { 'idempotency-key': key })).toMatchObject({ status: 204 });
    const link = '/judging';
    expect(await messages()).toEqual(
      expect.arrayContaining([
        { user_id: late.userIds[0], locale: 'en', link },
        { user_id: late.userIds[1], locale: 'zh', link },
      ]),
    );
    expect(await messages()).toHaveLength(2);
    expect(await office.post(url(late), { judges: [late.judgeIds[0]] })).toMatchObject({
      status: 409,
      body: { code: 'judge-reminded' },
    });
    expect(await office.post(url(late), { judges: [late.judgeIds[2]] })).toMatchObject({
      status: 409,
      body: { code: 'judge-finished' },
    });
    expect(await messages()).toHaveLength(2);
    const wall = await office.get<{ judges: { id: string; remindedAt: string | null; remindedBy: string | null }[] }>(
      wallOf(late),
    );
    const reminded = wall.body.judges.filter(({ remindedAt }) => remindedAt !== null);
    expect(new Set(reminded.map(({ id }) => id))).toEqual(new Set(late.judgeIds.slice(0, 2)));
    expect(new Set(reminded.map(({ remindedBy }) => remindedBy))).toEqual(new Set(['Test Person']));
    const events = await api.dataSource.query<{ judge: string; actor: string }[]>(
      `select canonical::jsonb #>> '{subject,judge}' as judge, canonical::jsonb #>> '{body,actor}' as actor
         from ledger_events where kind = 'judge-reminded'`,
    );
    expect(events).toHaveLength(2);
    expect(new Set(events.map(({ judge }) => judge))).toEqual(new Set(late.judgeIds.slice(0, 2)));
    expect(new Set(events.map(({ actor }) => actor))).toEqual(new Set([office.userId]));
  });

  it('is one reminder where two people send it in the same moment', async () => {
    const race = await createStage(api.dataSource, { entries: 1, judges: 1 });
    const people = [0, 1].map(() => api.person({ role: 'organiser', editionId: race.editionId }));
    const sent = await Promise.all(
      (await Promise.all(people)).map((one) => one.post(url(race), { judges: race.judgeIds })),
    );
    expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([204, 409]));
  });

  it('is refused to somebody whom an entry concerns, for a judge of another stage, and once judging has ended', async () => {
    const torn = await api.person({ role: 'organiser', editionId: late.editionId });
    await tie(torn.userId, late.entryIds[0]);
    const refused = { status: 409, body: { code: 'organiser-conflicted' } };
    expect(await torn.post(url(late), { judges: late.judgeIds })).toMatchObject(refused);
    expect(await torn.get(`/api/v1/stages/${late.stageId}/judge-reminder`)).toMatchObject(refused);
    expect((await torn.get<Figures>(wallOf(late))).body).toMatchObject({ judges: [] });
    expect(await office.post(url(late), { judges: stage.judgeIds })).toMatchObject({ status: 404 });
    expect(await office.post(url(late), { judges: [] })).toMatchObject({ status: 400 });
    await api.dataSource.query('update windows set closed_at = now() where stage_id = $1', [late.stageId]);
    expect(await office.post(url(late), { judges: late.judgeIds })).toMatchObject({
      status: 409,
      body: { code: 'window-not-open' },
    });
  });
});

describe('a declaration that is owed', () => {
  interface Owing {
    readonly asksDeclarations: boolean;
    readonly judges: readonly { readonly id: string; readonly declarationsOwed: number }[];
  }
  const owedOf = async (by: Asker, one: JudgingStage) => {
    const { asksDeclarations, judges } = (await by.get<Owing>(wallOf(one))).body;
    return {
      asksDeclarations,
      owed: one.judgeIds.map((id) => judges.find((judge) => judge.id === id)?.declarationsOwed),
    };
  };

  it('is counted for each judge of an open stage until the judge has declared, and its judge is reminded', async () => {
    const open = await createStage(api.dataSource, {
      ...{ entries: 2, judges: 2, declared: false, rules: stageRules({ blind: false }) },
    });
    const reader = await api.person({ role: 'organiser', editionId: open.editionId });
    expect(await owedOf(reader, open)).toEqual({ asksDeclarations: true, owed: [2, 2] });
    const judge = await api.signedIn(open.userIds[0] ?? '');
    const [{ key } = { key: '' }] = await api.dataSource.query<{ key: string }[]>(
      'select key from stages where id = $1',
      [open.stageId],
    );
    const path = `/api/v1/my/declarations/${open.slug}/${key}`;
    const { body } = await judge.get<{ teams: { assignment: string }[]; text: { version: string } }>(path);
    const teams = body.teams.map(({ assignment }) => ({ assignment, reasonCode: null }));
    expect((await judge.post(path, { version: body.text.version, teams })).status).toBe(204);
    expect(await owedOf(reader, open)).toEqual({ asksDeclarations: true, owed: [0, 2] });
    const preview = await reader.get<{ texts: { en: { body: string } } }>(
      `/api/v1/stages/${open.stageId}/judge-reminder`,
    );
    expect(preview.body.texts.en.body).toContain('declared your ties');
    const sent = await reader.post(`/api/v1/stages/${open.stageId}/judge-reminders`, { judges: [open.judgeIds[1]] });
    expect(sent.status).toBe(204);
  });

  it('is none in a blind stage, and none of an entry that concerns the reader', async () => {
    const blind = await createStage(api.dataSource, {
      ...{ entries: 1, judges: 1, declared: false, rules: stageRules({ blind: true }) },
    });
    const reader = await api.person({ role: 'organiser', editionId: blind.editionId });
    expect(await owedOf(reader, blind)).toEqual({ asksDeclarations: false, owed: [0] });
    const open = await createStage(api.dataSource, {
      ...{ entries: 2, judges: 1, declared: false, rules: stageRules({ blind: false }) },
    });
    const torn = await api.person({ role: 'organiser', editionId: open.editionId });
    await tie(torn.userId, open.entryIds[0]);
    expect((await owedOf(torn, open)).owed).toEqual([1]);
  });
});
