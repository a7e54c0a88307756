/** A decision on a tie that people took and recorded. */
export interface TieDecision {
  readonly step: 'panel-vote' | 'extra-round' | 'shared';
  /** Places from best to worst; entries of one place are still tied (all of them, for `shared`). */
  readonly order: readonly (readonly string[])[];
}
