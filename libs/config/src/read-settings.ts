import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import type { ConfigProblem } from './config-error.js';
import type { Setting } from './setting.js';
import { settings, type SettingName } from './settings.js';

export type Environment = Readonly<Record<string, string | undefined>>;
export type SettingValues = { [Name in SettingName]: v.InferOutput<(typeof settings)[Name]['type']> };

/** An empty variable counts as absent: `VAR=` is how compose files and shells say "not set". */
const given = (value: string | undefined) => (value === '' ? undefined : value);

class Unreadable extends Error {}

function rawValue(name: string, setting: Setting<unknown>, env: Environment): string | undefined {
  const direct = given(env[name]);
  const file = setting.secret ? given(env[`${name}_FILE`]) : undefined;
  if (file === undefined) return direct ?? setting.fallback;
  if (direct !== undefined) throw new Unreadable(`and ${name}_FILE are both set; keep one of them`);
  try {
    return readFileSync(file, 'utf8').trimEnd();
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unreadable';
    throw new Unreadable(`cannot be read from the file named by ${name}_FILE (${reason})`);
  }
}

function misspelt(env: Environment): ConfigProblem[] {
  return Object.keys(env)
    .filter((name) => name.startsWith('LEITAI_') && !(name in settings))
    .map((variable) => ({ variable, message: 'is not a variable that Leitai knows' }));
}

/** What could be read, and a problem for each variable that could not; problems name no value. */
export type SettingReading = {
  readonly values: Partial<SettingValues>;
  readonly problems: readonly ConfigProblem[];
};

/** Reads the whole table from `env`, to its end. */
export function readSettings(env: Environment): SettingReading {
  const problems: ConfigProblem[] = misspelt(env);
  const values: Record<string, unknown> = {};
  for (const [variable, setting] of Object.entries<Setting<unknown>>(settings)) {
    try {
      const parsed = v.safeParse(setting.type, rawValue(variable, setting, env));
      if (parsed.success) values[variable] = parsed.output;
      else problems.push({ variable, message: parsed.issues[0].message });
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      problems.push({ variable, message: error.message });
    }
  }
  return { values: values, problems };
}
