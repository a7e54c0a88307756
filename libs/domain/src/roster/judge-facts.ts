import { type FieldProblem, fieldProblem } from '../errors/field-problem.js';
import { isDay } from '../form/shape-check.js';
import { compareCodePoints } from '../identifier/compare-code-points.js';
import { cleanLine } from '../text/clean-text.js';
import { employersCell, readEmployers } from './judge-lists.js';

export const judgeKinds = ['technology', 'management', 'venture-capital'] as const;
export type JudgeKind = (typeof judgeKinds)[number];

/** In which a judge reads entries. */
export const judgeLanguages = ['zh', 'en'] as const;
export type JudgeLanguage = (typeof judgeLanguages)[number];

/** Whom a judge worked for before; a year is null where nobody has said it. */
export interface EarlierEmployer {
  /** As typed. */
  readonly name: string;
  /** 1900 to 2200 */
  readonly fromYear: number | null;
  readonly untilYear: number | null;
}

/** What the office knows of a judge of an edition beside the account: for who reads what, and for recusal. */
export interface JudgeFacts {
  /** In the office's own list. */
  readonly externalKey: string | null;
  /** At present, as typed. */
  readonly employer: string | null;
  readonly kind: JudgeKind | null;
  /** Keys of field groups of the edition. */
  readonly fieldGroups: readonly string[];
  readonly keywords: readonly string[];
  /** Empty where nobody has said it. */
  readonly languages: readonly JudgeLanguage[];
  /** Entries that the judge reads at the least in all stages of the edition. */
  readonly leastEntries: number;
  /** And at the most at a time, in stages whose judging is not over; null: as many as come. */
  readonly mostEntries: number | null;
  /** Reads only where another judge falls out. */
  readonly isSubstitute: boolean;
  /** YYYY-MM-DD, both days included; null: from the beginning, or to the end. */
  readonly availableFrom: string | null;
  readonly availableUntil: string | null;
  readonly earlierEmployers: readonly EarlierEmployer[];
}

/** Of whom nothing is known yet. */
export const unknownJudge: JudgeFacts = {
  ...{ externalKey: null, employer: null, kind: null, fieldGroups: [], keywords: [], languages: [] },
  ...{ leastEntries: 0, mostEntries: null, isSubstitute: false, availableFrom: null, availableUntil: null },
  earlierEmployers: [],
};

/** Characters, items, entries and years at the most. */
export const judgeLimits = {
  ...{ externalKey: 120, employer: 200, keywords: 20, keyword: 60, earlierEmployers: 20, entries: 10_000 },
  ...{ firstYear: 1900, lastYear: 2200 },
} as const;

/** As it is kept: one line each, nothing twice, and what has no order of its own in one that is always the same. */
export function tidyJudgeFacts(facts: JudgeFacts): JudgeFacts {
  const line = (text: string | null) => cleanLine(text ?? '') || null;
  return {
    ...facts,
    externalKey: line(facts.externalKey),
    employer: line(facts.employer),
    fieldGroups: [...new Set(facts.fieldGroups)].sort(compareCodePoints),
    keywords: withoutRepetition(facts.keywords.map(cleanLine).filter((word) => word !== '')),
    languages: judgeLanguages.filter((language) => facts.languages.includes(language)),
    earlierEmployers: latestFirst(
      facts.earlierEmployers.map((employer) => ({ ...employer, name: cleanLine(employer.name) })),
    ),
  };
}

function withoutRepetition(words: readonly string[]): string[] {
  const keyOf = (word: string) => word.normalize('NFKC').toLowerCase();
  return [...new Map(words.toReversed().map((word) => [keyOf(word), word])).values()].toReversed();
}

/** The open ends first, then the latest ones. */
export function latestFirst<Employer extends EarlierEmployer>(employers: readonly Employer[]): Employer[] {
  const last = (year: number | null) => year ?? judgeLimits.lastYear + 1;
  return employers.toSorted(
    (left, right) =>
      last(right.untilYear) - last(left.untilYear) ||
      last(right.fromYear) - last(left.fromYear) ||
      compareCodePoints(left.name, right.name),
  );
}

/** @param fieldGroups keys of the edition's */
export function judgeFactProblems(facts: JudgeFacts, fieldGroups: ReadonlySet<string>): FieldProblem[] {
  const unknown = facts.fieldGroups.some((key) => !fieldGroups.has(key));
  return [
    ...longText('externalKey', facts.externalKey, judgeLimits.externalKey),
    ...longText('employer', facts.employer, judgeLimits.employer),
    ...(unknown ? [fieldProblem('fieldGroups', 'option-unknown')] : []),
    ...keywordProblems(facts.keywords),
    ...limitProblems(facts),
    ...dayProblems(facts),
    ...earlierProblems(facts.earlierEmployers),
  ];
}

