import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, getSchemaPath, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { RouteAccess } from '#identity';
import { ProblemDto } from './http/problem.dto.js';

const description = [
  'Scores, weights and money are strings that hold a decimal number; counts are numbers.',
  'Every refusal is RFC 9457 problem details with a stable `code`, a sentence in the language of the reader and, where',
  'a field is at fault, its path. Every write but drafts, sign-in and passwords carries an `Idempotency-Key`.',
].join(' ');

/** The OpenAPI 3.1 document of the routes as they stand; an operation is named by its method. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Leitai')
    .setDescription(description)
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addCookieAuth('leitai_session', { type: 'apiKey', in: 'cookie' }, 'session')
    .addGlobalResponse({
      status: 'default',
      description: 'Refused: problem details (RFC 9457)',
      content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemDto) } } },
    })
    .build();
  return SwaggerModule.createDocument(app, config, {
    extraModels: [ProblemDto],
    operationIdFactory: (_controller, method) => method,
  });
}

/** Every operation of the document with the permission it names, in the order of the document. */
export function routesOf(document: OpenAPIObject): RouteAccess[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => {
      const named = (operation as Readonly<Record<string, unknown>>)['x-permission'];
      return { method: method.toUpperCase(), path, permission: typeof named === 'string' ? named : null };
    }),
  );
}
