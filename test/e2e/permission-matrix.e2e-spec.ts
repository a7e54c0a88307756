import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExecutionContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { v4 as uuidv4, v7 as uuidv7 } from 'uuid';
import { DomainError } from '#domain';
import {
  administratorRoles,
  editionRoles,
  permission,
  permissionMatrix,
  type PermissionName,
  type Role,
} from '#identity';
import { scopedParameter, AccessGuard } from '../../apps/api/src/http/access.guard.js';
import { type Asker, startApi, type TestApi } from '../builders/api.js';
import { allRoutes, type Route } from '../builders/routes.js';

jest.setTimeout(60_000);

interface Objects {
  readonly editionId: string;
  readonly editions: string;
  readonly stages: string;
  readonly entries: string;
  readonly 'award-lists': string;
}

interface Actor {
  readonly name: string;
  readonly role: Role | null;
  readonly editionId: string | null;
  readonly mayApprove: boolean;
  readonly asker: Asker;
}

let api: TestApi;
let home: Objects;
let foreign: Objects;
let routes: Route[];
const actors: Actor[] = [];

/** One object of every kind that a route can name, by plain SQL: the guard needs no more. */
async function newObjects(slug: string): Promise<Objects> {
  const [contest, edition, track, stage] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()] as const;
  const [entry, list] = [uuidv4(), uuidv4()] as const;
  const hash = Buffer.alloc(32);
  const insert = (sql: string, values: unknown[]) => api.dataSource.query(sql, values);
  await insert(`insert into contests (id, key, name_zh, name_en) values ($1, $2, '赛', 'Contest')`, [contest, slug]);
  await insert(
    `insert into editions (id, contest_id, slug, name_zh, name_en, year, template_hash) values ($1, $2, $3, '届', 'Edition', 2024, $4)`,
    [edition, contest, slug, hash],
  );
  await insert(
    `insert into tracks (id, edition_id, key, name_zh, name_en, position) values ($1, $2, 'root', '全部', 'All', 1)`,
    [track, edition],
  );
  await insert(
    `insert into stages (id, edition_id, track_id, key, kind, name_zh, name_en, position)
     values ($1, $2, $3, 'final', 'final', '决赛', 'Final', 1)`,
    [stage, edition, track],
  );
  await insert(
    `insert into entries (id, edition_id, public_id, track_id, track_requires_problem, country_code, title)
     values ($1, $2, $3, $4, false, 'CN', 'Entry')`,
    [uuidv7(), edition, entry, track],
  );
  await insert(
    `insert into award_list_versions (id, public_id, edition_id, number, canonical, hash, frozen_by)
     values ($1, $2, $3, 1, '{}', sha256('{}'), $4)`,
    [uuidv7(), list, edition, uuidv7()],
  );
  return { editionId: edition, editions: slug, stages: stage, entries: entry, 'award-lists': list };
}

async function newActors(): Promise<void> {
  const add = async (name: string, role: Role | null, editionId: string | null, mayApprove: boolean) => {
    const asker = await api.person({ ...(role && { role }), ...(editionId && { editionId }), mayApprove });
    actors.push({ name, role, editionId, mayApprove, asker });
  };
  await add('someone without a role', null, null, false);
  for (const role of editionRoles) {
    await add(`${role} of this edition`, role, home.editionId, false);
    await add(`${role} of this edition who may approve`, role, home.editionId, true);
    await add(`${role} of a foreign edition who may approve`, role, foreign.editionId, true);
  }
  for (const role of administratorRoles) await add(role, role, null, false);
}

/** The rule, stated once more and independently of the guard. */
function expected(name: PermissionName, actor: Actor): boolean {
  const { roles, scope, approves } = permission(name);
  if (roles.length === 0) return true;
  if (actor.role === null || !roles.includes(actor.role)) return false;
  if (approves === true && !actor.mayApprove) return false;
  return scope !== 'edition' || actor.editionId === home.editionId;
}

/** The route's parameters, filled with objects of the home edition where the noun is one of an edition. */
function parametersOf(path: string): Record<string, string> {
  const segments = path.split('/');
  return Object.fromEntries(
    segments.flatMap((segment, at) => {
      if (!segment.startsWith(':')) return [];
      const noun = segments[at - 1] as keyof Objects;
      return [[segment.slice(1), home[noun] ?? uuidv4()]];
    }),
  );
}

const filled = (path: string) =>
  Object.entries(parametersOf(path)).reduce((url, [name, value]) => url.replace(`:${name}`, value), path);

/** What the guard alone says, without running the route. */
async function guardAllows(route: Route, asker: Asker): Promise<boolean> {
  const [name = '', value = ''] = (asker.cookie ?? '').split('=');
  const request = {
    cookies: { [name]: value },
    ip: '127.0.0.1',
    url: filled(route.path),
    params: parametersOf(route.path),
    routeOptions: { url: route.path },
  };
  const context = {
    switchToHttp: () => ({ getRequest: () => request, getResponse: () => ({ header: () => undefined }) }),
    getHandler: () => route.handler,
    getClass: () => route.controller,
  };
  return api.app
    .get(AccessGuard, { strict: false })
    .canActivate(context as unknown as ExecutionContext)
    .catch((error: unknown) => {
      if (error instanceof DomainError) return false;
      throw error;
    });
}

beforeAll(async () => {
  api = await startApi();
  home = await newObjects('home-2024');
  foreign = await newObjects('foreign-2024');
  routes = allRoutes(api.app);
  await newActors();
}, 120_000);
afterAll(() => api?.close());

