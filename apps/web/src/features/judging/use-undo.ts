import { useCallback, useState } from 'react';
import { isInWords, type SheetFields } from './sheet-fields.js';
import { undone, withChange, withTypingEnded, type Change } from './undo-fields.js';

export interface Undo {
  set: (field: string, value: string, isTyped: boolean) => void;
  /** The judge leaves the field, or submits it: typing it again is another change. */
  endTyping: () => void;
  canUndo: boolean;
  /** Takes back the newest change. @returns its field, null where there was none */
  undo: () => string | null;
  /** After another version was taken over, what was changed before it says nothing any more. */
  forget: () => void;
}

/** The judge's changes of this visit, and the way back. */
export function useUndo(fields: SheetFields, setFields: (fields: SheetFields) => void): Undo {
  const [changes, setChanges] = useState<readonly Change[]>([]);
  return {
    set: (field, value, isTyped) => {
      const before = fields[field] ?? '';
      if (before === value) return;
      const words = isTyped && isInWords(field) ? { words: { after: value, at: performance.now() } } : {};
      setChanges(withChange(changes, { field, before, isTyped, ...words }));
      setFields({ ...fields, [field]: value });
    },
    endTyping: useCallback(() => setChanges(withTypingEnded), []),
    canUndo: changes.length > 0,
    undo: () => {
      const back = undone(changes, fields);
      if (!back) return null;
      setChanges(back.changes);
      setFields(back.fields);
      return changes.at(-1)?.field ?? null;
    },
    forget: () => setChanges([]),
  };
}
