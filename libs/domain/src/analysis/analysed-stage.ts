import type { StageRules } from '../contest/stage-rules.js';
import { parseDecimal } from '../decimal/parse-decimal.js';
import { Rational } from '../decimal/rational.js';
import { compareCodePoints } from '../identifier/compare-code-points.js';
import { type ScoredSheets, scoreEntries } from '../scoring/score-entries.js';
import type { StageTallyContext } from '../scoring/stage-tally-types.js';
import type { TallySheet } from '../scoring/tally-input.js';
import type { AnalysisDetails } from './analysis-input.js';
import { judgePseudonyms } from '../blind/judge-pseudonyms.js';
import { judgeToken } from './judge-token.js';
import { countedCriteria, ruledSheets } from './ruled-sheets.js';

/** A counted sheet's total; the judge is a token of the judge's number. */
export interface AnalysedSheet {
  readonly entry: string;
  readonly judge: string;
  readonly total: Rational;
}

/** Lowest and highest total that the rubric allows, before deductions. */
export interface TotalRange {
  readonly lowest: Rational;
  readonly highest: Rational;
}

/** A stage's sheets as an analysis reads them: who judged is a number, every sheet has its total. */
export interface AnalysedStage {
  readonly rules: StageRules;
  readonly context: StageTallyContext;
  readonly details: AnalysisDetails;
  readonly sheets: readonly TallySheet[];
  /** In code point order. */
  readonly entries: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly judges: number;
  /** By entry, then judge. */
  readonly totals: readonly AnalysedSheet[];
  /** What the declared method makes of the sheets. */
  readonly declared: ScoredSheets;
  readonly range: TotalRange;
}

/** @throws DomainError as `tally` */
export function analysedStage(
  rules: StageRules,
  sheets: readonly TallySheet[],
  context: StageTallyContext,
  given: AnalysisDetails,
): AnalysedStage {
  const judges = [...sheets, ...given.assignments, ...given.sheetTimes].map(({ judge }) => judge);
  const numbers = judgePseudonyms(given.numbering, 'stage', judges);
  const unnamed = <S extends { readonly judge: string }>(rows: readonly S[]): S[] =>
    rows.map((row) => ({ ...row, judge: judgeToken(numbers.get(row.judge) ?? 0) }));
  const details = { ...given, assignments: unnamed(given.assignments), sheetTimes: unnamed(given.sheetTimes) };
  const anonymous = unnamed(sheets);
  const entries = [...new Set([...(context.entries ?? []), ...sheets.map(({ entry }) => entry)])];
  entries.sort(compareCodePoints);
  const declared = scoredByRules(rules, anonymous, entries);
  const totals = declared.sheets.flatMap(({ entry, judge, total }) => (total ? [{ entry, judge, total }] : []));
  totals.sort((a, b) => compareCodePoints(a.entry, b.entry) || compareCodePoints(a.judge, b.judge));
  return {
    ...{ rules, context: { ...context, entries }, details, sheets: anonymous, entries },
    indexOf: new Map(entries.map((entry, index) => [entry, index])),
    ...{ judges: numbers.size, totals, declared, range: totalRange(rules) },
  };
}

/** What the rules' method makes of sheets, before it is rounded in total and ranked. @throws DomainError as `tally` */
export function scoredByRules(
  rules: StageRules,
  sheets: readonly TallySheet[],
  entries: readonly string[],
): ScoredSheets {
  return scoreEntries({ ...ruledSheets(rules, sheets), entries });
}

function totalRange(rules: StageRules): TotalRange {
  const weighted = (edge: 'minimum' | 'maximum') =>
    countedCriteria(rules).reduce(
      (sum, criterion) => sum.plus(parseDecimal(criterion.factor).times(parseDecimal(criterion[edge]))),
      Rational.zero,
    );
  return { lowest: weighted('minimum'), highest: weighted('maximum') };
}
