import type { WithheldReason } from '../reliability/floors.js';
import type { RankWithheldReason } from '../uncertainty/rank-figure.js';

/** Why a figure of an analysis is not shown: those of its parts, and what only a whole stage can be short of. */
export const analysisWithheldReasons = ['too-much-work', 'not-on-the-scale', 'no-line'] as const;
export type AnalysisWithheldReason = WithheldReason | RankWithheldReason | (typeof analysisWithheldReasons)[number];

export interface AnalysisWithheld {
  readonly reason: AnalysisWithheldReason;
  /** The floor, or the most allowed, and what there is; null where the reason is no count. */
  readonly needed: number | null;
  readonly present: number | null;
}

/** A figure, or why it is not shown. */
export type AnalysisFigure<T> =
  { readonly value: T; readonly withheld: null } | { readonly value: null; readonly withheld: AnalysisWithheld };

export function shown<T>(value: T): AnalysisFigure<T> {
  return { value, withheld: null };
}

export function withheld(
  reason: AnalysisWithheldReason,
  needed: number | null = null,
  present: number | null = null,
): AnalysisFigure<never> {
  return { value: null, withheld: { reason, needed, present } };
}

/** The same figure with another value; what is withheld stays withheld. */
export function mapFigure<F extends AnalysisFigure<unknown>, U>(
  figure: F,
  change: (value: NonNullable<F['value']>) => U,
): AnalysisFigure<U> {
  if (figure.withheld) return { value: null, withheld: figure.withheld };
  return shown(change(figure.value as NonNullable<F['value']>));
}
