/** What may be wrong with a field of an act of judging: recusals, and assignment by hand. */
export const judgingFieldProblemCodes = [
  // recusal
  'organiser-unknown',
  'case-taker-unknown',
  'case-taker-conflicted',
  'organiser-conflicted',
  // assignment by hand
  'judge-conflicted',
  'judge-off-roster',
  'judge-no-account',
  'judge-declined',
  'judge-unavailable',
  'judge-at-limit',
  'judge-reads-not',
  'judge-colleague',
  'judge-assigned',
  'entry-not-in-stage',
] as const;
