import type { ApiProblem } from '../../api/problem.js';

export interface Blocker {
  code: string;
  detail: string;
}

/** What a refused act lists as standing in its way. */
export function blockersOf(problem: ApiProblem): Blocker[] {
  return problem.problem?.blockers ?? [];
}
