import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { judgeCommitment, judgeCommitmentHash } from '#domain';
import { hashPassword } from '#identity';
import { JudgeService } from '#judging';
import { actsWithoutEvents } from '../builders/acts-and-events.js';
import { startApi, type Asker, type TestApi } from '../builders/api.js';
import { createStage, type JudgingStage } from '../builders/judging-stage.js';

let api: TestApi;
let stage: JudgingStage;
let base: string;
let office: Asker;
let nobody: Asker;

interface Issued {
  readonly link: string;
  readonly code: string;
  readonly locale: string;
  readonly texts: { readonly zh: { readonly short: string }; readonly en: { readonly short: string } };
}
interface Invited {
  readonly who: Asker;
  readonly id: string;
}

const { version } = judgeCommitment;
const invite = (id: string, isMailed = false, headers = {}) =>
  office.post<Issued>(`${base}/judges/${id}/invitation`, { isMailed }, headers);
const tokenOf = ({ link }: Issued) => link.split('#token=')[1] ?? '';
const preview = (key: string) =>
  nobody.post<{ answer: string | null; signsIn: boolean; name: string }>('/api/v1/judge-invitations/previews', { key });
const answer = (key: string, given: object, who = nobody) =>
  who.post<{ code: string }>('/api/v1/judge-invitations/answers', { key, ...given });
const accept = (key: string, given: object = {}, who = nobody) =>
  answer(key, { answer: 'accepted', commitmentVersion: version, ...given }, who);
const password = 'a long enough passphrase';
const expired = { status: 410, body: { code: 'judge-invitation-expired' } };

/** A judge as an import leaves them: an account without a password. */
async function newJudge(displayName = 'Invited Judge'): Promise<Invited> {
  const who = await api.person({ role: 'judge', editionId: stage.editionId, displayName });
  const given = [{ userId: who.userId, kind: null }];
  const judges = api.app.get(JudgeService, { strict: false });
  const [id = ''] = await api.dataSource.transaction((manager) =>
    judges.register(manager, stage.editionId, given, { actor: office.userId ?? '' }),
  );
  return { who, id };
}

async function stateOf(id: string) {
  const { body } = await office.get<{ judges: { id: string; invitation: object; account: string }[] }>(
    `${base}/judges?limit=200`,
  );
  return body.judges.find((judge) => judge.id === id);
}

beforeAll(async () => {
  api = await startApi();
  stage = await createStage(api.dataSource, { entries: 1, judges: 1 });
  base = `/api/v1/editions/${stage.slug}`;
  office = await api.person({ role: 'organiser', editionId: stage.editionId });
  nobody = api.anonymous();
});

afterAll(() => api.close());

