import { Redis } from 'ioredis';

// Sixteen is what Redis offers unless configured otherwise; 0 is left to whoever uses the server by hand.
const databases = 15;

/**
 * A Redis database of this jest worker, where `REDIS_URL` is set; otherwise `undefined`: the queues are then in
 * PostgreSQL. Runs at the same time get different databases as long as there are enough.
 */
export function testRedisUrl(): string | undefined {
  const base = process.env.REDIS_URL;
  if (base === undefined || base === '') return undefined;
  const run = Number(process.env.TEST_RUN_PID ?? 0);
  const worker = Number(process.env.JEST_WORKER_ID ?? 1);
  const url = new URL(base);
  url.pathname = `/${((run * 2 + worker) % databases) + 1}`;
  return url.href;
}

/** Empties this worker's Redis database, and no other one. Does nothing where the queues are in PostgreSQL. */
export async function flushTestRedis(): Promise<void> {
  const url = testRedisUrl();
  if (url === undefined) return;
  const redis = new Redis(url);
  await redis.flushdb();
  await redis.quit();
}
