import { createServer } from 'node:net';

function listen(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : port));
    });
  });
}

/** A TCP port of the loopback address that nobody listened on a moment ago. */
export function freePort(): Promise<number> {
  return listen('127.0.0.1', 0);
}

/** Why the address cannot be listened on, as the system's code (`EADDRINUSE`, `EACCES` …); `undefined` when it can. */
export async function portTrouble(host: string, port: number): Promise<string | undefined> {
  try {
    await listen(host, port);
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'unknown';
  }
}
