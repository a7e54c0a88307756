import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { systemPath } from '#config';
import { Refusal } from '../refusal.js';
import type { Placement } from './placement.js';

/** The owner of everything in an embedded database. */
export const ownerRole = 'leitai_owner';

// Without these the encoding follows LANG, and an unset LANG would give SQL_ASCII.
const localeFlags = [
  '--encoding=UTF8',
  '--locale-provider=icu',
  '--icu-locale=und',
  `--locale=${process.platform === 'linux' ? 'C.UTF-8' : 'C'}`,
];

/** The environment of the server's programs: nothing of the caller's locale or PG* variables. */
export const bareEnvironment = { PATH: systemPath(), TZ: 'UTC' };

async function initdb(placement: Placement, target: string, passwordFile: string): Promise<void> {
  const flags = ['-D', target, '-U', ownerRole, '--auth=scram-sha-256', `--pwfile=${passwordFile}`, ...localeFlags];
  const { uid, gid } = placement.user ?? {};
  const child = spawn(placement.binaries.initdb, flags, {
    uid,
    gid,
    cwd: dirname(target),
    env: bareEnvironment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const failed = new Promise<never>((_resolve, reject) => child.once('error', reject));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [code, output, errors] = await Promise.race([
    Promise.all([ended, text(child.stdout), text(child.stderr)]),
    failed,
  ]);
  if (code !== 0) throw new Error(`initdb failed (${code}): ${errors || output}`);
}

const halfMade = '.new-';

/** What interrupted attempts left; an initdb that outlived its parent may still be writing, and is left to the next start. */
async function removeHalfMade(dataDir: string): Promise<void> {
  const folder = dirname(dataDir);
  for (const name of await readdir(folder)) {
    if (!name.startsWith(`${basename(dataDir)}${halfMade}`)) continue;
    await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

/**
 * Makes the cluster when it is not there yet. It comes into being in one step: one that was interrupted is made anew.
 * @returns whether it was made now
 */
export async function ensureCluster(placement: Placement, ownerPassword: string): Promise<boolean> {
  const { dataDir, user } = placement;
  if (existsSync(dataDir)) {
    await assertSameMajor(placement);
    return false;
  }
  await removeHalfMade(dataDir);
  const half = `${dataDir}${halfMade}${process.pid}`;
  const passwordFile = `${half}.pw`;
  await mkdir(half, { mode: 0o700 });
  await writeFile(passwordFile, ownerPassword, { mode: 0o600 });
  if (user !== undefined) {
    await chown(half, user.uid, user.gid);
    await chown(passwordFile, user.uid, user.gid);
  }
  try {
    await initdb(placement, half, passwordFile);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(half, dataDir);
  return true;
}

/** Major version of the PostgreSQL that Leitai ships; a cluster of another one cannot be opened by it. */
const shippedMajor = '18';

async function assertSameMajor(placement: Placement): Promise<void> {
  const found = (await readFile(join(placement.dataDir, 'PG_VERSION'), 'utf8')).trim();
  if (found === shippedMajor) return;
  throw new Refusal(
    `The database in ${placement.dataDir} was made by PostgreSQL ${found}, and this Leitai ships ${shippedMajor}.`,
  );
}
