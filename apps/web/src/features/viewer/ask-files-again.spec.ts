import { describe, expect, it } from '@jest/globals';
import { askFilesAgainMs } from './ask-files-again.js';

const read = (state: 'waiting' | 'ready', unchanged: number) =>
  ({ files: [{ copy: { state } }], unchanged }) as unknown as Parameters<typeof askFilesAgainMs>[0];

describe('how soon the files of an entry are asked for again', () => {
  it('is the later the longer their copies stay as far as they are, up to five minutes', () => {
    expect([0, 1, 2, 5, 6, 1000].map((times) => askFilesAgainMs(read('waiting', times)))).toEqual([
      10_000, 20_000, 40_000, 300_000, 300_000, 300_000,
    ]);
  });

  it('is never once nothing is on its way', () => {
    expect(askFilesAgainMs(read('ready', 0))).toBe(false);
    expect(askFilesAgainMs(undefined)).toBe(false);
  });
});
