import type { StageRules } from '#domain';
import { count } from './scaled-integers.js';

/** SQL of one figure made of `n` values `v` (integers). */
interface AggregateSql {
  /** Whether the values must be numbered `i` in ascending order. */
  readonly isOrdered: boolean;
  readonly numerator: string;
  readonly denominator: string;
  /** True where the rules refuse so few values. */
  readonly isRefused: string;
}

const mean = { isOrdered: false, numerator: 'sum(v)', denominator: 'n', isRefused: 'false' };

// percentile_cont works in binary, so the middle is taken by its number: both of two, the one of one.
const median = {
  isOrdered: true,
  numerator: 'sum(v) filter (where i in ((n + 1) / 2, (n + 2) / 2))',
  denominator: '(2 - n % 2)',
  isRefused: 'false',
};

const aggregates: Partial<
  Record<StageRules['method']['key'], (options: StageRules['method']['options']) => AggregateSql>
> = {
  mean: () => mean,
  median: () => median,
  'trimmed-mean': trimmed,
};

/** For a query that knows `n`, the count of values. */
function aggregateSql({ key, options }: StageRules['method']): AggregateSql {
  const aggregate = aggregates[key];
  if (aggregate === undefined) throw new RangeError(`${key} is no aggregate of an entry's own values`);
  return aggregate(options);
}

function trimmed({ trim = 1, trimMinimum = 2 * trim + 1, trimFallback = 'mean' }: StageRules['method']['options']) {
  const [k, minimum] = [count(trim), count(trimMinimum)];
  const fallback = trimFallback === 'median' ? median : mean;
  const isRefused = trimFallback === 'refuse' ? `n < ${minimum}` : 'false';
  const kept = `sum(v) filter (where i > ${k} and i <= n - ${k})`;
  return {
    isOrdered: true,
    numerator: `case when ${isRefused} then null when n >= ${minimum} then ${kept} else ${fallback.numerator} end`,
    denominator: `case when n >= ${minimum} then n - 2 * ${k} else ${fallback.denominator} end`,
    isRefused,
  };
}

/**
 * SQL of the relation `aggregated (…keys, num, den, is_refused)` over the values `v` of a relation, by its keys.
 *
 * @param scale of the denominator
 */
export function aggregatedSql(method: StageRules['method'], from: string, keys: string, scale: string): string {
  const { isOrdered, numerator, denominator, isRefused } = aggregateSql(method);
  const counted = isOrdered
    ? `select ${keys}, v, row_number() over (partition by ${keys} order by v) as i, count(*) over (partition by ${keys}) as n
         from ${from} where v is not null`
    : `select ${keys}, sum(v) as v, count(*) as n from ${from} where v is not null group by ${keys}`;
  return `
  value as (
    ${counted}
  ), aggregated as (
    select ${keys}, ${isOrdered ? numerator : 'v'} as num, (${denominator}) * ${scale} as den, ${isRefused} as is_refused
      from value ${isOrdered ? `group by ${keys}, n` : ''}
  )`;
}
