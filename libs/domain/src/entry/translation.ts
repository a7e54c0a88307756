import { type FieldProblem, fieldProblem } from '../errors/field-problem.js';

export type EntryLanguage = 'zh' | 'en';

/** Who a translation is by: the team, the contest's office, or a machine whose text either of them has pasted. */
export const translationAuthors = ['team', 'office', 'machine'] as const;
export type TranslationAuthor = (typeof translationAuthors)[number];

/**
 * How an entry's translation stands: none; one without the summary that the original has; one of an original that has
 * changed since; one that the team has not confirmed; a confirmed one.
 */
export const translationStates = ['missing', 'incomplete', 'outdated', 'unconfirmed', 'confirmed'] as const;
export type TranslationState = (typeof translationStates)[number];

/** Longest title and summary, code points: those of the original. */
export const translationLimits = { title: 200, summary: 4000 } as const;

export interface TranslatedText {
  readonly title: string;
  readonly summary: string;
}

export function otherLanguage(language: EntryLanguage): EntryLanguage {
  return language === 'zh' ? 'en' : 'zh';
}

/**
 * What keeps a translation from being written.
 *
 * @param needsSummary whether the original has a summary that has to be translated with the title
 * @param prefix of the paths, such as `translation.`
 */
export function translationProblems(
  { title, summary }: TranslatedText,
  needsSummary: boolean,
  prefix = '',
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (title === '') problems.push(fieldProblem(`${prefix}title`, 'field-missing'));
  if (needsSummary && summary === '') problems.push(fieldProblem(`${prefix}summary`, 'field-missing'));
  for (const [name, text] of Object.entries({ title, summary })) {
    const [length, maximum] = [[...text].length, translationLimits[name as keyof TranslatedText]];
    if (length > maximum) problems.push(fieldProblem(`${prefix}${name}`, 'text-too-long', { maximum, length }));
  }
  return problems;
}
