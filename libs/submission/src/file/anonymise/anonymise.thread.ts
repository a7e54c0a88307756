import { parentPort, workerData } from 'node:worker_threads';
import { anonymiseFile, type FileToAnonymise } from './anonymise-file.js';

// What is thrown here reaches the thread's owner as an error.
parentPort?.postMessage(await anonymiseFile(workerData as FileToAnonymise));
