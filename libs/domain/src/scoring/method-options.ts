export const missingPolicies = ['per-criterion', 'renormalise', 'exclude-sheet'] as const;
/** What is done with a sheet that lacks a score; missing is never zero. */
export type MissingPolicy = (typeof missingPolicies)[number];

export const trimUnits = ['sheet', 'criterion'] as const;
export type TrimUnit = (typeof trimUnits)[number];

export const trimFallbacks = ['mean', 'median', 'refuse'] as const;
export type TrimFallback = (typeof trimFallbacks)[number];

export const severityEffects = ['fixed', 'random'] as const;
/** Whether entries and judges are unknown constants or drawn from a population. */
export type SeverityEffects = (typeof severityEffects)[number];

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
  /** The model of `severity-adjusted` (`random`). */
  readonly effects?: SeverityEffects;
  /** Subtracted from the number of sheets in a judge's variance, for `standardised`: 0 or 1 (1). */
  readonly ddof?: number;
  /** Takes standard scores back to points, for `standardised` (false). */
  readonly rescale?: boolean;
  /** Points of the first, second … place, for `positional`: decimal strings, at least 0, never rising (12, 10, 8, 7, 6 … 1). */
  readonly points?: readonly string[];
  /** Standard deviation of a normal prior on the abilities, above 0, for `bradley-terry` (none). */
  readonly prior?: number;
}
