import type { Environment } from './read-settings.js';
import { settings, type SettingName } from './settings.js';

/**
 * The environment of a process we start: ours, with the given variables set (or removed by `undefined`). A secret that
 * came from a file is replaced by its value, as both together would be refused.
 */
export function childEnvironment(
  changes: Partial<Record<SettingName | 'NODE_ENV', string | undefined>>,
  env: Environment = process.env,
): Record<string, string> {
  const next: Record<string, string | undefined> = { ...env };
  for (const [name, value] of Object.entries(changes)) {
    next[name] = value;
    if (name in settings) delete next[`${name}_FILE`];
  }
  return Object.fromEntries(Object.entries(next).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
