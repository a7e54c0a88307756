import { validateScoreSheet } from '#domain/rubric/validate-score-sheet';
import { Autosave } from '../autosave/autosave.js';
import type { Assignment } from './assignments.js';
import { keptSheet } from './kept-sheet.js';
import { sameScores, type Scores } from './scores.js';
import { sendDraft } from './send-draft.js';

/** Another version that the server holds; the judge's own is what stands on the page. */
export interface Conflict {
  /** What stands beside the page's: a submission that the judge has not seen yet, else the newer of draft and submission. */
  stored: Scores;
  /** What the draft to be written rests on, and its version. */
  held: Scores;
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
  scores: Scores;
  conflict: Conflict | null;
  autosave: Autosave<Scores>;
  seen: SeenRevision;
  isUndelivered: boolean;
}

export const pathOf = (criterion: string) => `scores.${criterion}`;

/** What the server would take as a draft: values with a problem stay on the page, exactly as typed. */
export function sendable(assignment: Assignment, scores: Scores): Scores {
  const refused = new Set(validateScoreSheet(assignment.rules, { scores }, 'draft').map(({ path }) => path));
  return Object.fromEntries(Object.entries(scores).filter(([key, value]) => value !== '' && !refused.has(pathOf(key))));
}

function latest({ draft, submitted }: Assignment): Scores {
  if (!draft) return submitted?.scores ?? {};
  return submitted && submitted.submittedAt > draft.updatedAt ? submitted.scores : draft.scores;
}

export function storedVersion(assignment: Assignment): Conflict {
  const stored = latest(assignment);
  return { stored, held: stored, version: assignment.draft?.version ?? 0 };
}

export const revisionOf = ({ submitted }: Assignment): number => submitted?.revision ?? 0;

/** What was submitted elsewhere since the `seen` revision, unless it is the same as what stands on the page. */
export function overtaken(assignment: Assignment, seen: number, scores: Scores): Conflict | null {
  const { submitted } = assignment;
  if (!submitted || submitted.revision === seen || sameScores(submitted.scores, scores)) return null;
  return { ...storedVersion(assignment), stored: submitted.scores };
}

/** What the sheet opens with: the server's, or what this tab kept, with the versions it was typed over. */
export function startSheet(assignment: Assignment): SheetStart {
  const { publicId, submitted } = assignment;
  const { stored, held, version } = storedVersion(assignment);
  const kept = keptSheet.read(publicId);
  const seen = new SeenRevision(revisionOf(assignment));
  const send = (scores: Scores, at: number) => sendDraft(publicId, scores, { version: at, revision: seen.revision });
  const autosave = new Autosave<Scores>(send, stored, version);
  const alone = { conflict: null, autosave, seen, isUndelivered: false };
  if (!kept || sameScores(kept.value, stored)) return { ...alone, scores: stored };
  const isOwn = (scores: Scores) => kept.sent.some((own) => sameScores(own, scores));
  if (submitted && !isOwn(submitted.scores)) seen.renew(kept.revision ?? 0);
  if (!assignment.window.isOpen) return { ...alone, scores: kept.value, isUndelivered: true };
  if (kept.version === version || isOwn(stored)) return { ...alone, scores: kept.value };
  return { ...alone, scores: kept.value, conflict: { stored, held, version } };
}
