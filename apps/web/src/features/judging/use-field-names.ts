import { useTranslation } from 'react-i18next';
import type { StageRules } from '#domain/contest/stage-rules';
import { isLocale, languageName } from '../../locales/index.js';
import { useText } from '../../locales/use-text.js';
import {
  asksForWords,
  commentField,
  deductionField,
  languageField,
  overallField,
  reasonField,
  scoreField,
  type SheetFields,
} from './sheet-fields.js';

export interface NamedField {
  path: string;
  name: string;
  /** In words, not a number. */
  isText: boolean;
}

/** The fields that a sheet has under the rules, as the judge knows them, in the order of the page. */
export function useFieldNames(rules: StageRules): NamedField[] {
  const { t } = useTranslation('judging');
  const text = useText();
  const { rubric, comments, deductions } = rules;
  const words = (path: string, name: string): NamedField => ({ path, name, isText: true });
  return [
    ...rubric.criteria.flatMap(({ key, name }) => [
      { path: scoreField(key), name: text(name), isText: false },
      ...(comments?.criteria ? [words(commentField(key), t('comment.of', { name: text(name) }))] : []),
    ]),
    ...(deductions
      ? [{ path: deductionField, name: t('deduction.name'), isText: false }, words(reasonField, t('deduction.reason'))]
      : []),
    ...(comments?.overall ? [words(overallField, t('comment.overall'))] : []),
    ...(asksForWords(rules) ? [words(languageField, t('comment.language'))] : []),
  ];
}

/** What stands in a field, to be read; '' where nothing does. */
export function shownIn(fields: SheetFields | undefined, path: string): string {
  const value = fields?.[path] ?? '';
  return path === languageField && isLocale(value) ? languageName(value) : value;
}
