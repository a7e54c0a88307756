import type { KeptPlace } from '../../device/kept-on-device.js';
import { unsavedPrefix } from '../identity/unsaved-work.js';

/** What the server has not confirmed yet. */
export interface Kept<T> {
  value: T;
  version: number;
  /** Of what was submitted, where the work rests on that too. */
  revision?: number;
  /** When it was typed, by this device's clock, in milliseconds. */
  typedAt?: number;
  /** Sent, with no answer so far: the server may hold any of them by now. */
  sent: T[];
}

function readKept(name: string): unknown {
  try {
    return JSON.parse(window.sessionStorage.getItem(`${unsavedPrefix}${name}`) ?? 'null');
  } catch {
    return null;
  }
}

function writeKept(name: string, value: unknown): void {
  try {
    window.sessionStorage.setItem(`${unsavedPrefix}${name}`, JSON.stringify(value));
  } catch {
    // A full or forbidden storage only costs the survival of a reload.
  }
}

/** It survives a reload of this tab, and leaves with it: for what must not stay on a device that several people use. */
export const inTab: KeptPlace = {
  read: readKept,
  write: writeKept,
  forget: (name) => window.sessionStorage.removeItem(`${unsavedPrefix}${name}`),
};

export interface KeptWork<T> {
  read: (id: string) => Kept<T> | null;
  forget: (id: string) => void;
  hold: (id: string, value: T, version: number, revision?: number) => void;
  /** Before a try: should its answer be lost, what the server then holds is known as one's own. */
  sending: (id: string, value: T) => void;
  /** After the answer, whether or not the work is still on the page. */
  confirm: (id: string, value: T, version: number) => void;
}

/**
 * A place for work of one kind until the server has it.
 *
 * @param isSame whether two values are the same to whoever typed them
 */
export function keptWork<T>(kind: string, isSame: (a: T, b: T) => boolean, place: KeptPlace): KeptWork<T> {
  const nameOf = (id: string) => `${kind}.${id}`;
  const read = (id: string) => place.read(nameOf(id)) as Kept<T> | null;
  const write = (id: string, kept: Kept<T>) => place.write(nameOf(id), kept);
  const forget = (id: string) => place.forget(nameOf(id));
  return {
    read,
    forget,
    hold: (id, value, version, revision = 0) => {
      const kept = read(id);
      const typedAt = kept?.typedAt !== undefined && isSame(kept.value, value) ? kept.typedAt : Date.now();
      write(id, { value, version, revision, typedAt, sent: kept?.sent ?? [] });
    },
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
