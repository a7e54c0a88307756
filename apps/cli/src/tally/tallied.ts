import type {
  ColumnarRow,
  JudgeEffectRow,
  ScoreEstimate,
  SheetDesign,
  TallyComponent,
  TallyCriterion,
  TallyEntry,
  TallyResult,
  TallyWarning,
} from '#domain';

/** Rows that are made when they are printed, by rank; ties in order of input. */
export interface RankedRows {
  readonly count: number;
  readonly rowAt: (place: number) => ColumnarRow;
  readonly criteriaAt: (place: number) => TallyEntry['criteria'];
}

/** What was computed of a file, whatever it held. */
export interface Tallied extends Pick<TallyResult, 'variance' | 'intercept' | 'remlCriterion'> {
  readonly rows: RankedRows;
  /** In order of input; one of '' where each score is a whole sheet. */
  readonly criteria: readonly TallyCriterion[];
  readonly components: () => readonly TallyComponent[];
  /** Empty but for a method that has judge effects. */
  readonly judges: readonly JudgeEffectRow[];
  /** The sheets are null where there are none, but comparisons. */
  readonly estimate: () => { readonly estimate: ScoreEstimate; readonly design: SheetDesign | null };
  readonly warnings: readonly TallyWarning[];
}
