import { parseDecimal } from '../decimal/parse-decimal.js';
import { Rational } from '../decimal/rational.js';
import { toDecimalString } from '../decimal/to-decimal-string.js';
import type { StageRules } from '../contest/stage-rules.js';
import type { StageTallyContext, StageTallyRow } from '../scoring/stage-tally-types.js';
import type { TallySheet } from '../scoring/tally-input.js';
import { sheetFlips } from '../sensitivity/sheet-flips.js';
import { totalChange } from '../sensitivity/total-change.js';
import type { AnalysedSheet, TotalRange } from './analysed-stage.js';
import { type AnalysisFigure, shown, withheld } from './analysis-figure.js';
import type { LineSheetFlip } from './closed-analysis.js';
import { groupRanker } from './group-ranker.js';
import { numberOfToken } from './judge-token.js';
import { countedCriteria } from './ruled-sheets.js';

/** Entries on each side of a line whose sheets are tried. */
export const flipReach = 5;

/** Sheets of a group up to which a method that sees all of them is run once a sheet. */
export const flipLimit = 400;

export interface FlipInput {
  readonly rules: StageRules;
  readonly context: StageTallyContext;
  readonly isRowByRow: boolean;
  readonly sheets: readonly AnalysedSheet[];
  readonly rows: readonly StageTallyRow[];
  readonly places: readonly number[];
  readonly range: TotalRange;
  readonly indexOf: ReadonlyMap<string, number>;
}

/**
 * How few points of one judge's total would change who is above each line, by steps of the rubric's scale. Where an
 * entry's score follows from its own sheets alone, only entries near the line are ranked: those further off stay where
 * they are.
 */
export function sheetFlipFigures(input: FlipInput): AnalysisFigure<readonly LineSheetFlip[]> {
  const { rules, isRowByRow, sheets, places } = input;
  if (places.length === 0) return withheld('no-line');
  const { rounding, method } = rules;
  const isByCriterion = rounding.criterion !== undefined || rounding.weightedCriterion !== undefined;
  if (isByCriterion || method.options.trimBy === 'criterion') return withheld('not-on-the-scale');
  if (!isRowByRow && sheets.length > flipLimit) return withheld('too-much-work', flipLimit, sheets.length);
  return shown(places.map((after) => lineFlip(input, after)));
}

function lineFlip({ indexOf, ...input }: FlipInput, after: number): LineSheetFlip {
  const step = totalStep(input.rules);
  const near = entriesNear(input, after);
  const sheets = input.sheets
    .filter(({ entry }) => near.entries.has(entry))
    .map(({ entry, judge, total }) => totalSheet(entry, judge, toDecimalString(total)));
  const change = totalChange<TallySheet>(
    {
      lowest: toDecimalString(input.range.lowest),
      highest: toDecimalString(input.range.highest),
      step: toDecimalString(step),
    },
    ({ scores }) => scores[0]?.score ?? '0',
    ({ entry, judge }, total) => totalSheet(entry, judge, total),
  );
  const rank = groupRanker(totalRules(input.rules, input.range), input.context, input.isRowByRow);
  const [flip] = sheetFlips(sheets, rank, change, { places: [after - near.before], reach: flipReach });
  const points = (steps: number) => toDecimalString(step.times(Rational.of(steps)));
  return {
    after,
    points: typeof flip?.steps === 'number' ? points(flip.steps) : null,
    flips: (flip?.flips ?? []).map(({ entry, judge, steps }) => ({
      ...{ entry: indexOf.get(entry) ?? 0, judge: numberOfToken(judge) },
      points: points(steps),
    })),
  };
}

/** Entries of the places around the line, ties whole, and how many stand before them. */
function entriesNear(
  { rows, isRowByRow }: Pick<FlipInput, 'rows' | 'isRowByRow'>,
  after: number,
): { readonly entries: ReadonlySet<string>; readonly before: number } {
  const ranked = rows.filter(({ rank }) => rank !== null);
  if (!isRowByRow) return { entries: new Set(ranked.map(({ entry }) => entry)), before: 0 };
  const scoreAt = (place: number) => ranked[Math.min(Math.max(place, 0), ranked.length - 1)]?.score;
  const [first, last] = [scoreAt(after - flipReach), scoreAt(after + flipReach - 1)];
  const start = ranked.findIndex(({ score }) => score === first);
  const end = ranked.findLastIndex(({ score }) => score === last);
  return {
    entries: new Set(ranked.slice(Math.max(0, start), end + 1).map(({ entry }) => entry)),
    before: Math.max(0, start),
  };
}

/** The smallest change of a total that one score can make. */
function totalStep(rules: StageRules): Rational {
  const steps = countedCriteria(rules)
    .map(({ factor, step }) => parseDecimal(factor).times(parseDecimal(step)))
    .filter((step) => step.compareTo(Rational.zero) > 0);
  return steps.reduce((least, step) => (step.compareTo(least) < 0 ? step : least), steps[0] ?? Rational.one);
}

function totalSheet(entry: string, judge: string, total: string): TallySheet {
  return { entry, judge, scores: [{ criterion: 'total', score: total }] };
}

/** The same rules for sheets that are one total. */
function totalRules(rules: StageRules, { lowest, highest }: TotalRange): StageRules {
  const name = { zh: '总分', en: 'Total' };
  const [minimum, maximum] = [toDecimalString(lowest), toDecimalString(highest)];
  const criterion = { key: 'total', name, minimum, maximum, step: '0.000001', factor: '1', counted: true, levels: [] };
  return { ...rules, rubric: { maximumTotal: maximum, criteria: [criterion] } };
}