describe('an invitation to judge', () => {
  it('is opened as often as one likes, by link or by code, and accepted by a button alone', async () => {
    const { id } = await newJudge();
    expect((await stateOf(id))?.invitation).toMatchObject({ state: 'none' });
    const { status, body } = await invite(id);
    expect(status).toBe(201);
    expect(body.code).toMatch(/^[34679A-HJKMNP-RT-Z]{4}-[34679A-HJKMNP-RT-Z]{4}$/);
    expect(body.texts.zh.short).toContain(body.code);
    expect((await stateOf(id))?.invitation).toMatchObject({ state: 'invited' });
    for (const key of [tokenOf(body), body.code, body.code.toLowerCase().replace('-', ' ')]) {
      expect(await preview(key)).toMatchObject({ status: 200, body: { answer: null, signsIn: false } });
    }
    expect((await stateOf(id))?.invitation).toMatchObject({ state: 'opened' });
    const key = tokenOf(body);
    expect(await accept(key)).toMatchObject({ status: 400, body: { errors: [{ path: 'password' }] } });
    expect(await accept(key, { password: 'short' })).toMatchObject({ body: { code: 'password-too-weak' } });
    const old = { commitmentVersion: '2020-01-01', password };
    expect(await accept(key, old)).toMatchObject({ status: 409, body: { code: 'commitment-changed' } });
    expect(await stateOf(id)).toMatchObject({ account: 'none', invitation: { state: 'opened' } });
    const accepted = await accept(body.code, { password });
    expect(accepted.status).toBe(204);
    expect(accepted.headers.get('set-cookie')).toContain('leitai_session=');
    expect(await stateOf(id)).toMatchObject({
      account: 'signs-in',
      invitation: { state: 'accepted', commitment: version },
    });
    // The same answer again is no other act, and opens no session; the other one comes too late.
    expect(await preview(key)).toMatchObject({ body: { answer: 'accepted', signsIn: true } });
    expect(await accept(key, { password })).toMatchObject({ status: 401 });
    expect(await invite(id)).toMatchObject({ status: 409, body: { code: 'judge-has-accepted' } });
  });

  it('is answered by its person alone where the account signs in already', async () => {
    const { who, id } = await newJudge();
    await api.dataSource.query('insert into credentials (user_id, password_hash) values ($1, $2)', [
      ...[who.userId, await hashPassword(password)],
    ]);
    const key = tokenOf((await invite(id)).body);
    expect(await accept(key, { password })).toMatchObject({ status: 401 });
    const another = { status: 409, body: { code: 'invitation-for-another' } };
    expect(await accept(key, {}, office)).toMatchObject(another);
    expect(await answer(key, { answer: 'declined' }, office)).toMatchObject(another);
    const done = await accept(key, {}, who);
    expect(done.status).toBe(204);
    expect(done.headers.get('set-cookie')).toBeNull();
    expect(await accept(key, {}, who)).toMatchObject({ status: 204 });
    expect(await answer(key, { answer: 'declined' }, who)).toMatchObject({ body: { code: 'invitation-answered' } });
  });

  it('does not let the office sign for a judge in its own session', async () => {
    const key = tokenOf((await invite((await newJudge()).id)).body);
    expect(await accept(key, { password }, office)).toMatchObject({ body: { code: 'invitation-for-another' } });
  });

  it('is declined without an account, with a reason that the office reads, and made anew afterwards', async () => {
    const { id } = await newJudge();
    const key = tokenOf((await invite(id)).body);
    expect(await answer(key, { answer: 'declined', reason: ' Abroad that week ' })).toMatchObject({ status: 204 });
    expect(await stateOf(id)).toMatchObject({
      account: 'none',
      invitation: { state: 'declined', reason: 'Abroad that week' },
    });
    expect(await accept(key, { password })).toMatchObject({ status: 409, body: { code: 'invitation-answered' } });
    const again = tokenOf((await invite(id)).body);
    expect(await accept(again, { password })).toMatchObject({ status: 204 });
  });

  it('is renewed in one act, from which on the old link, the old code and the mailed link are dead', async () => {
    const { who, id } = await newJudge();
    const first = (await invite(id, true)).body;
    const letters = await api.dataSource.query<{ link: string }[]>(
      `select link from outbox_messages where template = 'judge-invitation' and user_id = $1`,
      [who.userId],
    );
    const mailed = letters[0]?.link.split('#token=')[1] ?? '';
    expect(mailed).not.toBe(tokenOf(first));
    expect(await preview(mailed)).toMatchObject({ status: 200 });
    const second = (await invite(id)).body;
    for (const key of [tokenOf(first), first.code, mailed]) expect(await preview(key)).toMatchObject(expired);
    expect(await preview(tokenOf(second))).toMatchObject({ status: 200 });
  });

  it('is taken back without another in its place, and may be made anew', async () => {
    const { id } = await newJudge();
    const takeBack = (headers = {}) => office.delete(`${base}/judges/${id}/invitation`, headers);
    const missing = { status: 409, body: { code: 'judge-invitation-missing' } };
    expect(await takeBack()).toMatchObject(missing);
    const { body } = await invite(id, true);
    const once = { 'idempotency-key': uuidv7() };
    expect((await takeBack(once)).status).toBe(204);
    expect((await takeBack(once)).status).toBe(204);
    expect(await takeBack()).toMatchObject(missing);
    for (const key of [tokenOf(body), body.code]) {
      expect(await preview(key)).toMatchObject(expired);
      expect(await accept(key, { password })).toMatchObject(expired);
    }
    expect(await stateOf(id)).toMatchObject({ invitation: { state: 'taken-back' }, account: 'none' });
    const again = (await invite(id)).body;
    expect((await accept(tokenOf(again), { password })).status).toBe(204);
    expect(await takeBack()).toMatchObject(missing);
    const judge = await api.person({ role: 'judge', editionId: stage.editionId });
    expect((await judge.delete(`${base}/judges/${id}/invitation`)).status).toBe(403);
  });

  it('asked for twice with one key is one invitation, whose first secrets nobody has seen', async () => {
    const { id } = await newJudge();
    const headers = { 'idempotency-key': uuidv7() };
    const [lost, kept] = [(await invite(id, false, headers)).body, (await invite(id, false, headers)).body];
    expect(await preview(tokenOf(lost))).toMatchObject(expired);
    expect(await preview(tokenOf(kept))).toMatchObject({ status: 200 });
    const rows = await api.dataSource.query<object[]>('select from judge_invitations where judge_id = $1', [id]);
    expect(rows).toHaveLength(1);
  });

  it('ends after two weeks, and is of no use once the account is disabled', async () => {
    const { who, id } = await newJudge();
    const key = tokenOf((await invite(id)).body);
    await api.dataSource.query(`update judge_invitations set expires_at = now() where judge_id = $1`, [id]);
    expect(await preview(key)).toMatchObject(expired);
    expect((await stateOf(id))?.invitation).toMatchObject({ state: 'expired' });
    await api.dataSource.query('update users set disabled_at = now() where id = $1', [who.userId]);
    expect(await invite(id)).toMatchObject({ status: 409, body: { code: 'judge-without-account' } });
  });

  it('is kept as hashes alone, answered once, and leaves its events without a name', async () => {
    const { id } = await newJudge('Unheard-of Person');
    const { link, code } = (await invite(id)).body;
    await accept(link.split('#token=')[1] ?? '', { password });
    const [row] = await api.dataSource.query<{ text: string }[]>(
      'select to_jsonb(i)::text as text from judge_invitations i where judge_id = $1',
      [id],
    );
    expect(row?.text).not.toContain(code);
    const again = api.dataSource.query(
      `update judge_invitations set answer = 'declined', commitment_version = null where judge_id = $1`,
      [id],
    );
    await expect(again).rejects.toMatchObject({ constraint: 'judge_invitations_answered_once' });
    const told = await api.dataSource.query<{ body: object }[]>(
      `select canonical::jsonb -> 'body' as body from ledger_events
       where kind = 'judge-accepted' and canonical::jsonb #>> '{subject,judge}' = $1`,
      [id],
    );
    expect(told).toMatchObject([{ body: { commitment: version, hash: judgeCommitmentHash() } }]);
    const gaps = await actsWithoutEvents(api.dataSource);
    expect(gaps.filter((gap) => /judge_invitations/.test(JSON.stringify(gap)))).toEqual([]);
    const named = await api.dataSource.query<object[]>(
      `select from ledger_events where canonical like '%Unheard-of%' or canonical like '%Abroad%'`,
    );
    expect(named).toEqual([]);
  });

  it('is not found by guessing: after a few wrong codes one waits', async () => {
    const codes = Array.from({ length: 8 }, (_, index) => `AAAA-AAA${'ABCDEFGH'[index]}`);
    const statuses: number[] = [];
    for (const code of codes) statuses.push((await preview(code)).status);
    expect(statuses.at(0)).toBe(410);
    expect(statuses.at(-1)).toBe(429);
  });
});
