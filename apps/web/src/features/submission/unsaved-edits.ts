import { useEffect, useRef } from 'react';
import { registerUnsavedWork } from '../identity/unsaved-work.js';

/** Of every form on the page: the router honours one question at a time, so that one guard asks for all of them. */
const edited = new Set<{ readonly current: boolean }>();

export const hasUnsavedEdits = (): boolean => [...edited].some(({ current }) => current);

/** Edits that only an act of the person brings to the server: asked about before the tab closes, before signing out, and by the page's `LeaveGuard`. */
export function useUnsavedEdits(isDirty: boolean): void {
  const edits = useRef(isDirty);
  useEffect(() => {
    edits.current = isDirty;
  }, [isDirty]);
  useEffect(() => {
    const unload = (event: BeforeUnloadEvent) => {
      if (edits.current) event.preventDefault();
    };
    const end = registerUnsavedWork({
      isDirty: () => edits.current,
      drop: () => {
        edits.current = false;
      },
    });
    edited.add(edits);
    window.addEventListener('beforeunload', unload);
    return () => {
      window.removeEventListener('beforeunload', unload);
      edited.delete(edits);
      end();
    };
  }, []);
}
