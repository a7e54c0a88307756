import createClient, { type Middleware } from 'openapi-fetch';
import { etagCache } from './etag-cache.js';
import { ApiProblem, asProblem } from './problem.js';
import type { components, paths } from './schema.js';

export type Schemas = components['schemas'];

let language = 'zh';
let whenSignedOut: () => void = () => undefined;

export function setRequestLanguage(next: string): void {
  language = next;
}

/** Told whenever the server no longer knows the session, so that the page can ask for the password over what was typed. */
export function onSignedOut(listener: () => void): void {
  whenSignedOut = listener;
}

const acceptLanguage: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', language);
    return request;
  },
};

/** The only place that fetches. */
export const api = createClient<paths>({ baseUrl: window.location.origin, credentials: 'same-origin' });
api.use(acceptLanguage, etagCache);

/** Gives the body of a successful answer; everything else is an ApiProblem. */
export async function answer<T>(request: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  let result: { data?: T; error?: unknown; response: Response };
  try {
    result = await request;
  } catch {
    throw new ApiProblem('network', 0, null);
  }
  if (result.response.ok) return result.data as T;
  const problem = asProblem(result.response.status, result.error);
  if (problem.code === 'not-signed-in') whenSignedOut();
  throw problem;
}

/** One key per intention: made when a person decides, sent again unchanged with every retry. */
export function newIntention(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
