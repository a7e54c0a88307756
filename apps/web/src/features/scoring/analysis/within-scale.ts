/**
 * Keeps an interval on the scale of the scores. A method that moves scores off the scale, such as standard scores, has no
 * such ends: then nothing is cut.
 *
 * @param scale lowest and highest possible; null where it is not known
 * @param scores those of all entries
 */
export function withinScale(
  scale: readonly [number, number] | null,
  scores: readonly (number | null)[],
): (value: number) => number {
  if (scale === null) return (value) => value;
  const [lowest, highest] = scale;
  const isOnScale = scores.every((score) => score === null || (score >= lowest && score <= highest));
  return isOnScale ? (value) => Math.min(highest, Math.max(lowest, value)) : (value) => value;
}
