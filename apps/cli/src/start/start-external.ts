import { childEnvironment, type AppConfig } from '#config';
import { databaseChecks } from '../doctor/database-checks.js';
import { redisChecks } from '../doctor/redis-checks.js';
import { AppProcesses, localAddress } from './app-processes.js';
import { banner } from './banner.js';
import type { Progress } from './progress.js';
import { assertFindings } from './assert-findings.js';
import { Refusal } from './refusal.js';
import type { Shutdown } from './shutdown.js';
import { assertPortFree } from './start-embedded.js';

const appPatienceMs = 4_000;

/** Says in a sentence what api and worker would each die of, again and again. */
async function assertUsable(config: AppConfig): Promise<void> {
  assertFindings([
    ...(await databaseChecks(config.database.url ?? '', config.redisUrl === undefined)),
    ...(config.redisUrl === undefined ? [] : await redisChecks(config.redisUrl)),
  ]);
}

/** Starts api and worker on a database of the operator's: nothing is migrated, loaded or made. */
export async function startExternal(
  config: AppConfig,
  options: { readonly demo: boolean },
  progress: Progress,
  shutdown: Shutdown,
): Promise<void> {
  if (options.demo) {
    throw new Refusal(
      'The demo is never loaded into a database of your own: unset DATABASE_URL for the demo, or start without --demo.',
    );
  }
  await assertPortFree(config, 0);
  await assertUsable(config);
  const env = childEnvironment({ LEITAI_MODE: 'external', DATABASE_MIGRATION_URL: undefined, NODE_ENV: 'production' });
  const apps = new AppProcesses({ env, say: progress.say });
  shutdown.add(() => apps.stop(appPatienceMs));
  apps.start();
  const address = localAddress(config);
  await progress.step('api and worker ready', () => apps.untilReady(address));
  process.stdout.write(banner({ address, dataFolder: undefined, logins: [], elapsed: progress.elapsed() }));
}
