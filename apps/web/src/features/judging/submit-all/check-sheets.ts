import type { Locale } from '../../../locales/index.js';
import { awaitLeft, returnToWork } from '../../autosave/left-work.js';
import { readWithWork, type QueueLine, type QueueStage } from '../assignments.js';
import { deliver } from '../delivery.js';
import { keptSheet } from '../kept-sheet.js';
import type { Signature } from '../signature/signature-field.js';
import { intend, isUnanswered, readSubmission } from '../waiting-submission.js';
import { readinessOf, type Readiness } from './readiness.js';

export interface CheckedSheet {
  line: QueueLine;
  readiness: Readiness | { kind: 'unread'; error: unknown };
}

/** So many sheets are read at once. */
const atOnce = 4;

function isWaiting({ publicId }: QueueLine): boolean {
  const one = readSubmission(publicId);
  return one !== undefined && isUnanswered(one);
}

/** Whether the judge has given something that is not submitted, on this device or elsewhere. */
export function isUnsubmitted(line: QueueLine): boolean {
  if (isWaiting(line)) return false;
  return line.state === 'draft' || line.isChanged || keptSheet.read(line.publicId) !== null;
}

async function check(line: QueueLine, language: Locale): Promise<CheckedSheet> {
  try {
    await awaitLeft(line.publicId);
    return { line, readiness: readinessOf(await readWithWork(line.publicId), language) };
  } catch (error) {
    return { line, readiness: { kind: 'unread', error } };
  }
}

/** Every sheet of the stage that is not submitted as it stands, in the judge's own order. */
export async function checkSheets({ assignments }: QueueStage, language: Locale): Promise<CheckedSheet[]> {
  const lines = assignments
    .filter((line) => !isWaiting(line) && (line.state !== 'submitted' || isUnsubmitted(line)))
    .sort((a, b) => a.position - b.position);
  const checked: CheckedSheet[] = [];
  for (let from = 0; from < lines.length; from += atOnce) {
    const some = lines.slice(from, from + atOnce);
    checked.push(...(await Promise.all(some.map((line) => check(line, language)))));
  }
  return checked.filter(({ readiness }) => readiness.kind !== 'submitted');
}

/** Decides all that are ready, in the judge's order; each is sent once, now or when the line comes back. */
export async function submitSheets(sheets: readonly CheckedSheet[], signature: Signature | null): Promise<void> {
  // A draft on its way must not come after what was submitted.
  await Promise.all(sheets.map(({ line }) => returnToWork(line.publicId)));
  for (const { line, readiness } of sheets) {
    if (readiness.kind !== 'ready') continue;
    intend(line.publicId, { ...readiness.body, ...(signature && { signature }) }, readiness.revision);
  }
  void deliver();
}
