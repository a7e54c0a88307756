import type { Setting } from './setting.js';
import { settings } from './settings.js';

function lines(name: string, setting: Setting<unknown>): string[] {
  const secret = setting.secret ? [`# A secret: ${name}_FILE may name a file that holds it instead.`] : [];
  return [`# ${setting.description}`, ...secret, `#${name}=${setting.fallback ?? ''}`, ''];
}

/** The text of `.env.example`: every variable an operator may set, commented out, with its default. */
export function renderEnvExample(): string {
  const head = [
    '# Every variable that Leitai reads, with its default. Nothing reads a .env file by itself: set the variables in',
    '# the environment, for example with `node --env-file=.env` or the env_file of a compose file.',
    '',
  ];
  const body = Object.entries<Setting<unknown>>(settings)
    .filter(([, setting]) => setting.audience === undefined || setting.audience === 'operator')
    .flatMap(([name, setting]) => lines(name, setting));
  return [...head, ...body].join('\n').trimEnd() + '\n';
}
