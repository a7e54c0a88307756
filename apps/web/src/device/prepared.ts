import { ApiProblem } from '../api/problem.js';
import { deviceDatabase } from './device.js';
import { writeValue } from './device-database.js';

/** Who was signed in when the device was prepared. */
export const sessionName = 'session';

/** No answer of our own server: the line is cut, or what stands before the server says that it is not there. */
const isCut = (error: unknown): boolean =>
  error instanceof ApiProblem && (error.status === 0 || (error.status >= 502 && error.status <= 504));

export async function readAnswer<T>(name: string): Promise<T | undefined> {
  const database = await deviceDatabase();
  return (await database?.get('answers', name)) as T | undefined;
}

/** @throws DOMException `QuotaExceededError` */
export async function keepAnswer(name: string, value: unknown): Promise<void> {
  const database = await deviceDatabase();
  if (database) await writeValue(database, 'answers', name, value);
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
  if ((await readAnswer(name)) !== undefined) await keepAnswer(name, answer).catch(() => undefined);
  return answer;
}

/** Changes what is prepared, where it is. */
export async function amendAnswer<T>(name: string, change: (kept: T) => T): Promise<void> {
  const kept = await readAnswer<T>(name);
  if (kept !== undefined) await keepAnswer(name, change(kept));
}

export async function readPage(name: string): Promise<Blob | undefined> {
  return (await deviceDatabase())?.get('pages', name);
}

/** @throws DOMException `QuotaExceededError` */
export async function keepPage(name: string, picture: Blob): Promise<void> {
  const database = await deviceDatabase();
  if (database) await writeValue(database, 'pages', name, picture);
}

/** Names of what is prepared, that begin so. */
export async function preparedNames(store: 'answers' | 'pages', prefix = ''): Promise<string[]> {
  const database = await deviceDatabase();
  return ((await database?.getAllKeys(store)) ?? []).filter((name) => name.startsWith(prefix));
}

/** Removes what begins so from the device. */
export async function forgetPrepared(prefix: string): Promise<void> {
  const database = await deviceDatabase();
  if (!database) return;
  for (const store of ['answers', 'pages'] as const) {
    for (const name of await preparedNames(store, prefix)) await writeValue(database, store, name, undefined);
  }
}