describe('every route', () => {
  it('is found', () => {
    expect(routes.length).toBeGreaterThan(5);
  });

  it('is either public or names a permission of the matrix, never both and never neither', () => {
    const wrong = routes.filter(
      ({ isPublic, permission: name }) => isPublic === (name !== undefined && name in permissionMatrix),
    );
    expect(wrong.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });

  it('names an object whose edition can be found, where its permission is per edition', () => {
    for (const { path, permission: name } of routes) {
      if (name !== undefined && permission(name).scope === 'edition') expect(() => scopedParameter(path)).not.toThrow();
    }
  });

  it('is one Nest knows: no other handler of the server takes requests, but the document and the pages', () => {
    const tree = api.app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
    const known = new Set(routes.map(({ path }) => path));
    expect(serverPaths(tree)).toEqual(expect.arrayContaining(['/api/openapi.json', ...known]));
    expect(
      serverPaths(tree).filter((path) => !known.has(path) && path !== '/api/openapi.json' && !/^\/?\*$/.test(path)),
    ).toEqual([]);
  });
});

/** Paths with a handler in Fastify's drawing of its routes: indentation is depth, a method in brackets is a handler. */
function serverPaths(tree: string): string[] {
  const stack: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const match = /^([\s│]*)(?:├|└)── (\S*)(?: \((.*)\))?/.exec(line);
    if (match === null) return [];
    const depth = (match[1] ?? '').length / 4;
    stack.splice(depth, stack.length, match[2] ?? '');
    return match[3] === undefined ? [] : [stack.join('')];
  });
}

describe('the guard', () => {
  it('answers as the matrix says, for every route and every role', async () => {
    const different: string[] = [];
    for (const route of routes) {
      for (const actor of actors) {
        const allowed = route.permission === undefined ? route.isPublic : expected(route.permission, actor);
        if ((await guardAllows(route, actor.asker)) !== allowed) {
          different.push(`${route.method} ${route.path} for ${actor.name}: the matrix says ${allowed}`);
        }
      }
    }
    expect(different).toEqual([]);
  }, 120_000);

  it('refuses over HTTP, before the route runs, everybody whom the matrix refuses', async () => {
    const letThrough: string[] = [];
    for (const route of routes.filter(({ isPublic }) => !isPublic)) {
      const refused = actors.filter((actor) => route.permission === undefined || !expected(route.permission, actor));
      for (const { asker, name } of refused) {
        const { status, body } = await asker.send<{ code?: string }>(route.method, filled(route.path));
        if (status !== 403 || body.code !== 'not-allowed') {
          letThrough.push(`${route.method} ${route.path} for ${name}: ${status}`);
        }
      }
    }
    expect(letThrough).toEqual([]);
  }, 120_000);

  it('refuses anybody without a session with 401, on every route that is not public', async () => {
    for (const route of routes.filter(({ isPublic }) => !isPublic)) {
      const { status, body } = await api.anonymous().send<{ code?: string }>(route.method, filled(route.path));
      const code = route.method === 'HEAD' ? undefined : 'not-signed-in';
      expect([route.path, status, body.code]).toEqual([route.path, 401, code]);
    }
  });

  it('says the same of an object of a foreign edition and of one that does not exist', async () => {
    const organiser = actors.find(({ name }) => name === 'organiser of a foreign edition who may approve') as Actor;
    for (const route of routes.filter(({ permission: name }) => name && permission(name).scope === 'edition')) {
      const { noun, parameter } = scopedParameter(route.path);
      const missing = noun === 'editions' ? 'no-such-edition' : uuidv4();
      const answers = await Promise.all(
        [home[noun], missing].map((value) =>
          organiser.asker.send<object>(route.method, filled(route.path.replace(`:${parameter}`, value))),
        ),
      );
      expect(answers[0]?.status).toBe(403);
      expect({ ...answers[1]?.body, instance: '' }).toEqual({ ...answers[0]?.body, instance: '' });
    }
  });
});

describe('a query', () => {
  const document = JSON.parse(
    readFileSync(join(import.meta.dirname, '..', '..', 'apps', 'api', 'openapi.json'), 'utf8'),
  ) as { paths: Record<string, Record<string, { parameters?: { name: string; in: string }[] }>> };

  /** Somebody whom the guard lets through: what comes after it is what answers. */
  const allowed = (route: Route): Asker =>
    actors.find((actor) => route.permission !== undefined && expected(route.permission, actor))?.asker ??
    api.anonymous();

  const unknownNames = async (route: Route, query: string) => {
    const { status, body } = await allowed(route).send<{ errors?: { path: string; code: string }[] }>(
      route.method,
      `${filled(route.path)}?${query}`,
    );
    const errors = Array.isArray(body.errors) ? body.errors : [];
    return { status, unknown: errors.filter(({ code }) => code === 'field-unknown').map(({ path }) => path) };
  };

  it('may say nothing that the route does not take, on every route', async () => {
    for (const route of routes.filter(({ method }) => method !== 'HEAD')) {
      const answer = await unknownNames(route, 'no-such-name=1');
      expect([route.method, route.path, answer]).toEqual([
        ...[route.method, route.path],
        { status: 400, unknown: ['no-such-name'] },
      ]);
    }
  });

  it('may say all that the document says the route takes', async () => {
    for (const route of routes) {
      const operation = document.paths[route.path.replace(/:(\w+)/g, '{$1}')]?.[route.method.toLowerCase()];
      const declared = (operation?.parameters ?? []).filter((parameter) => parameter.in === 'query');
      for (const { name } of declared) {
        expect([route.path, (await unknownNames(route, `${name}=1`)).unknown]).toEqual([route.path, []]);
      }
    }
  });
});
