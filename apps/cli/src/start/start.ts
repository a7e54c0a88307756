import { loadConfig } from '#config';
import { Progress } from './progress.js';
import { Shutdown } from './shutdown.js';

/** Starts in the mode that the configuration asks for, and stays until it is stopped. */
export async function start(options: { readonly demo: boolean }): Promise<void> {
  const config = loadConfig();
  const progress = new Progress();
  const shutdown = new Shutdown(progress.say);
  try {
    if (config.mode === 'external') {
      const { startExternal } = await import('./start-external.js');
      await startExternal(config, options, progress, shutdown);
    } else {
      const { startEmbedded } = await import('./start-embedded.js');
      await startEmbedded(config, options, progress, shutdown);
    }
  } catch (error) {
    shutdown.fail(error);
  }
}
