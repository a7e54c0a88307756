import { accessSync, constants, statSync } from 'node:fs';
import { join } from 'node:path';
import type { AppConfig } from '#config';
import { runningSupervisor } from '../start/folder-lock.js';
import { portTrouble } from '../start/port.js';
import { fail, ok, warn, type Finding } from './finding.js';

const oldestNode = [20, 19] as const;

export function nodeVersion(version: string): Finding {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  const isEnough = major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
  if (isEnough) return ok('Node.js', version);
  return fail('Node.js', version, `Install Node.js ${oldestNode.join('.')} or later.`);
}

/** The embedded mode's folder: there, ours to write in, and its secrets closed to others. */
export function dataFolder(path: string): Finding {
  const check = 'data folder';
  if (statSync(path, { throwIfNoEntry: false }) === undefined) {
    return ok(check, `${path} will be made at the first start`);
  }
  try {
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    return fail(check, `${path} may not be written in`, 'Run as its owner, or choose another one with LEITAI_DATA.');
  }
  const secrets = join(path, 'secrets.json');
  const mode = statSync(secrets, { throwIfNoEntry: false })?.mode ?? 0;
  if ((mode & 0o077) !== 0) return warn(check, `${secrets} can be read by others`, `chmod 600 ${secrets}`);
  return ok(check, path);
}

export async function port(config: AppConfig): Promise<Finding> {
  const check = 'port';
  const running = runningSupervisor(config.dataFolder);
  if (running !== undefined) return ok(check, `Leitai runs (process ${running.pid}) on ${running.address}`);
  const trouble = await portTrouble(config.host, config.port);
  if (trouble === undefined) return ok(check, `${config.port} is free`);
  return warn(check, `${config.port} cannot be listened on (${trouble})`, 'Choose another one with PORT.');
}
