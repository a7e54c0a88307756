import { useEffect, useState } from 'react';
import { withoutBlanks, type SheetFields } from './sheet-fields.js';
import type { Sheet } from './use-sheet.js';

interface HeldSubmit {
  /** From the judge’s word until the sheet is on its way. */
  isHolding: boolean;
  ask: () => void;
}

/**
 * The draft under way arrives first, or is given up: it must not come after what was submitted. Meanwhile whoever goes back
 * has submitted nothing.
 *
 * @param isOpen whether the question still stands
 */
export function useHeldSubmit(
  { fields, hold }: Sheet,
  isOpen: boolean,
  submit: (fields: SheetFields) => void,
): HeldSubmit {
  const [asked, setAsked] = useState<SheetFields | null>(null);
  if (asked !== null && (!isOpen || asked !== fields)) setAsked(null);
  useEffect(() => {
    if (asked === null) return undefined;
    let isCalledOff = false;
    void hold().then((mayFollow) => {
      if (isCalledOff) return;
      setAsked(null);
      if (mayFollow) submit(withoutBlanks(asked));
    });
    return () => {
      isCalledOff = true;
    };
  }, [asked, hold, submit]);
  return { isHolding: asked !== null, ask: () => setAsked(fields) };
}
