import { parentPort, workerData } from 'node:worker_threads';
import { readTable } from './read-table.js';

// Entry of the thread that `readApart` makes: one file, one answer.
parentPort?.postMessage(await readTable(workerData as Uint8Array));
