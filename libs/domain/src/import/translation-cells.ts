import {
  type TranslatedText,
  type TranslationAuthor,
  translationAuthors,
  translationProblems,
} from '../entry/translation.js';
import { type FieldProblem, fieldProblem } from '../errors/field-problem.js';
import { notFound } from './form-cell.js';
import { findName, type NamedKey, nameTable } from './name-table.js';

/** Title and summary in the entry's other language. */
export interface ImportedTranslation extends TranslatedText {
  readonly author: TranslationAuthor;
}

interface TargetProblem {
  readonly target: string;
  readonly problem: FieldProblem;
}

const authors: readonly NamedKey[] = [
  { key: 'team', name: { zh: '团队', en: 'Team' } },
  { key: 'office', name: { zh: '办公室', en: 'Office' } },
  { key: 'machine', name: { zh: '机器', en: 'Machine' } },
];
const authorTable = nameTable(authors);

const targets: Readonly<Record<string, string>> = {
  'translation.title': 'translated-title',
  'translation.summary': 'translated-summary',
};

/**
 * The translation as the row leaves it. Empty cells leave one that is there: nothing takes a translation away. A title alone
 * is taken too, and waits for its summary.
 */
export function readTranslation(
  cells: ReadonlyMap<string, string>,
  before: ImportedTranslation | null,
  problems: TargetProblem[],
): ImportedTranslation | null {
  const title = cells.get('translated-title')?.replace(/\s*\n\s*/g, ' ') || (before?.title ?? '');
  const summary = cells.get('translated-summary') || (before?.summary ?? '');
  const author = authorOf(cells.get('translated-by') ?? '', { title, summary }, before, problems);
  if (title === '' && summary === '') return null;
  for (const problem of translationProblems({ title, summary }, false, 'translation.')) {
    problems.push({ target: targets[problem.path] ?? 'translated-title', problem });
  }
  return { title, summary, author };
}

function authorOf(
  cell: string,
  text: TranslatedText,
  before: ImportedTranslation | null,
  problems: TargetProblem[],
): TranslationAuthor {
  const isSame = before !== null && before.title === text.title && before.summary === text.summary;
  const fallback = isSame ? before.author : 'office';
  if (cell === '') return fallback;
  const key = findName(authorTable, cell);
  const author = translationAuthors.find((one) => one === key);
  if (author === undefined) {
    problems.push({ target: 'translated-by', problem: notFound('translation.author', cell, authors) });
  } else if (text.title === '' && text.summary === '') {
    problems.push({ target: 'translated-title', problem: fieldProblem('translation.title', 'field-missing') });
  } else if (author === 'team' && fallback !== 'team') {
    // A team is the author of what it has written itself, by its own account.
    problems.push({ target: 'translated-by', problem: fieldProblem('translation.author', 'translation-not-by-team') });
  }
  return author ?? fallback;
}

/** The cells of a translation, by target. */
export function translationCells(translation: ImportedTranslation | null, locale: 'zh' | 'en'): [string, string][] {
  const author = authors.find(({ key }) => key === translation?.author);
  return [
    ['translated-title', translation?.title ?? ''],
    ['translated-summary', translation?.summary ?? ''],
    ['translated-by', author?.name[locale] ?? ''],
  ];
}
