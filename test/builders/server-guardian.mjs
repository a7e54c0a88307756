// Arguments: id of the test run's process, id of its PostgreSQL server, its folder, the server's data folder.
import { rmSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

const [run, server] = process.argv.slice(2, 4).map(Number);
const [folder, dataDir] = process.argv.slice(4, 6);

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function signalServer(name) {
  try {
    process.kill(server, name);
  } catch {
    // It has ended already.
  }
}

async function waitWhile(condition, limit) {
  const end = performance.now() + limit;
  while (condition() && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 250));
}

await waitWhile(() => isAlive(run), Number.POSITIVE_INFINITY);
signalServer('SIGINT');
await waitWhile(() => isAlive(server), 5_000);
signalServer('SIGKILL');
rmSync(dataDir, { recursive: true, force: true });
rmSync(folder, { recursive: true, force: true });
