/** Something that may be left to do without any queue knowing of it. */
export interface PendingSource {
  readonly name: string;
  /** Keys (a stage, an edition) with work that waits in the database. */
  readonly pending: () => Promise<readonly string[]>;
  /** Asks the queue for it; never fails. */
  readonly request: (key: string) => void;
}

/** Injection token of the list of sources: one line a feature in worker.module.ts. */
export const pendingSourcesToken = Symbol('pending sources');
