/** What a team says of its entry; the landing part is the landing feature's. */
export interface EntryAnswers {
  readonly trackKey: string;
  readonly fieldGroupKey?: string | null;
  readonly divisionKey?: string | null;
  /** Number of the enterprise problem that the entry answers, where its track requires one. */
  readonly enterpriseProblemNumber?: number | null;
  /** ISO 3166-1 alpha-2, of the reviewed table. */
  readonly countryCode: string;
  /** 1 to 200 characters. */
  readonly title: string;
  /** At most 4,000 characters. */
  readonly summary?: string;
  readonly language: 'zh' | 'en';
  readonly nominatingBody?: string | null;
  readonly members: readonly TeamMemberAnswer[];
  /** What the edition's form asks besides, by field key; checked against it. */
  readonly formAnswers?: Readonly<Record<string, unknown>>;
  /** Takes the newest form in place of the one that the entry was begun with. */
  readonly adoptsForm?: boolean;
  /** Version of the draft that these answers are made from; undefined: whatever stands is replaced. */
  readonly seenDraft?: number;
}

export interface TeamMemberAnswer {
  /** uuid of the person in the team: the same over versions. Without it a person is known by the name. */
  readonly id?: string;
  readonly role: 'lead' | 'member' | 'adviser';
  /** 1 to 120 characters, as typed: a name is never split. */
  readonly name: string;
  readonly organisation?: string | null;
}

/** Most people named on one entry. */
export const memberLimit = 30;
