import { unsavedPrefix } from '../identity/unsaved-work.js';

/** What the server has not confirmed yet: it survives a reload of this tab, and leaves with it. */
interface Kept<T> {
  value: T;
  version: number;
  /** Of what was submitted, where the work rests on that too. */
  revision?: number;
  /** Sent, with no answer so far: the server may hold any of them by now. */
  sent: T[];
}

export function readKept(key: string): unknown {
  try {
    return JSON.parse(window.sessionStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

export function writeKept(key: string, value: unknown): void {
  try {
    window.sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A full or forbidden storage only costs the survival of a reload.
  }
}

export interface KeptWork<T> {
  read: (id: string) => Kept<T> | null;
  forget: (id: string) => void;
  hold: (id: string, value: T, version: number, revision?: number) => void;
  /** Before a try: should its answer be lost, what the server then holds is known as one's own. */
  sending: (id: string, value: T) => void;
  /** After the answer, whether or not the work is still on the page. */
  confirm: (id: string, value: T, version: number) => void;
}

/** A place in this tab for work of one kind. @param isSame whether two values are the same to whoever typed them */
export function keptWork<T>(kind: string, isSame: (a: T, b: T) => boolean): KeptWork<T> {
  const keyOf = (id: string) => `${unsavedPrefix}${kind}.${id}`;
  const read = (id: string) => readKept(keyOf(id)) as Kept<T> | null;
  const write = (id: string, kept: Kept<T>) => writeKept(keyOf(id), kept);
  const forget = (id: string) => window.sessionStorage.removeItem(keyOf(id));
  return {
    read,
    forget,
    hold: (id, value, version, revision = 0) => write(id, { value, version, revision, sent: read(id)?.sent ?? [] }),
    sending: (id, value) => {
      const kept = read(id);
      if (!kept || kept.sent.some((sent) => isSame(sent, value))) return;
      write(id, { ...kept, sent: [...kept.sent, value] });
    },
    confirm: (id, value, version) => {
      const kept = read(id);
      if (!kept) return;
      if (isSame(kept.value, value)) forget(id);
      else write(id, { ...kept, version, sent: [] });
    },
  };
}
