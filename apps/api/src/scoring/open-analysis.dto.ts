import { WithheldDto } from './analysis-figure.dto.js';

export class EntryCoverageDto {
  /** Index into `entries`. */
  entry: number;
  sheets: number;
  expected: number;
  isBelowFloor: boolean;
}

export class JudgeCoverageDto {
  /** 1 to `judges`. */
  judge: number;
  done: number;
  expected: number;
}

export class CoverageDto {
  sheets: number;
  expected: number;
  panelSize: number;
  panelFloor: number;
  entriesBelowFloor: number;
  entries: EntryCoverageDto[];
  judges: JudgeCoverageDto[];
}

export class GapThresholdDto {
  /** `rules`: a range in points; `median`: 1.5 times the median standard deviation. */
  by: 'rules' | 'median';
  points: number;
}

export class GapThresholdFigureDto {
  value: GapThresholdDto | null;
  withheld: WithheldDto | null;
}

export class EntryGapDto {
  entry: number;
  sheets: number;
  /** Highest less lowest total, decimal string. */
  range: string;
  standardDeviation: number;
  isFlagged: boolean;
}

export class GapsDto {
  threshold: GapThresholdFigureDto;
  flagged: number;
  entries: EntryGapDto[];
}

export class ScaleUseDto {
  lowest: string;
  highest: string;
  distinct: number;
  standardDeviation: number;
  /** Of the mean total on the scale, from 0 to 1. */
  position: number;
  /** Share of single scores at an end of their criterion's scale, from 0 to 1. */
  endShare: number;
  /** Sheets by tenths of the scale, the lowest first. */
  tenths: number[];
}

export class ScaleUseFigureDto {
  value: ScaleUseDto | null;
  withheld: WithheldDto | null;
}

export class JudgeScaleUseDto {
  judge: number;
  sheets: number;
  use: ScaleUseFigureDto;
}

export class ScaleUseSectionDto {
  lowestPossible: string;
  highestPossible: string;
  judges: JudgeScaleUseDto[];
}

export class OpenAnalysisDto {
  /** Sheets an entry and a judge. */
  coverage: CoverageDto | null;
  /** Null where the rules do not open it. */
  gaps: GapsDto | null;
  /** Null where the rules do not open it. */
  scaleUse: ScaleUseSectionDto | null;
}
