import { answer, api } from '../../api/client.js';
import { amendAnswer } from '../../device/prepared.js';
import type { Assignment } from './assignments.js';
import { forgetSheet } from './kept-sheet.js';
import { assignmentName } from './offline/prepared-names.js';
import { patienceMs } from './send-draft.js';
import { fieldsOf, type SheetBody } from './sheet-fields.js';
import type { LateSheet } from './waiting-submission.js';

/** Judging is over, and the office has it now. */
export const withLate = (assignment: Assignment, late: LateSheet): Assignment => ({
  ...assignment,
  window: { ...assignment.window, isOpen: false },
  late,
});

export interface TypedSheet {
  sheet: SheetBody;
  revision: number;
  typedAt: number | undefined;
}

/**
 * Hands to the office what came after judging had ended; this device forgets it then.
 *
 * @param sheet with the submitted revision over which it was typed, 0 where there was none, and when, by this device's
 *   clock, in milliseconds
 */
export async function handIn(
  publicId: string,
  { sheet, revision, typedAt }: TypedSheet,
  key: string,
): Promise<LateSheet> {
  const told = typedAt === undefined ? null : new Date(typedAt).toISOString();
  // A device whose clock is out by centuries tells no time.
  const at = told?.startsWith('20') === true ? told : null;
  const { receivedAt } = await answer(
    api.POST('/api/v1/assignments/{publicId}/late-sheet', {
      params: { path: { publicId }, header: { 'Idempotency-Key': key } },
      body: { ...sheet, revision, ...(at !== null && { typedAt: at }) },
      signal: AbortSignal.timeout(patienceMs),
    }),
  );
  const late: LateSheet = {
    ...{ deduction: null, comments: null, ...sheet },
    ...{ typedAt: at, receivedAt, state: 'waiting', reason: null },
  };
  forgetSheet(publicId, fieldsOf(sheet));
  await amendAnswer<Assignment>(assignmentName(publicId), (kept) => withLate(kept, late));
  return late;
}
