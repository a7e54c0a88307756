import { newIntention, type Schemas } from '../../api/client.js';
import { ApiProblem } from '../../api/problem.js';
import { deviceIntentions } from '../../device/device.js';

type Receipt = Schemas['ReceiptDto'];
export type LateSheet = Schemas['OwnLateSheetDto'];
export type SubmissionBody = Schemas['SubmitScoreSheetDto'];

/** A submission from the moment the judge decides until somebody has read its outcome; it survives the browser's end. */
export interface WaitingSubmission {
  body: SubmissionBody;
  /** The key of this very act: it is sent with each try, from whichever tab, until there is an answer. */
  key: string;
  /** The newest submitted revision that the judge has seen, 0 where there is none. */
  revision: number;
  /** Its place in the order of the acts on this device. */
  order: number;
  /** When the judge decided, by this device's clock, in milliseconds. */
  decidedAt?: number;
  /** `waiting`: one try at least has brought no answer. */
  state: 'sending' | 'waiting' | 'delivered' | 'refused';
  receipt?: Receipt;
  /** It came after judging had ended, and was handed to the office. */
  late?: LateSheet;
  problem?: Pick<ApiProblem, 'code' | 'status' | 'detail' | 'problem'>;
}

export const readSubmission = (publicId: string) => deviceIntentions.get(publicId) as WaitingSubmission | undefined;

export const isUnanswered = ({ state }: WaitingSubmission): boolean => state === 'sending' || state === 'waiting';

/** In the order in which they were decided. */
export function allSubmissions(): [string, WaitingSubmission][] {
  const all = deviceIntentions.entries() as [string, WaitingSubmission][];
  return all.sort(([, a], [, b]) => a.order - b.order);
}

/** The same scores on the same revision are one intention, however often it is decided. */
export function intend(publicId: string, body: SubmissionBody, revision: number): void {
  const before = readSubmission(publicId);
  const isSame =
    before !== undefined &&
    before.revision === revision &&
    before.state !== 'refused' &&
    JSON.stringify(before.body) === JSON.stringify(body);
  const order = Math.max(0, ...allSubmissions().map(([, one]) => one.order)) + 1;
  const key = isSame ? before.key : newIntention();
  deviceIntentions.set(publicId, {
    body,
    key,
    revision,
    order,
    decidedAt: Date.now(),
    state: 'sending',
  } satisfies WaitingSubmission);
}

export function changeSubmission(publicId: string, key: string, change: Partial<WaitingSubmission>): void {
  const now = readSubmission(publicId);
  // Taken back meanwhile, or decided anew.
  if (now?.key === key) deviceIntentions.set(publicId, { ...now, ...change });
}

/** Taken back, or its outcome has been read. */
export const forgetSubmission = (publicId: string): void => deviceIntentions.delete(publicId);

export function problemOf({ problem }: WaitingSubmission): ApiProblem {
  if (!problem) return new ApiProblem('unknown', 500, null);
  return new ApiProblem(problem.code, problem.status, problem.detail, problem.problem);
}
