import { compareCodePoints } from '../identifier/compare-code-points.js';
import type { SheetDesign } from '../severity/sheet-design.js';
import type { Dependence } from '../statistics/benjamini-hochberg.js';
import { type AddedEffect, type AddedVariable, addedVariable } from './added-effect.js';
import { discoverEffects } from './discover-effects.js';
import { type EffectProjection, effectProjection } from './effect-projection.js';
import { belowFloor, type Withheld, withheldFigure } from './floors.js';
import { judgeSheets } from './judge-sheets.js';

export interface AffinityOptions {
  /** Highest expected share of false among all accusations (0.05). */
  readonly rate?: number;
  /** How the tests may depend on each other (`positive`: Benjamini–Hochberg; `any`: Benjamini–Yekutieli). */
  readonly dependence?: Dependence;
}

/** A judge and a value of the attribute, and how many of the judge's sheets are of such entries. */
export interface AffinityPair {
  readonly judge: string;
  readonly attribute: string;
  readonly sheetsWith: number;
  /** Of all other entries. */
  readonly sheetsWithout: number;
}

/** By how much the judge is kinder (above 0) or harsher to such entries than to others, in score units. */
export interface AffinityTest extends AffinityPair, AddedEffect {
  /** Estimate in residual standard deviations of the whole stage. */
  readonly standardised: number;
  /** p-value adjusted for all tests of this run. */
  readonly adjustedP: number;
  /** `adjustedP` is at most the rate. */
  readonly isFlagged: boolean;
}

export interface WithheldAffinity extends AffinityPair {
  readonly withheld: Withheld;
}

export interface AffinityBias {
  readonly rate: number;
  readonly dependence: Dependence;
  /** By adjusted p-value, then judge and attribute. */
  readonly tests: readonly AffinityTest[];
  /** Pairs that occur but are not tested, or say no more than one that is flagged; by judge and attribute. */
  readonly withheld: readonly WithheldAffinity[];
}

interface Contrast extends AffinityPair {
  readonly sheets: Int32Array;
  /** 1 on the judge's sheets of entries with the attribute, else 0. */
  readonly indicator: Float64Array;
}

/**
 * Does a judge favour entries of one kind (their country, their affiliation)? For each judge and value of the attribute
 * with enough sheets on both sides: the mean by which the judge scores such entries above the others, entries' quality
 * and the judge's severity accounted for (`addedEffect`), with false-discovery control over all pairs tested and no
 * pair blamed for another (`discoverEffects`).
 *
 * A judge is compared with the other judges of the same entries: a bias that most of them share cannot be seen.
 *
 * @param attributeOf by entry; entries that are not in it count among the others
 * @throws RangeError for a rate out of 0 to 1
 */
export function affinityBias(
  design: SheetDesign,
  attributeOf: ReadonlyMap<string, string>,
  { rate = 0.05, dependence = 'positive' }: AffinityOptions = {},
): AffinityBias {
  if (!(rate >= 0 && rate <= 1)) throw new RangeError(`a rate lies from 0 to 1, not at ${rate}`);
  const projection = effectProjection(design);
  const withheld: WithheldAffinity[] = [];
  const tested: { readonly pair: AffinityPair; readonly variable: AddedVariable }[] = [];
  for (const { sheets, indicator, ...pair } of contrasts(design, attributeOf)) {
    const tooFew = pairWithheld(design, projection, pair);
    if (tooFew) withheld.push({ ...pair, withheld: tooFew });
    else if (projection) tested.push({ pair, variable: addedVariable(projection, sheets, indicator) });
  }
  if (!projection) return { rate, dependence, tests: [], withheld };
  const variables = tested.map(({ variable }) => variable);
  const residualSpread = Math.sqrt(projection.residualSquares / projection.degreesOfFreedom);
  const tests: AffinityTest[] = [];
  discoverEffects(projection, variables, rate, dependence).forEach(({ effect, adjustedP }, at) => {
    const { pair } = tested[at]!;
    if (effect.withheld) withheld.push({ ...pair, withheld: effect.withheld });
    else {
      const standardised = effect.value.estimate / residualSpread;
      tests.push({ ...pair, ...effect.value, standardised, adjustedP, isFlagged: adjustedP <= rate });
    }
  });
  // Stable, so that equal ones stay by judge and attribute.
  tests.sort((left, right) => left.adjustedP - right.adjustedP);
  return { rate, dependence, tests, withheld: withheld.sort(comparePairs) };
}

function contrasts(design: SheetDesign, attributeOf: ReadonlyMap<string, string>): Contrast[] {
  return judgeSheets(design).flatMap((sheets, index) => {
    const judge = design.judges[index] ?? '';
    const values = Array.from(sheets, (sheet) => attributeOf.get(design.entries[design.entryOf[sheet]!]!));
    const attributes = [...new Set(values)].filter((value) => value !== undefined).sort(compareCodePoints);
    return attributes.map((attribute) => {
      const indicator = Float64Array.from(values, (value) => Number(value === attribute));
      const sheetsWith = indicator.reduce((sum, value) => sum + value, 0);
      return { judge, attribute, sheetsWith, sheetsWithout: sheets.length - sheetsWith, sheets, indicator };
    });
  });
}

function pairWithheld(
  design: SheetDesign,
  projection: EffectProjection | null,
  { sheetsWith, sheetsWithout }: AffinityPair,
): Withheld | null {
  const tooFew = belowFloor('affinity-bias', {
    entries: design.entries.length,
    judges: design.judges.length,
    sheetsOnEachSide: Math.min(sheetsWith, sheetsWithout),
    degreesOfFreedom: projection?.degreesOfFreedom,
  });
  return (tooFew ?? (projection ? null : withheldFigure('not-separable')))?.withheld ?? null;
}

function comparePairs(left: AffinityPair, right: AffinityPair): number {
  return compareCodePoints(left.judge, right.judge) || compareCodePoints(left.attribute, right.attribute);
}
