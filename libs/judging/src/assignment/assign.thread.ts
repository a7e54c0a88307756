import { parentPort, workerData } from 'node:worker_threads';
import { planAssignment } from '#domain/assignment/plan-assignment';
import type { AssignmentJob } from './assign-apart.js';
import { highsSolver } from './highs-solver.js';

// Entry of the thread that `assignApart` makes: one problem, one outcome; what is thrown reaches the thread's owner.
const { problem, gapWanted } = workerData as AssignmentJob;
parentPort?.postMessage(await planAssignment(problem, await highsSolver(), gapWanted));
