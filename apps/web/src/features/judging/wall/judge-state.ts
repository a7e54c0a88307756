import { mayBeReminded } from '#domain/contest/reminder-pause';
import type { Tone } from '../../../ui/state-mark.js';
import type { JudgingWindow } from '../../contest/judging-window.js';
import { isLate } from './is-late.js';

export const judgeStates = {
  finished: 'done',
  unfinished: 'attention',
  late: 'danger',
  going: 'going',
  notBegun: 'idle',
} as const satisfies Record<string, Tone>;

interface JudgeProgress {
  readonly assigned: number;
  readonly submitted: number;
  readonly drafts: number;
  readonly declarationsOwed: number;
  readonly remindedAt: string | null;
}

/** @param now of the server, in milliseconds */
export function judgeStateOf(judge: JudgeProgress, window: JudgingWindow, now: number): keyof typeof judgeStates {
  if (judge.submitted >= judge.assigned) return 'finished';
  if (!window.isOpen && window.closedAt) return 'unfinished';
  if (isLate(judge, window, now)) return 'late';
  return judge.submitted + judge.drafts > 0 ? 'going' : 'notBegun';
}

/** Those whom a reminder would reach now: sheets or declarations are missing, and they were not reminded a short while ago. */
export function remindable<Judge extends JudgeProgress>(judges: readonly Judge[], now: number): Judge[] {
  return judges.filter(
    ({ assigned, submitted, declarationsOwed, remindedAt }) =>
      (submitted < assigned || declarationsOwed > 0) &&
      mayBeReminded(remindedAt === null ? null : new Date(remindedAt).getTime(), now),
  );
}
