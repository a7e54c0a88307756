import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareCodePoints } from './compare-code-points.js';

describe('the order of identifiers', () => {
  it('is by code point, also where UTF-16 units sort otherwise', () => {
    const ids = ['𠮷', '\uFF21', 'a', 'B', '乙', '', 'aa'];
    expect([...ids].sort(compareCodePoints)).toEqual(['', 'B', 'a', 'aa', '乙', '\uFF21', '𠮷']);
    expect('𠮷' < '\uFF21').toBe(true);
  });

  it('agrees with comparing the lists of code points', () => {
    const reference = (left: string, right: string) => {
      const [a, b] = [[...left], [...right]].map((text) => text.map((char) => char.codePointAt(0) ?? 0)) as [
        number[],
        number[],
      ];
      const at = a.findIndex((point, index) => point !== b[index]);
      if (at < 0) return a.length - b.length;
      return at >= b.length ? 1 : (a[at] ?? 0) - (b[at] ?? 0);
    };
    const texts = fc.string({ unit: 'binary', maxLength: 4 });
    fc.assert(
      fc.property(texts, texts, (left, right) => {
        expect(Math.sign(compareCodePoints(left, right))).toBe(Math.sign(reference(left, right)));
      }),
    );
  });
});
