import type { EntryJudge, EntryWithJudges } from './queries.js';

/** What can be done by hand; without it the table is only read. */
export interface HandActs {
  readonly add: (entry: EntryWithJudges) => void;
  /** Id of the entry from which the dialog takes a judge away; null: there is no dialog. */
  readonly removedFrom: string | null;
  /** Whether a dialog asks about either. */
  readonly isAsked: boolean;
  readonly remove: (entry: EntryWithJudges, judge: EntryJudge) => void;
}
