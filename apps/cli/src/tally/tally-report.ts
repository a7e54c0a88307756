import type { AwardLine, JudgeEffectRow, Rounding, TallyComponent, TallyResult } from '#domain';
import type { EntryUncertainty } from './rank-uncertainty.js';
import type { RankedRows } from './tallied.js';

/** Residual statistics are absent where they are withheld. */
export interface JudgeReport extends JudgeEffectRow {
  readonly infit?: number;
  readonly outfit?: number;
}

/** What the command prints, in whatever format. */
export interface TallyReport extends Pick<TallyResult, 'variance' | 'intercept' | 'remlCriterion'> {
  readonly method: string;
  readonly options: Readonly<Record<string, unknown>> & { readonly rounding: Rounding };
  /** Only JSON shows them. */
  readonly components: () => readonly TallyComponent[];
  readonly rows: RankedRows;
  /** In order of input; none where each score is a whole sheet. */
  readonly criteria: readonly string[];
  /** Null where it was not asked for. */
  readonly uncertaintyOf: ((entry: string) => EntryUncertainty) | null;
  /** Only of a method that has judge effects, and only JSON shows them. */
  readonly judges: (() => readonly JudgeReport[]) | null;
  /** Null where no line was asked for. */
  readonly lines: readonly AwardLine[] | null;
  /** What is to be read at each line. */
  readonly lineTexts: readonly string[];
  readonly warnings: readonly (Readonly<Record<string, unknown>> & {
    readonly code: string;
    readonly message: string;
  })[];
}
