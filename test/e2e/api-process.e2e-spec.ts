import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createApi } from '../../apps/api/src/create-api.js';
import { testConfig } from '../builders/config.js';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../builders/postgres.js';
import { startProcess } from '../builders/processes.js';

jest.setTimeout(60_000);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database?.drop());

describe('the api process', () => {
  it('stops at SIGTERM by itself and in time, with connections still open', async () => {
    const api = await startProcess('api', { database });
    expect(await fetch(`${api.origin}/health/live`).then((answer) => answer.status)).toBe(200);
    await api.kill('SIGTERM');
    expect(await api.ended).toBe(0);
  });

  it('refuses a database role that could change append-only rows', async () => {
    const api = await startProcess('api', { database, env: { DATABASE_URL: database.ownerUrl }, waitForReady: false });
    expect(await api.ended).toBe(1);
    expect(api.output()).toMatch(/could change append-only tables: .*score_sheets/);
    expect(api.output()).not.toMatch(/\n\s+at /);
  });

  it('refuses a database that was not migrated', async () => {
    const empty = await createEmptyDatabase();
    try {
      const api = await startProcess('api', { database, env: { DATABASE_URL: empty.ownerUrl }, waitForReady: false });
      expect(await api.ended).toBe(1);
      expect(api.output()).toMatch(/Run `leitai migrate`/);
    } finally {
      await empty.drop();
    }
  });

  it('names every mistake of its configuration at once', async () => {
    const env = { PORT: 'x', SESSION_IDLE_HOURS: '0', LEITAI_TYPO: '1' };
    const api = await startProcess('api', { database, env, waitForReady: false });
    expect(await api.ended).toBe(1);
    for (const variable of Object.keys(env)) expect(api.output()).toContain(variable);
  });

  it('writes no address, cookie or password into its log', async () => {
    const api = await startProcess('api', { database, env: { LOG_LEVEL: 'trace' } });
    const body = JSON.stringify({ email: 'canary@example.test', password: 'canary-password' });
    const headers = { 'content-type': 'application/json', cookie: 'leitai_session=canary-cookie', origin: api.origin };
    await fetch(`${api.origin}/api/v1/sessions?x=canary-query`, { method: 'POST', headers, body });
    await api.kill('SIGTERM');
    expect(api.output()).toContain('/api/v1/sessions');
    expect(api.output()).not.toContain('canary');
  });
});

describe('the built web application', () => {
  it('is served with its page for every address, its assets for ever, and nothing beside it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'leitai-web-'));
    mkdirSync(join(folder, 'web', 'assets'), { recursive: true });
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    writeFileSync(join(folder, 'web', 'index.html'), '<!doctype html><html lang="en"><title>Leitai</title></html>');
    writeFileSync(join(folder, 'web', 'assets', 'main-abc.js'), 'export {};'.repeat(100));
    const app = await createApi(testConfig(database, { LOG_LEVEL: 'silent' }), join(folder, 'web'));
    await app.listen(0, '127.0.0.1');
    const address = await app.getUrl();
    const get = (path: string, headers: Record<string, string> = {}) => fetch(`${address}${path}`, { headers });
    try {
      for (const path of ['/', '/sign-in', '/stages/1/wall', '/index.html']) {
        const page = await get(path);
        expect([path, page.status, page.headers.get('cache-control')]).toEqual([path, 200, 'no-cache']);
        expect(await page.text()).toContain('<title>Leitai</title>');
      }
      const asset = await get('/assets/main-abc.js', { 'accept-encoding': 'gzip' });
      expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(asset.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
      expect(asset.headers.get('content-encoding')).toBe('gzip');
      expect(await asset.text()).toBe('export {};'.repeat(100));
      const known = await get('/assets/main-abc.js', { 'if-none-match': asset.headers.get('etag') ?? '' });
      expect(known.status).toBe(304);
      for (const path of ['/assets/missing.js', '/api/v1/missing', '/api', '/health/missing', '/files/x']) {
        expect([path, (await get(path)).status]).toEqual([path, 404]);
      }
      for (const path of [
        '/..%2fsecret.txt',
        '/%2e%2e/secret.txt',
        '/assets/..%2f..%2fsecret.txt',
        '/....//secret.txt',
      ]) {
        expect(await get(path).then((answer) => answer.text())).not.toBe('secret');
      }
    } finally {
      await app.close();
      rmSync(folder, { recursive: true });
    }
  });

  it.each([
    ['yes', '<html data-demo lang="en">'],
    [undefined, '<html lang="en">'],
  ])('says in the page itself whether everything is invented (LEITAI_DEMO=%s)', async (demo, root) => {
    const folder = mkdtempSync(join(tmpdir(), 'leitai-web-'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html><html lang="en"><title>Leitai</title></html>');
    const env = { LOG_LEVEL: 'silent', ...(demo === undefined ? {} : { LEITAI_DEMO: demo }) };
    const app = await createApi(testConfig(database, env), folder);
    await app.listen(0, '127.0.0.1');
    try {
      const page = await fetch(`${await app.getUrl()}/sign-in`);
      expect(await page.text()).toContain(root);
    } finally {
      await app.close();
      rmSync(folder, { recursive: true });
    }
  });
});
