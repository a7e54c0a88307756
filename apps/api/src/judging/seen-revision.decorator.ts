import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { ApiRequest } from '../http/api-request.js';
import { documentHeader } from '../http/document-header.js';

/**
 * `If-Match` of a submission, null when it names no revision: its absence may only be refused after the idempotency
 * key was looked up, which the service does.
 */
export const SeenRevision = createParamDecorator(
  (_: unknown, context: ExecutionContext): number | null => {
    const header = context.switchToHttp().getRequest<ApiRequest>().headers['if-match'];
    const revision = typeof header === 'string' ? /^"(0|[1-9]\d{0,8})"$/.exec(header)?.[1] : undefined;
    return revision === undefined ? null : Number(revision);
  },
  [documentHeader('If-Match', 'The revision seen, in quotes; "0" where there is none yet')],
);
