import { deviceWork, devicePlace } from '../../device/device.js';

/** What stands under this prefix in the tab's session storage is on no server yet. */
export const unsavedPrefix = 'leitai.unsaved.';

/** Something typed that signing out would lose. */
export interface UnsavedWork {
  isDirty: () => boolean;
  /** Brings it to the server now, where that needs no decision. */
  save?: () => Promise<void>;
  /** Lets it go: nothing is sent or asked any more. */
  drop: () => void;
}

const works = new Set<UnsavedWork>();
const patience = 5_000;

export function registerUnsavedWork(work: UnsavedWork): () => void {
  works.add(work);
  return () => void works.delete(work);
}

/** A submission without an answer is no typed work any more, and is as unsent. */
const isAnyDirty = (): boolean => [...works].some((work) => work.isDirty());

const inTab = (): boolean => Object.keys(window.sessionStorage).some((key) => key.startsWith(unsavedPrefix));

/** Whether what is on no server yet would be lost by closing this tab. */
export const hasTabWork = (): boolean =>
  inTab() || (devicePlace.read() === 'tab' && (deviceWork.entries().length > 0 || isAnyDirty()));

/** Whether anything is kept that is on no server yet; signing out would lose that. */
const hasKeptWork = (): boolean => inTab() || deviceWork.entries().length > 0;

/** Saves what can be saved, for as long as a person waits; false where something would still be lost. */
export async function saveUnsavedWork(): Promise<boolean> {
  const saves = Promise.all([...works].map(async (work) => work.save?.()));
  await Promise.race([saves, new Promise((resolve) => setTimeout(resolve, patience))]);
  return !hasKeptWork() && !isAnyDirty();
}

export function dropUnsavedWork(): void {
  for (const work of works) work.drop();
}
