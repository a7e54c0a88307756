import { formatFixed } from '../decimal/format-fixed.js';
import { isDecimalString, parseDecimal } from '../decimal/parse-decimal.js';

/** Most that a rate, or a number of days, can be: beyond it a digit was typed too often. */
const most = parseDecimal('1000000');

/** Whether a text is an amount of money or a number of days: a decimal from 0 to 1,000,000 with two decimals at most. */
export function isFeeNumber(text: string): boolean {
  if (!isDecimalString(text) || !/^\d+(\.\d{1,2})?$/.test(text)) return false;
  return parseDecimal(text).compareTo(most) <= 0;
}

/**
 * What a judge is paid before tax: rate × count, in the rate's currency, with two decimals, half away from zero.
 *
 * @param rate of one sheet or one day, a decimal string
 * @param count of sheets or days, a decimal string
 * @throws DomainError `not-a-decimal`
 * @example judgeFee('133.33', '2.5') // '333.33'
 */
export function judgeFee(rate: string, count: string): string {
  return formatFixed(parseDecimal(rate).times(parseDecimal(count)), 2);
}

/** The sum of such fees, with two decimals. */
export function feeTotal(fees: readonly string[]): string {
  return formatFixed(
    fees.map(parseDecimal).reduce((sum, fee) => sum.plus(fee), parseDecimal('0')),
    2,
  );
}
