import { publishedPlaces } from '#domain/score-file/published-places';
import type { RecheckRule } from '#domain/score-file/recheck';
import type { FileEntry } from '#domain/score-file/score-file';

export const methodChoices = ['trim1', 'trim2', 'mean', 'median'] as const;
export type MethodChoice = (typeof methodChoices)[number];
export const tieChoices = ['competition', 'dense', 'modified'] as const;
export const placeChoices = [0, 1, 2, 3, 4] as const;

/** A rule as a person picks it on the page. */
export interface RuleChoice {
  readonly method: MethodChoice;
  /** Fewest scores that are trimmed; at least `leastMinimum` of the method. */
  readonly minimum: number;
  /** Null: not rounded. */
  readonly places: number | null;
  readonly ties: (typeof tieChoices)[number];
}

/** What most offices do: panels of five and more lose the highest and the lowest, two decimals. */
export const usualRule: RuleChoice = { method: 'trim1', minimum: 5, places: 2, ties: 'competition' };

const mostMinimum = 11;
const trimOf = (method: MethodChoice) => (method === 'trim1' ? 1 : method === 'trim2' ? 2 : 0);

/** Minimums that leave a score to count; none where nothing is dropped. */
export function minimumChoices(method: MethodChoice): number[] {
  const trim = trimOf(method);
  if (trim === 0) return [];
  return Array.from({ length: mostMinimum - 2 * trim }, (_, index) => 2 * trim + 1 + index);
}

export function recheckRule({ method, minimum, places, ties }: RuleChoice): RecheckRule {
  const trim = trimOf(method);
  return {
    method: trim > 0 ? 'trimmed-mean' : method === 'median' ? 'median' : 'mean',
    trim,
    trimMinimum: Math.max(minimum, 2 * trim + 1),
    trimFallback: 'mean',
    places,
    ties,
  };
}

/** The places of the published scores, where they can be a rule's; null where nothing is published or all is computed. */
export function guessedPlaces(entries: readonly FileEntry[]): number | null {
  const places = publishedPlaces(entries);
  if (places === null || places > Math.max(...placeChoices)) return null;
  // Whole figures beside computed ones say nothing of the places that an office showed.
  return places === 0 && entries.some(({ publishedScore }) => publishedScore?.includes('.')) ? null : places;
}
