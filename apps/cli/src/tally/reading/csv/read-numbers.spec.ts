import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isDecimalString, parseDecimal, Rational } from '#domain';
import { ByteNames } from './byte-names.js';
import { DecimalBytes } from './decimal-bytes.js';
import { ScaledNumbers } from './scaled-numbers.js';

const decimals = fc.oneof(
  fc.string({ unit: fc.constantFrom('0', '1', '9', '.', '-', 'e', ' ', '+'), maxLength: 8 }),
  fc.tuple(fc.integer({ min: -99999, max: 99999 }), fc.nat(99)).map(([whole, part]) => `${whole}.${part}`),
);

describe('decimals from bytes', () => {
  it('are those that the strict pattern admits, up to 15 digits', () => {
    const decimal = new DecimalBytes();
    fc.assert(
      fc.property(decimals, (text) => {
        const bytes = Buffer.from(`x${text}y`);
        const isRead = decimal.read(bytes, 1, bytes.length - 1);
        expect(isRead).toBe(isDecimalString(text));
        if (!isRead) return;
        const value = Rational.of(decimal.units, 10n ** BigInt(decimal.places));
        expect(value.equals(parseDecimal(text))).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('keep their values at one scale, whatever comes later', () => {
    const number = fc.oneof(
      fc.tuple(fc.integer(), fc.nat(3)),
      fc.tuple(fc.maxSafeInteger(), fc.nat(12)),
      fc.tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.nat(12)),
    );
    fc.assert(
      fc.property(fc.array(number, { maxLength: 20 }), (given) => {
        const numbers = new ScaledNumbers();
        for (const [units, places] of given) numbers.add(units, places);
        const { units, places } = numbers.finish();
        given.forEach(([own, ownPlaces], at) => {
          const kept = Rational.of(units[at]!, 10n ** BigInt(places));
          expect(kept.equals(Rational.of(own, 10n ** BigInt(ownPlaces)))).toBe(true);
        });
      }),
    );
  });
});

describe('names from bytes', () => {
  it('have a number each, however many they are', () => {
    const names = new ByteNames();
    const bytes = Buffer.from(Array.from({ length: 5000 }, (_, at) => `n${at},`).join(''));
    for (let round = 0; round < 2; round += 1) {
      for (let from = 0, at = 0; from < bytes.length; at += 1) {
        const to = bytes.indexOf(0x2c, from);
        const known = names.find(bytes, from, to);
        expect(known).toBe(round === 0 ? -1 : at);
        if (known < 0) names.add(bytes, from, to, bytes.toString('utf8', from, to));
        from = to + 1;
      }
    }
    expect([names.indexOf('n4999'), names.indexOf('n5000'), names.names.length]).toEqual([4999, -1, 5000]);
  });
});
