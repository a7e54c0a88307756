import { Command, Option } from 'commander';
import type { ContestApplyFlags } from './contest-apply-flags.js';

/** `leitai contest …`: contests as data. What it needs is loaded when it runs, so that the command starts quickly. */
export function contestCommand(): Command {
  const contest = new Command('contest').description('contests as data');
  contest
    .command('apply')
    .description(
      'create an edition from a template file, or bring it up to the file; the same file again changes nothing',
    )
    .argument('<file>', 'template (YAML)')
    .option('--edition <slug>', 'apply to this edition instead of the one that the file names')
    .option('--demo', 'mark a new edition as a demo: for ever, with demo accounts only')
    .option('--check', 'only read and check the file; no database is needed')
    .addOption(new Option('--language <language>', 'language of messages').choices(['zh', 'en']))
    .action(async (file: string, options: ContestApplyFlags) => {
      const { readContest } = await import('./read-contest.js');
      process.exitCode = await readContest(file, options);
    });
  return contest;
}
