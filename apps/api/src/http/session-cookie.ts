import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * The cookie that carries the session's token. Over https it has the `__Host-` prefix, which browsers accept only from
 * this very host, Secure and with path `/`.
 */
export class SessionCookie {
  readonly name: string;

  /** @param secure whether browsers reach us by https @param maxHours absolute life of a session */
  constructor(
    private readonly secure: boolean,
    private readonly maxHours: number,
  ) {
    this.name = secure ? '__Host-leitai_session' : 'leitai_session';
  }

  read(request: FastifyRequest): string | undefined {
    return request.cookies[this.name];
  }

  set(reply: FastifyReply, token: string): void {
    void reply.setCookie(this.name, token, { ...this.attributes(), maxAge: this.maxHours * 3600 });
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.name, this.attributes());
  }

  private attributes() {
    return { httpOnly: true, sameSite: 'lax' as const, path: '/', secure: this.secure };
  }
}
