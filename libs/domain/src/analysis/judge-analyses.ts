import { interRaterReliability } from '../reliability/inter-rater-reliability.js';
import { judgeStatistics } from '../reliability/judge-statistics.js';
import { sheetCovariate } from '../reliability/sheet-covariate.js';
import type { SeverityFit } from '../severity/severity-fit.js';
import type { SheetDesign } from '../severity/sheet-design.js';
import type { AnalysedStage } from './analysed-stage.js';
import { mapFigure, shown, withheld } from './analysis-figure.js';
import type { JudgeAnalysis, ReliabilitySection } from './closed-analysis.js';
import { numberOfToken } from './judge-numbers.js';

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
export function judgeAnalyses({ details }: AnalysedStage, design: SheetDesign, fit: SeverityFit): JudgeAnalysis[] {
  const { sheetTimes } = details;
  const timed = {
    order: sheetCovariate(design, sheetTimes, ({ order }) => order),
    hours: sheetCovariate(design, sheetTimes, ({ hour }) => hour),
  };
  return judgeStatistics({ design, fit, ...timed }).map(({ judge, effect, ...row }) => ({
    ...row,
    judge: numberOfToken(judge),
    effect: mapFigure(effect, ({ estimate, standardError }) => ({
      estimate,
      standardError: Number.isFinite(standardError) ? standardError : null,
    })),
  }));
}
