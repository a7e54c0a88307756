import { ApiProblem } from '../../../api/problem.js';
import { forgetPrepared } from '../../../device/prepared.js';
import { forgetSheet } from '../kept-sheet.js';
import { forgetSubmission } from '../waiting-submission.js';
import { ofAssignment } from './prepared-names.js';

const taken = new Set(['assignment-recused', 'conflict-of-interest']);

/** The judge is recused: neither to read nor to score the entry. */
export const isTakenAway = (problem: unknown): boolean => problem instanceof ApiProblem && taken.has(problem.code);

/** Nothing of it stays on the device, and nothing is asked about it. */
export async function forgetAssignment(publicId: string): Promise<void> {
  forgetSheet(publicId);
  forgetSubmission(publicId);
  // Where the device fails, the next answered list of assignments tries again.
  await forgetPrepared(ofAssignment(publicId)).catch(() => undefined);
}
