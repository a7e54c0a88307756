import type { Group } from './analysis-types.js';

type Line = NonNullable<Group['uncertainty']['lines']['value']>[number];

/** How sure a line is, in one word. */
export type LineState = 'nobodyBelow' | 'tied' | 'unknown' | 'open' | 'sure';

/** `open`: others could belong above, at the confidence of the candidates. */
export function lineState({ after, gap, candidates }: Pick<Line, 'after' | 'gap' | 'candidates'>): LineState {
  if (gap === null) return 'nobodyBelow';
  if (gap === 0) return 'tied';
  if (candidates === null) return 'unknown';
  return candidates.length > after ? 'open' : 'sure';
}
