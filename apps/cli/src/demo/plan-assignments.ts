import type { Random } from './random.js';

/** A judge who is to score an entry; indices into the panel's lists. */
export interface Pair {
  readonly entry: number;
  readonly judge: number;
}

/**
 * Gives each entry so many judges, by lot among those with the fewest entries so far: every judge meets a fair sample,
 * and the loads differ by one at most.
 *
 * @param load entries that each judge has already; counted on
 */
export function planAssignments(random: Random, entries: number, load: number[], size: number): Pair[] {
  const order = random.shuffle(Array.from({ length: entries }, (_, index) => index));
  return order.flatMap((entry) => {
    const drawn = random
      .shuffle(load.map((_, judge) => judge))
      .sort((left, right) => (load[left] ?? 0) - (load[right] ?? 0))
      .slice(0, size);
    return drawn.map((judge) => {
      load[judge] = (load[judge] ?? 0) + 1;
      return { entry, judge };
    });
  });
}
