/** Criterion key → what was typed for it; a criterion left out or blank has no score. */
export type Scores = Record<string, string>;

export function sameScores(a: Scores, b: Scores): boolean {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => (a[key] ?? '') === (b[key] ?? ''));
}

export function withoutBlanks(scores: Scores): Scores {
  return Object.fromEntries(Object.entries(scores).filter(([, value]) => value !== ''));
}
