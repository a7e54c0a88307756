import { Command, type CommanderError } from 'commander';
import { examplesText } from './tally-examples.js';
import type { TypedOptions } from './tally-options.js';
import { processTerminal, type TallyTerminal } from './tally-terminal.js';

/** `leitai tally SCORES`: scores, ranks and warnings of a file of scores, without a database. */
export function tallyCommand(terminal: TallyTerminal = processTerminal): Command {
  const command = new Command('tally')
    .description('score and rank the entries of a CSV or XLSX file: entry, judge, criterion, score')
    .argument('<scores>', 'one row a score; with --layout wide one row an entry; or one row a comparison');
  fileOptions(command);
  methodOptions(command);
  resultOptions(command);
  command
    .addHelpText('after', examplesText())
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .exitOverride((error: CommanderError) => {
      terminal.end(error.exitCode === 0 ? 0 : 2);
      if (terminal === processTerminal) process.exit();
      throw error;
    });
  return command.action(async (file: string, typed: TypedOptions) => {
    // Loaded only now: help and mistakes of spelling answer at once.
    const { performTally } = await import('./perform-tally.js');
    await performTally(file, typed, terminal);
  });
}

function fileOptions(command: Command): void {
  command
    .optionsGroup('The file:')
    .option('--layout <layout>', 'long: a row a score; wide: a row an entry, a column a judge', 'long')
    .option('--sheet <name>', 'sheet of a workbook (default: the first)')
    .option('--entry-column <name>', 'column of the entry (default: entry; wide: found by its header)')
    .option('--judge-column <name>', 'column of the judge (default: judge; wide: names of all, with commas)')
    .option('--criterion-column <name>', 'column of the criterion; empty means the whole sheet (default: criterion)')
    .option('--score-column <name>', 'column of the score (default: score)')
    .option('--deduction-column <name>', "column of the sheet's deduction (default: none)")
    .option('--winner-column <name>', 'of comparisons (default: winner)')
    .option('--loser-column <name>', 'of comparisons (default: loser)')
    .option('--count-column <name>', 'of comparisons, how many a row stands for (default: count, or 1 each)');
}

function methodOptions(command: Command): void {
  command
    .optionsGroup('The method:')
    .option(
      '--method <key>',
      'mean, median, trimmed-mean, standardised, severity-adjusted, borda, positional, copeland or bradley-terry',
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
    .option('--prior <sd>', 'standard deviation of a normal prior on abilities, for bradley-terry (default: none)');
}

function resultOptions(command: Command): void {
  command
    .optionsGroup('The result:')
    .option('--round <stages>', 'any of criterion:2,weighted-criterion:2,total:2 (default: none)')
    .option('--ties <convention>', 'competition, dense, modified or fractional', 'competition')
    .option('--lines <places>', 'places after which an award line is drawn, "3,8": how sure each is')
    .option('--intervals', 'expected ranks and rank intervals; of median the exact interval of each score')
    .option('--confidence <level>', 'of intervals and lines (default: 0.95)')
    .option('--draws <n>', 'simulated draws for intervals (default: 10000)')
    .option('--seed <n>', 'of the draws (default: 1)')
    .option('--format <format>', 'table, json or csv (default: table on a terminal, else json)');
}
