import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Redis } from 'ioredis';
import { freePort } from '../../apps/cli/src/start/port.js';

/** Where the server lies, if it is installed. */
export const redisProgram = ['/usr/bin/redis-server', '/usr/local/bin/redis-server'].find((path) => existsSync(path));

export interface OwnRedis {
  readonly url: string;
  /** The real FLUSHALL: nobody else lives on this server. */
  readonly flushAll: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** A Redis server of the test's own, without persistence. */
export async function startOwnRedis(): Promise<OwnRedis> {
  if (redisProgram === undefined) throw new Error('redis-server is not installed');
  const port = await freePort();
  const flags = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const server = spawn(redisProgram, flags, { stdio: 'ignore' });
  const client = new Redis(port, '127.0.0.1', { maxRetriesPerRequest: null });
  client.on('error', () => undefined);
  await client.ping();
  return {
    url: `redis://127.0.0.1:${port}/0`,
    flushAll: async () => {
      await client.flushall();
    },
    stop: async () => {
      client.disconnect();
      server.kill();
      await new Promise((resolve) => server.once('exit', resolve));
    },
  };
}
