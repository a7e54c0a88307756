export const missingPolicies = ['per-criterion', 'renormalise', 'exclude-sheet'] as const;
/** What is done with a sheet that lacks a score; missing is never zero. */
export type MissingPolicy = (typeof missingPolicies)[number];

export const trimUnits = ['sheet', 'criterion'] as const;
export type TrimUnit = (typeof trimUnits)[number];

export const trimFallbacks = ['mean', 'median', 'refuse'] as const;
export type TrimFallback = (typeof trimFallbacks)[number];

export interface MethodOptions {
  /** Values dropped at each end, for `trimmed-mean` (1). */
  readonly trim?: number;
  /** What is trimmed (`sheet`: whole totals). */
  readonly trimBy?: TrimUnit;
  /** Fewest values that are trimmed (2 × trim + 1). */
  readonly trimMinimum?: number;
  /** What happens below it (`mean`); `refuse` leaves the entry insufficient. */
  readonly trimFallback?: TrimFallback;
  /** By criterion `per-criterion`; for methods on sheet totals there is no default: missing scores are refused. */
  readonly missing?: MissingPolicy;
}
