import { cleanText } from '../text/clean-text.js';
import type { SheetComments } from './score-sheet.js';

/**
 * The comments of a sheet that `validateScoreSheet` found no problem in, as they are kept: blanks left out, without
 * what no reader can see. Null where nothing is said.
 *
 * @example sheetComments({ language: 'en', overall: ' Sound. ', criteria: { market: '' } })
 *   // { language: 'en', overall: 'Sound.' }
 */
export function sheetComments(valid: unknown): SheetComments | null {
  const { language, criteria, overall, deduction } = (valid ?? {}) as Partial<SheetComments>;
  const byCriterion = said(criteria ?? {});
  const others = said({ overall, deduction });
  const hasCriteria = Object.keys(byCriterion).length > 0;
  if (!hasCriteria && Object.keys(others).length === 0) return null;
  return { language: language as SheetComments['language'], ...(hasCriteria && { criteria: byCriterion }), ...others };
}

function said(texts: Readonly<Record<string, string | null | undefined>>): Record<string, string> {
  const cleaned = Object.entries(texts).map(([key, text]): [string, string] => [key, cleanText(text ?? '')]);
  return Object.fromEntries(cleaned.filter(([, text]) => text !== ''));
}
