import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import type { ApiRequest } from './api-request.js';

/**
 * Gives an answer the hash of its body as ETag, and sends 304 without a body to who has it already. The answer stays
 * in the asker's own cache and is asked for again each time.
 */
@Injectable()
export class EtagInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const seen = http.getRequest<ApiRequest>().headers['if-none-match'];
    return next.handle().pipe(
      map((body: unknown) => {
        const tag = `"${createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 27)}"`;
        void reply.header('etag', tag).header('cache-control', 'private, no-cache');
        const known = seen?.split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === tag) === true;
        if (!known) return body;
        void reply.status(304);
        return undefined;
      }),
    );
  }
}
