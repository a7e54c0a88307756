import { describe, expect, it } from '@jest/globals';
import { answerChanges } from './answer-changes.js';

describe('answerChanges', () => {
  it('names what was added, removed and changed, whatever the order of the answers', () => {
    const before = { title: 'A', summary: 'S', budget: { amount: '1', currency: 'CNY' }, needs: ['a'], site: null };
    const after = { needs: ['a', 'b'], title: 'A', budget: { currency: 'CNY', amount: '1' }, site: 'x', summary: null };
    expect(answerChanges(before, after)).toEqual([
      { key: 'needs', change: 'changed' },
      { key: 'site', change: 'added' },
      { key: 'summary', change: 'removed' },
    ]);
  });

  it('finds none between equal versions', () => {
    expect(answerChanges({ a: [1], b: null }, { a: [1] })).toEqual([]);
  });
});
