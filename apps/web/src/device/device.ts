import { deleteDatabase, openDatabase, writeValue } from './device-database.js';
import type { DeviceDatabase, DeviceStoreName } from './device-database.js';
import { DeviceMap } from './device-map.js';
import { nameTab } from './tab.js';

/** Typed and confirmed by no server yet, in one row a tab: `<kind>.<id>@<tab>`. */
export const deviceWork = new DeviceMap<{ value: unknown; at: number }>('work');
/** Submissions that are on their way, and their outcomes, by assignment. */
export const deviceIntentions = new DeviceMap<unknown>('intentions');

const maps: readonly DeviceMap<unknown>[] = [deviceWork as DeviceMap<unknown>, deviceIntentions];

/** What is in the tab's session storage under this prefix stands for a device that keeps nothing. */
const tabPrefix = 'leitai.device.';
const ownerKey = 'leitai.device-owner';

/** `device`: it survives the tab and the browser. `tab`: it leaves with this tab. */
export type DevicePlace = 'device' | 'tab';

interface Opened {
  person: string;
  database: DeviceDatabase | null;
  channel: BroadcastChannel | null;
}

type Message = { store: DeviceStoreName; key: string; value: unknown } | { isWiped: true };

let opening: { person: string; opened: Promise<Opened> } | null = null;
let place: DevicePlace = 'device';
const placeListeners = new Set<() => void>();
const wipeListeners = new Set<() => void>();

function enter(next: DevicePlace): void {
  place = next;
  for (const listener of placeListeners) listener();
}

/** Where what is typed stands by now, told truthfully. */
export const devicePlace = {
  read: () => place,
  subscribe: (listener: () => void) => {
    placeListeners.add(listener);
    return () => placeListeners.delete(listener);
  },
};

/** Told when another tab has signed out and emptied the device. */
export function onWiped(listener: () => void): void {
  wipeListeners.add(listener);
}

function readTab(store: DeviceStoreName): ReadonlyMap<string, unknown> {
  const prefix = `${tabPrefix}${store}.`;
  const keys = Object.keys(window.sessionStorage).filter((key) => key.startsWith(prefix));
  return new Map(
    keys.map((key) => [key.slice(prefix.length), JSON.parse(window.sessionStorage.getItem(key) ?? 'null') as unknown]),
  );
}

function writeTab(store: DeviceStoreName, key: string, value: unknown): void {
  const name = `${tabPrefix}${store}.${key}`;
  try {
    if (value === undefined) window.sessionStorage.removeItem(name);
    else window.sessionStorage.setItem(name, JSON.stringify(value));
  } catch {
    // A full or forbidden storage: what is typed is on this page alone, which asks before it is closed.
  }
}

async function readStore(database: DeviceDatabase | null, store: DeviceStoreName): Promise<Map<string, unknown>> {
  const kept = new Map(readTab(store));
  if (!database) return kept;
  const read = database.transaction(store);
  const [keys, values] = await Promise.all([read.store.getAllKeys(), read.store.getAll()]);
  keys.forEach((key, index) => kept.set(key, values[index]));
  return kept;
}

function keeperOf({ database, channel }: Opened) {
  const keep = async (store: DeviceStoreName, key: string, value: unknown) => {
    channel?.postMessage({ store, key, value } satisfies Message);
    if (!database) return writeTab(store, key, value);
    try {
      await writeValue(database, store, key, value);
      writeTab(store, key, undefined);
    } catch {
      writeTab(store, key, value);
      if (value !== undefined) enter('tab');
    }
  };
  return { keep };
}

function listen(channel: BroadcastChannel): void {
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if ('isWiped' in data) {
      for (const map of maps) map.begin(null, new Map());
      for (const listener of wipeListeners) listener();
    } else maps.find(({ store }) => store === data.store)?.take(data.key, data.value);
  });
}

async function open(person: string): Promise<Opened> {
  const [database] = await Promise.all([openDatabase(person), nameTab()]);
  const channel = 'BroadcastChannel' in window ? new BroadcastChannel(`leitai-device-${person}`) : null;
  const opened = { person, database, channel };
  if (channel) listen(channel);
  for (const map of maps) map.begin(keeperOf(opened), await readStore(database, map.store));
  enter(database ? 'device' : 'tab');
  return opened;
}

/** Opens what the device keeps for this person; to be awaited before any of it is read. */
export async function openDevice(person: string): Promise<void> {
  if (opening?.person !== person) {
    const before = opening?.opened;
    opening = { person, opened: open(person) };
    void before?.then(({ database, channel }) => {
      database?.close();
      channel?.close();
    });
  }
  window.localStorage.setItem(ownerKey, person);
  await opening.opened;
}

/** Who worked on this device last and has not signed out. */
export const deviceOwner = (): string | null => window.localStorage.getItem(ownerKey);

/** The person's database, for what is too much to be held in memory; null where there is none. */
export async function deviceDatabase(): Promise<DeviceDatabase | null> {
  return (await opening?.opened)?.database ?? null;
}

/** After a sign-out nothing of the person stays here. */
export async function wipeDevice(): Promise<void> {
  window.localStorage.removeItem(ownerKey);
  const opened = await opening?.opened;
  opening = null;
  for (const map of maps) map.begin(null, new Map());
  if (!opened) return;
  opened.channel?.postMessage({ isWiped: true } satisfies Message);
  opened.channel?.close();
  await deleteDatabase(opened.person, opened.database).catch(() => undefined);
}
