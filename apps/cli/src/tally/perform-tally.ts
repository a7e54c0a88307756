// Of the domain, this command imports file by file and not the index: it starts in the time of what it needs.
import { printReport } from './print-report.js';
import { printable } from './printable.js';
import { InputRefused, WrongUsage } from './refusals.js';
import { runTally } from './run-tally.js';
import type { TypedOptions } from './tally-options.js';
import { tallyRequest } from './tally-request.js';
import type { TallyTerminal } from './tally-terminal.js';

/** Carries out one call: result to standard output, all else to standard error, nothing half done. */
export async function performTally(file: string, typed: TypedOptions, terminal: TallyTerminal): Promise<void> {
  try {
    const request = tallyRequest(typed);
    const report = await runTally(file, typed, request);
    const format = request.format ?? (terminal.isTerminal ? 'table' : 'json');
    for (const { code, message } of report.warnings) terminal.err(`warning: ${code}: ${printable(message)}\n`);
    // CSV has no place for the lines, but they were asked for.
    if (format === 'csv') for (const text of report.lineTexts) terminal.err(`${printable(text)}\n`);
    for (const piece of printReport(report, format)) terminal.out(piece);
    terminal.end(0);
  } catch (error) {
    if (!(error instanceof WrongUsage) && !(error instanceof InputRefused)) throw error;
    terminal.err(`error: ${printable(error.message)}\n`);
    terminal.end(error instanceof WrongUsage ? 2 : 1);
  }
}
