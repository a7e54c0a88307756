import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { hashPassword } from '#identity';
import { JudgeService } from '#judging';
import { actsWithoutEvents } from '../builders/acts-and-events.js';
import { startApi, type Asker, type TestApi } from '../builders/api.js';
import { createStage, type JudgingStage } from '../builders/judging-stage.js';

jest.setTimeout(60_000);

let api: TestApi;
let stage: JudgingStage;
let base: string;
/** Proposes; the others may approve. */
let office: Asker;
let second: Asker;
let third: Asker;
let judge: Asker;
let judgeId: string;
let old: string;
let fresh: string;

const password = 'a quiet pump in Chongqing';
const rows = <T = object>(sql: string, values: unknown[] = []) => api.dataSource.query<T[]>(sql, values);
const url = () => `${base}/judges/${judgeId}/contact-change`;
const propose = (who: Asker, email = fresh) => who.post<object>(url(), { email });
const approve = (who: Asker, email = fresh) => who.post<object>(`${url()}/approval`, { email });
const refused = (code: string, status = 409) => ({ status, body: { code } });
const signIn = (email: string) => api.anonymous().post('/api/v1/sessions', { email, password });
const addresses = async (who: Asker) => (await who.get<{ addresses: object[] }>(`${base}/judge-roster`)).body.addresses;

async function newJudge(who: Asker, editionId = stage.editionId): Promise<string> {
  const judges = api.app.get(JudgeService, { strict: false });
  const [id = ''] = await api.dataSource.transaction((manager) =>
    judges.register(manager, editionId, [{ userId: who.userId, kind: null }], { actor: office.userId ?? '' }),
  );
  return id;
}

beforeAll(async () => {
  api = await startApi();
  stage = await createStage(api.dataSource, { entries: 1, judges: 0 });
  const { editionId, slug } = stage;
  base = `/api/v1/editions/${slug}`;
  office = await api.person({ role: 'organiser', editionId });
  second = await api.person({ role: 'organiser', editionId, mayApprove: true });
  third = await api.person({ role: 'executive-organiser', editionId, mayApprove: true });
});

beforeEach(async () => {
  judge = await api.person({ role: 'judge', editionId: stage.editionId, displayName: 'Moved Judge' });
  judgeId = await newJudge(judge);
  old = (await rows<{ email: string }>('select email from users where id = $1', [judge.userId]))[0]?.email ?? '';
  fresh = `moved-${judgeId}@example.test`;
  await rows('insert into credentials (user_id, password_hash) values ($1, $2)', [
    ...[judge.userId, await hashPassword(password)],
  ]);
});

afterAll(() => api.close());

