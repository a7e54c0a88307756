import { belowFloor } from '../reliability/floors.js';
import { interRaterReliability } from '../reliability/inter-rater-reliability.js';
import { judgeStatistics } from '../reliability/judge-statistics.js';
import { sheetCovariate } from '../reliability/sheet-covariate.js';
import type { SeverityFit } from '../severity/severity-fit.js';
import type { SheetDesign } from '../severity/sheet-design.js';
import type { AnalysedStage } from './analysed-stage.js';
import { type AnalysisFigure, mapFigure, shown, withheld } from './analysis-figure.js';
import type { JudgeAnalysis, JudgeEffectFigure, ReliabilitySection } from './closed-analysis.js';
import { numberOfToken } from './judge-token.js';

/** How far the judges of a group agree. */
export function reliabilitySection(design: SheetDesign, { variance }: SeverityFit): ReliabilitySection {
  const reliability = interRaterReliability(design, variance);
  return {
    ...reliability,
    // Shown with the figure that rests on it.
    variance: reliability.singleJudge.withheld
      ? { value: null, withheld: reliability.singleJudge.withheld }
      : variance
        ? shown(variance)
        : withheld('variance-not-estimated'),
  };
}

/** Each judge's severity, spread, fit and drift within a group. */
export function judgeAnalyses(stage: AnalysedStage, design: SheetDesign, fit: SeverityFit): JudgeAnalysis[] {
  const { sheetTimes } = stage.details;
  const timed = {
    order: sheetCovariate(design, sheetTimes, ({ order }) => order),
    hours: sheetCovariate(design, sheetTimes, ({ hour }) => hour),
  };
  const deviations = judgeDeviations(design);
  const declared = declaredEffects(stage);
  return judgeStatistics({ design, fit, ...timed }).map(({ judge, effect, ...row }, index) => {
    const few: AnalysisFigure<never> | null = belowFloor('effect', {
      judges: design.judges.length,
      judgeSheets: row.sheets,
    });
    return {
      ...row,
      judge: numberOfToken(judge),
      deviation: few ?? shown(deviations[index]!),
      effect: mapFigure(effect, shownEffect),
      declaredEffect: declared && (few ?? effectFigure(declared.get(judge))),
    };
  });
}

/** Mean of each judge's totals less the mean of all sheets. */
function judgeDeviations({ judges, judgeOf, totals }: SheetDesign): Float64Array {
  const mean = totals.reduce((sum, total) => sum + total, 0) / totals.length;
  const sums = new Float64Array(judges.length);
  const counts = new Int32Array(judges.length);
  judgeOf.forEach((judge, sheet) => {
    sums[judge]! += totals[sheet]! - mean;
    counts[judge]! += 1;
  });
  return sums.map((sum, judge) => sum / counts[judge]!);
}

/** Of the declared method, fitted to the whole stage; null where it has no effects of judges. */
function declaredEffects({ declared: { model } }: AnalysedStage): ReadonlyMap<string, JudgeEffectFigure> | null {
  if (!model?.judges) return null;
  return new Map(
    model.judges.map(({ effect, standardError }, index) => [
      model.table.judges[index] ?? '',
      shownEffect({ estimate: effect, standardError }),
    ]),
  );
}

function effectFigure(effect: JudgeEffectFigure | undefined): AnalysisFigure<JudgeEffectFigure> {
  return effect ? shown(effect) : withheld('variance-not-estimated');
}

function shownEffect({ estimate, standardError }: { estimate: number; standardError: number }): JudgeEffectFigure {
  return { estimate, standardError: Number.isFinite(standardError) ? standardError : null };
}
