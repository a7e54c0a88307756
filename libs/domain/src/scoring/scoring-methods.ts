import { meanMethod } from './mean-method.js';
import { medianMethod } from './median-method.js';
import type { ScoringMethod } from './scoring-method.js';
import { trimmedMeanMethod } from './trimmed-mean-method.js';

/** The registry: a new method is one file and one line here; database check, DTO and page list its keys. */
export const scoringMethods = {
  mean: meanMethod,
  median: medianMethod,
  'trimmed-mean': trimmedMeanMethod,
} as const satisfies Record<string, ScoringMethod>;

export type ScoringMethodKey = keyof typeof scoringMethods;

export const scoringMethodKeys = Object.keys(scoringMethods) as readonly ScoringMethodKey[];

export function isScoringMethodKey(key: string): key is ScoringMethodKey {
  return Object.hasOwn(scoringMethods, key);
}
