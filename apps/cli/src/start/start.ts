import { loadConfig } from '#config';
import { Progress } from './progress.js';
import { Shutdown } from './shutdown.js';
import { startEmbedded } from './start-embedded.js';
import { startExternal } from './start-external.js';

/** Starts in the mode that the configuration asks for, and stays until it is stopped. */
export async function start(options: { readonly demo: boolean }): Promise<void> {
  const config = loadConfig();
  const progress = new Progress();
  const shutdown = new Shutdown(progress.say);
  try {
    await (config.mode === 'external' ? startExternal : startEmbedded)(config, options, progress, shutdown);
  } catch (error) {
    shutdown.fail(error);
  }
}
