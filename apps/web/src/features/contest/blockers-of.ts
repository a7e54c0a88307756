import type { ApiProblem } from '../../api/problem.js';

export interface Blocker {
  code: string;
  detail: string;
}

/** What keeps judging from being closed unless an organiser acknowledges it. */
export const closingBlockers = ['sheets-missing', 'coverage-below-floor', 'recusal-orders-awaited'] as const;
export type ClosingBlocker = (typeof closingBlockers)[number];

function isClosingBlocker(value: unknown): value is { code: ClosingBlocker; count: number } {
  const code = (value as { code?: unknown } | null)?.code;
  return (closingBlockers as readonly unknown[]).includes(code);
}

/** What a refused closing lists as standing in its way, with how many of each. */
export function closingBlockersOf(problem: ApiProblem): { code: ClosingBlocker; count: number }[] {
  const listed = problem.problem?.details?.['blockers'];
  return Array.isArray(listed) ? listed.filter(isClosingBlocker) : [];
}
