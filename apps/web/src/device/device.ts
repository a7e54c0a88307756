import { clearPrepared, deleteDatabase, openDatabase, writeValue } from './device-database.js';
import type { DeviceDatabase, DeviceStoreName } from './device-database.js';
import { DeviceMap } from './device-map.js';
import { isNewer, readTab, renewTab, writeTab } from './tab-store.js';
import { nameTab } from './tab.js';

/** Typed and confirmed by no server yet, in one row a tab: `<kind>.<id>@<tab>`. */
export const deviceWork = new DeviceMap<{ value: unknown; at: number }>('work');
/** Submissions that are on their way, and their outcomes, by assignment. */
export const deviceIntentions = new DeviceMap<unknown>('intentions');

const maps: readonly DeviceMap<unknown>[] = [deviceWork as DeviceMap<unknown>, deviceIntentions];

const ownerKey = 'leitai.device-owner';
/** Says that the server has ended the owner’s session: nobody works on here without it. */
const doorKey = 'leitai.device-closed';

/** `device`: it survives the tab and the browser. `tab`: it leaves with this tab. */
export type DevicePlace = 'device' | 'tab';

interface Opened {
  person: string;
  database: DeviceDatabase | null;
  channel: BroadcastChannel | null;
  /** What the database could not take, as `<store>.<key>`: this tab alone has it. */
  unkept: Set<string>;
  reopening: Promise<void> | null;
  /** Signed out, here or in another tab: nothing of it is opened again. */
  isOver: boolean;
}

type Message = { store: DeviceStoreName; key: string; value: unknown } | { isWiped: true };

interface Opening {
  person: string;
  opened: Promise<Opened>;
  /** Aborted once another person works here, or nobody. */
  over: AbortController;
}

let opening: Opening | null = null;
let place: DevicePlace = 'device';
const placeListeners = new Set<() => void>();
const wipeListeners = new Set<() => void>();

function enter(next: DevicePlace): void {
  if (place === next) return;
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

/** Told when another tab has signed out and emptied the device. @returns the end of it */
export function onWiped(listener: () => void): () => void {
  wipeListeners.add(listener);
  return () => void wipeListeners.delete(listener);
}

async function reopen(opened: Opened): Promise<void> {
  opened.database?.close();
  opened.database = await openDatabase(opened.person, () => (opened.isOver = true));
}

/**
 * Browsers end the connections of pages that they put to sleep: it is then opened anew, once.
 *
 * @throws DOMException where the device is full, or keeps nothing any more
 */
async function inDatabase<T>(opened: Opened, act: (database: DeviceDatabase) => Promise<T>): Promise<T | undefined> {
  if (!opened.database) return undefined;
  try {
    return await act(opened.database);
  } catch (error) {
    if (opened.isOver || (error as Partial<DOMException>).name === 'QuotaExceededError') throw error;
    opened.reopening ??= reopen(opened).finally(() => (opened.reopening = null));
    await opened.reopening;
    if (!opened.database) throw error;
    return await act(opened.database);
  }
}

/** The tab's over the database's: what it has, the database could not take. */
async function readStore(database: DeviceDatabase | null, store: DeviceStoreName): Promise<Map<string, unknown>> {
  const kept = new Map<string, unknown>();
  if (database) {
    const read = database.transaction(store);
    const [keys, values] = await Promise.all([read.store.getAllKeys(), read.store.getAll()]);
    keys.forEach((key, index) => kept.set(key, values[index]));
  }
  for (const [key, value] of readTab(store)) {
    if (value === null) kept.delete(key);
    else if (isNewer(value, kept.get(key))) kept.set(key, value);
  }
  return kept;
}

function keeperOf(opened: Opened) {
  const keep = async (store: DeviceStoreName, key: string, value: unknown) => {
    opened.channel?.postMessage({ store, key, value } satisfies Message);
    if (!opened.database) return writeTab(store, key, value);
    const name = `${store}.${key}`;
    try {
      await inDatabase(opened, (database) => writeValue(database, store, key, value));
      writeTab(store, key, undefined);
      opened.unkept.delete(name);
    } catch {
      if (opened.isOver) return;
      writeTab(store, key, value ?? null);
      if (value === undefined) opened.unkept.delete(name);
      else opened.unkept.add(name);
    }
    enter(opened.database && opened.unkept.size === 0 ? 'device' : 'tab');
  };
  return { keep };
}

function close(): void {
  opening?.over.abort();
  opening = null;
}

function end(opened: Opened): void {
  opened.isOver = true;
  opened.database?.close();
  opened.channel?.close();
}

function listen(opened: Opened, channel: BroadcastChannel): void {
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (opened.isOver) return;
    if ('isWiped' in data) {
      // Whoever signs in next opens it anew, the same person too.
      close();
      end(opened);
      for (const map of maps) map.begin(null, new Map());
      for (const listener of wipeListeners) listener();
    } else {
      renewTab(data.store, data.key, data.value);
      maps.find(({ store }) => store === data.store)?.take(data.key, data.value);
    }
  });
}

