import type { QueryClient } from '@tanstack/react-query';
import { forgetUnseen } from '../../../api/forget-unseen.js';
import { ApiProblem } from '../../../api/problem.js';
import { forgetPrepared } from '../../../device/prepared.js';
import { forgetSheet } from '../kept-sheet.js';
import { forgetSubmission } from '../waiting-submission.js';
import { ofAssignment } from './prepared-names.js';
import { keepPreparedWhere } from './prepared-stage.js';

const taken = new Set(['assignment-recused', 'conflict-of-interest']);

/** The judge is recused: neither to read nor to score the entry. */
export const isTakenAway = (problem: unknown): boolean => problem instanceof ApiProblem && taken.has(problem.code);

/** A recusal was ordered and awaits its second person: until then the judge may not read the entry either. */
const isSuspended = (problem: unknown): boolean =>
  problem instanceof ApiProblem && problem.code === 'assignment-suspended';

/** Nothing of it stays on the device, and nothing is asked about it. */
export async function forgetAssignment(publicId: string): Promise<void> {
  forgetSheet(publicId);
  forgetSubmission(publicId);
  await forgetEntry(publicId);
}

/**
 * After a refusal nothing is left here of an entry that the judge may not read, neither on the device nor in the page; what
 * the judge gave stays where the entry may come back.
 */
export async function heedRefusal(client: QueryClient, publicId: string, problem: unknown): Promise<void> {
  if (isTakenAway(problem)) await forgetAssignment(publicId);
  else if (isSuspended(problem)) await forgetEntry(publicId);
  else return;
  forgetUnseen(client);
}

async function forgetEntry(publicId: string): Promise<void> {
  try {
    await keepPreparedWhere((assignment) => assignment !== publicId);
    await forgetPrepared(ofAssignment(publicId));
  } catch {
    // Where the device fails, the next answered list of assignments tries again.
  }
}
