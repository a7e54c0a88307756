import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';

interface DeviceSchema extends DBSchema {
  /** Typed and not confirmed by the server so far. */
  work: { key: string; value: unknown };
  /** Submissions that have no answer yet, or one that nobody has read. */
  intentions: { key: string; value: unknown };
  /** Answers of the server that were prepared for work without network, by what they are about. */
  answers: { key: string; value: unknown };
  /** Pages of viewing copies, by file and page. */
  pages: { key: string; value: Blob };
}

export type DeviceDatabase = IDBPDatabase<DeviceSchema>;
export type DeviceStoreName = 'work' | 'intentions' | 'answers' | 'pages';

const stores: readonly DeviceStoreName[] = ['work', 'intentions', 'answers', 'pages'];
const prefix = 'leitai-';
const nameOf = (person: string) => `${prefix}${person}`;

/**
 * One database a person.
 *
 * @param onDeleted told when another tab deletes it: whatever this one holds of the person is over
 * @returns null where the browser keeps nothing, as some do in private windows
 */
export async function openDatabase(person: string, onDeleted: () => void): Promise<DeviceDatabase | null> {
  try {
    return await openDB<DeviceSchema>(nameOf(person), 1, {
      upgrade: (database) => {
        for (const store of stores) database.createObjectStore(store);
      },
      // Whoever deletes the database in another tab must not wait for this one.
      blocking: (_old, _new, event) => {
        (event.target as IDBDatabase).close();
        onDeleted();
      },
    });
  } catch {
    return null;
  }
}

/** Committed at once, so that it stands also where the tab is closed the moment after. @throws DOMException where it is full */
export async function writeValue(
  database: DeviceDatabase,
  store: DeviceStoreName,
  key: string,
  value: unknown,
): Promise<void> {
  const change = database.transaction(store, 'readwrite', { durability: 'strict' });
  const request = value === undefined ? change.store.delete(key) : change.store.put(value, key);
  change.commit();
  await Promise.all([request, change.done]);
}

/** Empties it first: an open connection of another tab may hold up its end, but not this. */
export async function deleteDatabase(person: string, database: DeviceDatabase | null): Promise<void> {
  await clear(database).catch(() => undefined);
  await new Promise<void>((resolve) => {
    void deleteDB(nameOf(person), { blocked: () => resolve() }).then(resolve, () => resolve());
  });
}

/** What was prepared for a person to read without network; what they gave and is not sent stays. */
export async function clearPrepared(person: string): Promise<void> {
  const database = await openDatabase(person, () => undefined);
  if (!database) return;
  try {
    const change = database.transaction(['answers', 'pages'], 'readwrite');
    await Promise.all([change.objectStore('answers').clear(), change.objectStore('pages').clear(), change.done]);
  } finally {
    database.close();
  }
}

async function clear(database: DeviceDatabase | null): Promise<void> {
  if (!database) return;
  try {
    const change = database.transaction(stores, 'readwrite', { durability: 'strict' });
    await Promise.all([...stores.map((store) => change.objectStore(store).clear()), change.done]);
  } finally {
    database.close();
  }
}
