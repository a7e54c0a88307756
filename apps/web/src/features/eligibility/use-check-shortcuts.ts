import { useEffect } from 'react';

/** Single keys for the walk through the queue and for a decision; fields that take text are left alone. */
export function useCheckShortcuts(isOn: boolean, acts: Readonly<Record<string, (() => void) | null>>): void {
  useEffect(() => {
    if (!isOn) return;
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (target?.closest('input:not([type=checkbox], [type=radio]), textarea, select, [role=dialog]')) return;
      const act = Object.hasOwn(acts, event.key) ? acts[event.key] : null;
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [isOn, acts]);
}
