import { addedEffect, type AddedEffect, addedVariable } from './added-effect.js';
import type { EffectProjection } from './effect-projection.js';
import { belowFloor, type Figure, withheldFigure } from './floors.js';

/**
 * Slope of a judge's scores on the judge's own sequence, entries and severity accounted for: points a sheet, positive
 * where the judge grew kinder.
 *
 * @param sheets all sheets of the judge
 * @param order of each sheet of the design, a number that rises as the judge goes on (a time, a call number); only its
 *   sequence within the judge counts, equal numbers share their mean place; NaN: not known
 */
export function driftByPosition(
  projection: EffectProjection,
  sheets: Int32Array,
  order: Float64Array,
): Figure<AddedEffect> {
  return drift(projection, sheets, placesWithin(Float64Array.from(sheets, (sheet) => order[sheet]!)));
}

/**
 * Slope of a judge's scores on the time of day: points an hour. A straight line from midnight to midnight, so it sees
 * a tired evening, and no rhythm within the day.
 *
 * @param hours of each sheet of the design, from 0 to 24 in the contest's time zone; NaN: not known
 */
export function driftByTimeOfDay(
  projection: EffectProjection,
  sheets: Int32Array,
  hours: Float64Array,
): Figure<AddedEffect> {
  return drift(
    projection,
    sheets,
    Float64Array.from(sheets, (sheet) => hours[sheet]!),
  );
}

function drift(projection: EffectProjection, sheets: Int32Array, along: Float64Array): Figure<AddedEffect> {
  const tooFew = belowFloor('drift', { judgeSheets: sheets.length, degreesOfFreedom: projection.degreesOfFreedom });
  if (tooFew) return tooFew;
  const middle = along.reduce((sum, value) => sum + value, 0) / along.length;
  const varies = along.some((value) => value !== along[0]);
  if (!varies || !Number.isFinite(middle)) return withheldFigure('order-not-recorded');
  // Centred: the judge's own effect takes the rest, and rounding stays small beside a slope.
  const centred = along.map((value) => value - middle);
  return addedEffect(projection, addedVariable(projection, sheets, centred));
}

/** 1, 2, 3 … in ascending order, ties at their mean place. */
function placesWithin(values: Float64Array): Float64Array {
  if (values.some(Number.isNaN)) return values;
  const sorted = values.toSorted();
  const firstOf = new Map<number, number>();
  const countOf = new Map<number, number>();
  sorted.forEach((value, at) => {
    if (!firstOf.has(value)) firstOf.set(value, at + 1);
    countOf.set(value, (countOf.get(value) ?? 0) + 1);
  });
  return values.map((value) => firstOf.get(value)! + (countOf.get(value)! - 1) / 2);
}
