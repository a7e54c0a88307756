import type { EntryJudge, EntryWithJudges } from './queries.js';

/** What can be done by hand; without it the table is only read. */
export interface HandActs {
  readonly add: (entry: EntryWithJudges) => void;
  readonly remove: (entry: EntryWithJudges, judge: EntryJudge) => void;
}
