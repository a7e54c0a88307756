import type { Rational } from '../decimal/rational.js';
import { mean } from './mean.js';
import { sortedAscending } from './sorted-ascending.js';

/**
 * Mean after dropping exactly `trim` highest and `trim` lowest values, also when the extremes are tied: of two equal
 * maxima one is dropped (去掉一个最高分和一个最低分 with trim = 1).
 *
 * @throws RangeError when fewer than 2 × trim + 1 values are given or `trim` is no count.
 * @example trimmedMean(['6', '7', '9', '9'].map(parseDecimal), 1) // 8
 */
export function trimmedMean(values: readonly Rational[], trim: number): Rational {
  if (!Number.isInteger(trim) || trim < 0) throw new RangeError(`trim is a count, not ${trim}`);
  if (values.length < 2 * trim + 1) throw new RangeError(`trimming ${trim} at each end needs ${2 * trim + 1} values`);
  return mean(sortedAscending(values).slice(trim, values.length - trim));
}
