import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { compareCodePoints, sha256Hex } from '#domain';
import type { DrawDocument } from '#domain/draw/draw-document';
import { startApi, type Asker, type TestApi } from '../builders/api.js';
import { AssignmentDesk } from '../builders/assignment-desk.js';
import { pdf, pdfWithScript } from '../builders/sample-files.js';
import { StageDraws } from '../builders/stage-draws.js';
import { changeRoster } from '../builders/roster.js';

jest.setTimeout(120_000);

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api?.close());

const ofJudges = (changes: object = {}) => ({
  kind: 'judges',
  judges: { seats: 2, reserves: 2, kindsWanted: [], mostPerEmployer: 1, ...changes },
});

/** A stage with a panel or more, and two who may draw and confirm. */
async function openDraws(panels = 1, options: { entries?: number; judges?: number } = {}): Promise<StageDraws> {
  return StageDraws.open(api, panels, { entries: 4, judges: 7, ...options });
}

describe('a draw by a public seed', () => {
  it('is fixed before the seed is known, drawn by it, confirmed by another, and anybody can compute it again', async () => {
    const draws = await openDraws();
    const [colleague, gone, conflicted] = draws.stage.judgeIds;
    await draws.query(`update judges set employer = 'One House' where id = any ($1)`, [
      [colleague, draws.stage.judgeIds[3]],
    ]);
    await draws.query('update judges set available_from = current_date + 30 where id = $1', [gone]);
    await draws.query(
      `insert into conflicts_of_interest (id, judge_id, entry_id, form, reason_code, declared_by)
       values ($1, $2, $3, 'by-oneself', 'family', $4)`,
      [uuidv7(), conflicted, draws.stage.entryIds[0], draws.stage.userIds[2]],
    );
    const id = await draws.commit({ ...ofJudges(), panelId: draws.panelIds[0], supervisor: '纪检监察室 周敏' });
    const fixed = await draws.minute(id);
    expect(fixed.draw).toMatchObject({ state: 'committed', seed: null, isOwn: true });
    expect(fixed.lines).toEqual([]);
    expect(sha256Hex(fixed.canonical)).toBe(fixed.draw.hash);
    const excluded = (JSON.parse(fixed.canonical) as DrawDocument).members.flatMap(({ id: judge, excluded: why }) =>
      why === null ? [] : [[draws.stage.judgeIds.indexOf(judge), why]],
    );
    expect(excluded).toEqual([
      [1, 'unavailable'],
      [2, 'conflicted'],
    ]);
    expect(await draws.outcome(draws.office, `${id}/seed`, { seed: '3267.19' })).toBe('409 draw-seed-early');
    expect(await draws.outcome(draws.second, `${id}/confirmation`)).toBe('409 draw-ended');
    await draws.seed(id, '3267.19');
    expect(await draws.outcome(draws.office, `${id}/confirmation`)).toBe('409 same-person');
    expect(await draws.seats(draws.panelIds[0])).toEqual([]);
    expect(await draws.outcome(draws.second, `${id}/confirmation`)).toBe('204');
    const { lines, draw } = await draws.minute(id);
    expect(draw).toMatchObject({ state: 'confirmed', seed: '3267.19', supervisor: '纪检监察室 周敏' });
    const tickets = lines.map(({ member }) => sha256Hex(`3267.19\njudges\n${member}`));
    expect(lines.map(({ ticket }) => ticket)).toEqual(tickets);
    expect(tickets).toEqual([...tickets].sort(compareCodePoints));
    const seats = lines.filter(({ outcome }) => outcome === 'seat').map(({ member }) => member);
    expect(await draws.seats(draws.panelIds[0])).toEqual([...seats].sort(compareCodePoints));
    const taken = lines.filter(({ place }) => place !== null).map(({ member }) => member);
    expect(taken.length).toBe(4);
    expect(taken.includes(colleague ?? '') && taken.includes(draws.stage.judgeIds[3] ?? '')).toBe(false);
    expect(await draws.ledger()).toEqual(['draw-committed', 'draw-seeded', 'draw-confirmed']);
  });

  it('holds a seed that could be known in ten minutes, and more seats than judges, to be wrong', async () => {
    const draws = await openDraws();
    const known = await draws.office.post<Refusal>(`${draws.base}/draws`, {
      ...draws.asked(ofJudges({ seats: 9 })),
      seedKnownFrom: new Date(Date.now() + 60_000),
    });
    expect([known.status, ...codesOf(known.body)]).toEqual([
      400,
      ...['seedKnownFrom draw-seed-soon', 'judges.seats draw-pool-short'],
    ]);
    expect(await draws.query('select from draws where stage_id = $1', [draws.stage.stageId])).toEqual([]);
  });

  it('of one scope is open once; taken back it stays in the record with its reason', async () => {
    const draws = await openDraws();
    const id = await draws.commit(ofJudges());
    expect(await draws.outcome(draws.office, '', draws.asked(ofJudges()))).toBe('409 draw-open');
    expect(await draws.outcome(draws.office, `${id}/return`, { reason: '名额写错了' })).toBe('204');
    expect((await draws.minute(id)).draw).toMatchObject({ state: 'taken-back', endReason: '名额写错了' });
    expect(await draws.outcome(draws.office, `${id}/seed`, { seed: '1' })).toBe('409 draw-ended');
    await draws.commit(ofJudges());
  });

  it('is taken back by the second person alone once its outcome can be seen, and answered for when drawn anew', async () => {
    const draws = await openDraws();
    const id = await draws.commit(ofJudges());
    await draws.seed(id, 'a public seed');
    expect(await draws.outcome(draws.office, `${id}/return`, { reason: '不合意' })).toBe('409 same-person');
    const { editionId } = draws.stage;
    const third = await api.person({ role: 'organiser', editionId, mayApprove: false });
    expect(await draws.outcome(third, `${id}/return`, { reason: '不合意' })).toBe('403 not-allowed');
    expect(await draws.outcome(draws.second, `${id}/return`, { reason: '名额写错了' })).toBe('204');
    const anew = await draws.office.post<Refusal>(`${draws.base}/draws`, draws.asked(ofJudges()));
    expect(codesOf(anew.body)).toEqual(['reason field-missing']);
    const next = await draws.commit({ ...ofJudges(), reason: '名额写错了' });
    expect((await draws.minute(next)).draw).toMatchObject({ replaces: 1, reason: '名额写错了' });
  });

  it('is of no effect with a seat empty, whether a kind or the employers leave it so', async () => {
    const draws = await openDraws();
    await draws.query(`update judges set kind = 'venture-capital', employer = 'One House' where id = any ($1)`, [
      draws.stage.judgeIds.slice(0, 1),
    ]);
    const kindsWanted = [{ kind: 'venture-capital', atLeast: 2 }];
    const short = await draws.office.post<Refusal>(`${draws.base}/draws`, draws.asked(ofJudges({ kindsWanted })));
    expect(codesOf(short.body)).toEqual(['judges.kindsWanted draw-kind-short']);
    await draws.query(`update judges set employer = 'One House' where id = any ($1)`, [draws.stage.judgeIds]);
    const id = await draws.commit(ofJudges());
    await draws.seed(id, 'a public seed');
    expect(await draws.outcome(draws.second, `${id}/confirmation`)).toBe('409 draw-seats-short');
    expect((await draws.minute(id)).draw.state).toBe('drawn');
  });

  it('of an order by panel ends with the panels it was drawn for', async () => {
    const draws = await openDraws(2);
    await draws.drawn({ kind: 'entry-panels' });
    const overtaken = await draws.commit({ kind: 'order', byPanel: true });
    await draws.query(
      'update stage_entries set panel_id = case id when $2 then $3::uuid else $1::uuid end where stage_id = $4',
      [...[draws.panelIds[0], draws.stage.stageEntryIds[1], draws.panelIds[1], draws.stage.stageId]],
    );
    await draws.seed(overtaken, 'a public seed');
    expect(await draws.outcome(draws.second, `${overtaken}/confirmation`)).toBe('409 draw-pool-changed');
    await draws.outcome(draws.second, `${overtaken}/return`, { reason: '分组已变' });
    const order = await draws.drawn({ kind: 'order', byPanel: true, reason: '分组已变' });
    expect((await draws.order()).map(({ place }) => place)).toEqual([1, 1, 2, 3]);
    await draws.drawn({ kind: 'entry-panels', reason: '重新分组' });
    expect((await draws.order()).map(({ place }) => place)).toEqual([null, null, null, null]);
    expect((await draws.minute(order)).draw).toMatchObject({ state: 'confirmed', replacedAt: expect.any(String) });
  });

  it('gives the order of appearance, anew only with a reason, and not once judging has begun', async () => {
    const draws = await openDraws(2);
    await draws.query('update stage_entries set panel_id = $1 where id = any ($2)', [
      ...[draws.panelIds[1], draws.stage.stageEntryIds.slice(2)],
    ]);
    const first = await draws.drawn({ kind: 'order', byPanel: true });
    const order = await draws.order();
    expect(order.filter(({ panel }) => panel === draws.panelIds[1]).map(({ place }) => place)).toEqual([1, 2]);
    const anew = await draws.office.post<Refusal>(`${draws.base}/draws`, draws.asked({ kind: 'order' }));
    expect(codesOf(anew.body)).toEqual(['reason field-missing']);
    await draws.drawn({ kind: 'order', reason: '一个项目漏编了组' });
    expect((await draws.order()).map(({ place }) => place)).toEqual([1, 2, 3, 4]);
    expect((await draws.minute(first)).draw).toMatchObject({ state: 'confirmed', replacedAt: expect.any(String) });
    await draws.begin(0, 0);
    expect(await draws.outcome(draws.office, '', draws.asked({ kind: 'order', reason: '再来' }))).toBe(
      '409 draw-begun',
    );
  });

  it('spreads entries over panels by field group, and judges by kind', async () => {
    const draws = await openDraws(2);
    await draws.query(`update judges set kind = case when id = any ($1) then 'technology' else 'management' end`, [
      draws.stage.judgeIds.slice(0, 4),
    ]);
    await draws.drawn({ kind: 'entry-panels' });
    const entries = await draws.query<{ panel: string; count: number }>(
      'select panel_id as panel, count(*)::int from stage_entries where stage_id = $1 group by 1',
      [draws.stage.stageId],
    );
    expect(entries.map(({ count }) => count)).toEqual([2, 2]);
    await draws.drawn({ kind: 'judge-panels' });
    const technical = await draws.query<{ count: number }>(
      `select count(*)::int from panel_judges p join judges j on j.id = p.judge_id and j.kind = 'technology'
        where p.panel_id = any ($1) group by p.panel_id`,
      [draws.panelIds],
    );
    expect(technical.map(({ count }) => count)).toEqual([2, 2]);
  });
});

