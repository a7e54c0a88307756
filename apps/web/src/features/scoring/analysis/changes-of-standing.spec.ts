import { describe, expect, it } from '@jest/globals';
import { standingChanges } from './changes-of-standing.js';

const up = { entry: 4, from: 'below', to: 'above' } as const;
const down = { entry: 2, from: 'above', to: 'below' } as const;

describe('who would stand elsewhere at a line', () => {
  it('is named once, with every method that says so', () => {
    const changes = standingChanges([
      { id: 'mean', lineChanges: [] },
      { id: 'median', lineChanges: [{ after: 3, changes: [down, up] }] },
      { id: 'borda', lineChanges: [{ after: 3, changes: [up] }] },
    ]);
    expect(changes).toEqual([
      { ...up, after: 3, methods: ['median', 'borda'] },
      { ...down, after: 3, methods: ['median'] },
    ]);
  });

  it('is told apart by line, and by where it would stand', () => {
    const tied = { ...up, to: 'tied' } as const;
    const changes = standingChanges([
      { id: 'median', lineChanges: [{ after: 8, changes: [up] }] },
      {
        id: 'borda',
        lineChanges: [
          { after: 3, changes: [up] },
          { after: 8, changes: [tied] },
        ],
      },
    ]);
    expect(changes.map(({ after, to }) => [after, to])).toEqual([
      [3, 'above'],
      [8, 'above'],
      [8, 'tied'],
    ]);
  });
});
