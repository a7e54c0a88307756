/**
 * Why a plan cannot keep every rule, or not spread evenly: facts in numbers, whose sentences the reader's language gives.
 */
export type AssignmentFinding =
  /** A fixed pair has a conflict of interest. */
  | { readonly code: 'fixed-conflict'; readonly entry: string; readonly judge: string }
  /** A plan for some judges alone: so many may be given entries, and so many others could have been. */
  | { readonly code: 'plan-limited'; readonly chosen: number; readonly others: number }
  /** Fewer judges may take the entry than are wanted; how many of all judges fall away for which reason. */
  | ({ readonly code: 'entry-short'; readonly entry: string; readonly wanted: number } & Eligibility)
  /** The same for a kind that the entry must have. */
  | ({
      readonly code: 'kind-short';
      readonly entry: string;
      readonly kind: string;
      readonly wanted: number;
    } & Eligibility)
  /** So many colleagues among the eligible that with `most` of each employer only `possible` judges can come. */
  | {
      readonly code: 'employer-bound';
      readonly entry: string;
      readonly wanted: number;
      readonly most: number;
      readonly possible: number;
    }
  /** All entries want more places than all judges may take. */
  | { readonly code: 'capacity-short'; readonly wanted: number; readonly capacity: number; readonly short: number }
  /** Judges must have more places than entries want. */
  | { readonly code: 'minimum-excess'; readonly least: number; readonly wanted: number; readonly excess: number }
  /**
   * These entries want more places (of this kind, or at all) than their judges may take: those named have `capacity`
   * left, other eligible judges can take `elsewhere`.
   */
  | {
      readonly code: 'group-short' | 'group-uneven';
      readonly kind: string | null;
      readonly entries: readonly string[];
      readonly judges: readonly string[];
      readonly wanted: number;
      readonly capacity: number;
      readonly elsewhere: number;
      readonly short: number;
    }
  /** In panels: the judges fixed to the entry sit in no panel together. */
  | { readonly code: 'fixed-outside-panels'; readonly entry: string }
  /** In panels: of every panel with the judges fixed to the entry, a member has a conflict of interest; here the first. */
  | { readonly code: 'fixed-panel-conflict'; readonly entry: string; readonly panel: string; readonly judge: string }
  /** In panels: each of so many panels falls away, by its first reason. */
  | {
      readonly code: 'entry-without-panel';
      readonly entry: string;
      readonly panels: number;
      readonly conflicts: number;
      readonly language: number;
      readonly kind: number;
    }
  /** Fewer entries are open to the judge than the judge must have. */
  | { readonly code: 'judge-idle'; readonly judge: string; readonly least: number; readonly eligible: number };

export interface Eligibility {
  readonly eligible: number;
  readonly conflicts: number;
  /** Without a conflict, who read none of the entry's languages. */
  readonly language: number;
}

/** One step of the smallest relaxation with which a plan exists. */
export type Relaxation =
  | { readonly code: 'raise-most'; readonly judge: string; readonly from: number; readonly to: number }
  | { readonly code: 'lower-least'; readonly judge: string; readonly from: number; readonly to: number }
  | { readonly code: 'fewer-judges'; readonly entry: string; readonly from: number; readonly to: number }
  | {
      readonly code: 'fewer-of-kind';
      readonly entry: string;
      readonly kind: string;
      readonly from: number;
      readonly to: number;
    }
  | {
      readonly code: 'more-of-employer';
      readonly entry: string;
      readonly employer: string;
      readonly from: number;
      readonly to: number;
    };
