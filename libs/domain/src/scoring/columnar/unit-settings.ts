import type { Rational } from '../../decimal/rational.js';
import type { TallySettings } from '../tally-settings.js';
import type { ArrangedSheets } from './arrange-sheets.js';
import type { ScaledDecimals } from './score-columns.js';

/** What turns scores into whole numbers that doubles hold exactly. */
export interface UnitSettings {
  readonly units: Int32Array | Float64Array;
  readonly deductions: Float64Array | null;
  /** 10^places of the scores and of the deductions (1 without any). */
  readonly scoreScale: number;
  readonly deductionScale: number;
  /** By index of the criterion: its weight × `factorScale`. */
  readonly factors: Float64Array;
  readonly factorScale: number;
  /** No sheet's total × all scales is larger in size: so many sheets can be summed. */
  readonly totalBound: number;
  /** No score is larger in size, in units. */
  readonly scoreBound: number;
}

/** @returns null where the scores, weights or deductions are beyond what doubles hold exactly */
export function unitSettings(
  { units, deductions, columns }: ArrangedSheets,
  { criteria }: Pick<TallySettings, 'criteria'>,
): UnitSettings | null {
  if (!ArrayBuffer.isView(units) || (deductions !== null && !ArrayBuffer.isView(deductions))) return null;
  const factors = scaledFactors(criteria.map(({ factor }) => factor));
  if (factors === null) return null;
  const scoreScale = 10 ** columns.scores.places;
  const deductionScale = deductions === null ? 1 : 10 ** (columns.deductions?.places ?? 0);
  const factorSum = factors.units.reduce((sum, factor) => sum + factor, 0);
  const scoreBound = largestSize(units);
  // Divided by Σ w or not, a total has at most this denominator.
  const denominator = scoreScale * Math.max(factors.scale, factorSum) * deductionScale;
  const deductionBound = deductions === null ? 0 : largestSize(deductions);
  const totalBound = scoreBound * factorSum * deductionScale + (deductionBound * denominator) / deductionScale;
  if (!(denominator <= Number.MAX_SAFE_INTEGER && totalBound <= Number.MAX_SAFE_INTEGER)) return null;
  return {
    ...{ units, deductions: deductions === null ? null : Float64Array.from(deductions) },
    ...{ scoreScale, deductionScale, scoreBound, totalBound },
    factors: factors.units,
    factorScale: factors.scale,
  };
}

function scaledFactors(factors: readonly Rational[]): { units: Float64Array; scale: number } | null {
  const scale = factors.reduce((largest, { denominator }) => (denominator > largest ? denominator : largest), 1n);
  const units = factors.map(({ numerator, denominator }) => numerator * (scale / denominator));
  if ([scale, ...units].some((unit) => unit > Number.MAX_SAFE_INTEGER)) return null;
  return { units: Float64Array.from(units, Number), scale: Number(scale) };
}

function largestSize(units: Exclude<ScaledDecimals['units'], readonly bigint[]>): number {
  let largest = 0;
  for (let at = 0; at < units.length; at += 1) largest = Math.max(largest, Math.abs(units[at]!));
  return largest;
}
