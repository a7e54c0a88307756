import { describe, expect, it } from '@jest/globals';
import { lineState } from './line-state.js';

const line = { after: 3, gap: 0.5, candidates: [1, 2, 3] };

describe('how sure a line is', () => {
  it('is sure where nobody else could belong above', () => {
    expect(lineState(line)).toBe('sure');
    expect(lineState({ ...line, candidates: [1, 2, 3, 4] })).toBe('open');
  });

  it('is never called sure where the errors are not known', () => {
    expect(lineState({ ...line, candidates: null })).toBe('unknown');
  });

  it('is a tie where the scores are equal, and nothing at all where nobody stands below', () => {
    expect(lineState({ ...line, gap: 0, candidates: null })).toBe('tied');
    expect(lineState({ ...line, gap: null })).toBe('nobodyBelow');
  });
});
