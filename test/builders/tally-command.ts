import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

/** Calls the command on a file of this content, CSV or XLSX; the file is called FILE in what it says. */
export async function tallyOf(content: string | Buffer, ...words: string[]): Promise<TallyCall> {
  const folder = await mkdtemp(join(tmpdir(), 'leitai-tally-'));
  try {
    const isWorkbook = typeof content !== 'string' && content.subarray(0, 2).toString() === 'PK';
    const file = join(folder, isWorkbook ? 'scores.xlsx' : 'scores.csv');
    await writeFile(file, content);
    const { out, err, code } = await runTallyCommand([file, ...words]);
    return { out, err: err.replaceAll(file, 'FILE'), code };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
