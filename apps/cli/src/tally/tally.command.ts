import { Command, type CommanderError, Option } from 'commander';
import { laterOptions, type TypedOptions } from './tally-options.js';
import { processTerminal, type TallyTerminal } from './tally-terminal.js';

/** `leitai tally SCORES.csv`: scores, ranks and warnings of a file of scores, without a database. */
export function tallyCommand(terminal: TallyTerminal = processTerminal): Command {
  const command = new Command('tally')
    .description('score and rank the entries of a CSV file: entry, judge, criterion, score')
    .argument('<scores.csv>', 'one row a score, UTF-8')
    .option('--entry-column <name>', 'column of the entry (default: entry)')
    .option('--judge-column <name>', 'column of the judge (default: judge)')
    .option('--criterion-column <name>', 'column of the criterion; empty means the whole sheet (default: criterion)')
    .option('--score-column <name>', 'column of the score (default: score)')
    .option('--deduction-column <name>', "column of the sheet's deduction (default: none)")
    .option(
      '--method <key>',
      'mean, median, trimmed-mean, standardised, severity-adjusted, borda, positional or copeland',
      'mean',
    )
    .option('--trim <k>', 'values dropped at each end (default: 1)')
    .option('--trim-by <unit>', 'sheet or criterion (default: sheet)')
    .option('--trim-minimum <n>', 'fewest values that are trimmed (default: 2k+1)')
    .option('--trim-fallback <what>', 'mean, median or refuse below it (default: mean)')
    .option('--weights <list>', 'criterion factors, "Innovation=40,Business=30" (default: 1 each)')
    .option('--normalise-weights', 'divide the factors by their sum')
    .option('--missing <policy>', 'per-criterion, renormalise or exclude-sheet')
    .option('--maxima <list>', "each criterion's maximum, for renormalise (default: equal)")
    .option('--effects <kind>', 'fixed or random, for severity-adjusted (default: random)')
    .option('--ddof <n>', "0 or 1, taken from the sheets in a judge's variance, for standardised (default: 1)")
    .option('--rescale', 'take standard scores back to points, for standardised')
    .option('--points <list>', 'points by place, for positional (default: 12,10,8,7,6,5,4,3,2,1)')
    .option('--round <stages>', 'any of criterion:2,weighted-criterion:2,total:2 (default: none)')
    .option('--ties <convention>', 'competition, dense, modified or fractional', 'competition')
    .option('--layout <layout>', 'long: a row a score; wide: a row an entry, a column a judge', 'long')
    .option('--sheet <name>', 'sheet of a workbook (default: the first)')
    .option('--format <format>', 'table, json or csv (default: table on a terminal, else json)')
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .exitOverride((error: CommanderError) => {
      terminal.end(error.exitCode === 0 ? 0 : 2);
      if (terminal === processTerminal) process.exit();
      throw error;
    });
  for (const [flags] of laterOptions) command.addOption(new Option(flags).hideHelp());
  return command.action(async (file: string, typed: TypedOptions) => {
    // Loaded only now: help and mistakes of spelling answer at once.
    const { performTally } = await import('./perform-tally.js');
    await performTally(file, typed, terminal);
  });
}
