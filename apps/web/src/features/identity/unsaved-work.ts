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

/** Whether this tab holds what is on no server yet; closing it would lose that. */
export const hasKeptWork = (): boolean =>
  Object.keys(window.sessionStorage).some((key) => key.startsWith(unsavedPrefix));

/** Saves what can be saved, for as long as a person waits; false where something would still be lost. */
export async function saveUnsavedWork(): Promise<boolean> {
  const saves = Promise.all([...works].map(async (work) => work.save?.()));
  await Promise.race([saves, new Promise((resolve) => setTimeout(resolve, patience))]);
  return !hasKeptWork() && ![...works].some((work) => work.isDirty());
}

export function dropUnsavedWork(): void {
  for (const work of works) work.drop();
}
