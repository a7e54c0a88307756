import { ConfigError } from '#config';
import { Refusal } from './refusal.js';

/** Says why a command cannot go on: what the reader can mend as a sentence, what nobody expected with its stack. */
export function reportError(error: unknown): void {
  const expected = error instanceof Refusal || error instanceof ConfigError;
  const text = error instanceof Error ? (expected ? error.message : (error.stack ?? error.message)) : String(error);
  process.stderr.write(`leitai: ${text}\n`);
}
