import { parseDecimal } from '../decimal/parse-decimal.js';
import { Rational } from '../decimal/rational.js';
import { worksByCriterion } from '../scoring/scoring-method.js';
import type { ScoreEstimate } from '../scoring/score-estimate.js';
import type { StageTallyRow } from '../scoring/stage-tally-types.js';
import type { SheetDesign } from '../severity/sheet-design.js';
import { estimateOfContributions } from '../uncertainty/estimate-of-contributions.js';
import { estimateOfTrimmedMeans } from '../uncertainty/estimate-of-trimmed-means.js';
import { estimateWithoutErrors } from '../uncertainty/estimate-without-errors.js';
import type { AnalysedStage } from './analysed-stage.js';

/**
 * Stage scores of a group by the declared method, with their joint errors. Beside other components only the panel's
 * share errs: what was published before is taken as it is.
 *
 * @param design the group's totals
 * @param rows of the declared tally
 */
export function declaredEstimate(
  stage: AnalysedStage,
  design: SheetDesign,
  rows: readonly StageTallyRow[],
): ScoreEstimate {
  const exactOf = new Map(rows.map(({ entry, exact }) => [entry, exact]));
  const scores = Float64Array.from(design.entries, (entry) => {
    const exact = exactOf.get(entry);
    return exact ? Rational.of(BigInt(exact.numerator), BigInt(exact.denominator)).toNumber() : NaN;
  });
  const panel = panelEstimate(stage, design);
  const experts = stage.rules.components.find(({ key }) => key === 'experts');
  const share = experts ? parseDecimal(experts.share).toNumber() : 0;
  return scaledEstimate(panel, share, scores);
}

/** Errors of the panel's part, in points of the panel; its scores are not used. */
function panelEstimate({ declared, rules }: AnalysedStage, design: SheetDesign): ScoreEstimate {
  const { options } = rules.method;
  const { method } = declared.settings;
  const without = () => estimateWithoutErrors(design.entries, new Float64Array(design.entries.length));
  if (method.kind === 'model') {
    const estimate = declared.model?.estimate;
    return estimate ? estimateOfEntries(estimate, design.entries) : without();
  }
  if (method.kind !== 'exact') return without();
  const errorTrim = (count: number) => method.errorTrim(count, options);
  if (rules.method.key === 'mean') return estimateOfContributions(design, { errorTrim });
  const isBySheet = rules.method.key === 'trimmed-mean' && !worksByCriterion(method, options);
  return isBySheet ? estimateOfTrimmedMeans(design, { trim: options.trim ?? 1, errorTrim }) : without();
}

/** The estimate of some of its entries, in another order; one that it does not have has no error. */
function estimateOfEntries(estimate: ScoreEstimate, entries: readonly string[]): ScoreEstimate {
  const indexOf = new Map(estimate.entries.map((entry, index) => [entry, index]));
  const places = Int32Array.from(entries, (entry) => indexOf.get(entry) ?? -1);
  const pick = (values: Float64Array) => Float64Array.from(places, (place) => values[place] ?? NaN);
  const drawn = new Float64Array(estimate.entries.length);
  const { drawErrors } = estimate;
  return {
    entries,
    scores: pick(estimate.scores),
    standardErrors: pick(estimate.standardErrors),
    differenceError: (i, j) => {
      const [left, right] = [places[i] ?? -1, places[j] ?? -1];
      return left < 0 || right < 0 ? NaN : estimate.differenceError(left, right);
    },
    drawErrors:
      drawErrors &&
      ((normal, out) => {
        drawn.fill(0);
        drawErrors(normal, drawn);
        places.forEach((place, at) => (out[at]! += drawn[place] ?? 0));
      }),
  };
}

function scaledEstimate(estimate: ScoreEstimate, share: number, scores: Float64Array): ScoreEstimate {
  const { drawErrors } = estimate;
  const drawn = new Float64Array(scores.length);
  return {
    entries: estimate.entries,
    scores,
    standardErrors: estimate.standardErrors.map((error, at) => (Number.isNaN(scores[at]) ? NaN : error * share)),
    differenceError: (i, j) => share * estimate.differenceError(i, j),
    drawErrors:
      drawErrors &&
      ((normal, out) => {
        drawn.fill(0);
        drawErrors(normal, drawn);
        drawn.forEach((error, at) => (out[at]! += share * error));
      }),
  };
}
