import type { Rounding, TallyComponent, TallyEntry, TallyResult } from '#domain';

export interface JudgeReport {
  readonly judge: string;
  readonly sheets: number;
  readonly effect: number;
  readonly standardError: number | null;
}

/** What the command prints, in whatever format. */
export interface TallyReport {
  readonly method: string;
  readonly options: Readonly<Record<string, unknown>> & { readonly rounding: Rounding };
  readonly components: readonly TallyComponent[];
  /** By rank, ties in order of input. */
  readonly entries: readonly TallyEntry[];
  /** Only of a method that has judge effects. */
  readonly judges?: readonly JudgeReport[];
  readonly variance?: TallyResult['variance'];
  readonly intercept?: number;
  readonly remlCriterion?: number;
  readonly warnings: readonly (Readonly<Record<string, unknown>> & {
    readonly code: string;
    readonly message: string;
  })[];
}
