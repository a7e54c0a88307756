import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { DomainError } from '#domain';
import type { ApiRequest } from './api-request.js';
import { documentHeader } from './document-header.js';

export interface ActHeaders {
  readonly userId: string;
  readonly key: string;
}

/** Who acts, and the `Idempotency-Key` of the act, for a route that takes much besides. */
export const Act = createParamDecorator(
  (_: unknown, context: ExecutionContext): ActHeaders => {
    const { headers, person } = context.switchToHttp().getRequest<ApiRequest>();
    const key = headers['idempotency-key'];
    if (person === undefined) throw new DomainError('not-signed-in');
    if (typeof key !== 'string' || !/^[\x21-\x7e]{8,128}$/.test(key)) throw new DomainError('idempotency-key-required');
    return { userId: person.userId, key };
  },
  [documentHeader('Idempotency-Key', '8 to 128 visible ASCII characters, new for each act')],
);
