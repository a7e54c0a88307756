import { ApiProblem } from '../../../api/problem.js';
import type { Locale } from '../../../locales/index.js';
import { awaitLeft, returnToWork } from '../../autosave/left-work.js';
import { readWithWork, type Assignment, type QueueLine, type QueueStage } from '../assignments.js';
import { deliver } from '../delivery.js';
import { keptSheet } from '../kept-sheet.js';
import { forgetAssignment, isTakenAway } from '../offline/forget-assignment.js';
import { fieldsOf, sameFields } from '../sheet-fields.js';
import type { Signature } from '../signature/signature-field.js';
import { intend, isUnanswered, readSubmission } from '../waiting-submission.js';
import { readinessOf, type Readiness } from './readiness.js';

export interface CheckedSheet {
  line: QueueLine;
  readiness:
    | Readiness
    | { kind: 'unread'; error: unknown }
    /** Not what the summary showed any more, when the judge decided. */
    | { kind: 'altered' };
  /** What the readiness rests on; null where it was not read. */
  assignment: Assignment | null;
}

/** So many sheets are read at once. */
const atOnce = 4;

/** A sheet that changes during so many readings in a row is being written elsewhere. */
const readings = 5;

function isWaiting({ publicId }: QueueLine): boolean {
  const one = readSubmission(publicId);
  return one !== undefined && isUnanswered(one);
}

/** Whether the judge has given something that is not submitted, on this device or elsewhere. */
export function isUnsubmitted(line: QueueLine): boolean {
  if (isWaiting(line)) return false;
  return line.state === 'draft' || line.isChanged || keptSheet.read(line.publicId) !== null;
}

const keptText = (publicId: string) => JSON.stringify(keptSheet.read(publicId));

/**
 * The server's answer and what is kept here, of one and the same moment: a draft that arrives while the answer is on its way
 * is in neither of them.
 */
async function readSteadily(publicId: string): Promise<Assignment> {
  for (let left = readings; left > 0; left -= 1) {
    await awaitLeft(publicId);
    const before = keptText(publicId);
    const assignment = await readWithWork(publicId);
    if (keptText(publicId) === before) return assignment;
  }
  throw new ApiProblem('unknown', 0, null);
}

async function check(line: QueueLine, language: Locale): Promise<CheckedSheet> {
  if (line.state === 'untouched' && !isUnsubmitted(line)) {
    return { line, readiness: { kind: 'untouched' }, assignment: null };
  }
  try {
    const assignment = await readSteadily(line.publicId);
    return { line, readiness: readinessOf(assignment, language), assignment };
  } catch (error) {
    if (isTakenAway(error)) await forgetAssignment(line.publicId);
    return { line, readiness: { kind: 'unread', error }, assignment: null };
  }
}

/** Every sheet of the stage that is not submitted as it stands, in the judge's own order. */
export async function checkSheets({ assignments }: QueueStage, language: Locale): Promise<CheckedSheet[]> {
  const lines = assignments
    .filter((line) => !isWaiting(line) && (line.state !== 'submitted' || isUnsubmitted(line)))
    .sort((a, b) => a.position - b.position);
  const checked = await inTurns(lines, (line) => check(line, language));
  return checked.filter(({ readiness }) => readiness.kind !== 'submitted');
}

async function inTurns<From, To>(all: readonly From[], act: (one: From) => Promise<To>): Promise<To[]> {
  const done: To[] = [];
  for (let from = 0; from < all.length; from += atOnce) {
    done.push(...(await Promise.all(all.slice(from, from + atOnce).map(act))));
  }
  return done;
}

/** Without an answer now, the sheet is decided on as it was read for the summary, and waits for the line. */
const isWithoutAnswer = (error: unknown) => error instanceof ApiProblem && (error.isPassing || error.isExpired);

/** The same once more at the moment of the act: submitted is what the summary has shown, or nothing. */
async function checkAgain(shown: CheckedSheet, language: Locale): Promise<CheckedSheet> {
  if (isWaiting(shown.line)) return { ...shown, readiness: { kind: 'altered' } };
  const now = await check(shown.line, language);
  const { kind } = now.readiness;
  if (kind === 'unread' && shown.assignment && isWithoutAnswer(now.readiness.error)) {
    return sameOrAltered(shown, { ...shown, readiness: readinessOf(shown.assignment, language) });
  }
  return sameOrAltered(shown, now);
}

function sameOrAltered({ readiness: shown }: CheckedSheet, now: CheckedSheet): CheckedSheet {
  if (shown.kind !== 'ready' || now.readiness.kind !== 'ready') return now;
  const { body, revision } = now.readiness;
  const isSame =
    revision === shown.revision &&
    body.rulesHash === shown.body.rulesHash &&
    sameFields(fieldsOf(body), fieldsOf(shown.body));
  return isSame ? now : { ...now, readiness: { kind: 'altered' } };
}

interface SubmitAct {
  /** In which a comment is taken to be written where nobody has chosen. */
  language: Locale;
  /** On the screen, for each of them; null where the rules ask for none. */
  signature: Signature | null;
  /** Aborted: the judge has gone back, and nothing is decided. */
  signal: AbortSignal;
}

/**
 * Decides all that are ready and still as they were shown, in the judge's order; each is sent once, now or when the line comes
 * back. The others are left as they are.
 *
 * @returns the sheets as they stand now: those that are `ready` have been decided
 */
export async function submitSheets(
  sheets: readonly CheckedSheet[],
  { language, signature, signal }: SubmitAct,
): Promise<CheckedSheet[]> {
  // A draft on its way must not come after what was submitted.
  await Promise.all(sheets.map(({ line }) => returnToWork(line.publicId)));
  const read = await inTurns(sheets, (sheet) => checkAgain(sheet, language));
  if (signal.aborted) return [];
  // What has changed here while the last of them were read.
  const now = read.map((sheet) => {
    const { assignment, readiness } = sheet;
    if (readiness.kind !== 'ready' || !assignment) return sheet;
    return sameOrAltered(sheet, { ...sheet, readiness: readinessOf(assignment, language) });
  });
  for (const { line, readiness } of now) {
    if (readiness.kind !== 'ready') continue;
    intend(line.publicId, { ...readiness.body, ...(signature && { signature }) }, readiness.revision);
  }
  void deliver();
  return now;
}
