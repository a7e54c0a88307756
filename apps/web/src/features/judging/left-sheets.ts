import { registerUnsavedWork } from '../identity/unsaved-work.js';
import type { Autosave } from './autosave.js';

/** Sheets that the judge went on from while scores were still on their way. */
const left = new Map<string, Autosave>();

registerUnsavedWork({
  isDirty: () => [...left.values()].some(({ isDirty }) => isDirty),
  save: async () => void (await Promise.all([...left.values()].map((autosave) => autosave.flush()))),
  drop: () => {
    for (const autosave of left.values()) autosave.drop();
    left.clear();
  },
});

/** Sends what is pending, and goes on trying while other pages are open. */
export function leaveSheet(publicId: string, autosave: Autosave): void {
  if (!autosave.isDirty) return;
  left.set(publicId, autosave);
  void autosave.flush();
}

/** Before a sheet is read again: what is on its way arrives first; what cannot arrive is kept for the page to go on with. */
export async function returnToSheet(publicId: string): Promise<void> {
  const autosave = left.get(publicId);
  if (!autosave) return;
  left.delete(publicId);
  await autosave.flush();
  autosave.drop();
}
