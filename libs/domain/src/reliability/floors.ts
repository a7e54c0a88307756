/** The least with which a figure is shown; what is not named does not limit it. */
export interface Floor {
  readonly entries?: number;
  readonly judges?: number;
  /** Sheets of the judge whom the figure describes. */
  readonly judgeSheets?: number;
  /** Sheets of the judge on each side of a contrast: with the attribute, and without. */
  readonly sheetsOnEachSide?: number;
  /** Of the residual variance. */
  readonly degreesOfFreedom?: number;
}

/**
 * Below these a figure says more of chance than of the panel and is withheld, not shown with a warning. They are this
 * project's convention: 5 judges already bound the judge variance poorly, 10 entries the entry variance; the χ²
 * approximation of W needs more than 7 entries (Siegel, Nonparametric Statistics, 1956); a slope or a contrast over
 * fewer sheets than stated finds only effects above about 1.5 residual standard deviations.
 */
export const reliabilityFloors = {
  'intraclass-correlation': { entries: 10, judges: 3 },
  'judges-needed': { entries: 10, judges: 3 },
  'kendalls-w': { entries: 8, judges: 3 },
  effect: { judges: 3, judgeSheets: 5 },
  spread: { judgeSheets: 5 },
  'residual-statistics': { entries: 8, judges: 3, judgeSheets: 8, degreesOfFreedom: 10 },
  drift: { entries: 10, judges: 3, judgeSheets: 10, degreesOfFreedom: 20 },
  'affinity-bias': { entries: 16, judges: 5, sheetsOnEachSide: 8, degreesOfFreedom: 30 },
} as const satisfies Readonly<Record<string, Floor>>;
export type ReliabilityFigure = keyof typeof reliabilityFloors;

/** In the order in which they are looked at: the first that fails is the reason. */
const floorReasons = {
  entries: 'too-few-entries',
  judges: 'too-few-judges',
  judgeSheets: 'too-few-judge-sheets',
  sheetsOnEachSide: 'too-few-sheets-on-a-side',
  degreesOfFreedom: 'too-few-degrees-of-freedom',
} as const satisfies Readonly<Record<keyof Floor, string>>;

export const withheldReasons = [
  ...Object.values(floorReasons),
  'panels-not-crossed',
  'variance-not-estimated',
  'no-differences',
  'no-residual-variance',
  'order-not-recorded',
  'not-separable',
] as const;
export type WithheldReason = (typeof withheldReasons)[number];

export interface Withheld {
  readonly reason: WithheldReason;
  /** The floor and what there is; null where the reason is no count. */
  readonly needed: number | null;
  readonly present: number | null;
}

/** A figure, or why it is not shown. */
export type Figure<T> =
  { readonly value: T; readonly withheld: null } | { readonly value: null; readonly withheld: Withheld };

export function shownFigure<T>(value: T): Figure<T> {
  return { value, withheld: null };
}

export function withheldFigure(reason: WithheldReason): Figure<never> {
  return { value: null, withheld: { reason, needed: null, present: null } };
}

/**
 * The first floor of a figure that the counts do not reach, or null. A count that is not given is not looked at.
 *
 * @example belowFloor('kendalls-w', { entries: 5, judges: 7 })?.withheld.reason // 'too-few-entries'
 */
export function belowFloor(figure: ReliabilityFigure, counts: Floor): Figure<never> | null {
  const floor: Floor = reliabilityFloors[figure];
  for (const key of Object.keys(floorReasons) as (keyof Floor)[]) {
    const needed = floor[key];
    const present = counts[key];
    if (needed === undefined || present === undefined || present >= needed) continue;
    return { value: null, withheld: { reason: floorReasons[key], needed, present } };
  }
  return null;
}