/** A device that cannot be read is one that keeps nothing: the person works on, in this tab. */
async function readAll(opened: Opened): Promise<Map<string, unknown>[]> {
  const { database } = opened;
  try {
    return await Promise.all(maps.map(({ store }) => readStore(database, store)));
  } catch {
    database?.close();
    opened.database = null;
    return Promise.all(maps.map(({ store }) => readStore(null, store)));
  }
}

async function open(person: string): Promise<Opened> {
  const channel = 'BroadcastChannel' in window ? new BroadcastChannel(`leitai-device-${person}`) : null;
  const opened: Opened = { person, database: null, channel, unkept: new Set(), reopening: null, isOver: false };
  await Promise.all([reopen(opened), nameTab()]);
  const kept = await readAll(opened);
  if (channel) listen(opened, channel);
  enter(opened.database ? 'device' : 'tab');
  const keeper = keeperOf(opened);
  maps.forEach((map, index) => map.begin(keeper, kept[index] ?? new Map()));
  for (const { store, get } of maps) {
    for (const key of readTab(store).keys()) await keeper.keep(store, key, get(key));
  }
  return opened;
}

/** Opens what the device keeps for this person; to be awaited before any of it is read. */
export async function openDevice(person: string): Promise<void> {
  if (opening?.person !== person) {
    const before = opening?.opened;
    close();
    opening = { person, opened: open(person), over: new AbortController() };
    void before?.then(end);
  }
  const { opened } = opening;
  await claim(person);
  await opened;
}

/** Whoever worked here before keeps what is not sent; what was prepared for them to read goes. */
async function claim(person: string): Promise<void> {
  try {
    const before = window.localStorage.getItem(ownerKey);
    if (before !== null && before !== person) await clearPrepared(before);
    window.localStorage.setItem(ownerKey, person);
    window.localStorage.removeItem(doorKey);
  } catch {
    // Refused site data: nobody’s pages are opened here without network, and all else works.
  }
}

/** Who worked on this device last, has not signed out, and had a session when the server was last heard of. */
export function deviceOwner(): string | null {
  try {
    return window.localStorage.getItem(doorKey) === null ? window.localStorage.getItem(ownerKey) : null;
  } catch {
    return null;
  }
}

/** The server says that the owner’s session is over: without a password the device opens to nobody, and keeps all. */
export function closeDoor(): void {
  try {
    if (window.localStorage.getItem(ownerKey) !== null) window.localStorage.setItem(doorKey, 'closed');
  } catch {
    // Then it was never open.
  }
}

function forgetOwner(): void {
  try {
    window.localStorage.removeItem(ownerKey);
  } catch {
    // Then none was kept.
  }
}

/** The person's database, for what is too much to be held in memory; null where there is none. */
export async function deviceDatabase(): Promise<DeviceDatabase | null> {
  return (await opening?.opened)?.database ?? null;
}

/**
 * Acts in the database of the person who is here at the time of the call, whoever is here when it is done.
 *
 * @returns undefined where there is none
 * @throws DOMException where it is full, lost or over
 */
export async function inDevice<T>(act: (database: DeviceDatabase) => Promise<T>): Promise<T | undefined> {
  const opened = await opening?.opened;
  return opened && inDatabase(opened, act);
}

/** Aborted once the device is no more this person’s: what goes on for them ends. */
export const deviceEnd = (): AbortSignal => opening?.over.signal ?? AbortSignal.abort();

/** After a sign-out nothing of the person stays here. */
export async function wipeDevice(): Promise<void> {
  forgetOwner();
  const opened = await opening?.opened;
  close();
  for (const map of maps) map.begin(null, new Map());
  if (!opened) return;
  opened.isOver = true;
  opened.channel?.postMessage({ isWiped: true } satisfies Message);
  opened.channel?.close();
  await deleteDatabase(opened.person, opened.database);
}
