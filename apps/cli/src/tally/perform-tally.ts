import { Option } from 'commander';
import { printable } from './printable.js';
import { printReport } from './print-report.js';
import { InputRefused, WrongUsage } from './refusals.js';
import { runTally } from './run-tally.js';
import { laterOptions, type TypedOptions } from './tally-options.js';
import { tallyRequest } from './tally-request.js';
import type { TallyTerminal } from './tally-terminal.js';

/** Carries out one call: result to standard output, all else to standard error, nothing half done. */
export async function performTally(file: string, typed: TypedOptions, terminal: TallyTerminal): Promise<void> {
  try {
    refuseLaterOptions(typed);
    const request = tallyRequest(typed);
    const report = await runTally(file, typed, request);
    for (const { code, message } of report.warnings) terminal.err(`warning: ${code}: ${printable(message)}\n`);
    const format = request.format ?? (terminal.isTerminal ? 'table' : 'json');
    for (const piece of printReport(report, format)) terminal.out(piece);
    terminal.end(0);
  } catch (error) {
    if (!(error instanceof WrongUsage) && !(error instanceof InputRefused)) throw error;
    terminal.err(`error: ${printable(error.message)}\n`);
    terminal.end(error instanceof WrongUsage ? 2 : 1);
  }
}

function refuseLaterOptions(typed: TypedOptions): void {
  for (const [flags, belongsTo] of laterOptions) {
    const option = new Option(flags);
    if (Object.hasOwn(typed, option.attributeName())) {
      throw new WrongUsage(
        `${option.long}: it belongs to ${belongsTo}, which is not available; see leitai tally --help`,
      );
    }
  }
}
