import type { AddedVariable, ModelResiduals } from './added-effect.js';
import type { EffectProjection } from './effect-projection.js';

/** A projection with further variables taken out, each by a direction q of length 1: M − Σ q qᵀ. */
export interface ExtendedModel extends ModelResiduals {
  readonly projection: EffectProjection;
  readonly directions: readonly Float64Array[];
}

export function extendedModel(projection: EffectProjection): ExtendedModel {
  const { residuals, freedoms, degreesOfFreedom, residualSquares } = projection;
  return { projection, directions: [], residuals, freedoms, degreesOfFreedom, residualSquares };
}

/**
 * The model with one variable more, by Gram and Schmidt's step.
 *
 * @param variable as `remaining` leaves it under this model; separable
 */
export function adopt(model: ExtendedModel, variable: AddedVariable): ExtendedModel {
  const { projection, directions } = model;
  const { sheets, values } = variable;
  const everywhere = new Float64Array(model.residuals.length);
  sheets.forEach((sheet, at) => (everywhere[sheet] = values[at]!));
  const all = Int32Array.from(everywhere, (_, sheet) => sheet);
  const direction = projection.reduced(all, everywhere).values;
  for (const earlier of directions) subtract(direction, earlier, product(earlier, direction));
  const length = Math.sqrt(product(direction, direction));
  for (let at = 0; at < direction.length; at += 1) direction[at]! /= length;
  const residuals = model.residuals.slice();
  subtract(residuals, direction, product(direction, residuals));
  return {
    projection,
    directions: [...directions, direction],
    residuals,
    freedoms: model.freedoms.map((freedom, at) => Math.max(0, freedom - direction[at]! ** 2)),
    degreesOfFreedom: model.degreesOfFreedom - 1,
    residualSquares: product(residuals, residuals),
  };
}

/** What a variable has left once a direction is taken out as well. */
export function remaining(variable: AddedVariable, direction: Float64Array): AddedVariable {
  const { sheets, values } = variable;
  let along = 0;
  for (let at = 0; at < sheets.length; at += 1) along += direction[sheets[at]!]! * values[at]!;
  const left = variable.left.map((value, at) => value - along * direction[sheets[at]!]!);
  return { sheets, values, left, square: variable.square - along * along };
}

function subtract(from: Float64Array, direction: Float64Array, times: number): void {
  for (let at = 0; at < from.length; at += 1) from[at]! -= times * direction[at]!;
}

function product(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < left.length; at += 1) sum += left[at]! * right[at]!;
  return sum;
}
