import { benjaminiHochberg, type Dependence } from '../statistics/benjamini-hochberg.js';
import { addedEffect, type AddedEffect, type AddedVariable, isSeparable } from './added-effect.js';
import { adopt, type ExtendedModel, extendedModel, remaining } from './adopted-effects.js';
import type { EffectProjection } from './effect-projection.js';
import type { Figure } from './floors.js';

export interface DiscoveredEffect {
  readonly effect: Figure<AddedEffect>;
  /** 1 where the effect is withheld. */
  readonly adjustedP: number;
}

/**
 * Tests many variables with false-discovery control, none blamed for another. One strong bias lends every other
 * judge of the same entries a share of the opposite sign, and its own judge a contrary bias on all other entries. So
 * the strongest effect within the rate joins the model, all others are tested beside it, and so on while new ones
 * come within the rate; in the end each that joined is tested beside the others that did.
 *
 * @param variables as `addedVariable` makes them
 * @returns in the order given
 */
export function discoverEffects(
  projection: EffectProjection,
  variables: readonly AddedVariable[],
  rate: number,
  dependence: Dependence,
): DiscoveredEffect[] {
  let model = extendedModel(projection);
  let current = [...variables];
  const effects = current.map((variable) => addedEffect(model, variable));
  const adopted = new Set<number>();
  for (;;) {
    const next = strongest(effects, adopted, rate, dependence);
    if (next === null) break;
    adopted.add(next);
    model = adopt(model, current[next]!);
    const direction = model.directions.at(-1)!;
    current = current.map((variable, at) => (adopted.has(at) ? variable : remaining(variable, direction)));
    current.forEach((variable, at) => {
      if (!adopted.has(at)) effects[at] = addedEffect(model, variable);
    });
  }
  for (const index of adopted) {
    const others = [...adopted].filter((other) => other !== index).map((other) => variables[other]!);
    effects[index] = besideOthers(projection, variables[index]!, others);
  }
  const adjusted = benjaminiHochberg(effects.map(pOf), dependence);
  return effects.map((effect, at) => ({ effect, adjustedP: adjusted[at]! }));
}

/** The smallest p-value within the rate that is not adopted yet; of equal ones a favour before a disfavour. */
function strongest(
  effects: readonly Figure<AddedEffect>[],
  adopted: ReadonlySet<number>,
  rate: number,
  dependence: Dependence,
): number | null {
  const adjusted = benjaminiHochberg(effects.map(pOf), dependence);
  const candidates = effects.flatMap(({ value }, index) =>
    value && !adopted.has(index) && adjusted[index]! <= rate
      ? // Mirror images, as of a judge with two kinds of entries, differ by rounding only.
        [{ index, p: Number(value.pValue.toPrecision(9)), isFavour: value.estimate > 0 }]
      : [],
  );
  candidates.sort((a, b) => a.p - b.p || Number(b.isFavour) - Number(a.isFavour) || a.index - b.index);
  return candidates[0]?.index ?? null;
}

function besideOthers(
  projection: EffectProjection,
  variable: AddedVariable,
  others: readonly AddedVariable[],
): Figure<AddedEffect> {
  let model: ExtendedModel = extendedModel(projection);
  for (const other of others) {
    const left = model.directions.reduce(remaining, other);
    if (isSeparable(left)) model = adopt(model, left);
  }
  return addedEffect(model, model.directions.reduce(remaining, variable));
}

function pOf({ value }: Figure<AddedEffect>): number {
  return value?.pValue ?? 1;
}