describe('a draw by hand', () => {
  it('is written down with every bad line named, needs a scan, and is confirmed by another', async () => {
    const draws = await openDraws();
    const place = (member: string, at: number) => ({ member, outcome: 'place', place: at });
    const bad = await draws.byHand({ kind: 'order' }, [place('1', 1), place('9', 2), place('2', 1)]);
    expect([bad.status, ...codesOf(bad.body)]).toEqual([
      400,
      ...['lines[1].member draw-member-unknown', 'lines[2].place draw-place-twice', 'lines draw-members-missing'],
    ]);
    expect(bad.body.errors?.[0]?.detail).toBe('第 2 行：抽取范围内没有此人或此项目。');
    const made = await draws.byHand({ kind: 'order' }, [place('4', 1), place('2', 2), place('3', 3), place('1', 4)]);
    expect(made.status).toBe(201);
    const { id } = made.body;
    expect(await draws.outcome(draws.second, `${id}/confirmation`)).toBe('409 draw-evidence-missing');
    const refused = await draws.file(id, 'minute.pdf', await pdfWithScript());
    expect(codesOf(refused.body as Refusal)).toEqual(['file draw-file-refused']);
    expect(codesOf((await draws.file(id, 'minute.exe', Buffer.from('MZ'))).body as Refusal)).toEqual([
      'name file-type-not-allowed',
    ]);
    const bytes = await pdf();
    expect((await draws.file(id, '抽签单.pdf', bytes)).status).toBe(201);
    expect(await draws.outcome(draws.second, `${id}/confirmation`)).toBe('204');
    expect((await draws.order()).map(({ number }) => number)).toEqual([4, 2, 3, 1]);
    const { files } = await draws.minute(id);
    expect(files).toMatchObject([{ name: '抽签单.pdf', size: bytes.length }]);
    const link = await draws.office.get<{ url: string }>(`${draws.base}/draws/${id}/files/${files[0]?.id}/link`);
    const opened = await api.anonymous().get(new URL(link.body.url, api.address).pathname);
    expect([opened.status, opened.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(await draws.ledger()).toEqual(['draw-recorded', 'draw-evidence-added', 'draw-confirmed']);
  });
});

describe('a judge who was drawn and will not come', () => {
  it('is replaced by the next reserve in the order drawn who can judge; plans follow the draw', async () => {
    const draws = await openDraws();
    const id = await draws.drawn(ofJudges());
    const { lines } = await draws.minute(id);
    const of = (outcome: string) => lines.filter((line) => line.outcome === outcome).map(({ member }) => member);
    const [[seat = '', other = ''], [firstReserve = '', nextReserve = '']] = [of('seat'), of('reserve')];
    const desk = new AssignmentDesk(api, draws.stage, draws.office);
    const judgesOf = async () => {
      const { preview, id: run } = await desk.plan({ judgesWanted: 2 });
      expect(preview.run.state).toBe('planned');
      return [...new Set((await desk.entries(run)).flatMap(({ judges }) => judges.map((judge) => judge.id)))].sort(
        compareCodePoints,
      );
    };
    expect(await judgesOf()).toEqual([seat, other].sort(compareCodePoints));
    const call = (judge: string) => draws.outcome(draws.office, `${id}/calls`, { judge });
    expect(await call(seat)).toBe('409 draw-seat-standing');
    await changeRoster(api.dataSource, [seat], 'removal');
    await draws.query('update judges set available_from = current_date + 30 where id = $1', [firstReserve]);
    expect(await call(nextReserve)).toBe('404 not-found');
    expect(await call(seat)).toBe('201');
    const { calls } = await draws.minute(id);
    expect(calls).toMatchObject([{ absence: 'off-roster', passed: [{ judge: firstReserve, absence: 'unavailable' }] }]);
    expect(await judgesOf()).toEqual([nextReserve, other].sort(compareCodePoints));
    await changeRoster(api.dataSource, [nextReserve], 'removal');
    expect(await call(nextReserve)).toBe('409 draw-reserves-used');
  });

  it('keeps no seat once called and gone in turn, and takes the seat of the panel along', async () => {
    const draws = await openDraws(2);
    const id = await draws.drawn(ofJudges());
    await draws.drawn({ kind: 'judge-panels' });
    const { lines } = await draws.minute(id);
    const of = (outcome: string) => lines.filter((line) => line.outcome === outcome).map(({ member }) => member);
    const [[seat = ''], [first = '', next = '']] = [of('seat'), of('reserve')];
    const sits = (await draws.seats(draws.panelIds[0])).includes(seat) ? draws.panelIds[0] : draws.panelIds[1];
    const call = (judge: string) => draws.outcome(draws.office, `${id}/calls`, { judge });
    const goes = (judge: string, days: number | null) =>
      draws.query('update judges set available_from = current_date + $2::integer where id = $1', [judge, days]);
    await goes(seat, 30);
    expect(await call(seat)).toBe('201');
    expect(await draws.seats(sits)).toEqual([first]);
    await goes(first, 30);
    expect(await call(first)).toBe('201');
    expect(await draws.seats(sits)).toEqual([next]);
    await goes(first, null);
    const places = await draws.query<{ place: string }>(
      'select drawn_place($1, j) as place from unnest($2::uuid[]) j',
      [...[draws.stage.stageId, [seat, first, next]]],
    );
    expect(places.map(({ place }) => place)).toEqual(['not-drawn', 'not-drawn', 'seat']);
  });

  it('may be followed by hand by one whom nobody drew', async () => {
    const draws = await openDraws();
    const id = await draws.drawn(ofJudges());
    const { lines } = await draws.minute(id);
    const left = lines.find(({ outcome }) => outcome === 'not-needed' || outcome === 'employer-full')?.member;
    const given = { entryId: draws.stage.stageEntryIds[0], judgeId: left };
    expect((await draws.office.post(`${draws.base}/assignments`, given)).status).toBe(204);
  });
});

describe('whoever has a tie to an entry of the stage', () => {
  it('neither reads nor makes its draws', async () => {
    const draws = await openDraws();
    const tied: Asker = draws.second;
    await draws.query('insert into team_ties (user_id, entry_id) values ($1, $2)', [
      ...[tied.userId, draws.stage.entryIds[0]],
    ]);
    expect((await tied.get<Refusal>(`${draws.base}/draws`)).body.code).toBe('organiser-conflicted');
    expect(await draws.outcome(tied, '', draws.asked(ofJudges()))).toBe('409 organiser-conflicted');
  });
});

interface Refusal {
  readonly code?: string;
  readonly id: string;
  readonly errors?: readonly { readonly path: string; readonly code: string; readonly detail: string }[];
}
const codesOf = ({ errors = [] }: Refusal) => errors.map(({ path, code }) => `${path} ${code}`);
