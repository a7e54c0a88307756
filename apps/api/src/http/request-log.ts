import type { FastifyInstance } from 'fastify';
import type { AppConfig } from '#config';
import { pino, type Logger } from 'pino';

/** The process's log: JSON lines on stdout. Whatever could hold a secret is cut out wherever it stands. */
export function processLog(config: Pick<AppConfig, 'logLevel'>): Logger {
  const secrets = ['password', 'token', 'cookie', 'authorization', '["set-cookie"]'];
  return pino({
    level: config.logLevel,
    base: { process: 'api' },
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
