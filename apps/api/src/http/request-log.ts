import type { FastifyInstance } from 'fastify';
import type { AppConfig } from '#config';
import { pino, type Logger } from 'pino';

interface ErrorFacts {
  readonly type: string;
  readonly message: string;
  readonly stack: string | undefined;
  /** Of a refusal by PostgreSQL: SQL state, constraint, and the statement with its placeholders. */
  readonly code?: unknown;
  readonly constraint?: unknown;
  readonly query?: unknown;
}

/** What is logged of an error: never the values of a statement or the rows that PostgreSQL quotes. */
export function errorFacts(error: unknown): ErrorFacts {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error), stack: undefined };
  const { code, constraint, query } = error as { code?: unknown; constraint?: unknown; query?: unknown };
  return { type: error.name, message: error.message, stack: error.stack, code, constraint, query };
}

/** The process's log: JSON lines on stdout. Whatever could hold a secret is cut out wherever it stands. */
export function processLog(config: Pick<AppConfig, 'logLevel'>): Logger {
  const secrets = ['password', 'token', 'cookie', 'authorization', '["set-cookie"]'];
  return pino({
    level: config.logLevel,
    base: { process: 'api' },
    serializers: { err: errorFacts },
    redact: {
      paths: secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`].map((path) => path.replace('.[', '['))),
      censor: '[cut]',
    },
  });
}

/**
 * One line a request: the route's pattern, never its address (which may name an object), no headers and no bodies.
 */
export function logRequests(instance: FastifyInstance, log: Logger): void {
  instance.addHook('onResponse', (request, reply, done) => {
    const line = {
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
    };
    if (reply.statusCode >= 500) log.error(line);
    else log.debug(line);
    done();
  });
}
