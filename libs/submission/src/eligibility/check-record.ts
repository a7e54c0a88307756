import type { EligibilityItem, EligibilityNote, EligibilityOutcome as RecordedOutcome } from '#domain';

/** What a check holds beside its outcome: in words as they stood, since a setting may change later. */
export interface CheckRecord {
  readonly entryVersion: number;
  readonly checklist: readonly (EligibilityItem & { readonly isMet: boolean })[];
  readonly reasons: readonly EligibilityItem[];
  readonly note: EligibilityNote | null;
  readonly correctUntil: Date | null;
}

export interface EligibilityOutcome {
  readonly entryId: string;
  readonly outcome: RecordedOutcome;
  /** Why it did not pass; stable, kebab-case. */
  readonly reasonCode?: string;
  /** What the office read and said; the latest version and nothing further where it is left out. */
  readonly record?: CheckRecord;
}
