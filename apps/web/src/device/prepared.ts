import { ApiProblem } from '../api/problem.js';
import { inDevice } from './device.js';
import { writeValue, type DeviceDatabase } from './device-database.js';

/** Who was signed in when the device was prepared. */
export const sessionName = 'session';

/** No answer of our own server: the line is cut, or what stands before the server says that it is not there. */
const isCut = (error: unknown): boolean =>
  error instanceof ApiProblem && (error.status === 0 || (error.status >= 502 && error.status <= 504));

/** A device that fails has nothing: what the server answered stands without it. */
async function orNothing<T>(act: (database: DeviceDatabase) => Promise<T>): Promise<T | undefined> {
  try {
    return await inDevice(act);
  } catch {
    return undefined;
  }
}

export async function readAnswer<T>(name: string): Promise<T | undefined> {
  return (await orNothing((database) => database.get('answers', name))) as T | undefined;
}

/** @throws DOMException `QuotaExceededError` */
export async function keepAnswer(name: string, value: unknown): Promise<void> {
  await inDevice((database) => writeValue(database, 'answers', name, value));
}

/** From the server; where none answers, as it was prepared here. What is prepared is renewed with every answer. */
export async function readOrPrepared<T>(name: string, read: () => Promise<T>): Promise<T> {
  let answer: T;
  try {
    answer = await read();
  } catch (error) {
    const kept = isCut(error) ? await readAnswer<T>(name) : undefined;
    if (kept === undefined) throw error;
    return kept;
  }
  await amendAnswer(name, () => answer);
  return answer;
}

/** Changes what is prepared, where it is; where the device fails, it stays as it was. */
export async function amendAnswer<T>(name: string, change: (kept: T) => T): Promise<void> {
  await orNothing(async (database) => {
    const { store, done } = database.transaction('answers', 'readwrite');
    const amend = async () => {
      const kept = await store.get(name);
      if (kept !== undefined) await store.put(change(kept as T), name);
    };
    await Promise.all([amend(), done]);
  });
}

export async function readPage(name: string): Promise<Blob | undefined> {
  return orNothing((database) => database.get('pages', name));
}

/** @throws DOMException `QuotaExceededError` */
export async function keepPage(name: string, picture: Blob): Promise<void> {
  await inDevice((database) => writeValue(database, 'pages', name, picture));
}

/** Names of what is prepared, that begin so. @throws DOMException where the device fails */
export async function preparedNames(store: 'answers' | 'pages', prefix = ''): Promise<string[]> {
  const names = await inDevice((database) => database.getAllKeys(store));
  return (names ?? []).filter((name) => name.startsWith(prefix));
}

/** Removes what begins so from the device. @throws DOMException where the device fails */
export async function forgetPrepared(prefix: string): Promise<void> {
  for (const store of ['answers', 'pages'] as const) {
    for (const name of await preparedNames(store, prefix)) {
      await inDevice((database) => writeValue(database, store, name, undefined));
    }
  }
}
