import type { SignatureWay } from '#domain/contest/stage-rules';
import { isAllTheSame } from '#domain/rubric/soft-hints';
import { sheetTotal } from '#domain/rubric/sheet-total';
import { validateScoreSheet } from '#domain/rubric/validate-score-sheet';
import type { Locale } from '../../../locales/index.js';
import type { Assignment } from '../assignments.js';
import { fieldsOf, sameFields, sheetOf, withLanguage, withoutBlanks } from '../sheet-fields.js';
import { overtaken, revisionOf, startSheet } from '../sheet-start.js';
import type { SubmissionBody } from '../waiting-submission.js';

/** What stands between a sheet and its submission, as its own page would find it. */
export type Readiness =
  /** `isAllTheSame`: worth a look, nothing more. */
  | { kind: 'ready'; body: SubmissionBody; revision: number; total: string; isAllTheSame: boolean; way: SignatureWay }
  | { kind: 'missing'; count: number; total: string }
  | { kind: 'untouched' }
  /** Another version stands on the server: only the judge can choose. */
  | { kind: 'choose' }
  /** Something was given for which the rules have no place any more. */
  | { kind: 'rules-changed' }
  /** What stands there is submitted already. */
  | { kind: 'submitted' };

/** @param language in which a comment is taken to be written where nobody has chosen */
export function readinessOf(assignment: Assignment, language: Locale): Readiness {
  const { rules, rulesHash, submitted } = assignment;
  const start = startSheet(assignment);
  const { revision } = start.seen;
  if (start.conflict !== null || overtaken(assignment, revision, start.fields) !== null) return { kind: 'choose' };
  const fields = withoutBlanks(withLanguage(rules, start.fields, language));
  if (submitted && sameFields(fieldsOf(submitted), fields)) return { kind: 'submitted' };
  if (Object.keys(start.dropped).length > 0) return { kind: 'rules-changed' };
  if (Object.keys(fields).length === 0) return { kind: 'untouched' };
  const sheet = sheetOf(fields);
  const problems = validateScoreSheet(rules, sheet, 'submit');
  const { total } = sheetTotal(rules, sheet);
  if (problems.length > 0) return { kind: 'missing', count: problems.length, total };
  return {
    kind: 'ready',
    body: { ...sheet, rulesHash },
    // The same fields submitted elsewhere are no news: the act rests on that revision.
    revision: revisionOf(assignment),
    total,
    isAllTheSame: isAllTheSame(rules, sheet.scores),
    way: rules.signature ?? 'none',
  };
}
