import { Command } from 'commander';

/** Each group of commands is loaded when it is called, so that none waits for what another one needs. */
const groups: Record<string, () => Promise<Command>> = {
  start: async () => (await import('./start/start.command.js')).startCommand(),
  migrate: async () => (await import('./migrate/migrate.command.js')).migrateCommand(),
  doctor: async () => (await import('./doctor/doctor.command.js')).doctorCommand(),
  contest: async () => (await import('./contest/contest.command.js')).contestCommand(),
  user: async () => (await import('./user/user.command.js')).userCommand(),
  tally: async () => (await import('./tally/tally.command.js')).tallyCommand(),
};

const called = groups[process.argv[2] ?? ''];
const program = new Command('leitai').description('Leitai 擂台: a judging platform for innovation competitions');
for (const load of called === undefined ? Object.values(groups) : [called]) program.addCommand(await load());

try {
  await program.parseAsync();
} catch (error) {
  const { reportError } = await import('./start/report-error.js');
  reportError(error);
  process.exitCode = 1;
}
