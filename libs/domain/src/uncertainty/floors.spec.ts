import { describe, expect, it } from '@jest/globals';
import { sheetDesign } from '../severity/sheet-design.js';
import { belowUncertaintyFloor, type UncertaintyFigure, uncertaintyFloors } from './floors.js';
import { rankWithheldReasons } from './rank-figure.js';
import { rankWithheldTexts } from './rank-withheld-texts.js';

/** Entries with so many sheets each, by judges 0, 1, 2 … */
const designOf = (...counts: number[]) =>
  sheetDesign(
    counts.flatMap((count, entry) =>
      Array.from({ length: count }, (_, judge) => ({ entry: `e${entry}`, judge: `j${judge}`, total: judge })),
    ),
  );

describe.each(Object.keys(uncertaintyFloors) as UncertaintyFigure[])('the floor of %s', (figure) => {
  it.each([
    [[3, 3], null],
    [[3, 3, 1], null],
    [[5, 5, 5, 1, 1], null],
    [[7], { reason: 'too-few-entries', needed: 2, present: 1 }],
    [[2, 2, 2], { reason: 'too-few-judges', needed: 3, present: 2 }],
    [[5, 1, 1, 5], { reason: 'too-few-sheets', needed: 3, present: 1 }],
    [[], { reason: 'too-few-entries', needed: 2, present: 0 }],
  ])('for entries of %j sheets withholds %j', (counts, withheld) => {
    expect(belowUncertaintyFloor(figure, designOf(...counts))?.withheld ?? null).toEqual(withheld);
  });
});

describe('the sentence of a withheld figure', () => {
  it.each(rankWithheldReasons)('%s says the same counts in both languages', (reason) => {
    const placeholders = (text: string) => new Set([...text.matchAll(/\{\w+\}/g)].map(([name]) => name));
    const { zh, en } = rankWithheldTexts[reason];
    expect(placeholders(zh)).toEqual(placeholders(en));
    expect(en.startsWith('Withheld: ')).toBe(true);
  });
});
