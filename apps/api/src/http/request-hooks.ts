import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError, fieldProblem } from '#domain';
import { assertSameOrigin } from './same-origin.js';
import type { SessionCookie } from './session-cookie.js';
import { isStorableText, parseStrictJson } from './strict-json.js';

/** Sheets, entries and answers are small; files take another road. Bytes. */
const bodyLimit = 262_144;

const poisonedNames = new Set(['__proto__', 'constructor', 'prototype']);

/** A name given twice in a query means two things to two readers, so it is refused before anyone reads it. */
function assertPlainQuery(request: FastifyRequest): void {
  for (const [name, value] of Object.entries(request.query as Readonly<Record<string, unknown>>)) {
    if (typeof value !== 'string' || poisonedNames.has(name) || !isStorableText(value)) {
      throw new DomainError('request-invalid', { problems: [fieldProblem(name, 'value-not-allowed')] });
    }
  }
}

/** An address with a zero byte names nothing: no identifier can hold one. */
function assertPlainPath(request: FastifyRequest): void {
  const path = request.url.split('?', 1)[0] ?? '';
  if (path.includes('%00')) throw new DomainError('not-found');
}

/** What every request passes before any route: JSON only, plain queries, our own origin, nothing cached by default. */
export function addRequestHooks(instance: FastifyInstance, publicOrigin: string, cookie: SessionCookie): void {
  instance.removeAllContentTypeParsers();
  instance.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit }, (_request, body, done) => {
    try {
      // Programs that always name a content type may do so with nothing to send.
      done(null, body === '' ? undefined : parseStrictJson(String(body)));
    } catch (error) {
      done(error as Error, undefined);
    }
  });
  // The bytes of an upload: read by the tus library as they come, never held here.
  instance.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null));
  // A whole file: its route reads it, once it knows who sends it.
  instance.addContentTypeParser('application/octet-stream', (_request, _payload, done) => done(null));
  instance.addHook('onRequest', (request, _reply, done) => {
    assertPlainPath(request);
    assertPlainQuery(request);
    assertSameOrigin(request, publicOrigin, cookie.read(request) !== undefined);
    done();
  });
  instance.addHook('onSend', (request, reply, payload, done) => {
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) {
      void reply.header('cache-control', 'no-store');
    }
    done(null, payload);
  });
}
