/** The first and the last of a sorted list, at most so many in all. */
export function outermost<T>(sorted: readonly T[], most: number): readonly T[] {
  if (sorted.length <= most) return sorted;
  const first = Math.ceil(most / 2);
  return [...sorted.slice(0, first), ...sorted.slice(sorted.length - (most - first))];
}
