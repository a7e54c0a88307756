import type { components } from './schema.js';

type Problem = components['schemas']['ProblemDto'];

/** A refused or failed request. `code` is the problem's stable code, or `network` when no answer came. */
export class ApiProblem extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    readonly detail: string | null,
    readonly problem: Partial<Problem> | null = null,
  ) {
    super(detail ?? code);
    this.name = 'ApiProblem';
  }

  /** The fields that the server refuses, each with a sentence. */
  get fields(): { path: string; detail: string }[] {
    const path = this.problem?.details?.['path'];
    const named = typeof path === 'string' ? [{ path, detail: this.message }] : [];
    return this.problem?.errors ?? named;
  }

  /** True where the same request may succeed later without anybody changing it. */
  get isPassing(): boolean {
    return this.status === 0 || this.status >= 500 || this.status === 429;
  }

  /** True where the same request may succeed once the person has signed in again. */
  get isExpired(): boolean {
    return this.code === 'not-signed-in';
  }
}

/** Whatever was thrown; what is no answer of the server's passes. */
export const asApiProblem = (error: unknown): ApiProblem =>
  error instanceof ApiProblem ? error : new ApiProblem('unknown', 0, null);

export function asProblem(status: number, body: unknown): ApiProblem {
  if (typeof body === 'object' && body !== null && 'code' in body) {
    const problem = body as Problem;
    return new ApiProblem(problem.code, status, problem.detail ?? problem.title ?? null, problem);
  }
  return new ApiProblem(status >= 500 ? 'service-unavailable' : 'request-invalid', status, null);
}
