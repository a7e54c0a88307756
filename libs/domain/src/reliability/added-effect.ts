import { studentTwoSidedP } from '../statistics/student-t-distribution.js';
import type { EffectProjection } from './effect-projection.js';
import { type Figure, shownFigure, withheldFigure } from './floors.js';

/** The effect of one further variable on a judge's totals, in score units a unit of the variable. */
export interface AddedEffect {
  readonly estimate: number;
  readonly standardError: number;
  readonly t: number;
  readonly degreesOfFreedom: number;
  /** Two-sided, Student's t. */
  readonly pValue: number;
}

/** What a model has left of the totals. */
export type ModelResiduals = Pick<EffectProjection, 'residuals' | 'freedoms' | 'degreesOfFreedom' | 'residualSquares'>;

/** A variable x of one judge, 0 on all sheets of others, and what a model M leaves of it. */
export interface AddedVariable {
  /** All sheets of the judge, as positions in the design. */
  readonly sheets: Int32Array;
  /** x on them. */
  readonly values: Float64Array;
  /** M x on them. */
  readonly left: Float64Array;
  /** xᵀM x. */
  readonly square: number;
}

/** Shares below this are rounding, not data. */
const negligible = 1e-10;

export function addedVariable(projection: EffectProjection, sheets: Int32Array, values: Float64Array): AddedVariable {
  const { values: left, square } = projection.reduced(sheets, values);
  return { sheets, values, left, square };
}

/** Whether the model leaves enough of a variable to tell its effect. */
export function isSeparable({ values, square }: AddedVariable): boolean {
  return square > negligible * values.reduce((sum, value) => sum + value * value, 0);
}

/**
 * Regresses the totals on a model's effects and one variable of a single judge: β = xᵀM y / xᵀM x, by the theorem of
 * Frisch and Waugh (Econometrica 1 (1933) 387–401) and Lovell (J. Am. Statist. Assoc. 58 (1963) 993–1010). So the
 * residuals' shrink, by the judge's own effect and by the entries' means that the judge's scores are part of, is undone.
 *
 * The error variance is the larger of the pooled one, (Σr² − β² xᵀM x) / (ν − 1), and of the judge's own, the squared
 * residuals left on the judge's sheets over their expected share: an erratic judge must not pass for a partial one.
 * With equal variances the test is a little conservative. The degrees of freedom are those of the variance taken.
 */
export function addedEffect(model: ModelResiduals, variable: AddedVariable): Figure<AddedEffect> {
  const { residuals, freedoms, residualSquares, degreesOfFreedom } = model;
  const { sheets, values, left, square } = variable;
  if (!isSeparable(variable)) return withheldFigure('not-separable');
  if (degreesOfFreedom < 2) return withheldFigure('too-few-degrees-of-freedom');
  let product = 0;
  for (let at = 0; at < sheets.length; at += 1) product += values[at]! * residuals[sheets[at]!]!;
  const estimate = product / square;
  let ownSquares = 0;
  let ownFreedom = 0;
  for (let at = 0; at < sheets.length; at += 1) {
    ownSquares += (residuals[sheets[at]!]! - estimate * left[at]!) ** 2;
    ownFreedom += freedoms[sheets[at]!]! - (left[at]! * left[at]!) / square;
  }
  const pooled = Math.max(0, residualSquares - estimate * product) / (degreesOfFreedom - 1);
  const own = ownFreedom >= 1 ? ownSquares / ownFreedom : 0;
  const variance = Math.max(pooled, own);
  if (!(variance * degreesOfFreedom > negligible * residualSquares)) return withheldFigure('no-residual-variance');
  const standardError = Math.sqrt(variance / square);
  const t = estimate / standardError;
  const freedom = own > pooled ? ownFreedom : degreesOfFreedom - 1;
  return shownFigure({ estimate, standardError, t, degreesOfFreedom: freedom, pValue: studentTwoSidedP(t, freedom) });
}
