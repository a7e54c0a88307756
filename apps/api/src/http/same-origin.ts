import type { FastifyRequest } from 'fastify';
import { DomainError } from '#domain';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

const loopbackHosts = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** The same origin, or the same port of this machine under another of its own names. */
function isOurs(origin: string, publicOrigin: string): boolean {
  if (origin === publicOrigin) return true;
  if (!URL.canParse(origin)) return false;
  const theirs = new URL(origin);
  const ours = new URL(publicOrigin);
  return (
    theirs.origin === origin &&
    theirs.protocol === ours.protocol &&
    theirs.port === ours.port &&
    loopbackHosts.has(theirs.hostname) &&
    loopbackHosts.has(ours.hostname)
  );
}

/**
 * Refuses a request that would change something and that another site made a browser send. `Origin` decides where it
 * is there, else `Sec-Fetch-Site`. A request with neither comes from no browser of today and is let through only
 * without a session cookie, as only a browser adds a cookie that its user did not mean to send.
 *
 * @throws DomainError `foreign-origin`
 */
export function assertSameOrigin(request: FastifyRequest, publicOrigin: string, carriesSession: boolean): void {
  if (safeMethods.has(request.method)) return;
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (origin !== undefined) {
    if (isOurs(origin, publicOrigin)) return;
  } else if (site !== undefined) {
    if (site === 'same-origin') return;
  } else if (!carriesSession) return;
  throw new DomainError('foreign-origin');
}
