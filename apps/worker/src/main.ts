import 'reflect-metadata';
import { loadConfig, onSupervisorGone } from '#config';
import { createWorker } from './create-worker.js';

const app = await createWorker(loadConfig());
let stopping = false;

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  // What a killed run leaves is found by the next worker; a queue that is away must not hold the process.
  setTimeout(() => process.exit(0), 4_000).unref();
  await app.close();
  process.exit(0);
}

process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
onSupervisorGone(() => void stop());

process.send?.({ type: 'ready' });
