import type { ScoreEstimate } from '../scoring/score-estimate.js';
import type { SheetDesign } from '../severity/sheet-design.js';
import { estimateOfContributions } from './estimate-of-contributions.js';

/**
 * Estimate of the method `mean`: standard errors s/√n, errors of differences paired over shared judges. The formulas
 * are in `estimateOfContributions`.
 *
 * @param scores the exact means as doubles, where they are known already
 * @throws RangeError for two sheets of the same entry and judge.
 */
export function estimateOfMeans(design: SheetDesign, scores?: Float64Array): ScoreEstimate {
  return estimateOfContributions(design, { scores });
}
