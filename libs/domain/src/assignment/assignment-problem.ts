/** How many judges of a kind an entry must have at least. */
export interface KindWanted {
  readonly kind: string;
  readonly atLeast: number;
}

export interface AssignableEntry {
  readonly id: string;
  readonly topics: readonly string[];
  /** Keys of judges' keywords that stand in it; default: none. */
  readonly keywords?: readonly string[];
  /** In which it can be read: its own first, then confirmed translations; empty: by anybody. */
  readonly languages: readonly string[];
  readonly judgesWanted: number;
  readonly kindsWanted?: readonly KindWanted[];
}

export interface TopicWish {
  readonly topic: string;
  /** As of `JudgePreference`. */
  readonly strength: number;
}

export interface AvailableJudge {
  readonly id: string;
  readonly kind: string | null;
  readonly topics: readonly string[];
  /** Keys of the judge's keywords; default: none. */
  readonly keywords?: readonly string[];
  /** What the judge has said of topics; no topic twice; default: nothing. */
  readonly wishes?: readonly TopicWish[];
  /** That the judge reads. */
  readonly languages: readonly string[];
  /** Key of the employer; null is nobody's colleague. */
  readonly employer: string | null;
  /** Entries, those already given counted; null: no limit. */
  readonly leastEntries: number;
  readonly mostEntries: number | null;
  /** Has fixed pairs alone, and is given nothing; default: false. */
  readonly isAway?: boolean;
}

export interface EntryJudgePair {
  readonly entry: string;
  readonly judge: string;
}

export interface ExistingAssignment extends EntryJudgePair {
  /** Stays whatever it costs; else it stays where that costs little (`ObjectiveWeights.kept`). */
  readonly isFixed: boolean;
}

export interface JudgePreference extends EntryJudgePair {
  /** −2 rather not at all, −1 rather not, 1 gladly, 2 very gladly. */
  readonly strength: number;
}

/**
 * What a pair of entry and judge is worth, in points (whole numbers from 0 to 1000):
 * `expertise` × the share of the entry's topics that the judge knows, rounded down, and half of `expertise`, rounded down,
 * where a keyword of the judge stands in the entry;
 * `preference` × strength / 2, rounded down, for the pair and for each topic of the entry that the judge wishes; `ownLanguage` where the judge reads the entry's own language and needs no
 * translation; `kept` where the pair exists already.
 */
export interface ObjectiveWeights {
  readonly expertise: number;
  readonly preference: number;
  readonly ownLanguage: number;
  readonly kept: number;
}

export const defaultWeights: ObjectiveWeights = { expertise: 100, preference: 120, ownLanguage: 20, kept: 400 };

export interface AssignmentProblem {
  readonly entries: readonly AssignableEntry[];
  readonly judges: readonly AvailableJudge[];
  /** Never assigned, whatever else. */
  readonly conflicts: readonly EntryJudgePair[];
  readonly preferences: readonly JudgePreference[];
  readonly existing: readonly ExistingAssignment[];
  /** Judges of one employer on an entry; null: any number. */
  readonly mostPerEmployer: number | null;
  readonly weights: ObjectiveWeights;
  /** Decides between pairs of equal worth; public, so that anybody can compute the plan again. */
  readonly seed: string;
}

/** Judges who sit together and take every entry of theirs together. */
export interface AssignmentPanel {
  readonly id: string;
  readonly judges: readonly string[];
}
