import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { Refusal } from '../refusal.js';

/** The user the server runs as where Leitai itself runs as root, which PostgreSQL refuses. */
export type SystemUser = { readonly name: string; readonly uid: number; readonly gid: number };

function id(flag: '-u' | '-g', name: string): number | undefined {
  const run = spawnSync('id', [flag, name], { encoding: 'utf8' });
  return run.status === 0 ? Number(run.stdout.trim()) : undefined;
}

function lookUp(name: string): SystemUser | undefined {
  const uid = id('-u', name);
  const gid = id('-g', name);
  return uid === undefined || gid === undefined || uid === 0 ? undefined : { name, uid, gid };
}

/** Whoever owns the cluster already goes on owning it. */
function ownerOf(path: string): SystemUser | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat === undefined || stat.uid === 0 ? undefined : { name: `#${stat.uid}`, uid: stat.uid, gid: stat.gid };
}

function create(name: string): SystemUser | undefined {
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', name]);
  return lookUp(name);
}

/**
 * The user for a server whose data lie, or will lie, in `dataDir`: `undefined` (the current user) unless we are root.
 */
export function systemUser(dataDir: string): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const user = ownerOf(dataDir) ?? lookUp('postgres') ?? create('postgres') ?? lookUp('nobody');
  if (user === undefined) {
    throw new Refusal(
      'PostgreSQL does not run as root, and no other user could be found or made. Start as another user.',
    );
  }
  return user;
}

/** Whether `user` can write in the folder, every folder above it included. */
export function canWrite(user: SystemUser, folder: string): boolean {
  const script = 'cd "$1" && test -w . && test -x .';
  return spawnSync('/bin/sh', ['-c', script, 'sh', folder], { uid: user.uid, gid: user.gid, cwd: '/' }).status === 0;
}
