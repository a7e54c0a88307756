import { describe, expect, it } from '@jest/globals';
import { hasName, judgesByPanel, plateSize, platesOf, widestWord } from './panel-judges.js';

const judge = (id: string, ...seats: { panel: string; isChair: boolean }[]) => ({
  ...{ id, name: id, kind: null, employer: null, assigned: 1, submitted: 0, seats },
});
const panels = ['one', 'two', 'empty'].map((key) => ({ key, name: { zh: key, en: key } }));

describe('judges on paper', () => {
  const judges = [
    judge('a', { panel: 'one', isChair: false }),
    judge('b', { panel: 'one', isChair: true }, { panel: 'two', isChair: false }),
    judge('c'),
  ];

  it('stand by panel, the chair first, and once on each of their panels', () => {
    expect(
      judgesByPanel(panels, judges).map((group) => [group.panel?.key ?? null, group.judges.map(({ id }) => id)]),
    ).toEqual([
      ['one', ['b', 'a']],
      ['two', ['b']],
      [null, ['c']],
    ]);
  });

  it('have one plate each, which names all of their panels', () => {
    expect(platesOf(panels, judges).map((plate) => [plate.judge.id, plate.panels.map(({ key }) => key)])).toEqual([
      ['b', ['one', 'two']],
      ['a', ['one']],
      ['c', []],
    ]);
  });

  it('have neither plate nor row where the name is erased', () => {
    expect([...judges, { ...judge('d'), name: null }].filter(hasName).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('are named in letters by which the widest word fits, and a word ends at a space and after a hyphen', () => {
    expect(widestWord('王小明')).toBe(3);
    expect(widestWord('Ann-Bee Cole')).toBe(widestWord('Cole'));
    expect(widestWord('Konstantinopolitansky')).toBeGreaterThan(widestWord('Konstantin'));
    expect(widestWord('')).toBe(1);
  });

  it.each([
    ['王小明', 'large'],
    ['乌有澈川（虚构评委 006）', 'middle'],
    ['ナカムラはなこー中村', 'middle'],
    ['김민준이서연박지후', 'middle'],
    ['ＷＡＮＧ　ＷＥＩＬＩ', 'middle'],
    ['Maximiliana Konstantinopolitansky-Østergaard von und zu Wolkenstein-Hohenlöwen', 'small'],
  ])('%s stands on a plate in %s letters', (name, size) => {
    expect(plateSize(name)).toBe(size);
  });
});
