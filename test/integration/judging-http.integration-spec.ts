import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { startApi, type Asker, type TestApi } from '../builders/api.js';
import { createStage, type JudgingStage } from '../builders/judging-stage.js';

interface Problem {
  readonly code: string;
  readonly errors?: readonly { readonly path: string }[];
}

describe('judging over HTTP', () => {
  let api: TestApi;
  let stage: JudgingStage;
  let judge: Asker;
  let office: Asker;

  beforeAll(async () => {
    api = await startApi();
    stage = await createStage(api.dataSource, { entries: 8 });
    judge = await api.signedIn(stage.userIds[0] ?? '');
    office = await api.person({ role: 'organiser', editionId: stage.editionId });
  });
  afterAll(() => api.close());

  const assignment = (index: number) => stage.assignments[index]?.publicId ?? '';
  const path = (index: number) => `/api/v1/assignments/${assignment(index)}/submissions`;
  const full = (score: unknown) => Object.fromEntries(stage.rules.rubric.criteria.map(({ key }) => [key, score]));
  const sheet = (score: unknown) => ({ scores: full(score), rulesHash: stage.rulesHash });
  const seen = (revision: number) => ({ 'if-match': `"${revision}"` });
  const count = async (table: string) => {
    const rows = await api.dataSource.query<{ n: number }[]>(`select count(*)::integer as n from ${table}`);
    return rows[0]?.n ?? 0;
  };

  it('takes a judge from the queue through a draft to a receipt, and says so on the desk', async () => {
    const draft = await judge.send('PUT', `/api/v1/assignments/${assignment(0)}/draft`, {
      body: { scores: { novelty: '8.5' } },
      headers: seen(0),
    });
    expect(draft).toMatchObject({ status: 200, body: { version: 1 } });
    const before = await judge.get('/api/v1/my/assignments');
    expect(before.body).toMatchObject({ stages: [{ counts: { total: 8, drafts: 1, submitted: 0 } }] });
    const receipt = await judge.post<{ receipt: string }>(path(0), sheet('8.5'), seen(0));
    expect(receipt).toMatchObject({ status: 201, body: { revision: 1, total: '85' } });
    expect(receipt.body).toMatchObject({
      receiptNumber: expect.stringMatching(/^[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}$/),
    });
    const desk = await judge.get(`/api/v1/assignments/${assignment(0)}`);
    expect(desk.body).toMatchObject({
      draft: null,
      submitted: { revision: 1, total: '85', receipt: receipt.body.receipt, scores: full('8.5') },
      rulesHash: stage.rulesHash,
      next: assignment(1),
      previous: null,
    });
  });

  it('shows a judge no entry id, no entry number, no internal id and nobody else', async () => {
    const pages = [
      await judge.get('/api/v1/my/assignments'),
      await judge.get(`/api/v1/assignments/${assignment(1)}`),
      await judge.post(path(1), sheet('7'), seen(0)),
    ];
    const text = JSON.stringify(pages.map(({ body }) => body));
    const hidden = [
      ...stage.entryIds,
      ...stage.stageEntryIds,
      ...stage.judgeIds,
      ...stage.assignments.map(({ id }) => id),
    ];
    for (const id of [...hidden, stage.stageId, stage.editionId]) expect(text).not.toContain(id);
    // The seventh group digit of a uuid v7, which tells the time.
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/);
  });

  it('shows the enterprise problem that an entry answers, without its id or number', async () => {
    const [id, publicId] = [uuidv7(), uuidv7()];
    await api.dataSource.query(
      `with p as (
         insert into enterprise_problems (id, edition_id, public_id, number, title_zh, title_en, owner_label_zh, owner_label_en)
         values ($1, $2, $3, 73, '难题', 'A problem', '一家企业', 'a company') returning id)
       update entries set enterprise_problem_id = p.id from p where entries.id = $4`,
      [id, stage.editionId, publicId, stage.entryIds[stage.assignments[1]?.entry ?? 0]],
    );
    const { body } = await judge.get<{ entry: object }>(`/api/v1/assignments/${assignment(1)}`);
    const problem = { title: { zh: '难题', en: 'A problem' }, ownerLabel: { zh: '一家企业', en: 'a company' } };
    expect(body.entry).toEqual(expect.objectContaining({ problem }));
    for (const hidden of [id, publicId]) expect(JSON.stringify(body)).not.toContain(hidden);
    expect(await judge.get(`/api/v1/assignments/${assignment(2)}`)).toMatchObject({
      body: { entry: { problem: null } },
    });
  });

  it('refuses every number that is not one, names the field and stores nothing', async () => {
    const before = await Promise.all(
      ['score_sheets', 'criterion_scores', 'idempotency_keys', 'pending_tallies'].map(count),
    );
    const strings = [
      '',
      ' ',
      '-0',
      '-0.0',
      '-1',
      '+5',
      '05',
      '5.',
      '.5',
      '1e1',
      '1E1',
      '0x5',
      'NaN',
      'Infinity',
      '-Infinity',
      '５',
      '5,5',
      '95;96',
      '10.5',
      '8.25',
      '99.995',
      '1e308',
      '1e-400',
      '9'.repeat(19),
      '5\u0000',
      ' 5',
      '5 ',
      '8.50000000000000000000001',
    ];
    const others = [8.5, 0, -0, null, true, [5], ['5'], { value: '5' }];
    for (const value of [...strings, ...others]) {
      const answer = await judge.post<Problem>(
        path(2),
        { ...sheet('5'), scores: { ...full('5'), market: value } },
        seen(0),
      );
      expect({ value, status: answer.status, code: answer.body.code }).toEqual({
        value,
        status: 400,
        // What no text of the database can hold is refused before the sheet is looked at.
        code: value === '5\u0000' ? 'request-invalid' : 'score-sheet-invalid',
      });
      expect(answer.body.errors?.map((error) => error.path)).toEqual(['scores.market']);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
    }
    const missing = Object.fromEntries(Object.entries(full('5')).slice(1));
    const raw = JSON.stringify(sheet('5')).replace('"market":"5"', '"market":1e999');
    const twice = JSON.stringify(sheet('5')).replace('"market":"5"', '"market":"5","market":"6"');
    const bodies = [
      { ...sheet('5'), scores: missing },
      { ...sheet('5'), scores: { ...full('5'), extra: '5' } },
      { ...sheet('5'), scores: [] },
      { ...sheet('5'), scores: 'x' },
      { ...sheet('5'), scores: null },
      { ...sheet('5'), deduction: '1' },
      { rulesHash: stage.rulesHash },
      { ...sheet('5'), rulesHash: 'x' },
      { ...sheet('5'), judgeId: uuidv7() },
      raw,
      JSON.stringify({ ...sheet('5'), scores: full('\ud800') }),
      twice,
    ];
    for (const body of bodies) {
      const { status } = await judge.post(path(2), body, seen(0));
      expect({ body, status }).toEqual({ body, status: 400 });
    }
    expect(
      await Promise.all(['score_sheets', 'criterion_scores', 'idempotency_keys', 'pending_tallies'].map(count)),
    ).toEqual(before);
  });

  it('answers the same submission sent five times, twice of them at once, with one revision and one receipt', async () => {
    const headers = { ...seen(0), 'idempotency-key': uuidv7() };
    const send = () => judge.post<{ receipt: string; revision: number }>(path(3), sheet('6'), headers);
    const answers = [...(await Promise.all([send(), send()])), await send(), await send(), await send()];
    expect(new Set(answers.map(({ body }) => body.receipt)).size).toBe(1);
    expect(answers.map(({ status, body }) => [status, body.revision])).toEqual(answers.map(() => [201, 1]));
    const other = await judge.post<Problem>(path(3), sheet('6.5'), headers);
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
  });

  it('refuses a stale revision with 412 and the stored sheet, none with 428, and a draft likewise', async () => {
    await judge.post(path(4), sheet('6'), seen(0));
    const stale = await judge.post<Problem>(path(4), sheet('7'), seen(0));
    expect(stale).toMatchObject({
      status: 412,
      body: { code: 'revision-stale', details: { stored: { revision: 1, scores: full('6') } } },
    });
    expect(await judge.post(path(4), sheet('7'))).toMatchObject({ status: 428, body: { code: 'if-match-required' } });
    const draft = (version: string, score: string) =>
      judge.send('PUT', `/api/v1/assignments/${assignment(4)}/draft`, {
        body: { scores: { talk: score } },
        headers: version === '' ? {} : { 'if-match': version },
      });
    expect(await draft('"0"', '1')).toMatchObject({ status: 200, body: { version: 1 } });
    expect(await draft('"1"', '1.5')).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await draft('"1"', '2')).toMatchObject({
      status: 412,
      body: { details: { stored: { version: 2, scores: { talk: '1.5' } } } },
    });
    expect(await draft('"0"', '2')).toMatchObject({ status: 412 });
    expect(await draft('', '2')).toMatchObject({ status: 428 });
    const over = (seenRevision: unknown) =>
      judge.send('PUT', `/api/v1/assignments/${assignment(4)}/draft`, {
        body: { scores: { talk: '2' }, seenRevision },
        headers: { 'if-match': '"2"' },
      });
    expect(await over(0)).toMatchObject({ status: 412, body: { code: 'revision-stale' } });
    expect(await over(-1)).toMatchObject({ status: 400, body: { errors: [{ path: 'seenRevision' }] } });
    expect(await draft('"2"', '1e1')).toMatchObject({ status: 400, body: { errors: [{ path: 'scores.talk' }] } });
  });

  it('keeps another judge, and whoever is recused, away from a sheet', async () => {
    const foreign = stage.assignments.find(({ judge: other }) => other === 1)?.publicId ?? '';
    const url = `/api/v1/assignments/${foreign}`;
    expect(await judge.get(url)).toMatchObject({ status: 404 });
    expect(await judge.post(`${url}/submissions`, sheet('5'), seen(0))).toMatchObject({ status: 404 });
    expect(await judge.send('PUT', `${url}/draft`, { body: { scores: {} }, headers: seen(0) })).toMatchObject({
      status: 404,
    });
    expect(await judge.post(`${url}/recusal`, { reasonCode: 'family' })).toMatchObject({ status: 404 });
    await judge.post(path(5), sheet('9'), seen(0));
    const own = `/api/v1/assignments/${assignment(5)}`;
    expect(await judge.post(`${own}/recusal`, { reasonCode: 'because' })).toMatchObject({ status: 400 });
    expect(await judge.post(`${own}/recusal`, { reasonCode: 'family' })).toMatchObject({ status: 204 });
    expect(await judge.get(own)).toMatchObject({ status: 409, body: { code: 'assignment-recused' } });
    expect(await judge.post(path(5), sheet('9'), seen(1))).toMatchObject({
      status: 409,
      body: { code: 'assignment-recused' },
    });
    expect(
      (await judge.get<{ stages: { counts: { total: number } }[] }>('/api/v1/my/assignments')).body.stages[0]?.counts
        .total,
    ).toBe(7);
  });

  it('gives the office a wall with an ETag that moves with the sheets, and the ranking only after the close', async () => {
    const url = `/api/v1/stages/${stage.stageId}/wall`;
    const first = await office.get<{ totals: { submitted: number; assignments: number } }>(url);
    expect(first).toMatchObject({
      status: 200,
      body: { totals: { entries: 8, assignments: 23, judges: 3 }, run: null },
    });
    const etag = first.headers.get('etag') ?? '';
    expect(await office.get(url, { 'if-none-match': etag })).toMatchObject({ status: 304 });
    await judge.post(path(6), sheet('4'), seen(0));
    const second = await office.get<{ totals: { submitted: number } }>(url, { 'if-none-match': etag });
    expect(second.status).toBe(200);
    expect(second.body.totals.submitted).toBe(first.body.totals.submitted + 1);
    expect(await judge.get(url)).toMatchObject({ status: 403 });
    const ranking = `/api/v1/stages/${stage.stageId}/ranking`;
    expect(await office.get(ranking)).toMatchObject({ status: 409, body: { code: 'judging-not-over' } });
    expect(await office.get(`${ranking}?cursor=%00`)).toMatchObject({ status: 400 });
    expect(await judge.get(ranking)).toMatchObject({ status: 403 });
  });
});
