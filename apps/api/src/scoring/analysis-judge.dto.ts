import {
  AddedEffectDto,
  AddedEffectFigureDto,
  ConcordanceFigureDto,
  JudgeEffectFigureDto,
  JudgeSpreadFigureDto,
  NumberFigureDto,
  ResidualFigureDto,
  VarianceFigureDto,
  WithheldDto,
} from './analysis-figure.dto.js';
import { BilingualDto, LineChangesDto } from './analysis-method.dto.js';

export class ReliabilityDto {
  /** ICC(2,1). */
  singleJudge: NumberFigureDto;
  /** ICC(2,k), k = `sheetsPerEntry`. */
  panel: NumberFigureDto;
  /** ICC(C,k), where all entries share one panel. */
  consistency: NumberFigureDto;
  sheetsPerEntry: number;
  /** Judges an entry needs for `target`; neither value nor reason: no number suffices. */
  judgesNeeded: NumberFigureDto;
  target: number;
  concordance: ConcordanceFigureDto;
  variance: VarianceFigureDto;
}

export class JudgeAnalysisDto {
  judge: number;
  sheets: number;
  /** Mean of the judge's totals less the mean of all sheets of the group. */
  deviation: NumberFigureDto;
  /** By random effects within the group, whatever the declared method. */
  effect: JudgeEffectFigureDto;
  /** By the declared method over the whole stage; null where that adjusts for no judge. */
  declaredEffect: JudgeEffectFigureDto | null;
  spread: JudgeSpreadFigureDto;
  fit: ResidualFigureDto;
  /** Points a sheet. */
  driftByPosition: AddedEffectFigureDto;
  /** Points an hour. */
  driftByTimeOfDay: AddedEffectFigureDto;
}

export class AffinityFindingDto extends AddedEffectDto {
  judge: number;
  /** A country or region's code, or a body's name. */
  value: string;
  /** The value as people call it. */
  name: BilingualDto;
  sheetsWith: number;
  sheetsWithout: number;
  /** Estimate in residual standard deviations. */
  standardised: number;
  adjustedP: number;
  isFlagged: boolean;
}

export class UntestedPairsDto {
  reason: string;
  pairs: number;
}

export class AffinityDto {
  attribute: 'country-or-region' | 'nominating-body';
  rate: number;
  tests: AffinityFindingDto[];
  untested: UntestedPairsDto[];
}

export class WithoutJudgeDto {
  judge: number;
  sheets: number;
  lineChanges: LineChangesDto[];
  largestRankChange: number;
  unranked: number[];
}

export class WithoutJudgeFigureDto {
  value: WithoutJudgeDto[] | null;
  withheld: WithheldDto | null;
}

export class LineMarginDto {
  after: number;
  /** Decimal string. */
  points: string | null;
  lastAbove: number[];
  firstBelow: number[];
}

export class SheetFlipDto {
  entry: number;
  judge: number;
  /** Decimal string, below 0: taken from the sheet. */
  points: string;
}

export class LineSheetFlipDto {
  after: number;
  points: string | null;
  flips: SheetFlipDto[];
}

export class SheetFlipsFigureDto {
  value: LineSheetFlipDto[] | null;
  withheld: WithheldDto | null;
}

export class SensitivityDto {
  withoutJudge: WithoutJudgeFigureDto;
  margins: LineMarginDto[];
  sheetFlips: SheetFlipsFigureDto;
}
