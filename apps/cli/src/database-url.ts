import { loadConfig, type AppConfig } from '#config';
import { DataFolder, runtimeFile, type Runtime } from './start/data-folder.js';
import { runningSupervisor } from './start/folder-lock.js';
import { Refusal } from './start/refusal.js';

/** The embedded Leitai that runs on the configured data folder, if one does. */
export function runningEmbedded(config: AppConfig): Runtime | undefined {
  if (runningSupervisor(config.dataFolder) === undefined) return undefined;
  return DataFolder.open(config.dataFolder).read<Runtime>(runtimeFile);
}

/**
 * The database a command works on, as the application's role: DATABASE_URL, or that of the embedded Leitai that runs
 * on the configured data folder.
 * @throws Refusal when there is neither
 */
export function databaseUrl(config: AppConfig): string {
  const url = config.database.url ?? runningEmbedded(config)?.appUrl;
  if (url !== undefined) return url;
  throw new Refusal(
    `No database: DATABASE_URL is not set, and Leitai does not run on ${config.dataFolder}. Start it, or set DATABASE_URL.`,
  );
}

/** The same, for the settings of this process. */
export function databaseUrlOfSettings(): string {
  return databaseUrl(loadConfig());
}
