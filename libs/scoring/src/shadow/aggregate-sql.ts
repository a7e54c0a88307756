import type { StageRules } from '#domain';
import { count } from './scaled-integers.js';

/** SQL of one figure made of many, over rows `v` (integers) numbered `i` of `n` in ascending order. */
export interface AggregateSql {
  readonly numerator: string;
  readonly denominator: string;
  /** True where the rules refuse so few values. */
  readonly isRefused: string;
}

const mean = { numerator: 'sum(v)', denominator: 'n', isRefused: 'false' };

// percentile_cont works in binary, so the middle is taken by its number: both of two, the one of one.
const median = {
  numerator: 'sum(v) filter (where i in ((n + 1) / 2, (n + 2) / 2))',
  denominator: '(2 - n % 2)',
  isRefused: 'false',
};

/** For a query grouped by `n`, the count of values. */
export function aggregateSql({ key, options }: StageRules['method']): AggregateSql {
  switch (key) {
    case 'mean':
      return mean;
    case 'median':
      return median;
    case 'trimmed-mean':
      return trimmed(options);
  }
}

function trimmed({ trim = 1, trimMinimum = 2 * trim + 1, trimFallback = 'mean' }: StageRules['method']['options']) {
  const [k, minimum] = [count(trim), count(trimMinimum)];
  const fallback = trimFallback === 'median' ? median : mean;
  const isRefused = trimFallback === 'refuse' ? `n < ${minimum}` : 'false';
  const kept = `sum(v) filter (where i > ${k} and i <= n - ${k})`;
  return {
    numerator: `case when ${isRefused} then null when n >= ${minimum} then ${kept} else ${fallback.numerator} end`,
    denominator: `case when n >= ${minimum} then n - 2 * ${k} else ${fallback.denominator} end`,
    isRefused,
  };
}
