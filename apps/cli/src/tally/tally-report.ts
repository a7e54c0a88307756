import type { TallyComponent, TallyEntry } from '#domain';

/** What the command prints, in whatever format. */
export interface TallyReport {
  readonly method: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly components: readonly TallyComponent[];
  /** By rank, ties in order of input. */
  readonly entries: readonly TallyEntry[];
  readonly warnings: readonly (Readonly<Record<string, unknown>> & {
    readonly code: string;
    readonly message: string;
  })[];
}
