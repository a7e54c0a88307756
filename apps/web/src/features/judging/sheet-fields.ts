import type { Schemas } from '../../api/client.js';

/** What stands on a sheet: path of the field (`scores.innovation`) → what was typed there; left out or blank is nothing. */
export type SheetFields = Record<string, string>;

/** A sheet as the server takes and tells it. */
export type SheetBody = Pick<Schemas['SaveDraftDto'], 'scores'>;

const scorePrefix = 'scores.';

export const scoreField = (criterion: string) => `${scorePrefix}${criterion}`;

export function sameFields(a: SheetFields, b: SheetFields): boolean {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((path) => (a[path] ?? '') === (b[path] ?? ''));
}

export function withoutBlanks(fields: SheetFields): SheetFields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
}

/** The sheet in which these fields stand, blanks left out. */
export function sheetOf(fields: SheetFields): SheetBody {
  return { scores: under(scorePrefix, fields) };
}

export function fieldsOf({ scores }: SheetBody): SheetFields {
  return Object.fromEntries(Object.entries(scores).map(([criterion, score]) => [scoreField(criterion), score]));
}

/** The fields below a prefix, by the rest of their paths. */
function under(prefix: string, fields: SheetFields): Record<string, string> {
  const given = Object.entries(fields).filter(([path, value]) => path.startsWith(prefix) && value !== '');
  return Object.fromEntries(given.map(([path, value]) => [path.slice(prefix.length), value]));
}
