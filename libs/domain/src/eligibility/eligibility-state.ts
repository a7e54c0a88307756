/** What a check is recorded as. `passed-once` waits for the second reader. */
export const eligibilityOutcomes = ['passed', 'passed-once', 'needs-correction', 'failed'] as const;
export type EligibilityOutcome = (typeof eligibilityOutcomes)[number];

/**
 * `corrected`: a further version came since the latest check, which therefore says nothing of it any more.
 * `overdue`: a correction was asked for, and its time is over.
 */
export const eligibilityStates = [
  'unchecked',
  'corrected',
  'second-reading',
  'needs-correction',
  'overdue',
  'passed',
  'failed',
] as const;
export type EligibilityState = (typeof eligibilityStates)[number];

export const eligibilityDecisions = ['pass', 'ask-correction', 'fail'] as const;
export type EligibilityDecision = (typeof eligibilityDecisions)[number];

export type EligibilityRefusal =
  'entry-withdrawn' | 'eligibility-settled' | 'eligibility-unchanged' | 'correction-running' | 'same-person';

export interface LatestCheck {
  readonly outcome: EligibilityOutcome;
  /** The version that was read. */
  readonly version: number;
  /** User id. */
  readonly checkedBy: string;
  /** Null where no correction was asked for, or none with a time. */
  readonly correctUntil: Date | null;
}

export interface EligibilityFacts {
  readonly entryState: 'submitted' | 'withdrawn';
  /** Of the latest version, from 1. */
  readonly version: number;
  /** Whether it stands in a stage: then its check is settled. */
  readonly isAdmitted: boolean;
  readonly latest: LatestCheck | null;
}

/** Where an entry stands between its submission and its first stage. */
export function eligibilityState({ version, isAdmitted, latest }: EligibilityFacts, now: Date): EligibilityState {
  if (latest === null) return 'unchecked';
  const { outcome, correctUntil } = latest;
  if (outcome === 'failed') return 'failed';
  if (version > latest.version && !isAdmitted) return 'corrected';
  if (outcome === 'passed-once') return 'second-reading';
  if (outcome === 'passed') return 'passed';
  return correctUntil !== null && correctUntil <= now ? 'overdue' : 'needs-correction';
}

/**
 * What a decision is recorded as, or why it cannot be made now. A promise stands: while a team may still correct, its
 * entry cannot fail. A pass by a second reader has to come from another person than the first.
 */
export function decideEligibility(
  facts: EligibilityFacts,
  decision: EligibilityDecision,
  by: { readonly reader: string; readonly needsSecondReader: boolean },
  now: Date,
): { readonly outcome: EligibilityOutcome } | { readonly refusal: EligibilityRefusal } {
  if (facts.entryState === 'withdrawn') return { refusal: 'entry-withdrawn' };
  if (facts.isAdmitted) return { refusal: 'eligibility-settled' };
  const state = eligibilityState(facts, now);
  if (decision === 'pass') {
    if (state === 'passed') return { refusal: 'eligibility-unchanged' };
    if (!by.needsSecondReader) return { outcome: 'passed' };
    if (state !== 'second-reading') return { outcome: 'passed-once' };
    return facts.latest?.checkedBy === by.reader ? { refusal: 'same-person' } : { outcome: 'passed' };
  }
  if (decision === 'ask-correction') return { outcome: 'needs-correction' };
  if (state === 'failed') return { refusal: 'eligibility-unchanged' };
  // Without a time nothing was promised.
  if (state === 'needs-correction' && facts.latest?.correctUntil) return { refusal: 'correction-running' };
  return { outcome: 'failed' };
}

/** Decisions that this reader could make now. */
export function openDecisions(
  facts: EligibilityFacts,
  by: { readonly reader: string; readonly needsSecondReader: boolean },
  now: Date,
): EligibilityDecision[] {
  return eligibilityDecisions.filter((decision) => 'outcome' in decideEligibility(facts, decision, by, now));
}
