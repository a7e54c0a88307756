import { roundToNineDecimals } from '../statistics/round-to-nine-decimals.js';
import type { EntryScore } from './entry-score.js';
import { scoreOfDouble } from './score-of-double.js';
import type { ModelScores, SheetContributions, TableScores } from './scoring-method.js';
import type { TallyWarning } from './tally-result.js';

export type Figure = Partial<Pick<EntryScore, 'exact' | 'tieBreak' | 'modelScore' | 'refusal'>> & {
  readonly standardError?: number | null;
};

/** One way to read the scores of exact methods and of models. */
export interface Figures {
  /** By index of the entry; empty beyond the table. */
  readonly figureOf: (entry: number) => Figure;
  readonly model: ModelScores | null;
  /** Null of a method whose scores are no means of their sheets. */
  readonly contributions: SheetContributions | null;
  readonly warnings: readonly TallyWarning[];
}

/** Figures of exact scores. */
export function tableFigures({ scores, tieBreaks, contributions, refusal, warnings }: TableScores): Figures {
  const figureOf = (entry: number): Figure => {
    const exact = scores[entry] ?? null;
    if (refusal) return { refusal };
    const tieBreak = tieBreaks?.[entry];
    return exact && tieBreak ? { exact, tieBreak } : { exact };
  };
  return { figureOf, model: null, contributions: contributions ?? null, warnings };
}

/**
 * Figures of a model, cut to 9 decimals.
 *
 * @param model null when there was nothing to fit it to
 */
export function modelFigures(model: ModelScores | null): Figures {
  if (model === null) return { figureOf: () => ({}), model, contributions: null, warnings: [] };
  const figureOf = (entry: number): Figure => {
    const modelScore = model.scores[entry] ?? NaN;
    if (Number.isNaN(modelScore)) return {};
    const standardError = roundedOrNull(model.estimate?.standardErrors[entry] ?? NaN);
    return { exact: scoreOfDouble(modelScore), modelScore, standardError };
  };
  return { figureOf, model, contributions: model.contributions ?? null, warnings: model.warnings };
}

/** A standard error at 9 decimals; null where the model has none. */
export function roundedOrNull(value: number): number | null {
  return Number.isFinite(value) ? roundToNineDecimals(value) : null;
}
