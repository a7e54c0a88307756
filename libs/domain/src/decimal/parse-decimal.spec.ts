import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '../errors/domain-error.js';
import { decimalFault, isDecimalString, parseDecimal } from './parse-decimal.js';
import { toDecimalString } from './to-decimal-string.js';

describe('a decimal string', () => {
  it.each(['0', '7', '7.25', '87.50', '-3.5', '0.01', '100', '9'.repeat(40)])('%s is read', (text) => {
    expect(decimalFault(text)).toBeNull();
  });

  // Every coercion that would turn one of these into a number is a wrong score stored without a word.
  it.each([
    ['a number', 7.25, 'not-a-string'],
    ['null, which Number() reads as 0', null, 'not-a-string'],
    ['undefined', undefined, 'not-a-string'],
    ['true, which Number() reads as 1', true, 'not-a-string'],
    ['[5], which Number() reads as 5', [5], 'not-a-string'],
    ['an object', { score: '5' }, 'not-a-string'],
    ['NaN', 'NaN', 'not-a-decimal'],
    ['Infinity', 'Infinity', 'not-a-decimal'],
    ['-Infinity', '-Infinity', 'not-a-decimal'],
    ['an empty string, which Number() reads as 0', '', 'empty'],
    ['a blank, which Number() reads as 0', ' ', 'not-a-decimal'],
    ['a trailing blank', '7 ', 'not-a-decimal'],
    ['a line end', '7\n', 'not-a-decimal'],
    ['hex', '0x10', 'not-a-decimal'],
    ['an exponent', '1e2', 'not-a-decimal'],
    ['a huge exponent', '1e308', 'not-a-decimal'],
    ['a tiny exponent', '1e-400', 'not-a-decimal'],
    ['full-width digits', '１２', 'not-a-decimal'],
    ['full-width digits that look right', '９５', 'not-a-decimal'],
    ['two scores in one', '95;96', 'not-a-decimal'],
    ['a comma', '9,5', 'not-a-decimal'],
    ['negative zero', '-0', 'negative-zero'],
    ['negative zero with decimals', '-0.00', 'negative-zero'],
    ['a leading plus', '+5', 'not-a-decimal'],
    ['a leading zero', '07', 'not-a-decimal'],
    ['no whole part', '.5', 'not-a-decimal'],
    ['no decimals after the point', '5.', 'not-a-decimal'],
    ['two points', '1.2.3', 'not-a-decimal'],
    ['a numeric separator', '1_000', 'not-a-decimal'],
    ['a big integer literal', '5n', 'not-a-decimal'],
    ['41 digits', '9'.repeat(41), 'too-long'],
    ['ten million digits', '9'.repeat(10_000_000), 'too-long'],
  ])('refuses %s', (_name, value, fault) => {
    expect(decimalFault(value)).toBe(fault);
    expect(isDecimalString(value)).toBe(false);
    expect(() => parseDecimal(value)).toThrow(DomainError);
  });

  it('names the fault and shows a long text cut', () => {
    try {
      parseDecimal('9'.repeat(100));
      throw new Error('was accepted');
    } catch (error) {
      expect(error).toMatchObject({ code: 'not-a-decimal', details: { fault: 'too-long', text: '9'.repeat(60) } });
    }
  });

  it('keeps every digit', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 18n), 10n ** 18n), fc.integer({ min: 0, max: 12 }), (digits, places) => {
        const scale = 10n ** BigInt(places);
        const magnitude = digits < 0n ? -digits : digits;
        const fraction = places === 0 ? '' : `.${(magnitude % scale).toString().padStart(places, '0')}`;
        const text = `${digits < 0n ? '-' : ''}${magnitude / scale}${fraction}`;
        const value = parseDecimal(text);
        expect([value.numerator, value.denominator]).toEqual([digits, scale]);
        expect(parseDecimal(toDecimalString(value)).equals(value)).toBe(true);
      }),
    );
  });
});
