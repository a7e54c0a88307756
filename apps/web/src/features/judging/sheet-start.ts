import { validateScoreSheet } from '#domain/rubric/validate-score-sheet';
import { Autosave } from '../autosave/autosave.js';
import type { Assignment } from './assignments.js';
import { keptSheet } from './kept-sheet.js';
import { fieldsOf, inPlace, outOfPlace, sameFields, sheetOf, withoutBlanks, type SheetFields } from './sheet-fields.js';
import { sendDraft } from './send-draft.js';

/** Another version that the server holds; the judge's own is what stands on the page. */
export interface Conflict {
  /** What stands beside the page's: a submission that the judge has not seen yet, else the newer of draft and submission. */
  stored: SheetFields;
  /** What the draft to be written rests on, and its version. */
  held: SheetFields;
  version: number;
}

/** The submitted revision that the judge has seen, for whichever draft is sent next. */
class SeenRevision {
  constructor(public revision: number) {}

  renew(revision: number): void {
    this.revision = revision;
  }
}

export interface SheetStart {
  fields: SheetFields;
  conflict: Conflict | null;
  autosave: Autosave<SheetFields>;
  seen: SeenRevision;
  isUndelivered: boolean;
  /** Given under earlier rules; the sheet has no place for it any more. */
  dropped: SheetFields;
}

/** What the server would take as a draft: values with a problem stay on the page, exactly as typed. */
export function sendable({ rules }: Assignment, fields: SheetFields): SheetFields {
  const refused = new Set(validateScoreSheet(rules, sheetOf(fields), 'draft').map(({ path }) => path));
  return withoutBlanks(Object.fromEntries(Object.entries(fields).filter(([path]) => !refused.has(path))));
}

function latest({ draft, submitted }: Assignment): SheetFields {
  const isSubmitted = submitted && (!draft || submitted.submittedAt > draft.updatedAt);
  const newest = isSubmitted ? submitted : draft;
  return newest ? fieldsOf(newest) : {};
}

export function storedVersion(assignment: Assignment): Conflict {
  const stored = latest(assignment);
  return { stored, held: stored, version: assignment.draft?.version ?? 0 };
}

export const revisionOf = ({ submitted }: Assignment): number => submitted?.revision ?? 0;

/** What was submitted elsewhere since the `seen` revision, unless it is the same as what stands on the page. */
export function overtaken(assignment: Assignment, seen: number, fields: SheetFields): Conflict | null {
  const { submitted } = assignment;
  if (!submitted || submitted.revision === seen) return null;
  const stored = fieldsOf(submitted);
  return sameFields(stored, fields) ? null : { ...storedVersion(assignment), stored };
}

/** What the sheet opens with: the server's, or what this device kept, with the versions it was typed over. */
export function startSheet(assignment: Assignment): SheetStart {
  const { fields, ...start } = startWith(assignment);
  const { rules } = assignment;
  return { ...start, fields: inPlace(rules, fields), dropped: outOfPlace(rules, fields) };
}

function startWith(assignment: Assignment): Omit<SheetStart, 'dropped'> {
  const { publicId, submitted } = assignment;
  const { stored, held, version } = storedVersion(assignment);
  const kept = keptSheet.read(publicId);
  const seen = new SeenRevision(revisionOf(assignment));
  const send = (fields: SheetFields, at: number) =>
    sendDraft(publicId, fields, { version: at, revision: seen.revision });
  const autosave = new Autosave<SheetFields>(send, stored, version);
  const alone = { conflict: null, autosave, seen, isUndelivered: false };
  if (!assignment.window.isOpen && assignment.late?.state === 'waiting') {
    const atOffice = fieldsOf(assignment.late);
    // Others that were typed on this device are shown, and never lost unseen.
    const isOther = kept && !sameFields(kept.value, atOffice) && !sameFields(kept.value, stored);
    return isOther ? { ...alone, fields: kept.value, isUndelivered: true } : { ...alone, fields: atOffice };
  }
  if (!kept || sameFields(kept.value, stored)) return { ...alone, fields: stored };
  const isOwn = (fields: SheetFields) => kept.sent.some((own) => sameFields(own, fields));
  if (submitted && !isOwn(fieldsOf(submitted))) seen.renew(kept.revision ?? 0);
  if (!assignment.window.isOpen) return { ...alone, fields: kept.value, isUndelivered: true };
  if (kept.version === version || isOwn(stored)) return { ...alone, fields: kept.value };
  return { ...alone, fields: kept.value, conflict: { stored, held, version } };
}
