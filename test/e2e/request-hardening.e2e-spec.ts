import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { type Asker, startApi, type TestApi } from '../builders/api.js';
import { allRoutes } from '../builders/routes.js';

jest.setTimeout(60_000);

interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  instance: string;
  errors?: { path: string; code: string; detail: string }[];
}

let api: TestApi;
let admin: Asker;

beforeAll(async () => {
  api = await startApi();
  admin = await api.person({ role: 'security-administrator' });
}, 60_000);
afterAll(() => api?.close());

const grants = '/api/v1/role-grants';
const body = { email: 'a@example.test', role: 'organiser', edition: 'none', mayApprove: false };

/** A request that no client library would send. */
function raw(method: string, path: string, headers: Record<string, string>, payload = ''): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(`${api.address}${path}`, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end(payload);
  });
}

describe('a request from another site', () => {
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://127.0.0.1.evil.example' },
    { origin: '', 'sec-fetch-site': 'cross-site' },
    { origin: '', 'sec-fetch-site': 'same-site' },
    { origin: '' },
  ];

  it.each(foreign)('that would change something is refused: %j', async (headers) => {
    for (const { method, path } of allRoutes(api.app).filter((route) => !['GET', 'HEAD'].includes(route.method))) {
      const answer = await admin.send<Problem>(method, path.replace(/:\w+/g, 'x'), { headers, body: {} });
      expect([method, path, answer.status, answer.body.code]).toEqual([method, path, 403, 'foreign-origin']);
    }
  });

  it('is let through from a page of our own, whichever header says so', async () => {
    const ours: Record<string, string>[] = [
      { origin: api.config.publicOrigin },
      { origin: '', 'sec-fetch-site': 'same-origin' },
    ];
    for (const headers of ours) {
      const answer = await admin.send<Problem>('POST', grants, { headers, body });
      expect(answer.body.code).toBe('idempotency-key-required');
    }
    const port = new URL(api.config.publicOrigin).port;
    const local = await admin.post<Problem>(grants, body, { origin: `http://localhost:${port}` });
    expect(local.body.code).toBe('user-unknown');
  });

  it('gets no permission by CORS', async () => {
    const answer = await admin.get('/api/v1/session', { origin: 'https://evil.example' });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/xml'])(
    'cannot hide JSON in %s',
    async (type) => {
      const answer = await admin.post<Problem>(grants, JSON.stringify(body), { 'content-type': type });
      expect(answer).toMatchObject({ status: 415, body: { code: 'media-type-unsupported' } });
    },
  );
});

