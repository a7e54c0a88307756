export type Language = 'zh' | 'en';

/** What `leitai contest apply` was told beside its file. */
export interface ContestApplyFlags {
  readonly edition?: string;
  readonly demo?: boolean;
  readonly check?: boolean;
  readonly language?: Language;
}
