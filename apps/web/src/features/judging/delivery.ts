import { answer, api } from '../../api/client.js';
import { asApiProblem } from '../../api/problem.js';
import { queryClient } from '../../app/query-client.js';
import { deviceIntentions, deviceWork } from '../../device/device.js';
import { openTabs, tabName } from '../../device/tab.js';
import { amendAnswer } from '../../device/prepared.js';
import { registerUnsavedWork } from '../identity/unsaved-work.js';
import type { Kept } from '../autosave/kept-work.js';
import { isAtHand, sendMeanwhile } from '../autosave/left-work.js';
import type { Assignment } from './assignments.js';
import { heedRefusal, isTakenAway } from './offline/forget-assignment.js';
import { assignmentName } from './offline/prepared-names.js';
import { adoptSheet, forgetSheet, keptSheet, sheetOfName } from './kept-sheet.js';
import { fieldsOf, sheetOf, withoutBlanks, type SheetFields } from './sheet-fields.js';
import { patienceMs, sendDraft } from './send-draft.js';
import { handIn } from './late-sheet.js';
import { allSubmissions, changeSubmission, isUnanswered, type WaitingSubmission } from './waiting-submission.js';

const pauses = [2_000, 2_000, 5_000, 10_000];

/** @returns `next`: the line stands; `cut`: later ones wait with it; `expired`: nobody is signed in */
async function sendSubmission(publicId: string, one: WaitingSubmission): Promise<'next' | 'cut' | 'expired'> {
  const { body, key, revision } = one;
  const params = { path: { publicId }, header: { 'If-Match': `"${revision}"`, 'Idempotency-Key': key } };
  const signal = AbortSignal.timeout(patienceMs);
  try {
    const receipt = await answer(api.POST('/api/v1/assignments/{publicId}/submissions', { params, body, signal }));
    const fields = fieldsOf(body);
    forgetSheet(publicId, fields);
    changeSubmission(publicId, key, { state: 'delivered', receipt });
    await amendAnswer<Assignment>(assignmentName(publicId), (kept) => ({
      ...kept,
      draft: null,
      submitted: { ...receipt, deduction: null, comments: null, ...sheetOf(fields), signature: body.signature ?? null },
    }));
    return 'next';
  } catch (error) {
    await heedRefusal(queryClient, publicId, error);
    if (isTakenAway(error)) return 'next';
    return asApiProblem(error).code === 'deadline-passed'
      ? tooLate(publicId, one, error)
      : refuse(publicId, key, error);
  }
}

function refuse(
  publicId: string,
  key: string,
  error: unknown,
  change: Partial<WaitingSubmission> = {},
): 'next' | 'cut' | 'expired' {
  const { code, status, detail, problem, isPassing, isExpired } = asApiProblem(error);
  // What was decided before the platform asked for declarations goes once the judge has declared.
  const isOpen = isPassing || isExpired || code === 'declaration-owed';
  changeSubmission(
    publicId,
    key,
    isOpen ? { state: 'waiting' } : { ...change, state: 'refused', problem: { code, status, detail, problem } },
  );
  if (isExpired) return 'expired';
  return status === 0 || status === 429 ? 'cut' : 'next';
}

/** The judge had decided before the line was cut: the office gets it, and decides. */
async function tooLate(
  publicId: string,
  { body, key, revision, decidedAt }: WaitingSubmission,
  refusal: unknown,
): Promise<'next' | 'cut' | 'expired'> {
  try {
    const late = await handIn(publicId, { sheet: sheetOf(fieldsOf(body)), revision, typedAt: decidedAt }, key);
    return refuse(publicId, key, refusal, { late });
  } catch (error) {
    const { code, isPassing, isExpired } = asApiProblem(error);
    // Opened again meanwhile: it is submitted after all.
    if (code === 'sheet-still-open') changeSubmission(publicId, key, { state: 'waiting' });
    else if (isPassing || isExpired) return refuse(publicId, key, error);
    else if (code === 'revision-stale' || code === 'late-sheet-handed-in') {
      // Another device was first, and the judge is told: what was decided here stays on this one.
      if (!keptSheet.read(publicId)) keptSheet.hold(publicId, fieldsOf(body), 0, revision);
      return refuse(publicId, key, error);
    } else return refuse(publicId, key, refusal);
    return 'next';
  }
}

