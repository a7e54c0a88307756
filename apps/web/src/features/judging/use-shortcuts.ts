import { useEffect } from 'react';

export interface Shortcuts {
  next: () => void;
  previous: () => void;
  help: () => void;
  review: () => void;
  /** Ctrl+Z takes back the judge's last change, whichever field it was in. */
  undo: () => void;
  /** Moves the focus to a score's field; the digit itself then lands there. */
  digit: () => void;
}

const isScore = (target: EventTarget | null) => target instanceof HTMLElement && target.dataset['score'] !== undefined;

/** In a field that is no score's, keys mean what they mean there. */
const isElsewhere = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  !isScore(target) &&
  target.closest('input, textarea, select, [contenteditable]') !== null;

/** A dialog over the sheet, whoever opened it, has the keys to itself. */
const isBehindDialog = () => [...document.querySelectorAll('[role=dialog]')].some((dialog) => dialog.checkVisibility());

/**
 * Single keys can be switched off (WCAG 2.1.4). Letters are never part of a score, so they work inside a score's field too; other fields and dialogs are left alone.
 */
export function useShortcuts(isOn: boolean, shortcuts: Shortcuts): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || event.altKey || isBehindDialog()) return;
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        shortcuts.review();
        return;
      }
      if (event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey) {
        if (isElsewhere(event.target)) return;
        event.preventDefault();
        shortcuts.undo();
        return;
      }
      if (!isOn || event.ctrlKey || event.metaKey) return;
      if (isElsewhere(event.target)) return;
      const act = { j: shortcuts.next, k: shortcuts.previous, '?': shortcuts.help }[event.key];
      if (act) {
        event.preventDefault();
        act();
      } else if (!isScore(event.target) && /^[0-9]$/.test(event.key)) {
        shortcuts.digit();
      }
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [isOn, shortcuts]);
}
