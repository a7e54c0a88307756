import type { Answer } from './api.js';

/** What an act of the preparation was answered with. @throws Error when it was answered with another status */
export function needs<Body>(answer: Answer<Body>, ...statuses: number[]): Body {
  if (statuses.includes(answer.status)) return answer.body;
  throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
}
