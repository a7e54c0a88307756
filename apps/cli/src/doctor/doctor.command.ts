import { Command } from 'commander';

/** `leitai doctor`: what stands in the way of running here, and the remedy. */
export function doctorCommand(): Command {
  return new Command('doctor')
    .description('check this machine, the database and the queue, and name the remedies')
    .action(async () => {
      const { runDoctor } = await import('./run-doctor.js');
      await runDoctor();
    });
}
