import { Command } from 'commander';

/** `leitai start`: everything on this machine, or api and worker on a database of the operator's. */
export function startCommand(): Command {
  return new Command('start')
    .description('start Leitai: with its own database, or on DATABASE_URL when that is set')
    .option('--demo', 'load the demo editions into an empty database (fictional data, this machine only)')
    .action(async (options: { demo?: boolean }) => {
      const { start } = await import('./start.js');
      await start({ demo: options.demo === true });
    });
}
