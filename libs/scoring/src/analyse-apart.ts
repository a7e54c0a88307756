import { Worker } from 'node:worker_threads';
import { analyse, type AnalysisJob, type AnalysisOutput } from './analyse.js';

/**
 * Computes in a thread of its own, so that tallies of this process go on meanwhile. Run from its sources, as in tests,
 * there is no compiled thread, and it computes here.
 */
export async function analyseApart(job: AnalysisJob): Promise<AnalysisOutput> {
  if (import.meta.filename.endsWith('.ts')) return analyse(job);
  const thread = new Worker(new URL('./analysis.thread.js', import.meta.url), { workerData: job });
  try {
    return await new Promise<AnalysisOutput>((resolve, reject) => {
      thread.once('message', resolve);
      thread.once('error', reject);
      thread.once('exit', (code) => reject(new Error(`the thread of an analysis ended with code ${code}`)));
    });
  } finally {
    await thread.terminate();
  }
}
