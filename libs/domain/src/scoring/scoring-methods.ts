import { bordaMethod } from './borda-method.js';
import { bradleyTerryMethod } from './bradley-terry-method.js';
import { copelandMethod } from './copeland-method.js';
import { meanMethod } from './mean-method.js';
import { medianMethod } from './median-method.js';
import { positionalMethod } from './positional-method.js';
import type { MethodInput, ScoringMethod } from './scoring-method.js';
import { severityAdjustedMethod } from './severity-adjusted-method.js';
import { standardisedMethod } from './standardised-method.js';
import { trimmedMeanMethod } from './trimmed-mean-method.js';

/** The registry: a new method is one file and one line here; database check, DTO and page list its keys. */
export const scoringMethods = {
  mean: meanMethod,
  median: medianMethod,
  'trimmed-mean': trimmedMeanMethod,
  standardised: standardisedMethod,
  'severity-adjusted': severityAdjustedMethod,
  borda: bordaMethod,
  positional: positionalMethod,
  copeland: copelandMethod,
  'bradley-terry': bradleyTerryMethod,
} as const satisfies Record<string, ScoringMethod>;

export type ScoringMethodKey = keyof typeof scoringMethods;

export const scoringMethodKeys = Object.keys(scoringMethods) as readonly ScoringMethodKey[];

export function isScoringMethodKey(key: string): key is ScoringMethodKey {
  return Object.hasOwn(scoringMethods, key);
}

/** Keys of the methods that take such input. */
export function methodKeysFor(input: MethodInput): ScoringMethodKey[] {
  return scoringMethodKeys.filter((key) => {
    const { inputs }: ScoringMethod = scoringMethods[key];
    return inputs.includes(input);
  });
}