describe('the address of a judge', () => {
  it('is another one only once a second person has approved it, and the old one is told', async () => {
    const invitation = await office.post<{ code: string }>(`${base}/judges/${judgeId}/invitation`, { isMailed: true });
    await rows(
      `insert into one_time_links (token_hash, user_id, purpose, expires_at)
       values (sha256($1::text::bytea), $2, 'set-password', now() + interval '1 hour')`,
      [judgeId, judge.userId],
    );
    expect((await propose(office, ` ${fresh.toUpperCase()}`)).status).toBe(204);
    expect(await addresses(second)).toMatchObject([
      { id: judgeId, email: old, newEmail: fresh, isOwn: false, isOneself: false },
    ]);
    const { body } = await office.get<{ judges: object[] }>(`${base}/judges?q=${old}`);
    expect(body.judges).toMatchObject([{ email: old, newEmail: fresh }]);
    expect((await signIn(old)).status).toBe(201);
    expect((await signIn(fresh)).status).toBe(401);
    expect((await judge.get('/api/v1/my/assignments')).status).toBe(200);

    expect(await approve(second, old)).toMatchObject(refused('revision-stale', 412));
    expect((await approve(second)).status).toBe(204);
    expect((await judge.get('/api/v1/my/assignments')).status).toBe(401);
    expect((await signIn(old)).status).toBe(401);
    expect((await signIn(fresh)).status).toBe(201);
    expect(await addresses(second)).toEqual([]);
    const links = await rows('select 1 from one_time_links where user_id = $1 and used_at is null', [judge.userId]);
    expect(links).toEqual([]);
    const preview = await api.anonymous().post('/api/v1/judge-invitations/previews', { key: invitation.body.code });
    expect(preview).toMatchObject(refused('judge-invitation-expired', 410));
    const letters = await rows<{ address: string; texts: string }>(
      `select address, texts::text as texts from outbox_messages where template = 'judge-contact-changed' and address = $1`,
      [old],
    );
    expect(letters).toHaveLength(1);
    expect(letters[0]?.texts).toContain('m***@example.test');
    expect(letters[0]?.texts).not.toContain(fresh);
  });

  it('is approved neither by the proposer nor by the judge, nor without the right, nor twice', async () => {
    expect(await approve(second)).toMatchObject(refused('contact-change-missing'));
    expect((await propose(second)).status).toBe(204);
    expect(await propose(office)).toMatchObject(refused('contact-change-proposed'));
    expect(await approve(second)).toMatchObject(refused('same-person'));
    expect((await approve(office)).status).toBe(403);
    for (const role of ['panel-secretary', 'judge', 'team-lead'] as const) {
      const person = await api.person({ role, editionId: stage.editionId });
      expect({ role, statuses: [(await propose(person)).status, (await approve(person)).status] }).toEqual({
        ...{ role, statuses: [403, 403] },
      });
    }
    await expect(
      rows(
        `update judge_contact_changes set outcome = 'approved', ended_by = $2, ended_at = now(), email = null
         where judge_id = $1`,
        [judgeId, judge.userId],
      ),
    ).rejects.toMatchObject({ constraint: 'judge_contact_changes_not_oneself' });
    await expect(
      rows(
        `update judge_contact_changes set outcome = 'approved', ended_by = $2, ended_at = now(), email = null
         where judge_id = $1`,
        [judgeId, second.userId],
      ),
    ).rejects.toMatchObject({ constraint: 'judge_contact_changes_two_persons' });
    expect((await approve(third)).status).toBe(204);
    expect(await approve(third)).toMatchObject(refused('contact-change-missing'));
    // Of the two persons the judge is neither, whatever the judge has become since.
    const turned = await api.person({ role: 'judge', editionId: stage.editionId });
    const own = `${base}/judges/${await newJudge(turned)}/contact-change`;
    expect((await second.post(own, { email: 'turned@example.test' })).status).toBe(204);
    await rows(
      `insert into role_grants (id, user_id, role, edition_id, may_approve)
       values (gen_random_uuid(), $1, 'executive-organiser', $2, true)`,
      [turned.userId, stage.editionId],
    );
    expect(await turned.post(`${own}/approval`, { email: 'turned@example.test' })).toMatchObject(
      refused('same-person'),
    );
    expect(await third.post(`${own}/approval`, { email: 'turned@example.test' })).toMatchObject(
      refused('account-beyond-office'),
    );
  });

  it('is taken back, after which nothing has changed and no address is kept', async () => {
    expect((await propose(office)).status).toBe(204);
    expect((await third.delete(url())).status).toBe(204);
    expect(await third.delete(url())).toMatchObject(refused('contact-change-missing'));
    expect(await approve(second)).toMatchObject(refused('contact-change-missing'));
    expect((await signIn(old)).status).toBe(201);
    expect(await rows('select email from judge_contact_changes where judge_id = $1', [judgeId])).toEqual([
      { email: null },
    ]);
  });

  it('is taken back also once the account was disabled, and approved no more', async () => {
    expect((await propose(office)).status).toBe(204);
    await rows('update users set disabled_at = now() where id = $1', [judge.userId]);
    expect(await approve(second)).toMatchObject(refused('judge-without-account'));
    expect((await third.delete(url())).status).toBe(204);
    expect(await rows('select email from judge_contact_changes where judge_id = $1', [judgeId])).toEqual([
      { email: null },
    ]);
  });

  it('is refused where it is none, the same, or another account’s, also where that has come about meanwhile', async () => {
    const problem = (code: string) => ({ status: 400, body: { errors: [{ path: 'email', code }] } });
    expect(await propose(office, 'nobody')).toMatchObject(problem('email-invalid'));
    expect(await propose(office, ' ')).toMatchObject(problem('field-missing'));
    expect(await propose(office, old)).toMatchObject(problem('email-unchanged'));
    const [other] = await rows<{ email: string }>('select email from users where id = $1', [third.userId]);
    expect(await propose(office, other?.email ?? '')).toMatchObject(problem('email-held'));
    expect((await propose(office)).status).toBe(204);
    await rows(`insert into users (id, email, display_name) values ($1, $2, 'Quicker')`, [uuidv7(), fresh]);
    expect(await approve(second)).toMatchObject(refused('user-exists'));
    expect((await signIn(old)).status).toBe(201);
  });

  it('of an account that has a role elsewhere is changed by who is of that office too, an administrator’s never', async () => {
    const elsewhere = await createStage(api.dataSource, { entries: 1, judges: 0 });
    const grant = (userId: string | null, role: string, editionId: string | null, mayApprove = false) =>
      rows(
        `insert into role_grants (id, user_id, role, edition_id, may_approve) values (gen_random_uuid(), $1, $2, $3, $4)`,
        [userId, role, editionId, mayApprove],
      );
    await grant(judge.userId, 'judge', elsewhere.editionId);
    expect(await propose(office)).toMatchObject(refused('account-beyond-office'));
    await grant(office.userId, 'organiser', elsewhere.editionId);
    expect((await propose(office)).status).toBe(204);
    expect(await approve(second)).toMatchObject(refused('account-beyond-office'));
    await grant(second.userId, 'organiser', elsewhere.editionId, true);
    expect((await approve(second)).status).toBe(204);
    // Nor that of an account which the office may be more with: else two of the office would hold it.
    const supervisor = await api.person({ role: 'discipline-supervisor', editionId: stage.editionId });
    judgeId = await newJudge(supervisor);
    expect(await propose(office, 'supervisor-moved@example.test')).toMatchObject(refused('account-beyond-office'));
    const admin = await api.person();
    judgeId = await newJudge(admin);
    await grant(admin.userId, 'audit-administrator', null);
    expect(await propose(office, 'admin-moved@example.test')).toMatchObject(refused('account-beyond-office'));
  });

  it('leaves its events, and no address in them', async () => {
    expect((await propose(office)).status).toBe(204);
    const silent = await actsWithoutEvents(api.dataSource);
    const tables = ['judge_contact_changes', 'judge_invitations'];
    expect(silent.filter((found) => tables.some((table) => JSON.stringify(found).includes(table)))).toEqual([]);
    expect(await rows(`select 1 from ledger_events where canonical like '%example.test%'`)).toEqual([]);
    const told = await rows<{ email: string }>(
      `select canonical::jsonb #>> '{body,email}' as email from ledger_events where kind like 'judge-contact-%ed'
       and canonical::jsonb #>> '{body,email}' is not null`,
    );
    expect(told.every(({ email }) => /^[0-9a-f]{64}$/.test(email))).toBe(true);
  });
});
