import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { hashPassword } from '#identity';
import { commandLine } from '#ledger';
import { testEnvironment } from '../builders/config.js';
import { createTestDatabase, type TestDatabase } from '../builders/postgres.js';

// Each command is a process of its own, and a loaded machine takes seconds to start one.
jest.setTimeout(180_000);

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const script = join(import.meta.dirname, '..', '..', 'dist', 'apps', 'cli', 'src', 'main.js');
const password = 'correct horse battery';
let database: TestDatabase;
let owner: pg.Client;

beforeAll(async () => {
  if (!existsSync(script)) throw new Error('build first: npm run build');
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const contest = uuidv7();
  await owner.query(`insert into contests (id, key, name_zh, name_en) values ($1, 'c', '赛', 'Contest')`, [contest]);
  await owner.query(
    `insert into editions (id, contest_id, slug, name_zh, name_en, year, template_hash)
     values ($1, $2, 'c-2024', '届', 'Edition', 2024, $3)`,
    [uuidv7(), contest, Buffer.alloc(32)],
  );
}, 60_000);
afterAll(async () => {
  await owner?.end();
  await database?.drop();
});

/** The command as a person runs it, on the application's role, with `input` on standard input. */
function leitai(args: readonly string[], input = ''): Promise<Run> {
  const env = {
    ...process.env,
    ...testEnvironment(database),
    NODE_OPTIONS: '',
    PUBLIC_ORIGIN: 'https://leitai.example',
  };
  const child = spawn(process.execPath, [script, 'user', ...args], { env, stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin.end(input);
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err })));
}

const create = (role: string, email: string, ...more: string[]) => [
  'create',
  '--role',
  role,
  '--email',
  email,
  '--name',
  'N',
  ...more,
];
const securityAdministrator = 'security@example.test';
const bySecurity = ['--by', securityAdministrator];
const inEdition = ['--edition', 'c-2024'];

async function count(table: string): Promise<number> {
  const { rows } = await owner.query<{ n: number }>(`select count(*)::int n from ${pg.escapeIdentifier(table)}`);
  return rows[0]?.n ?? 0;
}

