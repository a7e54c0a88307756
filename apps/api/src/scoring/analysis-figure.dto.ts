/** Why a figure is not shown. */
export class WithheldDto {
  /** A stable code; the page has a sentence for each. */
  reason: string;
  /** The floor, or the most allowed; null where the reason is no count. */
  needed: number | null;
  present: number | null;
}

export class NumberFigureDto {
  value: number | null;
  withheld: WithheldDto | null;
}

export class ConcordanceDto {
  /** Kendall's W, from 0 to 1. */
  w: number;
  chiSquare: number;
  degreesOfFreedom: number;
  pValue: number;
}

export class ConcordanceFigureDto {
  value: ConcordanceDto | null;
  withheld: WithheldDto | null;
}

export class VarianceDto {
  entry: number;
  judge: number;
  residual: number;
}

export class VarianceFigureDto {
  value: VarianceDto | null;
  withheld: WithheldDto | null;
}

export class JudgeEffectDto {
  /** Points of a sheet's total; positive is lenient. */
  estimate: number;
  standardError: number | null;
}

export class JudgeEffectFigureDto {
  value: JudgeEffectDto | null;
  withheld: WithheldDto | null;
}

export class JudgeSpreadDto {
  standardDeviation: number;
  lowest: number;
  highest: number;
  distinct: number;
}

export class JudgeSpreadFigureDto {
  value: JudgeSpreadDto | null;
  withheld: WithheldDto | null;
}

/** Mean squares of standardised residuals: 1 for a judge as consistent as the panel, above for one more erratic. */
export class ResidualStatisticsDto {
  infit: number;
  outfit: number;
}

export class ResidualFigureDto {
  value: ResidualStatisticsDto | null;
  withheld: WithheldDto | null;
}

export class AddedEffectDto {
  estimate: number;
  standardError: number;
  t: number;
  degreesOfFreedom: number;
  /** Two-sided. */
  pValue: number;
}

export class AddedEffectFigureDto {
  value: AddedEffectDto | null;
  withheld: WithheldDto | null;
}
