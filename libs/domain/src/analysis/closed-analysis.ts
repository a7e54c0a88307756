import type { BilingualText, Decimal } from '../contest/stage-rules.js';
import type { AddedEffect } from '../reliability/added-effect.js';
import type { JudgeSpread } from '../reliability/judge-statistics.js';
import type { Concordance } from '../reliability/kendalls-w.js';
import type { ResidualStatistics } from '../reliability/residual-statistics.js';
import type { MethodOptions } from '../scoring/method-options.js';
import type { TallyWarningCode } from '../scoring/tally-result.js';
import type { AwardStanding } from '../sensitivity/award-standing.js';
import type { AnalysisFigure } from './analysis-figure.js';

/** A line of awards or of advancement: what stands above it is in. */
export interface AnalysisLine {
  readonly after: number;
  readonly kind: 'award-tier' | 'advancement';
  /** Of the tier; null for advancement. */
  readonly key: string | null;
}

export interface LineStandingChange {
  readonly entry: number;
  readonly from: AwardStanding;
  readonly to: AwardStanding;
}

export interface LineChanges {
  readonly after: number;
  readonly changes: readonly LineStandingChange[];
}

/** One method beside the declared one; arrays follow the group's entries. */
export interface MethodColumn {
  /** Names the column: a registry key, with the kind of effects where a method stands twice. */
  readonly id: string;
  readonly method: string;
  readonly options: MethodOptions;
  readonly isDeclared: boolean;
  /** Error code of the method's own refusal; then there are no figures. */
  readonly refusal: string | null;
  /** As the rules would publish them. */
  readonly scores: readonly (Decimal | null)[];
  readonly ranks: readonly (number | null)[];
  /** Who would stand elsewhere at a line than by the declared method. */
  readonly lineChanges: readonly LineChanges[];
  readonly largestRankChange: number;
  /** Kendall's τ_b with the declared method, from −1 to 1. */
  readonly agreement: number | null;
}

/** Null for an entry without one. */
export interface RankIntervalColumns {
  readonly lowest: readonly (number | null)[];
  readonly highest: readonly (number | null)[];
}

/** In points of the stage score; null for an entry of too few sheets. */
export interface ScoreIntervalColumns {
  readonly lowest: readonly (number | null)[];
  readonly highest: readonly (number | null)[];
  /** How often such an interval holds the truth at least: no less than the stated confidence. */
  readonly coverage: readonly (number | null)[];
}

/** How sure the order is at one line. */
export interface LineUncertainty {
  readonly after: number;
  readonly gap: number | null;
  readonly standardError: number | null;
  readonly probabilityReversed: number | null;
  /** Entries that could belong above the line; null where it is not known. */
  readonly candidates: readonly number[] | null;
  /** Entries above the line that could belong below it. */
  readonly atRisk: readonly number[];
  readonly text: BilingualText;
}

/** Of the declared method; arrays follow the group's entries. */
export interface UncertaintySection {
  readonly confidence: number;
  readonly draws: number;
  readonly seed: number;
  readonly standardErrors: readonly (number | null)[];
  /** Of the median, which has exact intervals and no standard error; null for any other method. */
  readonly scoreIntervals: ScoreIntervalColumns | null;
  readonly expectedRanks: AnalysisFigure<readonly (number | null)[]>;
  readonly rankIntervals: AnalysisFigure<RankIntervalColumns>;
  readonly lines: AnalysisFigure<readonly LineUncertainty[]>;
}

export interface ReliabilitySection {
  /** ICC(2,1). */
  readonly singleJudge: AnalysisFigure<number>;
  /** ICC(2,k), k = `sheetsPerEntry`. */
  readonly panel: AnalysisFigure<number>;
  /** ICC(C,k), where all entries share one panel. */
  readonly consistency: AnalysisFigure<number>;
  /** Harmonic mean. */
  readonly sheetsPerEntry: number;
  readonly judgesNeeded: AnalysisFigure<number | null>;
  readonly target: number;
  readonly concordance: AnalysisFigure<Concordance>;
  readonly variance: AnalysisFigure<{ readonly entry: number; readonly judge: number; readonly residual: number }>;
}

/** Points of a sheet's total, positive is lenient. */
export interface JudgeEffectFigure {
  readonly estimate: number;
  /** Null where there is none. */
  readonly standardError: number | null;
}

