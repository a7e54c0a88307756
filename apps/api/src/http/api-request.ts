import type { FastifyRequest } from 'fastify';
import type { SignedIn } from '#identity';

/** A request on its way through the API; the guard adds the person once it knows who asks. */
export type ApiRequest = FastifyRequest & { person?: SignedIn };
