/** Value of a pair that may not be. */
export const barred = -0x80000000;

export interface KindRule {
  readonly kind: number;
  /** Judges of the kind still to be found. */
  readonly atLeast: number;
}

/**
 * The problem in numbers, in an order of its own, so that the order of the input changes nothing: entries and what is
 * assigned to them (judges, or panels as one). Fixed pairs are taken out: what is wanted, limits and rules are for the
 * rest.
 */
export interface PairTable {
  readonly entryIds: readonly string[];
  readonly judgeIds: readonly string[];
  /** Judges still to be found, by entry. */
  readonly wanted: Int32Array;
  /** Entries that a judge has by fixed pairs. */
  readonly fixedLoads: Int32Array;
  /** Least and most entries of a judge, fixed ones counted. */
  readonly least: Int32Array;
  readonly most: Int32Array;
  /** Kinds and employers by number; −1: none. */
  readonly kinds: readonly string[];
  readonly kindOf: Int32Array;
  readonly employers: readonly string[];
  readonly employerOf: Int32Array;
  readonly kindRules: (entry: number) => readonly KindRule[];
  /** Judges of an employer who may still come to an entry; null: any number. */
  readonly employerRoom: ((entry: number, employer: number) => number) | null;
  readonly fixed: readonly (readonly number[])[];
  /** Writes what each judge is worth to an entry, in 64ths of a point, or `barred`. */
  readonly fillRow: (entry: number, values: Int32Array) => void;
}
