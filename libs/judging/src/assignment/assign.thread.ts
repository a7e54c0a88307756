import { parentPort, workerData } from 'node:worker_threads';
import { assign, type AssignmentJob } from './assign.js';

// Entry of the thread that `assignApart` makes: one problem, one answer; what is thrown reaches the thread's owner.
parentPort?.postMessage(await assign(workerData as AssignmentJob));