export interface JudgeAnalysis {
  readonly judge: number;
  readonly sheets: number;
  /** Mean of the judge's totals less the mean of all sheets of the group: it describes, and adjusts nothing. */
  readonly deviation: AnalysisFigure<number>;
  /** By random effects within the group, whatever the declared method. */
  readonly effect: AnalysisFigure<JudgeEffectFigure>;
  /** By the declared method over the whole stage; null where that adjusts for no judge. */
  readonly declaredEffect: AnalysisFigure<JudgeEffectFigure> | null;
  readonly spread: AnalysisFigure<JudgeSpread>;
  readonly fit: AnalysisFigure<ResidualStatistics>;
  /** Points a sheet. */
  readonly driftByPosition: AnalysisFigure<AddedEffect>;
  /** Points an hour. */
  readonly driftByTimeOfDay: AnalysisFigure<AddedEffect>;
}

export const affinityAttributes = ['country-or-region', 'nominating-body'] as const;
export type AffinityAttribute = (typeof affinityAttributes)[number];

export interface AffinityFinding extends AddedEffect {
  readonly judge: number;
  /** The attribute's value: a country or region's code, a body's name. */
  readonly value: string;
  readonly sheetsWith: number;
  readonly sheetsWithout: number;
  readonly standardised: number;
  readonly adjustedP: number;
  readonly isFlagged: boolean;
}

export interface AffinitySection {
  readonly attribute: AffinityAttribute;
  /** Highest expected share of false among all accusations. */
  readonly rate: number;
  /** By adjusted p-value. */
  readonly tests: readonly AffinityFinding[];
  /** Pairs of judge and value that were not tested, by reason. */
  readonly untested: readonly { readonly reason: string; readonly pairs: number }[];
}

export interface WithoutJudgeAnalysis {
  readonly judge: number;
  readonly sheets: number;
  readonly lineChanges: readonly LineChanges[];
  readonly largestRankChange: number;
  readonly unranked: readonly number[];
}

export interface LineMargin {
  readonly after: number;
  /** Points of the final score between the last above and the first below. */
  readonly points: Decimal | null;
  readonly lastAbove: readonly number[];
  readonly firstBelow: readonly number[];
}

export interface LineSheetFlip {
  readonly after: number;
  /** The least change of one sheet's total that moves an entry over the line or onto it; null: none does. */
  readonly points: Decimal | null;
  readonly flips: readonly { readonly entry: number; readonly judge: number; readonly points: Decimal }[];
}

export interface SensitivitySection {
  readonly withoutJudge: AnalysisFigure<readonly WithoutJudgeAnalysis[]>;
  readonly margins: readonly LineMargin[];
  readonly sheetFlips: AnalysisFigure<readonly LineSheetFlip[]>;
}

/** What the declared method, or another one, warns of; `method` names the column. */
export interface AnalysisWarning {
  readonly method: string;
  readonly code: TallyWarningCode;
  readonly entries: readonly number[];
  readonly judges: readonly number[];
  readonly details: Readonly<Record<string, string | number>>;
}

/** One cell a sheet, by columns: entry, judge, total and its standard score among the judge's own totals. */
export interface HeatMap {
  readonly entry: readonly number[];
  readonly judge: readonly number[];
  readonly total: readonly Decimal[];
  /** Null for a judge whose totals do not differ. */
  readonly z: readonly (number | null)[];
}

/** All about the entries that are ranked against each other. */
export interface GroupAnalysis {
  /** Key of the track, panel or field group; '' where the stage has one ranking. */
  readonly group: string;
  readonly name: BilingualText | null;
  /** By declared rank; entries without one last. */
  readonly entries: readonly number[];
  readonly lines: readonly AnalysisLine[];
  /** The declared method first. */
  readonly methods: readonly MethodColumn[];
  readonly uncertainty: UncertaintySection;
  readonly reliability: ReliabilitySection;
  readonly judges: readonly JudgeAnalysis[];
  readonly affinity: readonly AffinitySection[];
  readonly sensitivity: SensitivitySection;
  readonly warnings: readonly AnalysisWarning[];
  readonly heatMap: HeatMap;
}

/** What is kept closed until the list is frozen: it tells who stands where, and who would by another rule. */
export interface ClosedAnalysis {
  readonly groups: readonly GroupAnalysis[];
}
