import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { securityHeaders } from '../../apps/api/src/http/security-headers.js';

export interface StaticSite {
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

const site = join(import.meta.dirname, '..', '..', 'dist', 'apps', 'web');
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** The policy that the api sends with every answer: what it forbids must not work here either. */
function contentSecurityPolicy(): string {
  const policy = securityHeaders(false).contentSecurityPolicy;
  if (typeof policy !== 'object') throw new TypeError('the api sends no security policy');
  return Object.entries(policy.directives ?? {})
    .map(([name, values]) => {
      const sources = Array.isArray(values) ? values : [];
      return `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} ${sources.join(' ')}`;
    })
    .join('; ');
}

/** The session of somebody who has not signed in. */
const nobody = () => ({ user: null, demo: false, serverTime: new Date().toISOString() });

/** The built pages alone, for those that need no api: nobody is signed in, and its other addresses are not found. */
export async function serveStaticSite(): Promise<StaticSite> {
  const policy = contentSecurityPolicy();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const isFile = extname(pathname) in types;
    if (pathname === '/api/v1/session') {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(nobody()));
      return;
    }
    if (pathname.startsWith('/api/') || pathname.includes('..')) {
      response.writeHead(404).end();
      return;
    }
    readFile(join(site, isFile ? pathname : 'index.html')).then(
      (body) => {
        const type = types[extname(isFile ? pathname : 'index.html')];
        response.writeHead(200, { 'content-type': type, 'content-security-policy': policy }).end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
