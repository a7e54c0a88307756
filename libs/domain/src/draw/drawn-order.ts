import { sha256Hex } from '../hashing/sha256-hex.js';
import { compareCodePoints } from '../identifier/compare-code-points.js';

/** What a draw decides; the same seed gives each its own order. */
export type DrawPurpose = 'judges' | 'panels' | 'order';

/**
 * The ticket of an id in a draw: SHA-256 of the seed, a line feed, the purpose, a line feed and the id, as UTF-8. Anybody
 * can compute it: `printf '%s\n%s\n%s' 'SEED' order 'ID' | sha256sum`.
 */
export function drawTicket(seed: string, purpose: DrawPurpose, id: string): string {
  return sha256Hex(`${seed}\n${purpose}\n${id}`);
}

/**
 * Ids in the order of their tickets, smallest first: whoever knows the public seed finds the same order, and nobody who
 * did not know the seed could have chosen it. An id that joins or leaves moves no other past another.
 *
 * @throws RangeError for an id that stands twice or is empty, and for line feeds, which would let two texts look alike.
 * @example drawnOrder('2024-11-22 close of the Shanghai index 3267.19', 'order', ['entry-1', 'entry-2'])
 */
export function drawnOrder(seed: string, purpose: DrawPurpose, ids: readonly string[]): string[] {
  if (seed === '' || seed.includes('\n')) throw new RangeError('the seed of a draw is one line of text');
  if (new Set(ids).size !== ids.length) throw new RangeError('an id stands twice in a draw');
  if (ids.some((id) => id === '' || id.includes('\n'))) throw new RangeError('an id in a draw is one line of text');
  return ids
    .map((id) => ({ id, ticket: drawTicket(seed, purpose, id) }))
    .sort((left, right) => compareCodePoints(left.ticket, right.ticket))
    .map(({ id }) => id);
}
