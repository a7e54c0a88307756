import { registerUnsavedWork } from '../identity/unsaved-work.js';
import type { Autosave } from './autosave.js';

type Leaving = Pick<Autosave<object>, 'isDirty' | 'flush' | 'drop'>;

/** What a person went on from while it was still on its way. */
const left = new Map<string, Leaving>();

/** What stands on a page of this tab. */
const open = new Set<string>();

/** A page shows it and sends it by itself, until the end is called. */
export function openWork(publicId: string): () => void {
  open.add(publicId);
  return () => void open.delete(publicId);
}

/** A page is about to show it: from now on nothing else sends it. */
export const expectWork = (publicId: string): void => void open.add(publicId);

/** Nothing of it is shown after all. */
export const giveUpWork = (publicId: string): void => void open.delete(publicId);

/** What a closed tab has left is being sent: whoever opens its page meanwhile reads it afterwards. */
export async function sendMeanwhile(publicId: string, sent: Promise<void>): Promise<void> {
  const leaving = { isDirty: true, flush: () => sent, drop: () => undefined };
  left.set(publicId, leaving);
  await sent.finally(() => {
    if (left.get(publicId) === leaving) left.delete(publicId);
  });
}

/** Whether this page sends it by itself, now or until it has arrived. */
export const isAtHand = (publicId: string): boolean => open.has(publicId) || left.has(publicId);

registerUnsavedWork({
  isDirty: () => [...left.values()].some(({ isDirty }) => isDirty),
  save: async () => void (await Promise.all([...left.values()].map((autosave) => autosave.flush()))),
  drop: () => {
    for (const autosave of left.values()) autosave.drop();
    left.clear();
  },
});

/** Sends what is pending, and goes on trying while other pages are open. */
export function leaveWork(publicId: string, autosave: Leaving): void {
  if (!autosave.isDirty) return;
  left.set(publicId, autosave);
  void autosave.flush();
}

/** What is on its way arrives first, where it can; where it cannot, it is tried again as before. */
export async function awaitLeft(publicId: string): Promise<void> {
  await left.get(publicId)?.flush();
}

/** Before it is read again: what is on its way arrives first; what cannot arrive is kept for the page to go on with. */
export async function returnToWork(publicId: string): Promise<void> {
  const autosave = left.get(publicId);
  if (!autosave) return;
  left.delete(publicId);
  await autosave.flush();
  autosave.drop();
}
