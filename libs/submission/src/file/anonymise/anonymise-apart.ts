import { Worker } from 'node:worker_threads';
import { anonymiseFile, type Anonymised, type FileToAnonymise } from './anonymise-file.js';

const patienceMs = 120_000;
/** Bytes by which the process may grow meanwhile: what is unpacked lies outside of what V8 limits. */
const mostGrowth = 1_610_612_736;

/**
 * Makes the anonymised copy in a thread of its own, with a memory of its own. Run from its sources, as in tests, there
 * is no compiled thread, and it is made here.
 *
 * @returns null where none can be made of this file
 */
export async function anonymiseApart(file: FileToAnonymise): Promise<Anonymised | null> {
  if (import.meta.filename.endsWith('.ts')) return anonymiseFile(file).catch(() => null);
  const thread = new Worker(new URL('./anonymise.thread.js', import.meta.url), {
    workerData: file,
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  });
  let timer: NodeJS.Timeout | undefined;
  let watch: NodeJS.Timeout | undefined;
  const before = process.memoryUsage.rss();
  try {
    return await new Promise<Anonymised | null>((resolve) => {
      const none = () => resolve(null);
      timer = setTimeout(none, patienceMs);
      watch = setInterval(() => {
        if (process.memoryUsage.rss() - before > mostGrowth) none();
      }, 100);
      thread.once('message', resolve);
      thread.once('error', none);
      thread.once('exit', none);
    });
  } finally {
    clearTimeout(timer);
    clearInterval(watch);
    await thread.terminate();
  }
}
