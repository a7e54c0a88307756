import type { StageRules } from '#domain/contest/stage-rules';
import type { Schemas } from '../../api/client.js';
import type { Locale } from '../../locales/index.js';

/** What stands on a sheet: path of the field (`scores.innovation`) → what was typed there; left out or blank is nothing. */
export type SheetFields = Record<string, string>;

/** A sheet as the server takes it. */
export interface SheetBody {
  scores: Record<string, string>;
  deduction?: string;
  comments?: Schemas['SheetCommentsDto'];
}

/** A sheet as the server tells it, or as it was sent. */
export interface StoredSheet {
  scores: Record<string, string>;
  deduction?: string | null;
  comments?: Schemas['SheetCommentsDto'] | null;
}

const scorePrefix = 'scores.';
const wordsPrefix = 'comments.';
const commentPrefix = `${wordsPrefix}criteria.`;

/** Whether the criteria count differently: then the factor of each is shown, that of 1 too. */
export const isWeighted = ({ rubric }: Pick<StageRules, 'rubric'>) =>
  rubric.criteria.some(({ counted, factor }) => counted && factor !== '1');

export const scoreField = (criterion: string) => `${scorePrefix}${criterion}`;
export const commentField = (criterion: string) => `${commentPrefix}${criterion}`;
export const overallField = `${wordsPrefix}overall`;
export const deductionField = 'deduction';
export const reasonField = `${wordsPrefix}deduction`;
export const languageField = `${wordsPrefix}language`;

/** Whether it is said in words: a comment, the reason for a deduction. */
export const isInWords = (path: string) => path.startsWith(wordsPrefix) && path !== languageField;

/** Whether the rules ask for anything in words. */
export const asksForWords = ({ comments, deductions }: Pick<StageRules, 'comments' | 'deductions'>) =>
  (comments ?? deductions) !== undefined;

/** The fields that are more than a way of saying nothing: blanks, a deduction of 0 and the language of no comment go. */
export function withoutBlanks(fields: SheetFields): SheetFields {
  const kept = Object.entries(fields).filter(
    ([path, value]) => value.trim() !== '' && !(path === deductionField && /^0+(\.0*)?$/.test(value)),
  );
  const isSaid = kept.some(([path]) => path.startsWith(wordsPrefix) && path !== languageField);
  return Object.fromEntries(isSaid ? kept : kept.filter(([path]) => path !== languageField));
}

export function sameFields(one: SheetFields, other: SheetFields): boolean {
  const [a, b] = [withoutBlanks(one), withoutBlanks(other)];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((path) => a[path]?.trim() === b[path]?.trim());
}

/** The fields for which a sheet has a place under the rules. */
export function placesOf({ rubric, comments, deductions }: StageRules): ReadonlySet<string> {
  return new Set([
    ...rubric.criteria.map(({ key }) => scoreField(key)),
    ...(comments?.criteria ? rubric.criteria.map(({ key }) => commentField(key)) : []),
    ...(comments?.overall ? [overallField] : []),
    ...(deductions ? [deductionField, reasonField] : []),
    ...(asksForWords({ comments, deductions }) ? [languageField] : []),
  ]);
}

/** What earlier rules asked for and these have no place for, as the path of its field → what was typed there. */
export function outOfPlace(rules: StageRules, fields: SheetFields): SheetFields {
  const places = placesOf(rules);
  return Object.fromEntries(
    Object.entries(withoutBlanks(fields)).filter(([path]) => path !== languageField && !places.has(path)),
  );
}

/** What these rules have a place for. */
export function inPlace(rules: StageRules, fields: SheetFields): SheetFields {
  const places = placesOf(rules);
  return Object.fromEntries(Object.entries(fields).filter(([path]) => places.has(path)));
}

/** The sheet in which these fields stand. */
export function sheetOf(fields: SheetFields): SheetBody {
  const said = withoutBlanks(fields);
  const deduction = said[deductionField];
  const criteria = under(commentPrefix, said);
  const [overall, reason, language] = [
    said[overallField],
    said[reasonField],
    said[languageField] as Locale | undefined,
  ];
  const comments = {
    ...(language !== undefined && { language }),
    ...(Object.keys(criteria).length > 0 && { criteria }),
    ...(overall !== undefined && { overall: overall.trim() }),
    ...(reason !== undefined && { deduction: reason.trim() }),
  };
  return {
    scores: under(scorePrefix, said),
    ...(deduction !== undefined && { deduction }),
    ...(Object.keys(comments).length > 0 && { comments }),
  };
}

export function fieldsOf({ scores, deduction, comments }: StoredSheet): SheetFields {
  const { language, criteria, overall, deduction: reason } = comments ?? {};
  return Object.fromEntries([
    ...Object.entries(scores).map(([criterion, score]) => [scoreField(criterion), score]),
    ...Object.entries(criteria ?? {}).map(([criterion, comment]) => [commentField(criterion), comment]),
    ...[
      [overallField, overall],
      [deductionField, deduction],
      [reasonField, reason],
      [languageField, language],
    ].filter(([, value]) => value),
  ]) as SheetFields;
}

/** With the language in which a comment would be written, where the rules ask for one and none is chosen yet. */
export function withLanguage(rules: StageRules, fields: SheetFields, language: Locale): SheetFields {
  return asksForWords(rules) ? { [languageField]: language, ...fields } : fields;
}

/** The fields below a prefix, by the rest of their paths. */
function under(prefix: string, fields: SheetFields): Record<string, string> {
  const given = Object.entries(fields).filter(([path]) => path.startsWith(prefix));
  return Object.fromEntries(given.map(([path, value]) => [path.slice(prefix.length), value.trim()]));
}
