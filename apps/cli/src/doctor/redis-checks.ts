import { Redis } from 'ioredis';
import { fail, ok, reasonOf, warn, type Finding } from './finding.js';

async function evictionPolicy(redis: Redis): Promise<Finding> {
  const check = 'Redis memory';
  try {
    const memory = await redis.info('memory');
    const policy = /^maxmemory_policy:(\S+)/m.exec(memory)?.[1] ?? 'unknown';
    if (policy === 'noeviction') return ok(check, policy);
    const remedy = 'Set maxmemory-policy noeviction: any other policy may throw jobs away.';
    return fail(check, `maxmemory-policy is ${policy}`, remedy);
  } catch (error) {
    return warn(check, reasonOf(error), 'Let the user of REDIS_URL run INFO, or check maxmemory-policy by hand.');
  }
}

/** Everything about the Redis at `url`; one finding when it cannot be reached. */
export async function redisChecks(url: string): Promise<Finding[]> {
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => null });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    await redis.ping();
    return [ok('queue', 'in Redis, which answers'), await evictionPolicy(redis)];
  } catch (error) {
    return [fail('queue', `Redis does not answer: ${reasonOf(error)}`, 'Check REDIS_URL, or unset it.')];
  } finally {
    // On a connection that never came, ioredis would still wait two seconds for its end.
    if (redis.status !== 'end') redis.disconnect();
  }
}
