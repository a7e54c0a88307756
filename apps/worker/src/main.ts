import 'reflect-metadata';
import { ConfigError, loadConfig, onSupervisorGone } from '#config';
import { ExcessPrivilegeError, SchemaVersionError } from '#database';
import { createWorker } from './create-worker.js';

/** What a killed run leaves is found by the next worker; a queue that is away must not hold the process. */
const patienceMs = 4_000;

async function run(): Promise<void> {
  const app = await createWorker(loadConfig());
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(0), patienceMs).unref();
    await app.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());
  onSupervisorGone(() => void stop());
  process.send?.({ type: 'ready' });
}

try {
  await run();
} catch (error) {
  const isExpected = [ConfigError, ExcessPrivilegeError, SchemaVersionError].some((kind) => error instanceof kind);
  const text = error instanceof Error ? (isExpected ? error.message : error.stack) : String(error);
  process.stderr.write(`leitai worker: ${text}\n`);
  process.exit(1);
}
