import type { FastifyHelmetOptions } from '@fastify/helmet';

/**
 * Headers of every answer. Scripts come from our own files alone. Styles may be inline because antd writes its rules
 * into style elements while it runs and gives no way to hash them beforehand; an injected style cannot act or read.
 *
 * @param secure whether browsers reach us by https
 * @param filesOrigin where pictures of files come from, if not from here; judges also keep them on their devices
 */
export function securityHeaders(secure: boolean, filesOrigin?: string): FastifyHelmetOptions {
  const files = filesOrigin === undefined ? [] : [filesOrigin];
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        // Pages that a judge has prepared for work without network are shown from the device.
        imgSrc: ["'self'", 'data:', 'blob:', ...files],
        mediaSrc: ["'self'", ...files],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", ...files],
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
