import { loadConfig, type AppConfig } from '#config';
import { runningEmbedded } from '../database-url.js';
import { ok, type Finding } from './finding.js';
import { dataFolder, nodeVersion, port } from './machine-checks.js';

// Loaded where there is something to check: the libraries behind them take longer than all else together.
async function checkDatabase(url: string, queueIsInDatabase: boolean): Promise<Finding[]> {
  return (await import('./database-checks.js')).databaseChecks(url, queueIsInDatabase);
}

async function checkRedis(url: string): Promise<Finding[]> {
  return (await import('./redis-checks.js')).redisChecks(url);
}

async function checkMail(smtpUrl: string): Promise<Finding> {
  return (await import('./mail-check.js')).mailCheck(smtpUrl);
}

async function examine(config: AppConfig): Promise<Finding[]> {
  const url = config.database.url ?? runningEmbedded(config)?.appUrl;
  return [
    nodeVersion(process.version),
    ...(config.mode === 'external' ? [] : [dataFolder(config.dataFolder)]),
    await port(config),
    ...(url === undefined
      ? [ok('database', 'embedded, not running: start Leitai to have it checked')]
      : await checkDatabase(url, config.redisUrl === undefined)),
    ...(config.redisUrl === undefined ? [] : await checkRedis(config.redisUrl)),
    config.mail === undefined
      ? ok('mail', 'no SMTP_URL: messages wait in the outbox, where the office sees them')
      : await checkMail(config.mail.smtpUrl),
  ];
}

function lines({ check, state, detail, remedy }: Finding): string[] {
  const first = `${state.padEnd(4)}  ${check.padEnd(13)} ${detail}`;
  return remedy === undefined ? [first] : [first, `${' '.repeat(20)}→ ${remedy}`];
}

/** Prints what every check found; exit code 1 when one failed. */
export async function runDoctor(): Promise<void> {
  const findings = await examine(loadConfig());
  process.stdout.write(`${findings.flatMap(lines).join('\n')}\n`);
  if (findings.some((finding) => finding.state === 'fail')) process.exitCode = 1;
}
