/** Acts of one kind: what the rows say was done, and what the ledger says, in the same words. */
export interface ActsOfTable {
  readonly table: string;
  /** Selects one `key` an act. */
  readonly rows: string;
  readonly kinds: readonly string[];
  /** The same key, of an event's document `d`. */
  readonly key: string;
}

export const subject = (...names: string[]) => names.map((name) => `(d #>> '{subject,${name}}')`).join(` || ' ' || `);
export const of = (table: string, kind: string, rows: string, key: string): ActsOfTable => ({
  ...{ table, kinds: [kind], key },
  rows: `select ${rows}`,
});
