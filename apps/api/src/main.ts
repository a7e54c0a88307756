import 'reflect-metadata';
import { loadConfig, onSupervisorGone } from '#config';
import { createApi } from './create-api.js';

const config = loadConfig();
const app = await createApi(config);
let stopping = false;

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  // A stream or a stuck request must not hold the process beyond the five seconds that a stop may take.
  setTimeout(() => process.exit(0), 4_000).unref();
  await app.close();
  process.exit(0);
}

process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
onSupervisorGone(() => void stop());

await app.listen(config.port, config.host);
process.send?.({ type: 'ready' });
