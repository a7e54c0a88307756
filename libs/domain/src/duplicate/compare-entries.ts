import { type DuplicateStrength, strengthRank } from './duplicate-strength.js';
import { type ComparedTitle, titleSimilarity, titleStrength } from './title-similarity.js';

/** A person of a team as it is compared. */
export interface ComparedPerson {
  /** As typed. */
  readonly name: string;
  /** Of `nameReading`: by pinyin, by the Latin form; empty where the name has no letters. */
  readonly readings: readonly string[];
  /** The same for two names of one organisation: its id in the register, or a key of the name as typed. */
  readonly organisation: string | null;
  /** In lower case: of the contact and of the account. */
  readonly emails: readonly string[];
  /** E.164. */
  readonly phone: string | null;
  /** uuid of the account; null where nobody has joined. */
  readonly account: string | null;
}

export interface ComparedFile {
  /** 64 hex digits. */
  readonly sha256: string;
}

/** What is compared of an entry. */
export interface ComparedEntry<P extends ComparedPerson = ComparedPerson, F extends ComparedFile = ComparedFile> {
  /** In any of its languages. */
  readonly titles: readonly ComparedTitle[];
  readonly people: readonly P[];
  readonly files: readonly F[];
}

/** By what a person is taken for the same; `name` as typed, `reading` by its letters alone. */
export type PersonLikeness = 'account' | 'email' | 'phone' | 'name' | 'reading' | 'organisation';

export interface PersonEvidence<P> {
  readonly own: P;
  readonly other: P;
  readonly by: readonly PersonLikeness[];
  readonly strength: DuplicateStrength;
}

/** What two entries have in common, and how much each thing says. */
export interface DuplicateEvidence<P, F> {
  readonly title: {
    readonly own: string;
    readonly other: string;
    /** 0 to 1. */
    readonly similarity: number;
    readonly strength: DuplicateStrength;
  } | null;
  readonly files: readonly { readonly own: F; readonly other: F }[];
  readonly people: readonly PersonEvidence<P>[];
}

/**
 * Compares two entries.
 *
 * @param isTelling whether a reading that two people share may speak for itself; a name that very many have tells nothing
 */
export function compareEntries<P extends ComparedPerson, F extends ComparedFile>(
  own: ComparedEntry<P, F>,
  other: ComparedEntry<P, F>,
  isTelling: (reading: string) => boolean = () => true,
): DuplicateEvidence<P, F> {
  const others = new Map(other.files.map((file) => [file.sha256, file]));
  const files = [...new Map(own.files.map((file) => [file.sha256, file])).values()];
  return {
    title: likestTitles(own.titles, other.titles),
    files: files.flatMap((file) => {
      const same = others.get(file.sha256);
      return same ? [{ own: file, other: same }] : [];
    }),
    people: samePeople(own.people, other.people, isTelling),
  };
}

function likestTitles(
  own: readonly ComparedTitle[],
  others: readonly ComparedTitle[],
): DuplicateEvidence<never, never>['title'] {
  const found = own.flatMap((left) =>
    others.flatMap((right) => {
      const strength = titleStrength(left, right);
      if (strength === null) return [];
      return [{ own: left.text, other: right.text, similarity: titleSimilarity(left, right), strength }];
    }),
  );
  return found.sort((left, right) => right.similarity - left.similarity)[0] ?? null;
}

/** Each person at most once, with the likest of the other team. */
function samePeople<P extends ComparedPerson>(
  own: readonly P[],
  others: readonly P[],
  isTelling: (reading: string) => boolean,
): PersonEvidence<P>[] {
  const found = own
    .flatMap((left) => others.flatMap((right) => samePerson(left, right, isTelling) ?? []))
    .sort((left, right) => weight(right) - weight(left));
  const [met, taken] = [new Set<P>(), new Set<P>()];
  return found.filter(({ own: left, other: right }) => {
    if (met.has(left) || taken.has(right)) return false;
    met.add(left);
    taken.add(right);
    return true;
  });
}

const weight = ({ strength, by }: PersonEvidence<unknown>) => strengthRank(strength) * 10 + by.length;

const han = /\p{Script=Han}/u;
const spelling = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

function samePerson<P extends ComparedPerson>(
  own: P,
  other: P,
  isTelling: (reading: string) => boolean,
): PersonEvidence<P> | null {
  const surely = [
    ...(own.account !== null && own.account === other.account ? (['account'] as const) : []),
    ...(own.emails.some((email) => other.emails.includes(email)) ? (['email'] as const) : []),
    ...(own.phone !== null && own.phone === other.phone ? (['phone'] as const) : []),
  ];
  const shared = own.readings.filter((reading) => other.readings.includes(reading));
  if (surely.length + shared.length === 0) return null;
  const isNamesake = spelling(own.name) === spelling(other.name);
  // 王伟 and 王薇 are read alike and are two names: a reading speaks only where one of the two is given in letters alone.
  const isNamed = shared.length > 0 && (isNamesake || !(han.test(own.name) && han.test(other.name)));
  const isColleague = own.organisation !== null && own.organisation === other.organisation;
  const named = isNamed ? ([isNamesake ? 'name' : 'reading'] as const) : [];
  const by: PersonLikeness[] = [...surely, ...named, ...(isColleague ? (['organisation'] as const) : [])];
  if (surely.length > 0) return { own, other, by, strength: 'strong' };
  if (!isNamed) return null;
  if (isColleague) return { own, other, by, strength: 'likely' };
  return shared.some(isTelling) ? { own, other, by, strength: 'weak' } : null;
}

/** The strongest of each kind: 0 to 3, as `strengthRank`. */
export function evidenceRanks({ title, files, people }: DuplicateEvidence<unknown, unknown>): {
  readonly title: number;
  readonly file: number;
  readonly person: number;
} {
  return {
    title: strengthRank(title?.strength ?? null),
    file: files.length > 0 ? strengthRank('strong') : 0,
    person: Math.max(0, ...people.map(({ strength }) => strengthRank(strength))),
  };
}
