import type { ScoringMethodKey } from '#domain';
import { methodKeysFor, scoringMethodKeys } from '#domain/scoring/scoring-methods';
import { WrongUsage } from './refusals.js';
import { optionName, type TypedOptions } from './tally-options.js';

/** What the file holds; `either`: its header tells. */
export type ChosenInput = 'sheets' | 'pairs' | 'either';

const ofPairs = ['winnerColumn', 'loserColumn', 'countColumn'] as const;
const ofLongSheets = ['criterionColumn', 'scoreColumn', 'deductionColumn', 'weights', 'maxima'] as const;
const ofSheets = [...ofLongSheets, 'entryColumn', 'judgeColumn', 'normaliseWeights', 'missing'] as const;

/** @throws WrongUsage for a method that is not there. */
export function chosenMethod(text: string): ScoringMethodKey {
  const method = scoringMethodKeys.find((key) => key === text);
  if (method) return method;
  throw new WrongUsage(`--method: "${text}" is not available; there are ${scoringMethodKeys.join(', ')}`);
}

/**
 * Whether the method reads score sheets or comparisons.
 *
 * @throws WrongUsage for options that have no meaning for that.
 */
export function chosenInput(method: ScoringMethodKey, typed: TypedOptions): ChosenInput {
  const takesPairs = methodKeysFor('pairs').includes(method);
  if (!takesPairs) refuse(typed, ofPairs, `--method ${method}`);
  const isWide = typed.layout === 'wide';
  if (isWide) refuse(typed, [...ofLongSheets, ...ofPairs], '--layout wide');
  if (!takesPairs) return 'sheets';
  const takesSheets = methodKeysFor('sheets').includes(method);
  if (!takesSheets && isWide) throw new WrongUsage(`--layout wide has no meaning for --method ${method}`);
  if (!takesSheets || isGiven(typed, ofPairs)) {
    refuse(typed, ofSheets, takesSheets ? 'comparisons' : `--method ${method}`);
    return 'pairs';
  }
  return isWide || isGiven(typed, ofSheets) ? 'sheets' : 'either';
}

function isGiven(typed: TypedOptions, keys: readonly (keyof TypedOptions)[]): boolean {
  return keys.some((key) => typed[key] !== undefined);
}

function refuse(typed: TypedOptions, keys: readonly (keyof TypedOptions)[], by: string): void {
  const given = keys.find((key) => typed[key] !== undefined);
  if (given !== undefined) throw new WrongUsage(`${optionName(given)} has no meaning for ${by}`);
}