describe('leitai user', () => {
  it('makes each administrator once, and prints a link that nothing stored could rebuild', async () => {
    for (const role of ['system', 'security', 'audit']) {
      const { code, out } = await leitai(create(`${role}-administrator`, `${role}@example.test`));
      expect(code).toBe(0);
      expect(out).toMatch(/https:\/\/leitai\.example\/set-password#token=[\w-]{43}\n$/);
    }
    const second = await leitai(create('system-administrator', 'other@example.test'));
    expect(second).toMatchObject({ code: 1, out: '' });
    expect(second.err).toMatch(/held already/);
    expect([await count('users'), await count('role_grants'), await count('one_time_links')]).toEqual([3, 3, 3]);
  });

  it('gives an organiser only with the password of the security administrator', async () => {
    const { rows } = await owner.query<{ id: string }>('select id from users where email = $1', [
      securityAdministrator,
    ]);
    await owner.query('insert into credentials (user_id, password_hash) values ($1, $2)', [
      rows[0]?.id,
      await hashPassword(password),
    ]);
    const organiser = create('organiser', 'organiser@example.test', ...inEdition);
    expect((await leitai(organiser)).err).toMatch(/--by/);
    expect((await leitai([...organiser, ...bySecurity], 'wrong password\n')).err).toMatch(/wrong/);
    expect((await leitai([...organiser, ...bySecurity])).err).toMatch(/missing/);
    expect(await count('users')).toBe(3);
    expect(await leitai([...organiser, ...bySecurity, '--may-approve'], `${password}\n`)).toMatchObject({
      code: 0,
      err: '',
    });
    const granted = await owner.query(
      `select g.role, g.may_approve, b.email as granted_by from role_grants g join users u on u.id = g.user_id
         join users b on b.id = g.granted_by where u.email = 'organiser@example.test'`,
    );
    expect(granted.rows).toEqual([{ role: 'organiser', may_approve: true, granted_by: securityAdministrator }]);
  });

  it('accepts no other account as the one who grants', async () => {
    const { rows } = await owner.query<{ id: string }>(`select id from users where email = 'audit@example.test'`);
    await owner.query('insert into credentials (user_id, password_hash) values ($1, $2)', [
      rows[0]?.id,
      await hashPassword(password),
    ]);
    const refused = await leitai(
      [...create('judge', 'j@example.test', ...inEdition), '--by', 'audit@example.test'],
      `${password}\n`,
    );
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toMatch(/Only the security administrator/);
  });

  it('keeps administrators and business roles apart', async () => {
    const grant = ['grant', '--role', 'organiser', '--email', 'audit@example.test', ...inEdition, ...bySecurity];
    expect((await leitai(grant, `${password}\n`)).err).toMatch(/exclude each other/);
    await owner.query(`update role_grants set revoked_at = now() where role = 'audit-administrator'`);
    const reverse = ['grant', '--role', 'audit-administrator', '--email', 'organiser@example.test'];
    expect((await leitai(reverse)).err).toMatch(/exclude each other/);
  });

  it.each<[string[], RegExp, number?]>([
    // A word that is none of the choices is wrong usage; what the act itself refuses is not.
    [['create', '--role', 'emperor', '--email', 'a@b.c', '--name', 'N'], /role/, 2],
    [create('audit-administrator', 'no-address'), /--email/],
    [create('audit-administrator', 'a@example.test', ...inEdition), /--edition/],
    [['create', '--role', 'audit-administrator', '--email', 'a@example.test', '--name', ' '], /--name/],
    [create('audit-administrator', securityAdministrator), /already/],
    [['disable', '--email', 'nobody@example.test'], /no account/],
  ])('refuses %j in words, and stores nothing', async (args, words, status = 1) => {
    const before = await count('users');
    const { code, err } = await leitai(args);
    expect(code).toBe(status);
    expect(err).toMatch(words);
    expect(err).not.toMatch(/\n\s+at /);
    expect(await count('users')).toBe(before);
  });

  it('takes back one role, as whoever may give it, and leaves the others', async () => {
    const judge = ['--role', 'judge', '--email', 'organiser@example.test', ...inEdition];
    expect((await leitai(['grant', ...judge, ...bySecurity], `${password}\n`)).code).toBe(0);
    expect((await leitai(['revoke', ...judge])).err).toMatch(/--by/);
    expect((await leitai(['revoke', ...judge, ...bySecurity], 'wrong password\n')).err).toMatch(/wrong/);
    expect(await leitai(['revoke', ...judge, ...bySecurity], `${password}\n`)).toMatchObject({ code: 0, err: '' });
    expect((await leitai(['revoke', ...judge, ...bySecurity], `${password}\n`)).err).toMatch(/does not hold/);
    expect((await leitai(['list'])).out).toMatch(
      /^organiser@example\.test\tN\tactive\torganiser of c-2024 \(may approve\)$/m,
    );
  });

  it('lists, and disables with every role', async () => {
    expect((await leitai(['list'])).out).toMatch(
      /^organiser@example\.test\tN\tactive\torganiser of c-2024 \(may approve\)$/m,
    );
    const disable = ['disable', '--email', 'organiser@example.test'];
    expect((await leitai(disable)).err).toMatch(/--by/);
    expect((await leitai([...disable, ...bySecurity], 'wrong password\n')).err).toMatch(/wrong/);
    expect((await leitai([...disable, ...bySecurity], `${password}\n`)).code).toBe(0);
    const { out } = await leitai(['list']);
    expect(out).toMatch(/^organiser@example\.test\tN\tdisabled\t–$/m);
    expect(out).toMatch(/^security@example\.test\tN\tactive\tsecurity-administrator$/m);
  });

  it('gives the seat of an administrator who was disabled to the next', async () => {
    // An administrator's seat is the operator's to give, and to take.
    expect((await leitai(['disable', '--email', 'system@example.test'])).code).toBe(0);
    expect(await leitai(create('system-administrator', 'next@example.test'))).toMatchObject({ code: 0, err: '' });
  });

  it('names in each event who acted: the security administrator, or the operator of the machine', async () => {
    const id = async (email: string) =>
      (await owner.query<{ id: string }>('select id from users where email = $1', [email])).rows[0]?.id;
    const actors = async (user: string | undefined) => {
      const { rows } = await owner.query<{ kind: string; actor: string }>(
        `select kind, coalesce(d #>> '{body,actor}', d #>> '{body,revokedBy}') as actor
         from (select id, kind, canonical::jsonb as d from ledger_events) e
         where d #>> '{subject,user}' = $1 and kind not in ('role-granted', 'refused') order by id`,
        [user],
      );
      return rows;
    };
    const security = await id(securityAdministrator);
    expect(await actors(await id('organiser@example.test'))).toEqual(
      ['user-created', 'link-issued', 'role-revoked', 'user-disabled', 'role-revoked'].map((kind) => ({
        kind,
        actor: security,
      })),
    );
    const kinds = ['user-created', 'link-issued', 'user-disabled', 'role-revoked'];
    expect(await actors(await id('system@example.test'))).toEqual(kinds.map((kind) => ({ kind, actor: commandLine })));
  });

  it('leaves an event for each act, without name or address', async () => {
    const { rows } = await owner.query<{ kind: string; canonical: string }>(
      'select kind, canonical from ledger_events',
    );
    const kinds = new Set(rows.map(({ kind }) => kind));
    for (const kind of ['user-created', 'role-granted', 'link-issued', 'user-disabled', 'role-revoked', 'refused']) {
      expect(kinds).toContain(kind);
    }
    expect(rows.filter(({ canonical }) => canonical.includes('example.test'))).toEqual([]);
  });

  it('takes no real account where the demo is', async () => {
    await owner.query(
      `insert into users (id, email, display_name, is_demo) values ($1, 'demo@leitai.demo', 'D', true)`,
      [uuidv7()],
    );
    expect((await leitai(create('audit-administrator', 'late@example.test'))).err).toMatch(/This is the demo/);
  });
});
