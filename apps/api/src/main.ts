import 'reflect-metadata';
import { join } from 'node:path';
import { ConfigError, loadConfig, onSupervisorGone } from '#config';
import { ExcessPrivilegeError, SchemaVersionError } from '#database';
import { createApi } from './create-api.js';

/** A stream or a stuck request must not hold the process beyond the five seconds that a stop may take. */
const patienceMs = 4_000;

async function run(): Promise<void> {
  const config = loadConfig();
  // Beside the built api, wherever the process was started from.
  const app = await createApi(config, join(import.meta.dirname, '..', '..', 'web'));
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
  await app.listen(config.port, config.host);
  process.send?.({ type: 'ready' });
}

try {
  await run();
} catch (error) {
  const isExpected = [ConfigError, ExcessPrivilegeError, SchemaVersionError].some((kind) => error instanceof kind);
  const text = error instanceof Error ? (isExpected ? error.message : error.stack) : String(error);
  process.stderr.write(`leitai api: ${text}\n`);
  process.exit(1);
}