describe('a body', () => {
  const post = (text: string) => admin.post<Problem>(grants, text);

  it.each([
    '{"__proto__": {"x": 1}}',
    '{"constructor": {"prototype": {"x": 1}}}',
    '{"email": "a", "nested": {"prototype": 1}}',
    '{"list": [{"__proto__": 1}]}',
    '{"\\u005f_proto__": 1}',
  ])('that reaches for a prototype is refused: %s', async (text) => {
    expect(await post(text)).toMatchObject({ status: 400, body: { code: 'request-invalid' } });
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it.each(['{"email": "a@b.c", "email": "d@e.f"}', '{"a": {"b": 1, "\\u0062": 2}}'])(
    'that says a name twice is refused: %s',
    async (text) => {
      expect(await post(text)).toMatchObject({ status: 400, body: { code: 'request-invalid' } });
    },
  );

  it.each(['', '{', '[1,', 'NaN', "{'a':1}", '\u0000'])('that is no JSON is refused: %j', async (text) => {
    expect(await post(text)).toMatchObject({ status: 400, body: { code: 'request-invalid' } });
  });

  it.each([
    ['{', 'en', 'The body of the request is no valid JSON.'],
    ['{', 'zh', '请求内容不是有效的 JSON。'],
    ['{"email": 1, "email": 2}', 'en', 'The body of the request gives a field twice.'],
    ['{"a\\u0000": 1}', 'en', 'The body of the request holds a field name that is not allowed.'],
  ])('that is wrong as a whole is told so, and no field is named: %s in %s', async (text, language, detail) => {
    const answer = await api.anonymous().post<Problem>('/api/v1/sessions', text, { 'accept-language': language });
    expect(answer).toMatchObject({ status: 400, body: { code: 'request-invalid', detail } });
    expect(answer.body.errors).toBeUndefined();
  });

  it('that nests a thousand deep, or is too large, is refused and the process lives on', async () => {
    expect((await post('['.repeat(50_000) + ']'.repeat(50_000))).status).toBe(400);
    expect((await post(`{"email": "${'x'.repeat(300_000)}"}`)).status).toBe(413);
    expect((await api.anonymous().get('/health/live')).status).toBe(200);
  });

  it('cannot set what the route does not take: every column of the row is refused by name', async () => {
    const columns = [
      'id',
      'userId',
      'user_id',
      'editionId',
      'grantedBy',
      'granted_at',
      'revokedAt',
      'district',
      'isDemo',
    ];
    for (const column of columns) {
      const answer = await admin.post<Problem>(grants, { ...body, [column]: uuidv7() });
      expect(answer.status).toBe(400);
      expect(answer.body.errors).toContainEqual({ path: column, code: 'field-unknown', detail: expect.any(String) });
    }
    const rows = await api.dataSource.query<{ n: number }[]>('select count(*)::int n from role_grants');
    expect(rows).toEqual([{ n: 1 }]);
  });

  it.each([
    ['email', ['a@example.test']],
    ['email', { $ne: '' }],
    ['email', 7],
    ['role', 'system-administrator'],
    ['role', ['organiser']],
    ['role', 'ORGANISER'],
    ['edition', null],
    ['mayApprove', 'true'],
    ['mayApprove', 1],
    ['mayApprove', [true]],
  ])('with the wrong type is refused, not converted: %s = %j', async (field, value) => {
    const answer = await admin.post<Problem>(grants, { ...body, [field]: value });
    expect(answer.status).toBe(400);
    expect(answer.body.errors?.map(({ path }) => path)).toEqual([field]);
  });

  it.each(['\\u0000', '\\ud800', '\\udc00x'])(
    'with text that no database stores is refused by field: %s',
    async (text) => {
      const answer = await admin.post<Problem>(grants, `{"email": "a${text}@b.c", "role": "judge"}`);
      expect(answer).toMatchObject({ status: 400, body: { code: 'request-invalid', errors: [{ path: 'email' }] } });
    },
  );

  it('with several mistakes gets them all, each with its path and a sentence', async () => {
    const answer = await admin.post<Problem>(grants, { role: 'x' }, { 'accept-language': 'en' });
    expect(answer.body.errors?.map(({ path, code }) => [path, code])).toEqual([
      ['email', 'field-missing'],
      ['role', 'field-invalid'],
      ['edition', 'field-missing'],
      ['mayApprove', 'field-missing'],
    ]);
  });
});

describe('a query', () => {
  it.each(['?a=1&a=2', '?a=1&a=1', '?__proto__=1', '?constructor=1', '?a=%00'])(
    'that is ambiguous, poisoned or not storable is refused: %s',
    async (query) => {
      expect((await api.anonymous().get(`/api/v1/session${query}`)).status).toBe(400);
    },
  );
});

describe('an address', () => {
  it.each([
    '/api/v1/editions/a%00/stages',
    '/api/v1/editions/%E0%A4%A/stages',
    `/api/v1/editions/${'a'.repeat(300)}/stages`,
  ])('that names nothing is not found, as problem details: %s', async (path) => {
    const answer = await admin.get<Problem>(path);
    expect(answer).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  });
});

describe('a write', () => {
  it.each(['', 'short', 'x'.repeat(129), 'with space in it', 'schlüssel-schlüssel'])(
    'without a proper Idempotency-Key is refused: %j',
    async (key) => {
      const headers = {
        origin: api.config.publicOrigin,
        'content-type': 'application/json',
        cookie: admin.cookie ?? '',
      };
      const value = Buffer.from(key).toString('latin1');
      const status = await raw(
        'POST',
        grants,
        key === '' ? headers : { ...headers, 'idempotency-key': value },
        JSON.stringify(body),
      );
      expect(status).toBe(400);
    },
  );
});

describe('an answer', () => {
  it('that refuses is problem details in the language of the reader', async () => {
    const inChinese = await api
      .anonymous()
      .get<Problem>('/api/v1/nowhere', { 'accept-language': 'fr, zh-CN;q=0.8, en;q=0.3' });
    const inEnglish = await api.anonymous().get<Problem>('/api/v1/nowhere', { 'accept-language': 'en-GB' });
    expect(inChinese.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(inChinese.body).toMatchObject({ status: 404, code: 'not-found', instance: '/api/v1/nowhere' });
    expect(inChinese.body.detail).toMatch(/[一-龥]/);
    expect(inEnglish.body.detail).toMatch(/^[\x20-\x7e]+$/);
    expect([inChinese, inEnglish].map(({ headers }) => headers.get('content-language'))).toEqual(['zh', 'en']);
  });

  it('carries the headers that keep browsers from doing harm, on every address', async () => {
    for (const path of ['/', '/api/v1/session', '/api/v1/nowhere', '/health/live', '/api/openapi.json']) {
      const { headers } = await api.anonymous().get(path);
      const policy = headers.get('content-security-policy') ?? '';
      for (const part of [
        "default-src 'self'",
        "script-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ]) {
        expect(policy).toContain(part);
      }
      expect(policy).not.toMatch(/script-src[^;]*unsafe/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('strict-transport-security')).toBeNull();
    }
  });

  it('of the API is kept by no cache', async () => {
    for (const path of ['/api/v1/session', '/api/v1/nowhere']) {
      expect((await admin.get(path)).headers.get('cache-control')).toBe('no-store');
    }
  });

  it('to a believed address ignores what a stranger claims in X-Forwarded-For', async () => {
    const limited = await startApi({ RATE_LIMIT_PER_MINUTE: '5' });
    try {
      const ask = (n: number) => limited.anonymous().get('/api/v1/session', { 'x-forwarded-for': `10.0.0.${n}` });
      const answers = [];
      for (let n = 0; n < 7; n += 1) answers.push(await ask(n));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429, 429]);
      expect(Number(answers.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0);
    } finally {
      await limited.close();
    }
  });

  it('over https has a __Host- cookie, and tells browsers to stay with https', async () => {
    const secure = await startApi({ PUBLIC_ORIGIN: 'https://judging.example.org' });
    try {
      const person = await secure.person();
      const answer = await person.send('DELETE', '/api/v1/session');
      expect(answer.headers.get('set-cookie')).toMatch(
        /^__Host-leitai_session=; .*Path=\/.*HttpOnly; Secure; SameSite=Lax/,
      );
      expect(answer.headers.get('strict-transport-security')).toMatch(/max-age=31536000; includeSubDomains/);
    } finally {
      await secure.close();
    }
  });
});
