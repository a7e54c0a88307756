import { describe, expect, it } from '@jest/globals';
import { askedRange } from './asked-range.js';

describe('a range of a file of 100 bytes', () => {
  it.each([
    ['none', undefined, null],
    ['of another unit', 'items=0-1', null],
    ['of several parts', 'bytes=0-1,5-6', null],
    ['without ends', 'bytes=-', null],
    ['turned round', 'bytes=9-5', null],
    ['from the start', 'bytes=0-', { first: 0, last: 99 }],
    ['in the middle', 'bytes=10-19', { first: 10, last: 19 }],
    ['beyond the end', 'bytes=90-200', { first: 90, last: 99 }],
    ['at the end', 'bytes=-30', { first: 70, last: 99 }],
    ['longer than the file, at its end', 'bytes=-300', { first: 0, last: 99 }],
    ['outside', 'bytes=100-', 'outside'],
    ['of nothing at the end', 'bytes=-0', 'outside'],
  ] as const)('%s', (_, header, range) => {
    expect(askedRange(header, 100)).toEqual(range);
  });
});
