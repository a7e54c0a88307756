import type { FastifyHelmetOptions } from '@fastify/helmet';

/**
 * Headers of every answer. Scripts come from our own files alone. Styles may be inline because antd writes its rules
 * into style elements while it runs and gives no way to hash them beforehand; an injected style cannot act or read.
 *
 * @param secure whether browsers reach us by https
 * @param filesOrigin where pictures of files come from, if not from here
 */
export function securityHeaders(secure: boolean, filesOrigin?: string): FastifyHelmetOptions {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', ...(filesOrigin === undefined ? [] : [filesOrigin])],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
  };
}
