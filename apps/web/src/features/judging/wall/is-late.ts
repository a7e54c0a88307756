import type { JudgingWindow } from '../../contest/judging-window.js';

interface JudgeProgress {
  assigned: number;
  submitted: number;
}

/**
 * A judge is late while the window is open when less is done than time has passed, with a quarter of the work in hand:
 * nobody is called late for a slow first day.
 */
export function isLate({ assigned, submitted }: JudgeProgress, judging: JudgingWindow, now: number): boolean {
  const from = new Date(judging.openedAt ?? judging.plannedOpensAt).getTime();
  const until = new Date(judging.deadlineAt ?? judging.plannedClosesAt).getTime();
  if (!judging.isOpen || assigned === 0 || submitted >= assigned || until <= from) return false;
  return submitted / assigned < (now - from) / (until - from) - 0.25;
}
