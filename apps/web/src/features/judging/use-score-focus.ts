import { useRef, useState, type RefObject } from 'react';
import { scoreField, type SheetFields } from './sheet-fields.js';

export interface ScoreFocus {
  register: (key: string) => (input: HTMLInputElement | null) => void;
  /** The field at this place; after the last one the button that follows. */
  at: (index: number) => void;
  /** The first field without a score, where a digit typed anywhere belongs; on a complete sheet it belongs nowhere. */
  first: (fields: SheetFields) => void;
  after: RefObject<HTMLButtonElement | null>;
}

export function useScoreFocus(keys: readonly string[]): ScoreFocus {
  const [inputs] = useState(() => new Map<string, HTMLInputElement>());
  const after = useRef<HTMLButtonElement>(null);
  const at = (index: number) => {
    const key = keys[index];
    if (key !== undefined) inputs.get(key)?.focus();
    else if (index >= keys.length) after.current?.focus();
  };
  return {
    register: (key) => (input) => {
      if (input) inputs.set(key, input);
      else inputs.delete(key);
    },
    at,
    first: (fields) => at(keys.findIndex((key) => !fields[scoreField(key)])),
    after,
  };
}

/** The field of this path, whatever it takes. */
export function focusField(path: string): void {
  document.querySelector<HTMLElement>(`.sheet [data-field="${CSS.escape(path)}"]`)?.focus();
}
