import { createPostgresBackend, setDefaultBackendFactory, type ConnectionOptions } from 'bullmq';

/** Where the queues live: on Redis when its address is given, else in the database's own schema `bullmq`. */
export interface QueueSettings {
  readonly redisUrl: string | undefined;
  readonly databaseUrl: string | undefined;
  /** Connections of each queue or worker to PostgreSQL, beside its LISTEN connection; default 2. */
  readonly poolSize?: number;
}

// Made by `leitai migrate`; the application's role could not.
const schema = 'bullmq';

/** Chooses the backend for every queue and worker this process makes from now on, and returns how to connect. */
export function chooseBackend(settings: QueueSettings): { connection: ConnectionOptions; prefix?: string } {
  if (settings.redisUrl !== undefined) {
    setDefaultBackendFactory();
    // Braces put all keys of a queue into one slot of a Redis Cluster.
    return { connection: redisConnection(settings.redisUrl), prefix: '{leitai}' };
  }
  if (settings.databaseUrl === undefined) throw new TypeError('the queues need DATABASE_URL or REDIS_URL');
  setDefaultBackendFactory(createPostgresBackend);
  const connection = {
    connectionString: settings.databaseUrl,
    application_name: 'leitai queue',
    schema,
    migrate: false,
    max: settings.poolSize ?? 2,
  };
  return { connection };
}

function redisConnection(url: string): ConnectionOptions {
  const { hostname, port, username, password, pathname, protocol } = new URL(url);
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? 6379 : Number(port),
    db: Number(pathname.slice(1) || '0'),
    ...(username === '' ? {} : { username: decodeURIComponent(username) }),
    ...(password === '' ? {} : { password: decodeURIComponent(password) }),
    ...(protocol === 'rediss:' ? { tls: {} } : {}),
  };
}
