import { Worker } from 'node:worker_threads';
import { inspectFile, type FileToInspect, type Inspection } from './inspect-file.js';

/** Milliseconds after which whatever a file keeps its reader busy with is not worth it. */
const patienceMs = 120_000;

/**
 * Looks into a file in a thread of its own, with a memory of its own: a file that exhausts either is refused, and the
 * worker lives. Run from its sources, as in tests, there is no compiled thread, and it looks here.
 */
export async function inspectApart(file: FileToInspect): Promise<Inspection> {
  if (import.meta.filename.endsWith('.ts')) return inspectFile(file);
  const thread = new Worker(new URL('./inspect.thread.js', import.meta.url), {
    workerData: file,
    resourceLimits: { maxOldGenerationSizeMb: 768 },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Inspection>((resolve, reject) => {
      const swells = () => resolve({ mediaType: null, refusal: 'damaged' });
      timer = setTimeout(swells, patienceMs);
      thread.once('message', resolve);
      thread.once('error', (error: NodeJS.ErrnoException) =>
        error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? swells() : reject(error),
      );
      thread.once('exit', (code) => reject(new Error(`the thread of a check ended with code ${code}`)));
    });
  } finally {
    clearTimeout(timer);
    await thread.terminate();
  }
}
