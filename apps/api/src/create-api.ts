import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import type { AppConfig } from '#config';
import { assertLeastPrivilege, assertSchemaCurrent } from '#database';
import { DomainError } from '#domain';
import { AppModule } from './app.module.js';
import { addRequestHooks } from './http/request-hooks.js';
import { ProblemFilter } from './http/problem.filter.js';
import { ProcessLogger } from './http/process-logger.js';
import { logRequests, processLog } from './http/request-log.js';
import { securityHeaders } from './http/security-headers.js';
import { SessionCookie } from './http/session-cookie.js';
import { serveWeb } from './http/static-web.js';
import { openApiDocument } from './openapi-document.js';

export const apiPrefix = 'api/v1';

/** Nest on Fastify, with nothing initialised: what the process, the tests and the document generator share. */
export async function buildApi(
  config: AppConfig,
  options: { preview?: boolean } = {},
): Promise<NestFastifyApplication> {
  const log = processLog(config);
  const adapter = new FastifyAdapter({
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    requestIdHeader: false,
    // Kept-alive connections must not hold a stop; requests under way are finished.
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    // An address that cannot even be read names nothing.
    frameworkErrors: (_error: Error, request: FastifyRequest, reply: FastifyReply) => {
      void new ProblemFilter().send(new DomainError('not-found'), request, reply);
    },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.register(config), adapter, {
    bodyParser: false,
    abortOnError: false,
    preview: options.preview ?? false,
    logger: options.preview === true ? false : new ProcessLogger(log),
  });
  app.setGlobalPrefix(apiPrefix, {
    exclude: [
      'health/live',
      'health/ready',
      'files/:token',
      'files/:token/pages/:number',
      'files/:token/thumbnails/:number',
      'files/assigned/:token/pages/:number',
      'files/assigned/:token/thumbnails/:number',
      'files/assigned/:token/video',
      'files/drawn/:token',
    ],
  });
  if (options.preview === true) return app;
  await app.register(fastifyCookie);
  await app.register(fastifyHelmet, securityHeaders(config.session.secureCookie, config.files.origin));
  const instance = adapter.getInstance();
  logRequests(instance, log);
  addRequestHooks(instance, config.publicOrigin, app.get(SessionCookie));
  return app;
}

/**
 * The API, ready to listen.
 * @param webFolder where the built web app lies; absent, the API alone is served
 * @throws SchemaVersionError, ExcessPrivilegeError when the database is not the one this build was made for
 */
export async function createApi(config: AppConfig, webFolder?: string): Promise<NestFastifyApplication> {
  const app = await buildApi(config);
  const dataSource = app.get(DataSource);
  await assertSchemaCurrent((sql, parameters) => dataSource.query<Record<string, unknown>[]>(sql, parameters));
  await assertLeastPrivilege(dataSource);
  const instance = app.getHttpAdapter().getInstance();
  let document: OpenAPIObject | undefined;
  instance.get('/api/openapi.json', (_request, reply) => reply.send((document ??= openApiDocument(app))));
  if (webFolder !== undefined) serveWeb(instance, webFolder, config.demo);
  await app.init();
  await instance.ready();
  return app;
}
