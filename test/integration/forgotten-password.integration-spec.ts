import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startApi, type TestApi } from '../builders/api.js';

jest.setTimeout(60_000);

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api?.close());

const rowsOf = (sql: string, values: unknown[] = []) =>
  api.dataSource.query<Record<string, string | null>[]>(sql, values);

async function lastLetter(email: string) {
  const [letter] = await rowsOf(
    'select template, link from outbox_messages where address = $1 order by recorded_at desc, id desc',
    [email],
  );
  return { template: letter?.['template'], token: letter?.['link']?.split('#token=')[1] ?? '' };
}

describe('a forgotten password', () => {
  const ask = (email: string) => api.anonymous().post('/api/v1/passwords/links', { email });
  const setPassword = (token: string, given: string) =>
    api.anonymous().post('/api/v1/passwords', { token, password: given });
  const addressOf = async ({ userId }: { readonly userId: string | null }) =>
    (await rowsOf('select email from users where id = $1', [userId]))[0]?.['email'] ?? '';

  /** Somebody who has set a password. */
  async function owning() {
    const owner = await api.person();
    const hash = '$argon2id$v=19$m=65536,t=3,p=4$c2FsdHNhbHQ$aGFzaA';
    await rowsOf('insert into credentials (user_id, password_hash) values ($1, $2)', [owner.userId, hash]);
    return owner;
  }

  it('is asked for with one answer, whether there is an account, and brings a link by mail alone', async () => {
    const owner = await owning();
    const email = await addressOf(owner);
    const [known, unknown] = [await ask(` ${email.toUpperCase()} `), await ask('nobody@example.test')];
    expect(known).toMatchObject({ status: 204, body: '' });
    expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
    expect(await rowsOf(`select from outbox_messages where address = 'nobody@example.test'`)).toEqual([]);
    const { template, token } = await lastLetter(email);
    expect([template, token.length]).toEqual(['password-forgotten', 43]);
    expect(await owner.get('/api/v1/my/notices')).toMatchObject({ body: { notices: [] } });
    expect(await setPassword(token, '1234567890')).toMatchObject({ body: { code: 'password-too-weak' } });
    expect(await setPassword(token, 'another quiet pump')).toMatchObject({ status: 204 });
    expect(await setPassword(token, 'a third quiet pump')).toMatchObject({ status: 410 });
    expect(await owner.get('/api/v1/my/entries')).toMatchObject({ status: 401 });
    const session = await api.anonymous().post('/api/v1/sessions', { email, password: 'another quiet pump' });
    expect(session.status).toBe(201);
  });

  it('leaves a link that somebody else has issued good, until a password is set', async () => {
    const email = await addressOf(await owning());
    await ask(email);
    const first = await lastLetter(email);
    await ask(email);
    const second = await lastLetter(email);
    expect(second.token).not.toBe(first.token);
    expect(await setPassword(first.token, 'a pump of the first link')).toMatchObject({ status: 204 });
    expect(await setPassword(second.token, 'a pump of the second')).toMatchObject({ status: 410 });
  });

  it('is no way into an account that is disabled, and none into one that nobody has been invited to, or an administrator’s', async () => {
    const [gone, uninvited] = [await owning(), await api.person()];
    const administrator = await api.person({ role: 'system-administrator' });
    await rowsOf('update users set disabled_at = now() where id = $1', [gone.userId]);
    for (const one of [gone, uninvited, administrator]) {
      const email = await addressOf(one);
      expect(await ask(email)).toMatchObject({ status: 204 });
      expect(await rowsOf('select from outbox_messages where address = $1', [email])).toEqual([]);
    }
    expect(await ask('no address')).toMatchObject({ status: 400, body: { errors: [{ path: 'email' }] } });
  });

  it('is not asked for without end, for an unknown address as for a known one', async () => {
    const email = await addressOf(await api.person());
    for (const address of [email, 'unknown@example.test']) {
      for (let time = 1; time <= 5; time += 1) expect(await ask(address)).toMatchObject({ status: 204 });
      expect(await ask(address)).toMatchObject({ status: 429, body: { code: 'too-many-attempts' } });
    }
  });
});
