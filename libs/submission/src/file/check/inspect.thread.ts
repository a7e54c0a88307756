import { parentPort, workerData } from 'node:worker_threads';
import { inspectFile, type FileToInspect } from './inspect-file.js';

// Entry of the thread that `inspectApart` makes: one file, one answer.
parentPort?.postMessage(await inspectFile(workerData as FileToInspect));
