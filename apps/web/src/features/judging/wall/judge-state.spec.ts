import { describe, expect, it } from '@jest/globals';
import { judgeStateOf, remindable } from './judge-state.js';

const hour = 3_600_000;
const at = (hours: number) => new Date(hours * hour).toISOString();
const open = {
  ...{ plannedOpensAt: at(0), plannedClosesAt: at(100), deadlineAt: null, openedAt: at(0), closedAt: null },
  isOpen: true,
};
const judge = (submitted: number, drafts = 0, remindedAt: string | null = null, declarationsOwed = 0) => ({
  ...{ assigned: 4, submitted, drafts, remindedAt, declarationsOwed },
});

describe('a judge on the wall', () => {
  it('is late once less is done than time has passed, with a quarter of the work in hand', () => {
    expect(judgeStateOf(judge(0), open, 25 * hour)).toBe('notBegun');
    expect(judgeStateOf(judge(0), open, 26 * hour)).toBe('late');
    expect(judgeStateOf(judge(0, 1), open, 10 * hour)).toBe('going');
    expect(judgeStateOf(judge(3), open, 99 * hour)).toBe('going');
    expect(judgeStateOf(judge(4), open, 99 * hour)).toBe('finished');
  });

  it('is unfinished, and late no more, when judging has ended', () => {
    expect(judgeStateOf(judge(1), { ...open, isOpen: false, closedAt: at(90) }, 91 * hour)).toBe('unfinished');
  });

  it('can be reminded while sheets or declarations are missing and the last reminder is twelve hours old', () => {
    const judges = [judge(4), judge(1), judge(1, 0, at(0)), judge(1, 0, at(20)), judge(4, 0, null, 1)];
    expect(remindable(judges, 21 * hour)).toEqual([judges[1], judges[2], judges[4]]);
  });
});
