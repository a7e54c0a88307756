import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { DomainError } from '#domain';
import type { ApiRequest } from './api-request.js';
import { documentHeader } from './document-header.js';

export interface SeenActHeaders {
  /** Digest of what was looked at: 64 hex digits. */
  readonly seen: string;
  readonly key: string;
}

/**
 * The headers of an act that does what a preview said: its digest and the act's own key.
 * @throws DomainError `if-match-required`, `idempotency-key-required` when one is absent or none
 */
export const SeenAct = createParamDecorator(
  (_: unknown, context: ExecutionContext): SeenActHeaders => {
    const { headers } = context.switchToHttp().getRequest<ApiRequest>();
    const [match, key] = [headers['if-match'], headers['idempotency-key']];
    if (typeof key !== 'string' || !/^[\x21-\x7e]{8,128}$/.test(key)) throw new DomainError('idempotency-key-required');
    const seen = typeof match === 'string' ? /^"([0-9a-f]{64})"$/.exec(match)?.[1] : undefined;
    if (seen === undefined) throw new DomainError('if-match-required');
    return { seen, key };
  },
  [
    documentHeader('If-Match', 'The digest of the preview that was looked at, in quotes'),
    documentHeader('Idempotency-Key', '8 to 128 visible ASCII characters, new for each act'),
  ],
);
