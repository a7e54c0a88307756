import { tallyCommand } from '../../apps/cli/src/tally/tally.command.js';

export interface TallyCall {
  readonly out: string;
  readonly err: string;
  readonly code: number | null;
}

/** Calls `leitai tally` with these words, in this process, and keeps what it says and how it ends. */
export async function runTallyCommand(words: readonly string[], isTerminal = false): Promise<TallyCall> {
  let out = '';
  let err = '';
  let code: number | null = null;
  const command = tallyCommand({
    out: (text) => (out += text),
    err: (text) => (err += text),
    isTerminal,
    end: (end) => (code = end),
  });
  try {
    await command.parseAsync([...words], { from: 'user' });
  } catch (error) {
    // Commander throws what it has already said; anything else is a fault.
    if (code === null) throw error;
  }
  return { out, err, code };
}
