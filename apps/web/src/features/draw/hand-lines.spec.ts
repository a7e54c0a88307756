import { describe, expect, it } from '@jest/globals';
import { readHandLines } from './hand-lines.js';

const panels = [{ key: 'p1', name: { zh: '第一组', en: 'Panel 1' } }];
const words = { seat: '评委,seat', reserve: '备选,reserve' };
const judges = [
  { id: 'j1', name: '王小明 Wang Xiaoming' },
  { id: 'j2', name: '李华' },
  { id: 'j3', name: '李华' },
  { id: 'j4', name: '周敏' },
];

describe('what was drawn by hand, as it is typed', () => {
  it('is an order of appearance by numbers, with or without places', () => {
    const known = {
      kind: 'order' as const,
      members: [1, 2, 23].map((id) => ({ id: String(id), name: 'x' })),
      panels: [],
      words,
    };
    const read = readHandLines('No. 023\n\n2\n9', { ...known, seats: 0 });
    expect(read.lines.map(({ member, place }) => [member, place])).toEqual([
      ['23', 1],
      ['2', 2],
    ]);
    expect(read.unread).toEqual([{ line: 3, text: '9', why: 'unknown' }]);
    expect(readHandLines('1\t3', { ...known, seats: 0 }).lines[0]).toMatchObject({ member: '1', place: 3 });
  });

  it('is judges in the order drawn, the reserves after the seats or where it says so', () => {
    const known = { kind: 'judges' as const, members: judges, panels, seats: 1, words };
    const read = readHandLines('王小明 Wang Xiaoming\n周敏\n李华\nj2，备选，2\nj3,guest', known);
    expect(read.lines.map(({ member, outcome, place }) => [member, outcome, place])).toEqual([
      ['j1', 'seat', 1],
      ['j4', 'reserve', 1],
      ['j2', 'reserve', 2],
    ]);
    expect(read.unread.map(({ line, why }) => [line, why])).toEqual([
      [3, 'ambiguous'],
      [5, 'outcome'],
    ]);
  });

  it('is panels by key or by name', () => {
    const known = { kind: 'judge-panels' as const, members: judges, panels, seats: 0, words };
    const read = readHandLines('周敏,第一组\nj1\tp1\nj2\tp2', known);
    expect(read.lines.map(({ member, panel }) => [member, panel])).toEqual([
      ['j4', 'p1'],
      ['j1', 'p1'],
    ]);
    expect(read.unread).toEqual([{ line: 3, text: 'j2\tp2', why: 'panel' }]);
  });
});