function longText(path: string, text: string | null, maximum: number): FieldProblem[] {
  const length = [...(text ?? '')].length;
  return length > maximum ? [fieldProblem(path, 'text-too-long', { maximum, length })] : [];
}

function manyItems(path: string, items: readonly unknown[], maximum: number): FieldProblem[] {
  return items.length > maximum ? [fieldProblem(path, 'too-many-items', { maximum })] : [];
}

function keywordProblems(keywords: readonly string[]): FieldProblem[] {
  // What stands between two keywords in a cell is part of none.
  const isOne = (word: string) => !/[；;、]/u.test(word);
  return [
    ...manyItems('keywords', keywords, judgeLimits.keywords),
    ...keywords.flatMap((word, index) => [
      ...longText(`keywords[${index}]`, word, judgeLimits.keyword),
      ...(isOne(word) ? [] : [fieldProblem(`keywords[${index}]`, 'field-invalid')]),
    ]),
  ];
}

function limitProblems({ leastEntries, mostEntries }: JudgeFacts): FieldProblem[] {
  const bounds = (lowest: number) => ({ lowest, highest: judgeLimits.entries, decimals: 0 });
  const isWithin = (count: number, lowest: number) =>
    Number.isInteger(count) && count >= lowest && count <= judgeLimits.entries;
  if (!isWithin(leastEntries, 0)) return [fieldProblem('leastEntries', 'decimal-out-of-bounds', bounds(0))];
  const lowest = Math.max(1, leastEntries);
  return mostEntries === null || isWithin(mostEntries, lowest)
    ? []
    : [fieldProblem('mostEntries', 'decimal-out-of-bounds', bounds(lowest))];
}

function dayProblems({ availableFrom, availableUntil }: JudgeFacts): FieldProblem[] {
  const [earliest, latest] = [`${judgeLimits.firstYear}-01-01`, `${judgeLimits.lastYear}-12-31`];
  const check = (path: string, day: string | null, first: string) => {
    if (day === null) return [];
    if (!isDay(day)) return [fieldProblem(path, 'date-invalid', { value: day })];
    return day < first || day > latest ? [fieldProblem(path, 'date-out-of-range', { earliest: first, latest })] : [];
  };
  const from = check('availableFrom', availableFrom, earliest);
  const first = from.length === 0 ? (availableFrom ?? earliest) : earliest;
  return [...from, ...check('availableUntil', availableUntil, first)];
}

function earlierProblems(employers: readonly EarlierEmployer[]): FieldProblem[] {
  const names = new Set<string>();
  return [
    ...manyItems('earlierEmployers', employers, judgeLimits.earlierEmployers),
    ...employers.flatMap(({ name, fromYear, untilYear }, index) => {
      const path = `earlierEmployers[${index}]`;
      const isRepeated = names.has(name);
      names.add(name);
      return [
        ...(name === '' ? [fieldProblem(`${path}.name`, 'field-missing')] : longText(`${path}.name`, name, 200)),
        ...(name === '' || isPlainName(name) ? [] : [fieldProblem(`${path}.name`, 'field-invalid')]),
        ...(isRepeated ? [fieldProblem(`${path}.name`, 'employer-duplicated', { name })] : []),
        ...yearProblems(`${path}.fromYear`, fromYear, judgeLimits.firstYear),
        ...yearProblems(`${path}.untilYear`, untilYear, fromYear ?? judgeLimits.firstYear),
      ];
    }),
  ];
}

/** Whether it is read as one name and nothing else, also from a cell. */
function isPlainName(name: string): boolean {
  const read = readEmployers(employersCell([{ name, fromYear: null, untilYear: null }], 'en'));
  const [only] = read.employers;
  if (only === undefined || read.employers.length > 1 || read.wrong.length > 0) return false;
  return only.name === name && only.fromYear === null && only.untilYear === null;
}

function yearProblems(path: string, year: number | null, lowest: number): FieldProblem[] {
  const highest = judgeLimits.lastYear;
  const isWithin = year === null || (Number.isInteger(year) && year >= lowest && year <= highest);
  return isWithin ? [] : [fieldProblem(path, 'decimal-out-of-bounds', { lowest, highest, decimals: 0 })];
}
