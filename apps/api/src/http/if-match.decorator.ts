import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { DomainError } from '#domain';
import type { ApiRequest } from './api-request.js';
import { documentHeader } from './document-header.js';

/**
 * The revision a write is based on: `If-Match: "3"` → 3, `"0"` where there is none yet.
 * @throws DomainError `if-match-required` when it is absent or names no revision
 */
export const IfMatch = createParamDecorator(
  (_: unknown, context: ExecutionContext): number => {
    const header = context.switchToHttp().getRequest<ApiRequest>().headers['if-match'];
    const revision = typeof header === 'string' ? /^"(0|[1-9]\d{0,8})"$/.exec(header)?.[1] : undefined;
    if (revision === undefined) throw new DomainError('if-match-required');
    return Number(revision);
  },
  [documentHeader('If-Match', 'The revision seen, in quotes; "0" where there is none yet')],
);
