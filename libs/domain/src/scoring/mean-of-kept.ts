import type { Rational } from '../decimal/rational.js';
import { mean } from '../statistics/mean.js';
import { sortedAscending } from '../statistics/sorted-ascending.js';
import type { Aggregate, KeptValues } from './scoring-method.js';

/** Mean of the middle part of the values. */
export function meanOfKept(values: readonly Rational[], { from, to, ...applied }: KeptValues): Aggregate {
  if (from === to) return { value: null, ...applied };
  const isWhole = from === 0 && to === values.length;
  return { value: mean(isWhole ? values : sortedAscending(values).slice(from, to)), ...applied };
}
