// `npm start`: installs and builds what is needed, then starts Leitai with its own database and the demo editions.
import { createServer } from 'node:net';
import { followNpm } from './follow-npm.mjs';
import { handOver, isPrepared, prepare } from './prepare.mjs';
import { refuse } from './terminal.mjs';

/** Whether somebody listens there already; asked before minutes of work, and again, precisely, by the command. */
function isBusy(host, port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(error.code === 'EADDRINUSE'));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(false)));
  });
}

if (!isPrepared()) {
  const port = Number(process.env.PORT || 3000);
  if (Number.isInteger(port) && port > 0 && port < 65_536 && (await isBusy(process.env.HOST || '127.0.0.1', port))) {
    refuse(`PORT ${port} is in use by another program. Choose another one, for example: PORT=${port + 1} npm start`);
  }
  await prepare();
}
followNpm();
await handOver(['start', '--demo', ...process.argv.slice(2)]);
