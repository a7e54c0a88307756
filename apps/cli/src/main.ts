import { Command, CommanderError } from 'commander';
import { version } from './version.js';

/** Each group of commands is loaded when it is called, so that none waits for what another one needs. */
const groups: Record<string, () => Promise<Command>> = {
  start: async () => (await import('./start/start.command.js')).startCommand(),
  migrate: async () => (await import('./migrate/migrate.command.js')).migrateCommand(),
  doctor: async () => (await import('./doctor/doctor.command.js')).doctorCommand(),
  contest: async () => (await import('./contest/contest.command.js')).contestCommand(),
  user: async () => (await import('./user/user.command.js')).userCommand(),
  tally: async () => (await import('./tally/tally.command.js')).tallyCommand(),
};

const wrongUsage = 2;

/** Every command ends with 2 when it was called wrongly, and with 1 when what it was given is refused. */
function throwing(command: Command): Command {
  for (const part of command.commands) throwing(part);
  return command.exitOverride();
}

const called = groups[process.argv[2] ?? ''];
const program = new Command('leitai')
  .description('Leitai 擂台: a judging platform for innovation competitions')
  .version(version());
for (const load of called === undefined ? Object.values(groups) : [called]) program.addCommand(await load());

try {
  await throwing(program).parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : wrongUsage;
  } else {
    const { reportError } = await import('./start/report-error.js');
    reportError(error);
    process.exitCode = 1;
  }
}
