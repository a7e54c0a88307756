import { describe, expect, it } from '@jest/globals';
import type { FileEntry } from '#domain/score-file/score-file';
import { guessedPlaces, minimumChoices, recheckRule, usualRule } from './rule-choice.js';

const published = (...scores: (string | null)[]): FileEntry[] =>
  scores.map((publishedScore, index) => ({
    entry: `E${index}`,
    row: index + 2,
    scores: [],
    publishedScore,
    publishedRank: null,
  }));

describe('the rule that a person picks', () => {
  it('always leaves a score to count', () => {
    expect(minimumChoices('trim1')[0]).toBe(3);
    expect(minimumChoices('trim2')[0]).toBe(5);
    expect(minimumChoices('mean')).toEqual([]);
    expect(recheckRule({ ...usualRule, method: 'trim2', minimum: 3 })).toMatchObject({ trim: 2, trimMinimum: 5 });
  });

  it('drops nothing for the mean and the median', () => {
    expect(recheckRule({ ...usualRule, method: 'mean' })).toMatchObject({ method: 'mean', trim: 0 });
    expect(recheckRule({ ...usualRule, method: 'median' })).toMatchObject({ method: 'median', trim: 0 });
  });
});

describe('the places of a published list', () => {
  it.each([
    ['the most of any score', published('85', '85.25', '85.5'), 2],
    ['none where all are whole', published('85', '90'), 0],
    ['unknown where nothing is published', published(null, null), null],
    ['unknown where a spreadsheet shows fewer digits than it holds', published('89.6666666666667', '90'), null],
    ['those typed beside computed ones', published('89.6666666666667', '90.5'), 1],
    ['unknown where there are more than a rule has', published('1.23456'), null],
  ])('are %s', (_name, entries, places) => {
    expect(guessedPlaces(entries)).toBe(places);
  });
});
