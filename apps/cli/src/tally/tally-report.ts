import type { ColumnarRow, JudgeEffectRow, Rounding, TallyComponent, TallyEntry, TallyResult } from '#domain';

/** Rows that are made when they are printed, by rank; ties in order of input. */
export interface ReportEntries {
  readonly count: number;
  /** Criteria in order of input; [''] where each score is a whole sheet. */
  readonly criteria: readonly string[];
  readonly rowAt: (place: number) => ColumnarRow;
  readonly criteriaAt: (place: number) => TallyEntry['criteria'];
}

/** What the command prints, in whatever format. */
export interface TallyReport {
  readonly method: string;
  readonly options: Readonly<Record<string, unknown>> & { readonly rounding: Rounding };
  /** Only JSON shows them. */
  readonly components: () => readonly TallyComponent[];
  readonly entries: ReportEntries;
  /** Only of a method that has judge effects. */
  readonly judges?: readonly JudgeEffectRow[];
  readonly variance?: TallyResult['variance'];
  readonly intercept?: number;
  readonly remlCriterion?: number;
  readonly warnings: readonly (Readonly<Record<string, unknown>> & {
    readonly code: string;
    readonly message: string;
  })[];
}
