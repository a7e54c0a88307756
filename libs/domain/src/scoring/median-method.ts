import type { ExactMethod, KeptValues } from './scoring-method.js';

/** The middle value, or the two middle ones. */
export function middleValues(count: number): Pick<KeptValues, 'from' | 'to'> {
  return { from: Math.floor((count - 1) / 2), to: Math.floor(count / 2) + 1 };
}

/** Median of the sheets' totals. It has no standard error; its interval is a matter of order statistics. */
export const medianMethod: ExactMethod = {
  kind: 'exact',
  inputs: ['sheets'],
  options: [],
  worksByCriterion: () => false,
  kept: (count) => ({ ...middleValues(count), fallback: null }),
  errorTrim: () => null,
};
