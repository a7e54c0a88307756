import { describe, expect, it } from '@jest/globals';
import { namedDecimals } from './named-decimals.js';

describe('a list of named decimals', () => {
  it.each([
    [
      'Innovation=40,Business=30',
      [
        ['Innovation', '40'],
        ['Business', '30'],
      ],
    ],
    ['Interpretation of the Music/Timing=1.6', [['Interpretation of the Music/Timing', '1.6']]],
    [
      'Clear, short pitch=10,a=b=2',
      [
        ['Clear, short pitch', '10'],
        ['a=b', '2'],
      ],
    ],
    [
      '技术水平=30, 市场前景=20',
      [
        ['技术水平', '30'],
        ['市场前景', '20'],
      ],
    ],
  ])('%s', (text, expected) => {
    expect([...namedDecimals('--weights', text)]).toEqual(expected);
  });

  it.each(['', '=1', 'a=', 'a=x', 'a=1,b', 'a=1e2', 'a=１'])('refuses %j', (text) => {
    expect(() => namedDecimals('--weights', text)).toThrow(/^--weights: /);
  });
});
