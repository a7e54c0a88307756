import { parentPort, workerData } from 'node:worker_threads';
import { type AnalysisJob, analyse } from './analyse.js';

// Entry of the thread that `analyseApart` makes: one job, one answer.
parentPort?.postMessage(analyse(workerData as AnalysisJob));
