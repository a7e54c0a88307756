import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { DomainError } from '#domain';
import type { ApiRequest } from './api-request.js';
import { documentHeader } from './document-header.js';

/** The `Idempotency-Key` of a write: 8 to 128 visible ASCII characters. @throws DomainError `idempotency-key-required` */
export const IdempotencyKey = createParamDecorator(
  (_: unknown, context: ExecutionContext): string => {
    const key = context.switchToHttp().getRequest<ApiRequest>().headers['idempotency-key'];
    if (typeof key !== 'string' || !/^[\x21-\x7e]{8,128}$/.test(key)) throw new DomainError('idempotency-key-required');
    return key;
  },
  [documentHeader('Idempotency-Key', '8 to 128 visible ASCII characters, new for each act')],
);
