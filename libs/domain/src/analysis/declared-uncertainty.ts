import type { ScoreEstimate } from '../scoring/score-estimate.js';
import type { AnalysedGroup } from './analysed-group.js';
import type { AnalysedStage } from './analysed-stage.js';
import type { UncertaintySection } from './closed-analysis.js';
import { declaredEstimate } from './declared-estimate.js';
import { stageScoreIntervals } from './stage-score-intervals.js';
import { analysisConfidence, uncertaintySection } from './uncertainty-section.js';

/**
 * How sure a group's scores and ranks by the declared method are.
 *
 * @param panel from `panelEstimate`
 */
export function declaredUncertainty(
  { rules, indexOf, details }: AnalysedStage,
  panel: ScoreEstimate,
  { rows, entries, design, places }: AnalysedGroup,
): UncertaintySection {
  return uncertaintySection({
    ...{ design, entries, places, indexOf },
    estimate: declaredEstimate(rules, panel, design.entries, rows),
    scoreIntervals: stageScoreIntervals(rules, design, rows, analysisConfidence),
    seed: Number.parseInt(details.inputsHash.slice(0, 8), 16),
    decimals: rules.rounding.total,
  });
}
