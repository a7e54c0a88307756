import { describe, expect, it } from '@jest/globals';
import { type AssignmentParameters, defaultParameters, gapWanted, parameterProblems } from './assignment-parameters.js';

const asked = (kindsWanted: AssignmentParameters['kindsWanted']) => ({ ...defaultParameters(3, 'seed'), kindsWanted });

describe('what is asked of a plan', () => {
  it('is by default what the rules say of a panel, and keeps what stands', () => {
    expect(defaultParameters(7, 'seed')).toMatchObject({ judgesWanted: 7, existing: 'keep', seed: 'seed' });
    expect(defaultParameters(99, 'seed').judgesWanted).toBe(30);
  });

  it.each<[string, AssignmentParameters['kindsWanted'], string[]]>([
    ['no kinds', [], []],
    ['as many as judges', [{ kind: 'technology', atLeast: 3 }], []],
    [
      'more than judges',
      [
        { kind: 'technology', atLeast: 2 },
        { kind: 'management', atLeast: 2 },
      ],
      ['too-many-items'],
    ],
    ['a kind that there is not', [{ kind: 'poet', atLeast: 1 }], ['option-unknown']],
    [
      'a kind twice',
      [
        { kind: 'management', atLeast: 1 },
        { kind: 'management', atLeast: 1 },
      ],
      ['key-duplicated'],
    ],
  ])('with %s is told what is wrong with it', (_name, kinds, codes) => {
    expect(parameterProblems(asked(kinds)).map(({ code }) => code)).toEqual(codes);
  });

  it('is planned exactly up to the size of both contests together, and to a thousandth above', () => {
    expect(gapWanted(1763, 300)).toBe(0);
    expect(gapWanted(20_000, 2000)).toBe(0.001);
  });
});
