import { forgetSheet } from './kept-sheet.js';
import { forgetSubmission } from './waiting-submission.js';

/** The judge may not score this entry any more: nothing of it stays on the device, and nothing is asked about it. */
export function forgetAssignment(publicId: string): Promise<void> {
  forgetSheet(publicId);
  forgetSubmission(publicId);
  return Promise.resolve();
}
