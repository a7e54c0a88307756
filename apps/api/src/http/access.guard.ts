import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { DomainError } from '#domain';
import {
  AccessService,
  isScopedNoun,
  type NamedObject,
  type PermissionName,
  type ScopedNoun,
  SessionService,
  type SignedIn,
} from '#identity';
import { publicRoute, requiredPermission } from './access.decorator.js';
import type { ApiRequest } from './api-request.js';
import { RateLimit } from './rate-limit.js';
import { SessionCookie } from './session-cookie.js';

/** Who may pass: default deny. A route is public or names a permission of the matrix, else nobody passes. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionService,
    private readonly access: AccessService,
    private readonly cookie: SessionCookie,
    private readonly rateLimit: RateLimit,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<ApiRequest>();
    const handlers = [context.getHandler(), context.getClass()];
    const isPublic = this.reflector.getAllAndOverride<boolean | undefined>(publicRoute, handlers) === true;
    const name = this.reflector.getAllAndOverride<PermissionName | undefined>(requiredPermission, handlers);
    // A probe asks whether the process lives: it must not depend on the database, nor wait for anybody's turn.
    if (isPublic && request.url.startsWith('/health/')) return true;
    // A file is opened by its link alone, whoever else is signed in here.
    const person = request.url.startsWith('/files/') ? null : await this.identify(request);
    const wait = this.rateLimit.take(person?.userId ?? request.ip);
    if (wait > 0) {
      http.getResponse<FastifyReply>().header('retry-after', String(wait));
      throw new DomainError('too-many-requests', { retryAfterSeconds: wait });
    }
    if (isPublic) return true;
    if (person === null) throw new DomainError('not-signed-in');
    await this.access.require(person, name, () => objectNamed(request));
    return true;
  }

  private async identify(request: ApiRequest): Promise<SignedIn | null> {
    const token = this.cookie.read(request);
    const person = token === undefined ? null : await this.sessions.resolve(token);
    if (person !== null) request.person = person;
    return person;
  }
}

function objectNamed(request: ApiRequest): NamedObject {
  const { noun, parameter } = scopedParameter(request.routeOptions.url ?? '');
  const values = request.params as Readonly<Record<string, string>>;
  const entry = entryParameter(request.routeOptions.url ?? '');
  return { noun, identifier: values[parameter] ?? '', entry: entry === null ? null : (values[entry] ?? null) };
}

/** The name of the parameter by which a route names an entry: `/api/v1/editions/:slug/entries/:publicId` → `publicId`. */
export function entryParameter(route: string): string | null {
  return /\/entries\/:([^/]+)/.exec(route)?.[1] ?? null;
}

/**
 * The noun and the name of the first parameter of a route: `/api/v1/stages/:stageId/wall` → `stages`, `stageId`.
 * @throws RangeError when the route names no object whose edition could be found: a mistake of ours, found by a test.
 */
export function scopedParameter(route: string): { noun: ScopedNoun; parameter: string } {
  const segments = route.split('/');
  const at = segments.findIndex((segment) => segment.startsWith(':'));
  const noun = segments[at - 1] ?? '';
  if (at < 1 || !isScopedNoun(noun)) throw new RangeError(`no object of an edition in ${route}`);
  return { noun, parameter: (segments[at] ?? '').slice(1) };
}
