import type { PlaceRange } from './shown-places.js';

export const rowHeight = 26;
/** Of a line with its name, and of the strip where what is not shown goes. */
export const stripHeight = 24;

/** A row of one place, a line of awards, or a strip for the places before or after those shown. */
export type Band =
  | { readonly kind: 'row'; readonly index: number; readonly top: number }
  | { readonly kind: 'line'; readonly after: number; readonly top: number }
  | { readonly kind: 'before' | 'after'; readonly top: number };

export interface ChartBands {
  readonly bands: readonly Band[];
  /** In pixels. */
  readonly height: number;
  /** Middle of the row of an index; undefined where it has none. */
  readonly rowAt: (index: number) => number | undefined;
  /** Where a place, counted from 0, lies: outside the range in the strip on its side. */
  readonly placeAt: (place: number) => number;
  /** Whether a place is within the range. */
  readonly isShown: (place: number) => boolean;
}

interface BandsInput {
  readonly range: PlaceRange;
  readonly count: number;
  /** Places after which lines fall. */
  readonly lines: readonly number[];
  /** Indexes outside the range that have rows of their own below it. */
  readonly extras?: readonly number[];
}

/** Lays the rows of a chart out from top to bottom. */
export function chartBands({ range, count, lines, extras = [] }: BandsInput): ChartBands {
  const bands: Band[] = [];
  const rows = new Map<number, number>();
  let top = 0;
  const strip = (kind: 'before' | 'after') => {
    bands.push({ kind, top });
    top += stripHeight;
    return top - stripHeight / 2;
  };
  const row = (index: number) => {
    bands.push({ kind: 'row', index, top });
    rows.set(index, top + rowHeight / 2);
    top += rowHeight;
  };
  const before = range.from > 0 ? strip('before') : 0;
  for (let index = range.from; index < range.to; index += 1) {
    row(index);
    if (!lines.includes(index + 1) || index + 1 === count) continue;
    bands.push({ kind: 'line', after: index + 1, top });
    top += stripHeight;
  }
  const after = range.to < count ? strip('after') : top;
  for (const index of extras) row(index);
  return {
    ...{ bands, height: top },
    isShown: (place) => place >= range.from && place < range.to,
    rowAt: (index) => rows.get(index),
    placeAt: (place) => {
      if (place < range.from) return before;
      return place < range.to ? (rows.get(place) ?? after) : after;
    },
  };
}
