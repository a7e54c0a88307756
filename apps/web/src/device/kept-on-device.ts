import { devicePlace, deviceWork } from './device.js';
import { openTabs, tabName } from './tab.js';

/** A place for what is kept under a name until the server has it. */
export interface KeptPlace {
  read: (name: string) => unknown;
  write: (name: string, value: unknown) => void;
  forget: (name: string) => void;
}

const ownKey = (name: string) => `${name}@${tabName()}`;
const tabOf = (key: string) => key.slice(key.lastIndexOf('@') + 1);

/** The newest first. */
const rowsOf = (name: string) =>
  deviceWork
    .entries()
    .filter(([key]) => key.startsWith(`${name}@`))
    .sort(([, a], [, b]) => b.at - a.at);

/** On this device: what this tab kept, else what another tab of the same person kept last. */
export const onDevice: KeptPlace = {
  read: (name) => (deviceWork.get(ownKey(name)) ?? rowsOf(name)[0]?.[1])?.value ?? null,
  write: (name, value) => deviceWork.set(ownKey(name), { value, at: Date.now() }),
  forget: (name) => deviceWork.delete(ownKey(name)),
};

/** What a closed tab has left becomes this tab's own, unless it has something itself. */
export async function adoptKept(name: string): Promise<void> {
  if (deviceWork.get(ownKey(name))) return;
  const isOpen = await openTabs();
  const [key, row] = rowsOf(name).find(([one]) => !isOpen(tabOf(one))) ?? [];
  if (key === undefined || row === undefined) return;
  deviceWork.set(ownKey(name), row);
  deviceWork.delete(key);
}

/** Of every tab: the person may not, or need not, have it any more. */
export function forgetEverywhere(name: string, isMeant: (value: unknown) => boolean = () => true): void {
  for (const [key, { value }] of rowsOf(name)) if (isMeant(value)) deviceWork.delete(key);
}

/** Whether what was kept under this name stands where it survives, and no change of it is on its way there. */
export const isKept = (name: string): boolean => devicePlace.read() === 'device' && deviceWork.isWritten(ownKey(name));
