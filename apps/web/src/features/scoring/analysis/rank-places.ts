/**
 * A place of its own for each entry, from 0: by rank, entries of one rank in the order given, those without a rank null.
 */
export function rankPlaces(ranks: readonly (number | null)[]): (number | null)[] {
  const ranked = ranks.flatMap((rank, index) => (rank === null ? [] : [{ rank, index }]));
  ranked.sort((left, right) => left.rank - right.rank || left.index - right.index);
  const places = ranks.map((): number | null => null);
  for (const [place, { index }] of ranked.entries()) places[index] = place;
  return places;
}
