import type { SheetDesign } from '../severity/sheet-design.js';
import { type RankFigure, withheldRankFigure } from './rank-figure.js';

/** The least data with which a figure is shown. */
export interface UncertaintyFloor {
  readonly entries: number;
  readonly judges: number;
  /** Sheets that more than half of the entries have. */
  readonly sheets: number;
}

/**
 * Below these a figure is withheld. With n shared judges a stated 95 % holds the truth less often, because the error is
 * estimated too: in 70 % for n = 2, 81 % for 3, 88 % for 5, 90 % for 7, 94 % for 30 (Student's t of n − 1 degrees of
 * freedom within ±1.96). Two judges say too little; that bound is this project's convention.
 */
export const uncertaintyFloors = {
  'expected-rank': { entries: 2, judges: 3, sheets: 3 },
  'rank-interval': { entries: 2, judges: 3, sheets: 3 },
  'award-line': { entries: 2, judges: 3, sheets: 3 },
} as const satisfies Readonly<Record<string, UncertaintyFloor>>;
export type UncertaintyFigure = keyof typeof uncertaintyFloors;

/**
 * The first floor of a figure that a design does not reach, or null. A single entry with too few sheets is no matter of
 * the floor: its estimate withholds its error.
 *
 * @example belowUncertaintyFloor('award-line', design)?.withheld?.reason // 'too-few-judges'
 */
export function belowUncertaintyFloor(figure: UncertaintyFigure, design: SheetDesign): RankFigure<never> | null {
  const floor: UncertaintyFloor = uncertaintyFloors[figure];
  const counts = { entries: design.entries.length, judges: design.judges.length, sheets: medianSheets(design) };
  for (const kind of ['entries', 'judges', 'sheets'] as const) {
    const needed = floor[kind];
    const present = counts[kind];
    if (present < needed) return withheldRankFigure(`too-few-${kind}`, { needed, present });
  }
  return null;
}

/** Of an even number of entries the lower of the two middle ones. */
function medianSheets({ entries, entryOf }: SheetDesign): number {
  const counts = new Int32Array(entries.length);
  for (let sheet = 0; sheet < entryOf.length; sheet += 1) {
    const entry = entryOf[sheet] as number;
    counts[entry] = (counts[entry] as number) + 1;
  }
  counts.sort();
  return counts[Math.floor((counts.length - 1) / 2)] ?? 0;
}
