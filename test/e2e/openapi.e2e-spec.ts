import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import SwaggerParser from '@apidevtools/swagger-parser';
import { startApi, type TestApi } from '../builders/api.js';
import { allRoutes, type Route } from '../builders/routes.js';

jest.setTimeout(60_000);

interface Operation {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, { content?: Readonly<Record<string, { schema?: unknown }>> }>>;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly 'x-permission'?: string;
}

const root = join(import.meta.dirname, '..', '..');
const script = join(root, 'dist', 'apps', 'api', 'src', 'openapi.js');
const committed = join(root, 'apps', 'api', 'openapi.json');

let api: TestApi;
let routes: Route[];
let folder: string;
let operations: Map<string, Operation>;

beforeAll(async () => {
  api = await startApi();
  routes = allRoutes(api.app);
  folder = mkdtempSync(join(tmpdir(), 'leitai-openapi-'));
  if (!existsSync(script)) throw new Error('build first: npm run build');
  const env = { ...process.env, NODE_OPTIONS: '' };
  execFileSync(process.execPath, [script, folder, folder], { cwd: root, env });
  const document = JSON.parse(readFileSync(join(folder, 'openapi.json'), 'utf8')) as {
    paths: Record<string, Record<string, Operation>>;
  };
  operations = new Map(
    Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const),
    ),
  );
}, 120_000);
afterAll(async () => {
  if (folder !== undefined) rmSync(folder, { recursive: true });
  await api?.close();
});

/** The compiler may tell the values of a union in another order from one build to the next: it means nothing. */
function withSortedEnums(document: string): string {
  const sorted = (key: string, value: unknown) =>
    key === 'enum' && Array.isArray(value) ? value.map(String).toSorted((a, b) => a.localeCompare(b)) : value;
  return JSON.stringify(JSON.parse(document), sorted, 2);
}

const braces = (path: string) => path.replace(/:(\w+)/g, '{$1}');

describe('the OpenAPI document', () => {
  it('is the one that is committed: after a change of a route, run `npm run openapi`', () => {
    const [ours, built] = [committed, join(folder, 'openapi.json')].map((path) => readFileSync(path, 'utf8'));
    expect(withSortedEnums(ours ?? '')).toBe(withSortedEnums(built ?? ''));
  });

  it.each(['permissions.md', 'visibility.md'])('brings docs/%s with it', (name) => {
    expect(readFileSync(join(root, 'docs', name), 'utf8')).toBe(readFileSync(join(folder, name), 'utf8'));
  });

  it('is valid OpenAPI 3.1', async () => {
    const document = await SwaggerParser.validate(committed);
    expect(document).toMatchObject({ openapi: '3.1.0' });
  });

  it('names exactly the routes there are', () => {
    const there = routes.map(({ method, path }) => `${method} ${braces(path)}`);
    expect(new Set(operations.keys())).toEqual(new Set(there));
  });

  it('names every operation by its method, each once', () => {
    for (const { method, path, handler } of routes) {
      expect(operations.get(`${method} ${braces(path)}`)?.operationId).toBe(handler.name);
    }
    const names = [...operations.values()].map(({ operationId }) => operationId);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('has one class for each schema: two of one name would silently become one', () => {
    const source = join(root, 'apps', 'api', 'src');
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.dto.ts'));
    const names = files.flatMap((name) =>
      [...readFileSync(join(source, name), 'utf8').matchAll(/^export class (\w+)/gm)].map(([, className]) => className),
    );
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('gives the permission that the guard asks for', () => {
    for (const { method, path, permission } of routes) {
      expect(operations.get(`${method} ${braces(path)}`)?.['x-permission']).toBe(permission);
    }
  });

  it('types every answer that has a body, and every refusal as a problem', () => {
    for (const [name, { responses }] of operations) {
      expect(responses.default?.content?.['application/problem+json']?.schema).toBeDefined();
      const accepted = Object.entries(responses).filter(([status]) => /^2\d\d$/.test(status));
      expect([name, accepted.length]).toEqual([name, 1]);
      for (const [status, { content }] of accepted) {
        // Answers of the tus protocol say everything in their headers.
        const hasBody = status !== '204' && !name.includes('/uploads');
        if (hasBody) expect([name, Object.values(content ?? {})[0]?.schema]).not.toEqual([name, undefined]);
      }
    }
  });

  it('is served by the API', async () => {
    const { status, body } = await api.anonymous().get<{ openapi: string; paths: object }>('/api/openapi.json');
    expect([status, body.openapi]).toEqual([200, '3.1.0']);
    expect(new Set(Object.keys(body.paths))).toEqual(new Set([...operations.keys()].map((key) => key.split(' ')[1])));
  });

  it('names no parameter twice, also not in another case', () => {
    for (const [operation, { parameters = [] }] of operations) {
      const names = parameters.map(({ in: place, name }) => `${place} ${name.toLowerCase()}`);
      expect([operation, names.filter((name, at) => names.indexOf(name) !== at)]).toEqual([operation, []]);
    }
  });

  it('says that the events are a stream, and that it may be opened without having heard any', () => {
    const stream = operations.get('GET /api/v1/events');
    expect(Object.keys(stream?.responses['200']?.content ?? {})).toEqual(['text/event-stream']);
    expect(stream?.parameters).toEqual([expect.objectContaining({ name: 'Last-Event-ID', required: false })]);
  });

  it('asks for an Idempotency-Key on every write but drafts, previews, a judge’s answer, uploads, registration, sign-in and out, locale and passwords', () => {
    const without = [...operations]
      .filter(([name]) => /^(POST|PUT|PATCH|DELETE) /.test(name))
      .filter(([, { parameters }]) => parameters?.some(({ name }) => name === 'Idempotency-Key') !== true)
      .map(([name]) => name);
    expect(new Set(without)).toEqual(
      new Set(
        [
          'DELETE /api/v1/session',
          'POST /api/v1/editions/{slug}/eligibility/previews',
          'POST /api/v1/organisations/{id}/merge-previews',
          'PATCH /api/v1/uploads/{publicId}',
          'POST /api/v1/invitations/previews',
          'POST /api/v1/judge-invitations/answers',
          'POST /api/v1/judge-invitations/previews',
          'POST /api/v1/passwords',
          'POST /api/v1/passwords/links',
          'POST /api/v1/registrations',
          'POST /api/v1/registrations/confirmation',
          'POST /api/v1/sessions',
          'POST /api/v1/uploads',
          'PUT /api/v1/assignments/{publicId}/draft',
          'PUT /api/v1/entries/{publicId}/draft',
          'PUT /api/v1/editions/{slug}/forms/{trackKey}/draft',
          'PUT /api/v1/session/locale',
          'PUT /api/v1/session/preferences',
        ].filter((name) => operations.has(name)),
      ),
    );
  });
});
