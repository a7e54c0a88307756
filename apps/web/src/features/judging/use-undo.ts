import { useCallback, useState } from 'react';
import type { Scores } from './scores.js';
import { undone, withChange, withTypingEnded, type Change } from './undo-scores.js';

export interface Undo {
  setScore: (criterion: string, value: string, isTyped: boolean) => void;
  /** The judge leaves the score, or submits it: typing it again is another change. */
  endTyping: () => void;
  canUndo: boolean;
  /** Takes back the newest change. @returns its criterion, null where there was none */
  undo: () => string | null;
  /** After another version was taken over, what was changed before it says nothing any more. */
  forget: () => void;
}

/** The judge's changes of this visit, and the way back. */
export function useUndo(scores: Scores, setScores: (scores: Scores) => void): Undo {
  const [changes, setChanges] = useState<readonly Change[]>([]);
  return {
    setScore: (criterion, value, isTyped) => {
      const before = scores[criterion] ?? '';
      if (before === value) return;
      setChanges(withChange(changes, { criterion, before, isTyped }));
      setScores({ ...scores, [criterion]: value });
    },
    endTyping: useCallback(() => setChanges(withTypingEnded), []),
    canUndo: changes.length > 0,
    undo: () => {
      const back = undone(changes, scores);
      if (!back) return null;
      setChanges(back.changes);
      setScores(back.scores);
      return changes.at(-1)?.criterion ?? null;
    },
    forget: () => setChanges([]),
  };
}
