import { Worker } from 'node:worker_threads';
import { readTable } from './read-table.js';
import type { TableReading } from './table-file.js';

/** Milliseconds after which whatever a file keeps its reader busy with is not worth it. */
const patienceMs = 60_000;

/**
 * Reads a file in a thread of its own, with a memory of its own: requests of others go on meanwhile, and a file that
 * exhausts either is refused. Run from its sources, as in tests, there is no compiled thread, and it is read here.
 */
export async function readApart(bytes: Uint8Array): Promise<TableReading> {
  if (import.meta.filename.endsWith('.ts')) return readTable(bytes);
  const thread = new Worker(new URL('./read.thread.js', import.meta.url), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: 768 },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<TableReading>((resolve, reject) => {
      const swells = () => resolve({ fault: 'sheet-swells' });
      timer = setTimeout(swells, patienceMs);
      thread.once('message', resolve);
      thread.once('error', (error: NodeJS.ErrnoException) =>
        error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? swells() : reject(error),
      );
      thread.once('exit', (code) => reject(new Error(`the thread of an import ended with code ${code}`)));
    });
  } finally {
    clearTimeout(timer);
    await thread.terminate();
  }
}
