import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { DomainError } from '#domain';
import {
  isAllowed,
  isScopedNoun,
  ObjectScopeService,
  permission,
  type PermissionName,
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
    private readonly scopes: ObjectScopeService,
    private readonly cookie: SessionCookie,
    private readonly rateLimit: RateLimit,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<ApiRequest>();
    const handlers = [context.getHandler(), context.getClass()];
    const isPublic = this.reflector.getAllAndOverride<boolean | undefined>(publicRoute, handlers) === true;
    const name = this.reflector.getAllAndOverride<PermissionName | undefined>(requiredPermission, handlers);
    const person = await this.identify(request);
    const wait = this.rateLimit.take(person?.userId ?? request.ip);
    if (wait > 0) {
      http.getResponse<FastifyReply>().header('retry-after', String(wait));
      throw new DomainError('too-many-requests', { retryAfterSeconds: wait });
    }
    if (isPublic) return true;
    if (person === null) throw new DomainError('not-signed-in');
    if (name === undefined || !(await this.allows(person, name, request))) throw new DomainError('not-allowed');
    return true;
  }

  private async identify(request: ApiRequest): Promise<SignedIn | null> {
    const token = this.cookie.read(request);
    const person = token === undefined ? null : await this.sessions.resolve(token);
    if (person !== null) request.person = person;
    return person;
  }

  private async allows(person: SignedIn, name: PermissionName, request: ApiRequest): Promise<boolean> {
    // The database is asked for the object's edition only where one of the person's roles could open it.
    if (!person.grants.some((grant) => isAllowed(person, name, grant.editionId)) && !isAllowed(person, name, null)) {
      return false;
    }
    const editionId = permission(name).scope === 'edition' ? await this.editionNamed(request) : null;
    return isAllowed(person, name, editionId);
  }

  private editionNamed(request: ApiRequest): Promise<string | null> {
    const { noun, parameter } = scopedParameter(request.routeOptions.url ?? '');
    const values = request.params as Readonly<Record<string, string>>;
    return this.scopes.editionOf(noun, values[parameter] ?? '');
  }
}

/**
 * The noun and the name of the first parameter of a route: `/api/v1/stages/:stageId/wall` → `stages`, `stageId`.
 * @throws RangeError when the route names no object whose edition could be found: a mistake of ours, found by a test.
 */
export function scopedParameter(route: string): {
  noun: Parameters<ObjectScopeService['editionOf']>[0];
  parameter: string;
} {
  const segments = route.split('/');
  const at = segments.findIndex((segment) => segment.startsWith(':'));
  const noun = segments[at - 1] ?? '';
  if (at < 1 || !isScopedNoun(noun)) throw new RangeError(`no object of an edition in ${route}`);
  return { noun, parameter: (segments[at] ?? '').slice(1) };
}
