import { describe, expect, it } from '@jest/globals';
import { judgePseudonyms } from './judge-pseudonyms.js';
import { readerPseudonym } from './reader-pseudonym.js';

const key = 'a key that is long enough';
const judges = Array.from({ length: 5 }, (_, at) => `judge-${at}`);
const entries = Array.from({ length: 2000 }, (_, at) => `entry-${at}`);

describe('the id under which a reader knows a thing', () => {
  it('has the form of an identifier that tells no time, and is the same every time', () => {
    for (const thing of entries) {
      expect(readerPseudonym('reader', thing)).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
    }
    expect(readerPseudonym('reader', 'a')).toBe(readerPseudonym('reader', 'a'));
  });

  it('is another one for every reader and every thing', () => {
    const all = entries.flatMap((thing) => ['one', 'two'].map((reader) => readerPseudonym(reader, thing)));
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('the numbers of the judges of an entry', () => {
  it('are 1 to n, each once, whatever the order in which judges are named, and however often', () => {
    const numbers = judgePseudonyms(key, 'entry', judges);
    expect([...numbers.values()].sort((left, right) => left - right)).toEqual([1, 2, 3, 4, 5]);
    expect([...judgePseudonyms(key, 'entry', [...judges, ...judges].reverse())]).toEqual([...numbers]);
    expect(judgePseudonyms(key, 'entry', [])).toEqual(new Map());
  });

  it('of one judge in two entries have nothing to do with each other', () => {
    const of = (entry: string, judge: string) => judgePseudonyms(key, entry, judges).get(judge) ?? 0;
    const drawn = entries.map((entry) => of(entry, 'judge-0'));
    // Each number a fifth of the time, within five standard deviations; and the next entry's is the same as often.
    for (const number of [1, 2, 3, 4, 5]) {
      expect(Math.abs(drawn.filter((one) => one === number).length - 400)).toBeLessThan(90);
    }
    const again = drawn.filter((number, at) => number === drawn[(at + 1) % drawn.length]).length;
    expect(Math.abs(again - 400)).toBeLessThan(90);
  });

  it('are not to be had from the ids alone: another key draws another order', () => {
    const other = key.toUpperCase();
    const same = entries.filter(
      (entry) =>
        judgePseudonyms(key, entry, judges).get('judge-1') === judgePseudonyms(other, entry, judges).get('judge-1'),
    );
    expect(Math.abs(same.length - 400)).toBeLessThan(90);
    expect(() => judgePseudonyms(key.slice(0, 15), 'entry', judges)).toThrow(RangeError);
  });
});
