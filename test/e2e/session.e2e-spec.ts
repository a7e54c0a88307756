import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { OneTimeLinkService, UserService } from '#identity';
import { commandLine } from '#ledger';
import { startApi, type Answer, type TestApi } from '../builders/api.js';

jest.setTimeout(60_000);

interface Problem {
  code: string;
  detail: string;
  details?: Record<string, unknown>;
}

const password = 'correct horse battery';
let api: TestApi;
let count = 0;

beforeAll(async () => {
  api = await startApi();
}, 60_000);
afterAll(() => api?.close());

/** A new account with a password, by the services that make real ones. */
async function newAccount(isDemo = false): Promise<{ id: string; email: string }> {
  const email = `person-${(count += 1)}@example.test`;
  const { manager } = api.dataSource;
  const id = await api.app.get(UserService).create(manager, { email, displayName: 'Zhang San', isDemo }, commandLine);
  await api.app.get(OneTimeLinkService).givePassword(manager, id, password);
  return { id, email };
}

function signIn<Body = Problem>(email: unknown, word: unknown, headers: Record<string, string> = {}) {
  return api.anonymous().send<Body>('POST', '/api/v1/sessions', { body: { email, password: word }, headers });
}

function cookieOf(answer: Answer): string {
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

const whoAmI = (cookie: string) =>
  api.anonymous().send<{ user: { displayName: string } | null }>('GET', '/api/v1/session', { headers: { cookie } });

describe('signing in', () => {
  it('opens a session in a cookie that scripts cannot read and other sites cannot use', async () => {
    const { email } = await newAccount();
    const answer = await signIn<{ user: { displayName: string; roles: unknown[] } }>(email.toUpperCase(), password);
    expect(answer.status).toBe(201);
    expect(answer.body.user).toMatchObject({ displayName: 'Zhang San', roles: [] });
    expect(answer.headers.get('set-cookie')).toMatch(
      /^leitai_session=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect((await whoAmI(cookieOf(answer))).body.user?.displayName).toBe('Zhang San');
  });

  it('stores no token, only its hash', async () => {
    const { email } = await newAccount();
    const token = cookieOf(await signIn(email, password)).split('=')[1] ?? '';
    const rows = await api.dataSource.query<unknown[]>(
      `select from sessions where token_hash = sha256(convert_to($1, 'UTF8'))`,
      [token],
    );
    expect(rows).toHaveLength(1);
  });

  it('gives a new token at each sign-in and ends the session the browser had', async () => {
    const { email } = await newAccount();
    const first = cookieOf(await signIn(email, password));
    const second = cookieOf(await signIn(email, password, { cookie: first }));
    expect(second).not.toBe(first);
    expect((await whoAmI(first)).body.user).toBeNull();
    expect((await whoAmI(second)).body.user).not.toBeNull();
  });

  it('answers an unknown account, a wrong password and a disabled account alike', async () => {
    const disabled = await newAccount();
    await api.app.get(UserService).disable(disabled.email, commandLine);
    const known = await newAccount();
    const answers = [
      await signIn('nobody@example.test', password),
      await signIn(known.email, 'wrong password'),
      await signIn(disabled.email, password),
    ];
    for (const { status, body } of answers) {
      expect(status).toBe(401);
      expect(body).toEqual(answers[0]?.body);
    }
  });

  it('notes a refused sign-in in the ledger without address or account', async () => {
    const before = await api.dataSource.query<{ n: number }[]>(`select count(*)::int n from ledger_events`);
    await signIn('stranger@example.test', 'wrong password');
    const events = await api.dataSource.query<{ kind: string; canonical: string }[]>(
      'select kind, canonical from ledger_events order by recorded_at desc limit 1',
    );
    const after = await api.dataSource.query<{ n: number }[]>(`select count(*)::int n from ledger_events`);
    expect((after[0]?.n ?? 0) - (before[0]?.n ?? 0)).toBe(1);
    expect(events[0]?.kind).toBe('refused');
    expect(events[0]?.canonical).not.toContain('stranger');
  });

  it('admits no demo account to an installation that is no demo', async () => {
    const { email } = await newAccount(true);
    expect((await signIn(email, password)).body.code).toBe('sign-in-failed');
  });

  it.each([
    [{ email: ['a@example.test'], password }],
    [{ email: { $ne: 1 }, password }],
    [{ email: 'a@example.test', password: 12345678901 }],
    [{ email: 'a@example.test', password: null }],
    [{ email: 'a@example.test' }],
    [{ email: 'a@example.test', password, role: 'organiser' }],
    [[]],
    ['text'],
  ])('refuses %j and names the field', async (body) => {
    const answer = await api.anonymous().send<Problem>('POST', '/api/v1/sessions', { body: JSON.stringify(body) });
    expect(answer).toMatchObject({ status: 400, body: { code: 'request-invalid' } });
  });
});

describe('throttling', () => {
  it('makes guessing wait, longer each time, and says how long', async () => {
    const { email } = await newAccount();
    for (let i = 0; i < 5; i += 1) expect((await signIn(email, `wrong password ${i}`)).status).toBe(401);
    const refused = await signIn(email, password);
    expect(refused).toMatchObject({ status: 429, body: { code: 'too-many-attempts' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    await api.dataSource.query(
      `insert into login_attempts (id, account_key, source_key, succeeded)
       select gen_random_uuid(), account_key, source_key, false from login_attempts, generate_series(1, 8)
        where account_key = sha256(convert_to($1, 'UTF8')) limit 8`,
      [`account\n${email}`],
    );
    const later = await signIn(email, password);
    expect(Number(later.headers.get('retry-after'))).toBeGreaterThan(Number(refused.headers.get('retry-after')) * 4);
  });

  it('treats an account that does not exist the same', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 6; i += 1) statuses.push((await signIn('ghost@example.test', `wrong password ${i}`)).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
  });

  it('counts attempts made at the same moment', async () => {
    const { email } = await newAccount();
    const answers = await Promise.all(Array.from({ length: 12 }, (_, i) => signIn(email, `wrong password ${i}`)));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7);
  });

  it('counts anew after a success', async () => {
    const { email } = await newAccount();
    for (let i = 0; i < 4; i += 1) await signIn(email, `wrong password ${i}`);
    expect((await signIn(email, password)).status).toBe(201);
    for (let i = 0; i < 5; i += 1) expect((await signIn(email, `wrong password ${i}`)).status).toBe(401);
  });

  it('does not let a stranger lock out a person at the place where that person has signed in before', async () => {
    const { email } = await newAccount();
    expect((await signIn(email, password)).status).toBe(201);
    await api.dataSource.query(
      `insert into login_attempts (id, account_key, source_key, succeeded)
       select gen_random_uuid(), sha256(convert_to($1, 'UTF8')), '\\x01', false from generate_series(1, 30)`,
      [`account\n${email}`],
    );
    expect((await signIn(email, password)).status).toBe(201);
  });
});

describe('a session', () => {
  async function opened(): Promise<{ cookie: string; id: string }> {
    const { id, email } = await newAccount();
    return { cookie: cookieOf(await signIn(email, password)), id };
  }

  it('ends at sign-out, at once', async () => {
    const { cookie } = await opened();
    const out = await api.anonymous().send('DELETE', '/api/v1/session', { headers: { cookie } });
    expect(out.status).toBe(204);
    expect((await whoAmI(cookie)).body.user).toBeNull();
  });

  it('ends when the account is disabled, at the next request', async () => {
    const { id, email } = await newAccount();
    const cookie = cookieOf(await signIn(email, password));
    await api.app.get(UserService).disable(email, commandLine);
    expect((await whoAmI(cookie)).body.user).toBeNull();
    const rows = await api.dataSource.query<unknown[]>(
      'select from sessions where user_id = $1 and revoked_at is null',
      [id],
    );
    expect(rows).toHaveLength(0);
  });

  it.each([
    ['unused for too long', `last_seen_at = now() - interval '13 hours'`],
    ['too old', `expires_at = now() - interval '1 second'`],
  ])('ends when it is %s, by the database clock', async (_, change) => {
    const { cookie, id } = await opened();
    await api.dataSource.query(`update sessions set ${change} where user_id = $1`, [id]);
    expect((await whoAmI(cookie)).body.user).toBeNull();
  });

  it('is kept alive by use', async () => {
    const { cookie, id } = await opened();
    await api.dataSource.query(`update sessions set last_seen_at = now() - interval '5 hours' where user_id = $1`, [
      id,
    ]);
    await whoAmI(cookie);
    const rows = await api.dataSource.query<{ fresh: boolean }[]>(
      `select last_seen_at > now() - interval '1 minute' as fresh from sessions where user_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ fresh: true }]);
  });

  it('is nobody with a made-up token', async () => {
    for (const token of ['x', 'A'.repeat(43), "'; drop table sessions; --"]) {
      expect((await whoAmI(`leitai_session=${encodeURIComponent(token)}`)).body.user).toBeNull();
    }
  });

  it('carries the chosen language into every answer', async () => {
    const { cookie } = await opened();
    const put = (locale: string) =>
      api.anonymous().send('PUT', '/api/v1/session/locale', { body: { locale }, headers: { cookie } });
    expect((await put('en')).status).toBe(204);
    const refused = await api
      .anonymous()
      .send<Problem>('POST', '/api/v1/role-grants', { body: {}, headers: { cookie } });
    expect(refused.headers.get('content-language')).toBe('en');
    expect((await put('fr')).status).toBe(400);
  });
});

describe('a one-time link', () => {
  async function newLink(): Promise<{ email: string; token: string }> {
    const email = `linked-${(count += 1)}@example.test`;
    const { manager } = api.dataSource;
    const id = await api.app.get(UserService).create(manager, { email, displayName: 'Li Si' }, commandLine);
    return { email, token: await api.app.get(OneTimeLinkService).issue(manager, id, commandLine) };
  }

  const use = (token: string, word: string) =>
    api.anonymous().send<Problem>('POST', '/api/v1/passwords', { body: { token, password: word } });

  it('sets a password once', async () => {
    const { email, token } = await newLink();
    expect((await use(token, password)).status).toBe(204);
    expect((await signIn(email, password)).status).toBe(201);
    expect(await use(token, 'another password')).toMatchObject({ status: 410, body: { code: 'link-expired' } });
  });

  it('sets one password when it is used twice at once', async () => {
    const { token } = await newLink();
    const answers = await Promise.all([use(token, password), use(token, 'another password')]);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([204, 410]);
  });

  it('stays good after a password that is too weak', async () => {
    const { token } = await newLink();
    for (const weak of [
      'short',
      'password123',
      'Password-123',
      'aaaaaaaaaaaa',
      '一二三四五六七八九',
      'x'.repeat(129),
    ]) {
      expect(await use(token, weak)).toMatchObject({ status: 400, body: { code: 'password-too-weak' } });
    }
    expect((await use(token, '一二三四五六七八九十')).status).toBe(204);
  });

  it('expires by the database clock, and ends with a newer one', async () => {
    const { email, token } = await newLink();
    const { manager } = api.dataSource;
    const users = api.app.get(UserService);
    const newer = await api.app.get(OneTimeLinkService).issue(manager, await users.idOf(manager, email), commandLine);
    expect((await use(token, password)).status).toBe(410);
    await api.dataSource.query(
      `update one_time_links set expires_at = now() - interval '1 second' where used_at is null`,
    );
    expect((await use(newer, password)).status).toBe(410);
  });

  it('ends every open session when it is used', async () => {
    const { id, email } = await newAccount();
    const cookie = cookieOf(await signIn(email, password));
    const token = await api.app.get(OneTimeLinkService).issue(api.dataSource.manager, id, commandLine);
    expect((await use(token, 'another password')).status).toBe(204);
    expect((await whoAmI(cookie)).body.user).toBeNull();
    expect((await signIn(email, password)).status).toBe(401);
  });
});
