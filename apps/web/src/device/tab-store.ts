import type { DeviceStoreName } from './device-database.js';

/** What is in the tab's session storage under this prefix stands for a device that keeps nothing. */
const prefix = 'leitai.device.';
const nameOf = (store: DeviceStoreName, key: string) => `${prefix}${store}.${key}`;

/** What this tab keeps in the place of the device; null is what the device failed to delete. */
export function readTab(store: DeviceStoreName): ReadonlyMap<string, unknown> {
  try {
    const start = nameOf(store, '');
    const names = Object.keys(window.sessionStorage).filter((name) => name.startsWith(start));
    return new Map(
      names.map((name) => [
        name.slice(start.length),
        JSON.parse(window.sessionStorage.getItem(name) ?? 'null') as unknown,
      ]),
    );
  } catch {
    return new Map();
  }
}

/** @param value undefined removes it, null says that the device’s is deleted */
export function writeTab(store: DeviceStoreName, key: string, value: unknown): void {
  try {
    if (value === undefined) window.sessionStorage.removeItem(nameOf(store, key));
    else window.sessionStorage.setItem(nameOf(store, key), JSON.stringify(value));
  } catch {
    // A full or forbidden storage: what is typed is on this page alone, which asks before it is closed.
  }
}

/** Another tab has changed what this one keeps: its own copy must not bring the older state back. */
export function renewTab(store: DeviceStoreName, key: string, value: unknown): void {
  if (readTab(store).has(key)) writeTab(store, key, value);
}

/** Rows of work tell when they were made, those of submissions which came first. */
function placeOf(row: unknown): number {
  const { at, order } = (row ?? {}) as { at?: number; order?: number };
  return at ?? order ?? Infinity;
}

/** What the tab keeps is what the device could not take, so it is the newer, unless the rows say otherwise. */
export function isNewer(tab: unknown, device: unknown): boolean {
  return device === undefined || placeOf(tab) >= placeOf(device);
}
