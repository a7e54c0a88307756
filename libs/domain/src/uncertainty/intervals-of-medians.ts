import type { SheetDesign } from '../severity/sheet-design.js';
import { medianInterval, type MedianInterval } from './median-interval.js';
import { rangesOfEntries } from './ranges-of-entries.js';

export interface IntervalOfMedian extends MedianInterval<number> {
  /** Of even numbers the mean of the two middle ones. */
  readonly median: number;
}

/**
 * The exact interval of the median of each entry's totals.
 *
 * @param confidence in (0, 1)
 * @returns by index of the entry; null for one of too few sheets for the confidence (six for 95 %).
 * @throws RangeError for two sheets of the same entry and judge, or a confidence outside (0, 1).
 */
export function intervalsOfMedians(design: SheetDesign, confidence: number): (IntervalOfMedian | null)[] {
  const starts = rangesOfEntries(design);
  return design.entries.map((_, entry) => {
    const totals = Array.from(design.totals.slice(starts[entry], starts[entry + 1]).sort());
    const interval = medianInterval(totals, confidence);
    const [lower, upper] = [totals[(totals.length - 1) >> 1]!, totals[totals.length >> 1]!];
    return interval && { ...interval, median: (lower + upper) / 2 };
  });
}
