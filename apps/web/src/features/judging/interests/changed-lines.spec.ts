import { describe, expect, it } from '@jest/globals';
import { changedLines } from './changed-lines.js';

const line = (name: string, untilYear: number | null = null) => ({
  ...{ kind: 'employer' as const, name, unit: null, fromYear: null, untilYear },
});

describe('a register that was changed elsewhere', () => {
  it('has what was added and what was taken away, and a changed line as both', () => {
    expect(changedLines([line('A'), line('B'), line('C')], [line('A'), line('C', 2020), line('D')])).toEqual({
      added: [line('C', 2020), line('D')],
      removed: [line('B'), line('C')],
    });
  });

  it('has neither where both versions name the same', () => {
    expect(changedLines([line('A'), line('B')], [line('B'), line('A')])).toEqual({ added: [], removed: [] });
  });
});
