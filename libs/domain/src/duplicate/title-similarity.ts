import { gramSimilarity, organisationGrams, organisationKey } from '../organisation/organisation-name.js';
import type { DuplicateStrength } from './duplicate-strength.js';

/** A title as it is compared: its key and the grams of it. */
export interface ComparedTitle {
  readonly text: string;
  /** Equal for titles that differ in case, width, accents, spaces or signs alone; empty where they have no letters. */
  readonly key: string;
  /** Pairs of Chinese characters, triples of letters. */
  readonly grams: ReadonlySet<string>;
}

/** Least share of common grams from which on two titles are called similar. */
export const leastTitleSimilarity = 0.7;
const likelyTitleSimilarity = 0.85;

export function comparedTitle(text: string): ComparedTitle {
  const key = organisationKey(text);
  return { text, key, grams: new Set(organisationGrams(key)) };
}

/** Sørensen–Dice coefficient over the grams of two titles, 0 to 1; 1 for equal keys. */
export function titleSimilarity(left: ComparedTitle, right: ComparedTitle): number {
  if (left.key === '' || right.key === '') return 0;
  if (left.key === right.key) return 1;
  let shared = 0;
  for (const gram of right.grams) if (left.grams.has(gram)) shared += 1;
  return gramSimilarity(shared, left.grams.size, right.grams.size);
}

/** What the similarity of two titles says; null below `leastTitleSimilarity`. */
export function titleStrength(left: ComparedTitle, right: ComparedTitle): DuplicateStrength | null {
  const similarity = titleSimilarity(left, right);
  if (similarity < leastTitleSimilarity) return null;
  if (left.key === right.key) return 'strong';
  return similarity >= likelyTitleSimilarity ? 'likely' : 'weak';
}

/**
 * How many of a title's grams have to be looked up: any title at least `leastTitleSimilarity` alike has at least one of
 * so many of them, whichever are chosen.
 *
 * @param size number of grams of the title
 */
export function sufficientGrams(size: number): number {
  // Of a title of n grams, another that is alike by s shares at least n·s/(2−s): the shortest one that can be.
  const leastShared = Math.ceil((size * leastTitleSimilarity) / (2 - leastTitleSimilarity) - 1e-9);
  return Math.max(0, size - leastShared + 1);
}
