import { useEffect, useState } from 'react';
import { useSession } from '../identity/use-session.js';

const storageKey = (person: string) => `leitai.shortcuts.${person}`;

/** Single-key shortcuts can be switched off (WCAG 2.1.4); the choice is kept for this person on this device. */
export function useShortcutChoice(): [boolean, (isOn: boolean) => void] {
  const person = useSession().user?.displayName ?? '';
  const [isOn, setOn] = useState(() => window.localStorage.getItem(storageKey(person)) !== 'off');
  return [
    isOn,
    (next) => {
      window.localStorage.setItem(storageKey(person), next ? 'on' : 'off');
      setOn(next);
    },
  ];
}

export interface Shortcuts {
  next: () => void;
  previous: () => void;
  help: () => void;
  review: () => void;
  /** Moves the focus to a score's field; the digit itself then lands there. */
  digit: () => void;
}

/** Letters are never part of a score, so they work inside a score's field too; other fields and dialogs are left alone. */
export function useShortcuts(isOn: boolean, isBlocked: boolean, shortcuts: Shortcuts): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isBlocked || event.isComposing || event.altKey) return;
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        shortcuts.review();
        return;
      }
      if (!isOn || event.ctrlKey || event.metaKey) return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      const isScore = target?.dataset['score'] !== undefined;
      if (!isScore && target?.closest('input, textarea, select, [contenteditable]')) return;
      const act = { j: shortcuts.next, k: shortcuts.previous, '?': shortcuts.help }[event.key];
      if (act) {
        event.preventDefault();
        act();
      } else if (!isScore && /^[0-9]$/.test(event.key)) {
        shortcuts.digit();
      }
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [isOn, isBlocked, shortcuts]);
}
