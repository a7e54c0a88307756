import { describe, expect, it } from '@jest/globals';
import { judgesByPanel } from './panel-judges.js';

const judge = (id: string, ...seats: { panel: string; isChair: boolean }[]) => ({
  ...{ id, name: id, kind: null, employer: null, assigned: 1, submitted: 0, seats },
});
const panels = ['one', 'two', 'empty'].map((key) => ({ key, name: { zh: key, en: key } }));

describe('judges on paper', () => {
  it('stand by panel, the chair first, and once on each of their panels', () => {
    const judges = [
      judge('a', { panel: 'one', isChair: false }),
      judge('b', { panel: 'one', isChair: true }, { panel: 'two', isChair: false }),
      judge('c'),
    ];
    expect(
      judgesByPanel(panels, judges).map((group) => [group.panel?.key ?? null, group.judges.map(({ id }) => id)]),
    ).toEqual([
      ['one', ['b', 'a']],
      ['two', ['b']],
      [null, ['c']],
    ]);
  });
});
