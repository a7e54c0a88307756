import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refusal } from '../refusal.js';
import { reachableBinaries, type Binaries } from './binaries.js';
import { canWrite, systemUser, type SystemUser } from './system-user.js';

/** Where the server's programs and data are, and who runs it. */
export type Placement = {
  readonly binaries: Binaries;
  /** The cluster itself; absent until it was made. */
  readonly dataDir: string;
  readonly user: SystemUser | undefined;
};

/** Kept in the data folder when the cluster had to be put elsewhere, so that the next start finds it again. */
type Location = { readonly stateFolder: string; readonly dataDir?: string };

const locationFile = 'postgres-location.json';

async function readLocation(folder: string): Promise<Location | undefined> {
  try {
    return JSON.parse(await readFile(join(folder, locationFile), 'utf8')) as Location;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Refusal(`${join(folder, locationFile)} cannot be read; it says where the database lies.`);
  }
}

async function writeLocation(folder: string, location: Location): Promise<void> {
  const half = join(folder, `${locationFile}.new`);
  await writeFile(half, `${JSON.stringify(location, null, 2)}\n`);
  await rename(half, join(folder, locationFile));
}

/** A folder that every user can pass through, lasting where possible. Only root comes here. */
async function makeStateFolder(user: SystemUser): Promise<string> {
  const lasting = '/var/lib/leitai';
  try {
    await mkdir(lasting, { recursive: true });
    await chmod(lasting, 0o755);
    const probe = await mkdtemp(join(lasting, 'probe-'));
    await chown(probe, user.uid, user.gid);
    const reachable = canWrite(user, probe);
    await rm(probe, { recursive: true });
    if (reachable) return lasting;
  } catch {
    // A read-only or missing /var: the temporary folder serves as well.
  }
  const temporary = await mkdtemp(join(tmpdir(), 'leitai-'));
  await chmod(temporary, 0o755);
  return temporary;
}

async function makeOwned(path: string, user: SystemUser): Promise<string> {
  await mkdir(path, { recursive: true });
  await chown(path, user.uid, user.gid);
  return path;
}

/** Whether the user may pass through the data folder: asked with a folder of its own, as initdb will need one. */
async function canUse(folder: string, user: SystemUser): Promise<boolean> {
  const probe = await makeOwned(join(folder, `probe-${randomBytes(6).toString('hex')}`), user);
  const usable = canWrite(user, probe);
  await rm(probe, { recursive: true });
  return usable;
}

/**
 * Decides where the cluster of `folder` lies. Inside it, unless Leitai runs as root and the system user that runs the
 * server cannot pass through a folder above: then elsewhere, said in `report` and remembered in the folder.
 */
export async function placePostgres(folder: string, report: (line: string) => void): Promise<Placement> {
  const own = join(folder, 'postgres');
  let location = await readLocation(folder);
  if (location?.dataDir !== undefined && !existsSync(location.dataDir)) {
    throw new Refusal(
      `The database of ${folder} lay in ${location.dataDir}, which is gone. Put it back, or choose another LEITAI_DATA.`,
    );
  }
  const user = systemUser(location?.dataDir ?? own);
  const stateFolder = async () => {
    if (location === undefined && user !== undefined) {
      location = { stateFolder: await makeStateFolder(user) };
      await writeLocation(folder, location);
    }
    return location?.stateFolder ?? folder;
  };
  const binaries = await reachableBinaries(user, stateFolder, report);
  if (location?.dataDir !== undefined) return { binaries, dataDir: location.dataDir, user };
  if (user === undefined || existsSync(own) || (await canUse(folder, user))) return { binaries, dataDir: own, user };

  const dataDir = join(await stateFolder(), `data-${randomBytes(8).toString('hex')}`);
  report(`the system user ${user.name} cannot pass through ${folder}: the database is kept in ${dataDir}`);
  return { binaries, dataDir, user };
}

/** Remembers a cluster that lies outside the data folder, once it is there. */
export async function rememberPlacement(folder: string, placement: Placement): Promise<void> {
  if (placement.dataDir.startsWith(join(folder, '/'))) return;
  const location = await readLocation(folder);
  if (location !== undefined) await writeLocation(folder, { ...location, dataDir: placement.dataDir });
}
