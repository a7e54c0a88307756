import { newIntention } from '../api/client.js';

const storageKey = 'leitai.tab';
const lockOf = (tab: string) => `leitai.tab.${tab}`;

let tab: string | null = null;

const forever = () => new Promise<never>(() => undefined);

/** Takes the name for as long as this page is there; false where another page has it. */
function take(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const held = navigator.locks.request(lockOf(name), { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock === null ? undefined : forever();
    });
    // Where locks are refused nobody else has the name either.
    held.then(undefined, () => resolve(true));
  });
}

function kept(): string | null {
  try {
    return window.sessionStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

/** The name of this tab: the same after a reload, another one in a tab that was made as a copy of it. */
export async function nameTab(): Promise<string> {
  if (tab !== null) return tab;
  let name = kept() ?? newIntention();
  // Without https there are no locks: a copied tab then shares the name of the first.
  if ('locks' in navigator && !(await take(name))) {
    name = newIntention();
    await take(name);
  }
  tab = name;
  try {
    window.sessionStorage.setItem(storageKey, name);
  } catch {
    // Then a reload is another tab, which takes over what this one has kept.
  }
  return name;
}

export const tabName = (): string => tab ?? '';

/** Whether a tab of this name is open now; unknown counts as closed. */
export async function openTabs(): Promise<(name: string) => boolean> {
  if (!('locks' in navigator)) return (name) => name === tab;
  const { held = [] } = await navigator.locks.query().catch((): LockManagerSnapshot => ({}));
  const names = new Set(held.map(({ name }) => name));
  return (name) => names.has(lockOf(name));
}
