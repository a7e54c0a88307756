import type { SheetDesign } from '../severity/sheet-design.js';
import type { MethodOptions } from './method-options.js';
import type { ModelMethod, ModelScores } from './scoring-method.js';
import type { TallyWarning } from './tally-result.js';
import { sheetsByJudge } from './total-table.js';

/** Below so many sheets a judge's own mean and spread say little. */
const fewSheets = 5;

/**
 * Mean of the entry's standard scores z = (total − judge's mean) / judge's standard deviation. `rescale` takes them
 * back to points: mean of all sheets + z × √(Σ(n_j − ddof)s_j² / Σ(n_j − ddof)).
 */
export const standardisedMethod: ModelMethod = {
  kind: 'model',
  inputs: ['sheets'],
  options: ['ddof', 'rescale'],
  fit: standardisedScores,
};

interface JudgeSpread {
  readonly sheets: number;
  readonly mean: number;
  /** Σ(total − mean)²; exactly 0 where all totals are equal. */
  readonly squares: number;
}

function standardisedScores(design: SheetDesign, { ddof = 1, rescale = false }: MethodOptions): ModelScores {
  const spreads = judgeSpreads(design);
  const sums = new Float64Array(design.entries.length);
  const counts = new Float64Array(design.entries.length);
  const standardScore = (sheet: number) => {
    const spread = spreads[design.judgeOf[sheet] ?? 0];
    const total = design.totals[sheet] ?? 0;
    // A judge without spread tells nothing apart: the sheet counts as average.
    return spread && spread.squares > 0 ? (total - spread.mean) / deviationOf(spread, ddof) : 0;
  };
  design.entryOf.forEach((entry, sheet) => {
    sums[entry] = (sums[entry] ?? 0) + standardScore(sheet);
    counts[entry] = (counts[entry] ?? 0) + 1;
  });
  const means = sums.map((sum, entry) => sum / (counts[entry] ?? 1));
  const shown = (values: Float64Array) => (rescale ? rescaled(values, design, spreads, ddof) : values);
  return {
    scores: shown(means),
    contributions: () => shown(Float64Array.from(design.totals, (_, sheet) => standardScore(sheet))),
    estimate: null,
    judges: null,
    parts: null,
    warnings: spreadWarnings(design.judges, spreads),
  };
}

/** Mean and squares in two passes: one pass would lose the digits that the totals have in common. */
function judgeSpreads(design: SheetDesign): JudgeSpread[] {
  const { starts, sheets } = sheetsByJudge(design);
  return design.judges.map((_, judge) => {
    const totals = Float64Array.from(
      sheets.subarray(starts[judge], starts[judge + 1]),
      (sheet) => design.totals[sheet] ?? 0,
    );
    const mean = totals.reduce((sum, total) => sum + total, 0) / totals.length;
    const isFlat = totals.every((total) => total === totals[0]);
    const squares = isFlat ? 0 : totals.reduce((sum, total) => sum + (total - mean) ** 2, 0);
    return { sheets: totals.length, mean, squares };
  });
}

function deviationOf({ sheets, squares }: JudgeSpread, ddof: number): number {
  return Math.sqrt(squares / (sheets - ddof));
}

function rescaled(means: Float64Array, design: SheetDesign, spreads: readonly JudgeSpread[], ddof: number) {
  const grandMean = design.totals.reduce((sum, total) => sum + total, 0) / design.totals.length;
  const squares = spreads.reduce((sum, spread) => sum + spread.squares, 0);
  const freedom = spreads.reduce((sum, { sheets }) => sum + sheets - ddof, 0);
  const scale = freedom > 0 ? Math.sqrt(squares / freedom) : 0;
  return means.map((z) => grandMean + z * scale);
}

function spreadWarnings(judges: readonly string[], spreads: readonly JudgeSpread[]): TallyWarning[] {
  const judgesWhere = (holds: (spread: JudgeSpread) => boolean) =>
    judges.filter((_, index) => {
      const spread = spreads[index];
      return spread !== undefined && holds(spread);
    });
  const warnings = [
    { code: 'one-sheet-judge', judges: judgesWhere(({ sheets }) => sheets === 1), details: {} },
    {
      code: 'zero-variance-judge',
      judges: judgesWhere(({ sheets, squares }) => sheets > 1 && squares === 0),
      details: {},
    },
    {
      code: 'too-few-sheets-for-z',
      judges: judgesWhere(({ sheets }) => sheets < fewSheets),
      details: { below: fewSheets },
    },
  ] as const;
  return warnings.flatMap((warning) => (warning.judges.length > 0 ? [{ ...warning, entries: [] }] : []));
}
