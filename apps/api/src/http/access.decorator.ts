import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiCookieAuth, ApiExtension } from '@nestjs/swagger';
import { DomainError } from '#domain';
import type { PermissionName, SignedIn } from '#identity';
import type { ApiRequest } from './api-request.js';

export const publicRoute = 'leitai:public-route';
export const requiredPermission = 'leitai:required-permission';

/** Open to anyone: said aloud on each such route, as silence means refusal. */
export const Public = () => SetMetadata(publicRoute, true);

/** The permission of the written matrix that this route needs. */
export const RequirePermission = (name: PermissionName) =>
  applyDecorators(SetMetadata(requiredPermission, name), ApiCookieAuth('session'), ApiExtension('x-permission', name));

/** The signed-in person; on a public route use `CurrentVisitor`. */
export const CurrentPerson = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => {
  const { person } = context.switchToHttp().getRequest<ApiRequest>();
  if (person === undefined) throw new DomainError('not-signed-in');
  return person;
});

/** The signed-in person of a public route, or null. */
export const CurrentVisitor = createParamDecorator(
  (_: unknown, context: ExecutionContext): SignedIn | null =>
    context.switchToHttp().getRequest<ApiRequest>().person ?? null,
);
