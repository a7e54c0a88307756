import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { childEnvironment } from './child-environment.js';
import { ConfigError } from './config-error.js';
import { loadConfig } from './load-config.js';

function problems(env: Record<string, string>): Record<string, string> {
  try {
    loadConfig(env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return Object.fromEntries(error.problems.map(({ variable, message }) => [variable, message]));
  }
  return {};
}

const secretFile = join(mkdtempSync(join(tmpdir(), 'leitai-config-')), 'url');
writeFileSync(secretFile, 'postgresql://leitai_app:from-a-file@db/leitai\n');

describe('the configuration', () => {
  it('needs no variable at all', () => {
    expect(loadConfig({})).toMatchObject({
      mode: 'embedded',
      dataFolder: resolve('.leitai'),
      host: '127.0.0.1',
      port: 3000,
      publicOrigin: 'http://127.0.0.1:3000',
      database: { url: undefined, migrationUrl: undefined, poolSize: 8 },
      redisUrl: undefined,
      session: { idleHours: 12, maxHours: 168, secureCookie: false },
    });
  });

  it('names every problem at once', () => {
    const found = problems({
      PORT: '80a',
      DATABASE_URL: 'mysql://db/leitai',
      DATABASE_POOL_SIZE: '1',
      PUBLIC_ORIGIN: 'https://judging.example.org/app',
      LOG_LEVEL: 'loud',
      LEITAI_DATE: '.leitai',
    });
    expect(found).toEqual({
      PORT: 'must be a whole number',
      DATABASE_URL: 'must be a URL that begins with postgresql:// or postgres://',
      DATABASE_POOL_SIZE: 'must be at least 2',
      PUBLIC_ORIGIN: 'must be an origin without a path, such as https://judging.example.org',
      LOG_LEVEL: 'must be one of fatal, error, warn, info, debug, trace, silent',
      LEITAI_DATE: 'is not a variable that Leitai knows',
    });
  });

  it('names what variables say against each other beside what cannot be read', () => {
    const found = problems({ PORT: 'abc', SESSION_MAX_HOURS: '1', SESSION_IDLE_HOURS: '12', FAILPOINT: 'after-claim' });
    expect(found).toEqual({
      PORT: 'must be a whole number',
      SESSION_MAX_HOURS: 'must not be less than SESSION_IDLE_HOURS',
      FAILPOINT: 'is for the test suites only; unset it',
    });
  });

  it.each(['a b', '[::1]', '-a', 'http://127.0.0.1', '127.0.0.1:80'])('does not listen on %j', (value) => {
    expect(problems({ HOST: value })).toEqual({
      HOST: 'must be an IP address or a host name, such as 127.0.0.1',
    });
  });

  it.each(['::1', '0.0.0.0', 'localhost', 'judging.example.org'])('listens on %j', (value) => {
    expect(loadConfig({ HOST: value }).host).toBe(value);
  });

  it.each(['postgresql:leitai', 'postgresql:///leitai', 'postgresql'])('does not take %j for a database', (value) => {
    expect(problems({ DATABASE_URL: value })).toEqual({
      DATABASE_URL: 'must be a URL that begins with postgresql:// or postgres://',
    });
  });

  it.each(['1e3', ' 8', '0x10', '8.0', '-8', '٨'])('does not take %j for a whole number', (value) => {
    expect(problems({ DATABASE_POOL_SIZE: value })).toEqual({ DATABASE_POOL_SIZE: 'must be a whole number' });
  });

  it.each(['true', '1', '10.0.0.0/33', '10.0.0.1/8/8', '10.0.0.1 10.0.0.2', 'proxy.example', '10.0.0.1,'])(
    'believes no proxy named %j',
    (value) => {
      expect(problems({ TRUSTED_PROXIES: value })).toEqual({
        TRUSTED_PROXIES: 'must be addresses or networks such as 10.0.0.0/8, separated by commas',
      });
    },
  );

  it('takes addresses and networks of both kinds for proxies', () => {
    const value = '10.0.0.1, 192.168.0.0/16,fd00::/8, ::1,loopback';
    expect(loadConfig({ TRUSTED_PROXIES: value }).trustedProxies).toEqual(value.split(/, ?/));
  });

  it('sends mail where a server and a sender are named, and never from the demo', () => {
    const named = { SMTP_URL: 'smtps://u:p@mail.example.org', MAIL_FROM: '组委会 Office <office@example.org>' };
    expect(loadConfig(named).mail).toEqual({ smtpUrl: named.SMTP_URL, from: named.MAIL_FROM });
    expect(loadConfig({}).mail).toBeUndefined();
    expect(loadConfig({ ...named, LEITAI_DEMO: 'yes' }).mail).toBeUndefined();
    expect(problems({ SMTP_URL: named.SMTP_URL })).toEqual({ MAIL_FROM: 'is missing, but SMTP_URL is set' });
  });

  it.each(['office', 'a@b\r\nBcc: c@d', 'A <a@b>, B <b@b>', '<a@b>', 'A\u0000 <a@b>'])(
    'does not take %j for a sender',
    (value) => {
      expect(problems({ MAIL_FROM: value })).toEqual({
        MAIL_FROM: 'must be an address such as Contest office <office@example.org>',
      });
    },
  );

  it('never repeats the value of a variable, which may be a secret', () => {
    expect(() => loadConfig({ DATABASE_URL: 'mysql://u:tops3cret@db' })).toThrow(/^(?!.*tops3cret)/s);
  });

  it('takes an empty variable for an absent one', () => {
    expect(loadConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 3000, mode: 'embedded' });
  });

  it('reads a secret from a file', () => {
    const { database, mode } = loadConfig({ DATABASE_URL_FILE: secretFile });
    expect({ url: database.url, mode }).toEqual({
      url: 'postgresql://leitai_app:from-a-file@db/leitai',
      mode: 'external',
    });
  });

  it('refuses a secret that is given twice, or in a file that cannot be read', () => {
    expect(problems({ REDIS_URL: 'redis://r', REDIS_URL_FILE: secretFile, DATABASE_URL_FILE: '/nowhere' })).toEqual({
      REDIS_URL: 'and REDIS_URL_FILE are both set; keep one of them',
      DATABASE_URL: 'cannot be read from the file named by DATABASE_URL_FILE (ENOENT)',
    });
  });

  it('knows failpoints in test processes only', () => {
    const env = { DATABASE_URL: 'postgresql://db/leitai', FAILPOINT: 'tally:after-snapshot' };
    expect(problems(env)).toEqual({ FAILPOINT: 'is for the test suites only; unset it' });
    expect(problems({ ...env, LEITAI_MODE: 'embedded' })).toEqual(problems(env));
    expect(loadConfig({ ...env, LEITAI_MODE: 'test' }).failpoint).toBe('tally:after-snapshot');
  });

  it('sends Secure cookies where the browser sees https, and brackets an IPv6 host', () => {
    expect(loadConfig({ PUBLIC_ORIGIN: 'https://judging.example.org' }).session.secureCookie).toBe(true);
    expect(loadConfig({ HOST: '::1' }).publicOrigin).toBe('http://[::1]:3000');
  });

  it('hands a child the value of a secret without the file it came from', () => {
    const env = { PATH: '/bin', DATABASE_URL_FILE: secretFile, REDIS_URL: 'redis://r' };
    const child = childEnvironment({ DATABASE_URL: 'postgresql://db/leitai', REDIS_URL: undefined }, env);
    expect(child).toEqual({ PATH: '/bin', DATABASE_URL: 'postgresql://db/leitai' });
  });
});
