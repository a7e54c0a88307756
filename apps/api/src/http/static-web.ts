import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '#domain';

interface WebFile {
  readonly type: string;
  readonly tag: string;
  readonly body: Buffer;
  /** Made when first asked for; absent for what does not shrink. */
  gzip?: Buffer;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

const notPages = /^\/(api|health|files|metrics)(\/|$)/;

/** The page, marked where all it will show is invented: its first paint has the banner already. */
function pageOf(path: string, isDemo: boolean): Buffer {
  const page = readFileSync(path, 'utf8');
  return Buffer.from(isDemo ? page.replace('<html ', '<html data-demo ') : page);
}

/** Every file of the build by its address: nothing outside this map can ever be served, whatever a path says. */
function readBuild(folder: string, isDemo: boolean): ReadonlyMap<string, WebFile> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const body = entry.name === 'index.html' ? pageOf(path, isDemo) : readFileSync(path);
      const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
      const type = types[extname(entry.name)] ?? 'application/octet-stream';
      return [`/${relative(folder, path).split(sep).join('/')}`, { type, tag, body }] as const;
    }),
  );
}

function sendFile(request: FastifyRequest, reply: FastifyReply, file: WebFile, kept: string): FastifyReply {
  void reply.header('cache-control', kept).header('etag', file.tag).header('vary', 'accept-encoding').type(file.type);
  if (request.headers['if-none-match'] === file.tag) return reply.status(304).send();
  const shrinks = /^(text|application\/json|image\/svg)/.test(file.type);
  if (!shrinks || !/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(file.body);
  file.gzip ??= gzipSync(file.body);
  return reply.header('content-encoding', 'gzip').send(file.gzip);
}

/**
 * Serves the built web application: its hashed assets for a year, any other address that no route of the API has as
 * the page itself, which is asked for anew each time. Without a build there is nothing to serve, and the API works alone.
 *
 * @param isDemo whether the platform holds invented data alone
 */
export function serveWeb(instance: FastifyInstance, folder: string, isDemo: boolean): void {
  if (!existsSync(join(folder, 'index.html'))) return;
  const files = readBuild(folder, isDemo);
  instance.get('/*', (request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    const file = files.get(path);
    if (path.startsWith('/assets/') && file !== undefined) {
      return sendFile(request, reply, file, 'public, max-age=31536000, immutable');
    }
    if (file !== undefined && path !== '/index.html') return sendFile(request, reply, file, 'public, max-age=3600');
    const page = files.get('/index.html');
    if (page === undefined || notPages.test(path) || path.startsWith('/assets/')) throw new DomainError('not-found');
    return sendFile(request, reply, page, 'no-cache');
  });
}
