import { hashJson } from '../hashing/hash-json.js';
import type { DrawPurpose } from './drawn-order.js';

/** What is drawn: judges for seats, who sits in which panel, which panel reads which entry, the order of appearance. */
export const drawKinds = ['judges', 'judge-panels', 'entry-panels', 'order'] as const;
export type DrawKind = (typeof drawKinds)[number];

/** Why somebody of the pool is passed over. */
export const drawExclusions = ['no-account', 'declined', 'unavailable', 'conflicted', 'seated-elsewhere'] as const;
export type DrawExclusion = (typeof drawExclusions)[number];

/** One of the pool, without a name: whoever holds the list of names finds it by its id. */
export interface DrawMember {
  /** Of a judge; of an entry its number, in digits. */
  readonly id: string;
  /** Those of a group are spread over panels: the kind of a judge, the key of an entry's field group. */
  readonly group: string | null;
  /** Judges of the same employer have the same word. */
  readonly employer: string | null;
  /** Key of the panel within which an entry's place is drawn; null: within the stage. */
  readonly panel: string | null;
  readonly excluded: DrawExclusion | null;
}

/** How many judges are drawn, and of whom. */
export interface JudgesWanted {
  /** From 1. */
  readonly seats: number;
  /** From 0. */
  readonly reserves: number;
  readonly kindsWanted: readonly { readonly kind: string; readonly atLeast: number }[];
  /** Drawn judges of one employer, reserves counted; null: any number. */
  readonly mostPerEmployer: number | null;
}

/** Everything that a draw depends on but its seed: fixed, and its hash in the ledger, before anybody can know the seed. */
export interface DrawDocument {
  readonly schema: 1;
  readonly stage: string;
  readonly kind: DrawKind;
  /** Key of the panel for which judges are drawn; null: for the whole stage. */
  readonly panel: string | null;
  /** Of a draw of judges; else null. */
  readonly judges: JudgesWanted | null;
  /** Key of the field group whose judges alone are the pool; null: all. */
  readonly fieldGroup: string | null;
  /** Whoever has a conflict of interest with an entry that is to be judged is passed over. */
  readonly passesConflicted: boolean;
  /** Keys of the panels over which members are spread, in the order in which they are dealt to; else none. */
  readonly panels: readonly string[];
  /** By id. */
  readonly members: readonly DrawMember[];
}

/** The second line of every ticket of a draw. */
export const purposeOf: Readonly<Record<DrawKind, DrawPurpose>> = {
  ...{ judges: 'judges', 'judge-panels': 'panels', 'entry-panels': 'panels', order: 'order' },
};

/** SHA-256 of the document's canonical JSON (RFC 8785), 64 hex digits. */
export function drawHash(document: DrawDocument): string {
  return hashJson(document);
}
