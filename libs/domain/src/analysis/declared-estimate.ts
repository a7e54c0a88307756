import { parseDecimal } from '../decimal/parse-decimal.js';
import { Rational } from '../decimal/rational.js';
import type { StageRules } from '../contest/stage-rules.js';
import type { ScoreEstimate } from '../scoring/score-estimate.js';
import type { StageTallyRow } from '../scoring/stage-tally-types.js';

/**
 * Stage scores of some entries as they are ranked, with their joint errors. Beside other components only the panel's
 * share errs: what was published before is taken as it is.
 *
 * @param panel of the whole stage, in points of the panel; its scores are not used
 * @param entries of the group, in code point order
 * @param rows of the declared tally
 */
export function declaredEstimate(
  rules: StageRules,
  panel: ScoreEstimate,
  entries: readonly string[],
  rows: readonly StageTallyRow[],
): ScoreEstimate {
  const rowOf = new Map(rows.map((row) => [row.entry, row]));
  const scores = Float64Array.from(entries, (entry) => rankedFigure(rules, rowOf.get(entry)));
  return scaledEstimate(estimateOfEntries(panel, entries), panelShare(rules), scores);
}

/** What part of the stage score the panel gives, from 0 to 1. */
export function panelShare({ components }: StageRules): number {
  const experts = components.find(({ key }) => key === 'experts');
  return experts ? parseDecimal(experts.share).toNumber() : 0;
}

/** Where the rules rank on the published score, equal ones are ties. */
function rankedFigure({ rankOn }: StageRules, row: StageTallyRow | undefined): number {
  if (!row?.exact || row.score === null) return NaN;
  if (rankOn === 'rounded') return Number(row.score);
  return Rational.of(BigInt(row.exact.numerator), BigInt(row.exact.denominator)).toNumber();
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
