import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { DomainError, fieldProblem } from '#domain';
import type { ApiRequest } from './api-request.js';

/** Name that the parameter reads; absent where it takes the whole query. */
type RouteArguments = Readonly<Record<string, { readonly data?: string }>>;

/**
 * Refuses what a query says that the route does not take: a `limit` that nobody reads would look as though it had been
 * heeded. A route with a query DTO is left to the DTO, which refuses unknown names itself.
 */
@Injectable()
export class QueryGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { query } = context.switchToHttp().getRequest<ApiRequest>();
    const given = Object.keys(query as object);
    if (given.length === 0) return true;
    const taken = namesTaken(context);
    const unknown = taken === 'all' ? [] : given.filter((name) => !taken.includes(name));
    if (unknown.length === 0) return true;
    throw new DomainError('request-invalid', { problems: unknown.map((name) => fieldProblem(name, 'field-unknown')) });
  }
}

function namesTaken(context: ExecutionContext): 'all' | string[] {
  const read: unknown = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name);
  const queries = Object.entries((read ?? {}) as RouteArguments).filter(([key]) =>
    key.startsWith(`${RouteParamtypes.QUERY}:`),
  );
  const names = queries.flatMap(([, { data }]) => (data === undefined ? [] : [data]));
  return names.length < queries.length ? 'all' : names;
}
