import type { CommentNeed, StageRules } from '../contest/stage-rules.js';
import { isDecimalString, parseDecimal } from '../decimal/parse-decimal.js';
import { Rational } from '../decimal/rational.js';
import { type FieldProblem, fieldProblem } from '../errors/field-problem.js';
import { cleanText } from '../text/clean-text.js';
import { commentLanguages, commentLength, type ScoreSheetInput, type ScoreSheetMode } from './score-sheet.js';

type Given = Readonly<Record<string, unknown>>;

/** What no column of the database can hold. */
const unkept = /[\0\p{Cs}]/u;

const fields = ['language', 'criteria', 'overall', 'deduction'];

/**
 * Every problem of a sheet's comments under the stage's rules, in the order of the page.
 *
 * @example commentProblems(rules, { scores, comments: { overall: '…' } }, 'submit')
 *   // [{ path: 'comments.language', code: 'comment-language-missing', details: {} }]
 */
export function commentProblems(rules: StageRules, sheet: ScoreSheetInput, mode: ScoreSheetMode): FieldProblem[] {
  const given = sheet.comments ?? {};
  if (!isRecord(given)) return [fieldProblem('comments', 'comments-not-an-object')];
  const byCriterion = own(given, 'criteria') ?? {};
  const unknown = Object.keys(given).filter((key) => !fields.includes(key));
  return [
    ...unknown.map((key) => fieldProblem(`comments.${key}`, 'comment-not-allowed')),
    ...criteriaProblems(rules, byCriterion, mode),
    ...textProblems('comments.overall', own(given, 'overall'), rules.comments?.overall, mode),
    ...reasonProblems(rules, own(given, 'deduction'), sheet, mode),
    ...languageProblems(given, mode),
  ];
}

function criteriaProblems({ rubric, comments }: StageRules, given: unknown, mode: ScoreSheetMode): FieldProblem[] {
  if (!isRecord(given)) return [fieldProblem('comments.criteria', 'comments-not-an-object')];
  const known = rubric.criteria.map(({ key }) => key);
  return [
    ...known.flatMap((key) => textProblems(`comments.criteria.${key}`, own(given, key), comments?.criteria, mode)),
    ...Object.keys(given)
      .filter((key) => !known.includes(key))
      .map((key) => fieldProblem(`comments.criteria.${key}`, 'criterion-unknown')),
  ];
}

function reasonProblems(rules: StageRules, reason: unknown, sheet: ScoreSheetInput, mode: ScoreSheetMode) {
  const path = 'comments.deduction';
  const problems = textProblems(path, reason, rules.deductions && 'optional', mode);
  if (problems.length > 0 || mode === 'draft' || !isBlank(reason)) return problems;
  const { deduction } = sheet;
  const isDeducted = isDecimalString(deduction) && parseDecimal(deduction).compareTo(Rational.zero) > 0;
  return isDeducted && rules.deductions ? [fieldProblem(path, 'deduction-reason-missing')] : [];
}

function textProblems(path: string, text: unknown, need: CommentNeed | undefined, mode: ScoreSheetMode) {
  const isText = text === undefined || text === null || (typeof text === 'string' && !unkept.test(text));
  if (!isText) return [fieldProblem(path, 'comment-not-a-text')];
  if (isBlank(text)) return mode === 'submit' && need === 'required' ? [fieldProblem(path, 'comment-missing')] : [];
  if (need === undefined) return [fieldProblem(path, 'comment-not-allowed')];
  // A character outside the basic plane is one, not two.
  const isTooLong = typeof text === 'string' && [...text].length > commentLength;
  return isTooLong ? [fieldProblem(path, 'comment-too-long', { maximum: commentLength })] : [];
}

/** Asked only once there is something written. */
function languageProblems(given: Given, mode: ScoreSheetMode): FieldProblem[] {
  const language = own(given, 'language');
  const isKnown = commentLanguages.some((known) => known === language);
  if (isKnown || (mode === 'draft' && (language === undefined || language === null))) return [];
  const byCriterion = own(given, 'criteria');
  const texts = [
    own(given, 'overall'),
    own(given, 'deduction'),
    ...Object.values(isRecord(byCriterion) ? byCriterion : {}),
  ];
  const isAsked = (language !== undefined && language !== null) || texts.some((text) => !isBlank(text));
  return isAsked ? [fieldProblem('comments.language', 'comment-language-missing')] : [];
}

function isBlank(text: unknown): boolean {
  return text === undefined || text === null || (typeof text === 'string' && cleanText(text) === '');
}

function isRecord(value: unknown): value is Given {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Own keys only, as of the scores. */
function own(given: Given, key: string): unknown {
  return Object.hasOwn(given, key) ? given[key] : undefined;
}
