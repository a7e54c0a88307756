import type { ConflictReason, EntryToCover, StageRecusals } from '#judging';

export class StageRecusalDto {
  /** Of the assignment. */
  id: string;
  /** Null where the account is gone. */
  judge: string | null;
  entryNumber: number;
  entryTitle: string;
  /** Null for readers who are not told what teams asked to avoid. */
  form: 'by-oneself' | 'on-application' | 'ordered' | null;
  reasonCode: ConflictReason;
  at: string;
  /** Of the sheet that is excluded; 0 where none had been submitted. */
  revision: number;
  /** Judges who have the entry now. */
  judges: number;
  /** Sheets of the entry that count now. */
  sheets: number;
  /** Sheets of the entry that were submitted and are excluded by recusals. */
  excluded: number;
}

export class StageRecusalsDto {
  /** Fewest sheets with which an entry has a result. */
  floor: number;
  /** The newest first, at most 200. */
  recusals: StageRecusalDto[];
  total: number;
  /** Entries with a recusal that have fewer sheets than the floor. */
  below: number;

  static from({ recusals, ...figures }: StageRecusals): StageRecusalsDto {
    return { ...figures, recusals: recusals.map(({ at, ...one }) => ({ ...one, at: at.toISOString() })) };
  }
}

export class ProposedSubstituteDto {
  id: string;
  name: string | null;
  /** From the reserve of the roster. */
  isSubstitute: boolean;
  /** Entries that the judge has in this stage. */
  load: number;
}

export class EntryToCoverDto {
  /** Id in the stage, as an assignment by hand takes it. */
  id: string;
  number: number;
  title: string;
  /** Judges it lacks. */
  missing: number;
  /** The best first, at most three. */
  proposed: ProposedSubstituteDto[];
}

export class SubstitutesDto {
  /** The first twenty by number. */
  entries: EntryToCoverDto[];

  static from(entries: readonly EntryToCover[]): SubstitutesDto {
    return { entries: entries.map((entry) => ({ ...entry, proposed: [...entry.proposed] })) };
  }
}
