/** Places of a list, counted from 0: `from` is shown, `to` no longer. */
export interface PlaceRange {
  readonly from: number;
  readonly to: number;
}

/** The best places, or those around the line after so many. */
export type PlaceChoice = 'first' | `line-${number}`;

/** More rows than these nobody compares with the eye. */
export const mostRows = 40;
const reach = mostRows / 2;

/** What a chart of a list can be narrowed to; none where it fits whole. */
export function placeChoices(count: number, lines: readonly number[]): PlaceChoice[] {
  if (count <= mostRows) return [];
  const far = lines.filter((after) => after > reach && after < count);
  return ['first', ...[...new Set(far)].map((after): PlaceChoice => `line-${after}`)];
}

/** @param wanted from the address, so it may be anything: then the best places */
export function shownPlaces(count: number, lines: readonly number[], wanted: string | null): PlaceRange {
  if (count <= mostRows) return { from: 0, to: count };
  const choice = placeChoices(count, lines).find((one) => one === wanted) ?? 'first';
  if (choice === 'first') return { from: 0, to: mostRows };
  const from = Math.min(Number(choice.slice('line-'.length)) - reach, count - mostRows);
  return { from, to: from + mostRows };
}
