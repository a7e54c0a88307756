import { ApiProperty } from '@nestjs/swagger';
import { NullableItems } from '../http/nullable-items.decorator.js';
import { WithheldDto } from './analysis-figure.dto.js';

export class BilingualDto {
  zh: string;
  en: string;
}

export class AnalysisLineDto {
  /** Places above the line. */
  after: number;
  kind: 'award-tier' | 'advancement';
  /** Of the tier. */
  key: string | null;
  /** Of the tier. */
  name: BilingualDto | null;
}

export class LineStandingChangeDto {
  entry: number;
  from: 'above' | 'tied' | 'below';
  to: 'above' | 'tied' | 'below';
}

export class LineChangesDto {
  after: number;
  changes: LineStandingChangeDto[];
}

export class MethodColumnDto {
  /** `severity-adjusted` stands twice, with its effects behind a colon. */
  id: string;
  method: string;
  @ApiProperty({ type: 'object', additionalProperties: true })
  options: Record<string, unknown>;
  isDeclared: boolean;
  /** Error code of the method's own refusal; then it has no figures. */
  refusal: string | null;
  /** Decimal strings in the order of the group's entries. */
  @NullableItems('string')
  scores: (string | null)[];
  @NullableItems('number')
  ranks: (number | null)[];
  /** Who would stand elsewhere at a line than by the declared method. */
  lineChanges: LineChangesDto[];
  largestRankChange: number;
  /** Kendall's τ_b with the declared method. */
  agreement: number | null;
}

export class ExpectedRanksFigureDto {
  @NullableItems('number', true)
  value: (number | null)[] | null;
  withheld: WithheldDto | null;
}

export class ScoreIntervalsDto {
  /** Points, in the order of the group's entries; null for an entry of too few sheets. */
  @NullableItems('number')
  lowest: (number | null)[];
  @NullableItems('number')
  highest: (number | null)[];
  /** How often such an interval holds the truth at least. */
  @NullableItems('number')
  coverage: (number | null)[];
}

export class RankIntervalsDto {
  /** In the order of the group's entries; null for an entry without one. */
  @NullableItems('number')
  lowest: (number | null)[];
  @NullableItems('number')
  highest: (number | null)[];
}

export class RankIntervalsFigureDto {
  value: RankIntervalsDto | null;
  withheld: WithheldDto | null;
}

export class LineUncertaintyDto {
  after: number;
  /** Points between the last above and the first below. */
  gap: number | null;
  standardError: number | null;
  probabilityReversed: number | null;
  /** Entries that could belong above the line; null where it is not known. */
  candidates: number[] | null;
  /** Entries above the line that could belong below it. */
  atRisk: number[];
  text: BilingualDto;
}

export class LineUncertaintiesFigureDto {
  value: LineUncertaintyDto[] | null;
  withheld: WithheldDto | null;
}

export class UncertaintyDto {
  confidence: number;
  draws: number;
  seed: number;
  @NullableItems('number')
  standardErrors: (number | null)[];
  /** Of the median, which has no standard error; null for any other method. */
  scoreIntervals: ScoreIntervalsDto | null;
  expectedRanks: ExpectedRanksFigureDto;
  rankIntervals: RankIntervalsFigureDto;
  lines: LineUncertaintiesFigureDto;
}