/** The drafts of closed tabs, which no page sends by itself; what cannot be stored is settled when its sheet is opened. */
async function sendLeftDrafts(): Promise<void> {
  const isOpen = await openTabs();
  for (const [key] of deviceWork.entries()) {
    const at = key.lastIndexOf('@');
    const publicId = sheetOfName(key.slice(0, at));
    const tab = key.slice(at + 1);
    // An open sheet, and one that was just left, sends by itself.
    if (publicId === null || isAtHand(publicId) || (tab !== tabName() && isOpen(tab))) continue;
    await adoptSheet(publicId);
    const kept = keptSheet.read(publicId);
    // Opened meanwhile: its page rests on what the server has now.
    if (kept && !isAtHand(publicId)) await sendMeanwhile(publicId, sendLeft(publicId, kept));
  }
}

async function sendLeft(publicId: string, { value, version, revision }: Kept<SheetFields>): Promise<void> {
  await sendDraft(publicId, withoutBlanks(value), { version, revision: revision ?? 0 }).catch(() => undefined);
}

/** Where the line is cut for the first, none of the later ones is tried: they wait with it. */
function letWait(): void {
  for (const [publicId, { key, state }] of allSubmissions()) {
    if (state === 'sending') changeSubmission(publicId, key, { state: 'waiting' });
  }
}

/** Each try would ask for the password again, over what the judge is typing: after the sign-in it goes on. */
let hasExpired = false;
const expiryListeners = new Set<() => void>();

function enterExpiry(next: boolean): void {
  if (hasExpired === next) return;
  hasExpired = next;
  for (const listener of expiryListeners) listener();
}

/** Whether what waits does so for the judge to sign in again, not for the network. */
export const deliveryExpiry = {
  read: (): boolean => hasExpired,
  subscribe: (listener: () => void) => {
    expiryListeners.add(listener);
    return () => void expiryListeners.delete(listener);
  },
};

async function sendAll(): Promise<void> {
  const tried = new Set<string>();
  for (;;) {
    const next = allSubmissions().find(([, one]) => isUnanswered(one) && !tried.has(one.key));
    if (next === undefined) return;
    tried.add(next[1].key);
    const outcome = await sendSubmission(...next);
    enterExpiry(outcome === 'expired');
    if (outcome !== 'next') return letWait();
  }
}

let round: Promise<void> | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
let failures = 0;

function stopTimer(): void {
  clearTimeout(timer);
  timer = undefined;
}

const isWaiting = () => allSubmissions().some(([, one]) => isUnanswered(one));

/** One tab at a time, so that what was decided first arrives first; the keys see to it that it arrives once. */
async function oneRound(): Promise<void> {
  stopTimer();
  if ('locks' in navigator) await navigator.locks.request('leitai.delivery', sendAll);
  else await sendAll();
  failures = isWaiting() ? failures + 1 : 0;
  if (isWaiting() && !hasExpired) {
    timer = setTimeout(() => void deliver(), pauses[Math.min(failures, pauses.length) - 1]);
  }
}

/** Sends every submission that has no answer yet, in order. */
export async function deliver(): Promise<void> {
  round ??= oneRound().finally(() => (round = null));
  await round;
}

/** From the moment a judge is known: at once, and whenever the line comes back. */
export function startDelivery(): () => void {
  enterExpiry(false);
  const begin = () => {
    if (!hasExpired) void deliver().then(sendLeftDrafts);
  };
  const end = registerUnsavedWork({ isDirty: isWaiting, save: deliver, drop: () => undefined });
  // Another tab may have been closed over what it had decided.
  const unsubscribe = deviceIntentions.subscribe(() => {
    if (round === null && timer === undefined && isWaiting() && !hasExpired) {
      timer = setTimeout(() => void deliver(), pauses[0]);
    }
  });
  window.addEventListener('online', begin);
  begin();
  return () => {
    stopTimer();
    window.removeEventListener('online', begin);
    unsubscribe();
    end();
  };
}
