import { describe, expect, it } from '@jest/globals';
import { belowFloor, reliabilityFloors, withheldReasons } from './floors.js';
import { withheldTexts } from './withheld-texts.js';

describe('floors', () => {
  it.each([
    ['kendalls-w', { entries: 7, judges: 2 }, 'too-few-entries'],
    ['kendalls-w', { entries: 8, judges: 2 }, 'too-few-judges'],
    ['spread', { judgeSheets: 4 }, 'too-few-judge-sheets'],
    ['affinity-bias', { entries: 16, judges: 5, sheetsOnEachSide: 7 }, 'too-few-sheets-on-a-side'],
    ['drift', { degreesOfFreedom: 19 }, 'too-few-degrees-of-freedom'],
  ] as const)('%s with %j is withheld: %s', (figure, counts, reason) =>
    expect(belowFloor(figure, counts)?.withheld?.reason).toBe(reason),
  );

  it('let a figure through that reaches each of them exactly', () => {
    for (const [figure, floor] of Object.entries(reliabilityFloors)) {
      expect(belowFloor(figure as keyof typeof reliabilityFloors, floor)).toBeNull();
    }
  });

  it('have a sentence in both languages for every reason, naming the counts only where there are some', () => {
    for (const reason of withheldReasons) {
      const { zh, en } = withheldTexts[reason];
      const isCount = reason.startsWith('too-few');
      expect([zh, en].map((text) => text.includes('{needed}') && text.includes('{present}'))).toEqual([
        isCount,
        isCount,
      ]);
    }
    expect(new Set(Object.keys(withheldTexts))).toEqual(new Set(withheldReasons));
  });
});
