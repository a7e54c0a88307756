import { setTimeout as pause } from 'node:timers/promises';
import { childEnvironment, type AppConfig } from '#config';
import { AppProcesses, localAddress } from './app-processes.js';
import { banner } from './banner.js';
import { DataFolder, runtimeFile, type Runtime } from './data-folder.js';
import { demoLogins, ensureDemo, hasDemo } from './demo.js';
import { EmbeddedDatabase } from './embedded-database.js';
import { assertFindings } from './assert-findings.js';
import { lockFolder } from './folder-lock.js';
import { waitUntil } from './liveness.js';
import { portTrouble } from './port.js';
import type { Progress } from './progress.js';
import { Refusal } from './refusal.js';
import type { Shutdown } from './shutdown.js';

const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

// Together below the five seconds that a stop may take.
const appPatienceMs = 3_000;
const databasePatienceMs = 1_200;

/** @throws Refusal naming PORT when the address cannot be listened on */
export async function assertPortFree(config: AppConfig, patienceMs: number): Promise<void> {
  let trouble: string | undefined;
  const free = async () => (trouble = await portTrouble(config.host, config.port)) === undefined;
  if (await waitUntil(free, patienceMs)) return;
  const reasons: Record<string, string> = {
    EADDRINUSE: 'is in use by another program',
    EACCES: 'may not be used by this user',
    EADDRNOTAVAIL: 'does not belong to an address of this machine',
  };
  throw new Refusal(
    `PORT ${config.port} on ${config.host} ${reasons[trouble ?? ''] ?? `cannot be used (${trouble})`}. ` +
      `Choose another one, for example: PORT=${config.port === 3001 ? 3002 : 3001} npm start`,
  );
}

function assertDemoStaysHere(config: AppConfig): void {
  if (loopback.has(config.host)) return;
  throw new Refusal(`The demo has well-known passwords: it listens on 127.0.0.1 only, not on HOST ${config.host}.`);
}

function environment(config: AppConfig, database: EmbeddedDatabase, isDemo: boolean): Record<string, string> {
  return childEnvironment({
    LEITAI_MODE: 'embedded',
    LEITAI_DEMO: isDemo ? 'yes' : 'no',
    LEITAI_DATA: config.dataFolder,
    DATABASE_URL: database.appUrl,
    DATABASE_MIGRATION_URL: undefined,
    NODE_ENV: 'production',
  });
}

/** Starts everything in one data folder. Returns when it is ready; what it started is stopped through `shutdown`. */
export async function startEmbedded(
  config: AppConfig,
  options: { readonly demo: boolean },
  progress: Progress,
  shutdown: Shutdown,
): Promise<void> {
  const address = localAddress(config);
  const folder = DataFolder.open(config.dataFolder);
  // Once a demo, always a demo: its passwords are no secret.
  const isDemo = options.demo || hasDemo(folder);
  if (isDemo) assertDemoStaysHere(config);
  const lock = await lockFolder(folder.path, address);
  shutdown.add(() => lock.release());
  // The api of a killed supervisor closes its port a moment later.
  await assertPortFree(config, lock.wasKilled ? 5_000 : 0);
  if (lock.wasKilled) progress.say('the last run was killed; recovering');
  if (config.redisUrl !== undefined) {
    const { redisChecks } = await import('../doctor/redis-checks.js');
    assertFindings(await redisChecks(config.redisUrl));
  }

  const starting = EmbeddedDatabase.start(folder, progress);
  // A stop may come while it starts; a server that then takes too long is stopped by the next start.
  shutdown.add(() =>
    Promise.race([starting.then((started) => started.stop(databasePatienceMs)), pause(appPatienceMs)]),
  );
  const database = await progress.step('database server started', () => starting);
  await progress.step('schema checked', () => database.migrate(progress.say));
  if (isDemo) {
    await progress.step('demo data ready', () => ensureDemo(database, { folder, files: config.files }, progress));
  }
  database.keepRunning(progress.say, (error) => shutdown.fail(error));

  const apps = new AppProcesses({
    env: environment(config, database, isDemo),
    logFile: (name) => folder.log(name),
    say: progress.say,
  });
  shutdown.add(() => apps.stop(appPatienceMs));
  apps.start();
  await progress.step('api and worker ready', () => apps.untilReady(address));
  const runtime: Runtime = { appUrl: database.appUrl, ownerUrl: database.ownerUrl, address };
  folder.write(runtimeFile, runtime);
  shutdown.add(() => folder.remove(runtimeFile));
  shutdown.add(() => lock.announceStop());
  process.stdout.write(
    banner({ address, dataFolder: folder.path, logins: demoLogins(folder), elapsed: progress.elapsed() }),
  );
}
