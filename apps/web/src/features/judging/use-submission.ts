import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { Schemas } from '../../api/client.js';
import type { ApiProblem } from '../../api/problem.js';
import { deviceIntentions } from '../../device/device.js';
import { readAssignment, renewStored, type Assignment } from './assignments.js';
import { deliver } from './delivery.js';
import type { Signature } from './signature/signature-field.js';
import { withLate } from './late-sheet.js';
import { fieldsOf, sheetOf, type SheetFields } from './sheet-fields.js';
import {
  forgetSubmission,
  intend,
  isUnanswered,
  problemOf,
  readSubmission,
  type WaitingSubmission,
} from './waiting-submission.js';

type Receipt = Schemas['ReceiptDto'];
export type Submission =
  | { kind: 'idle' }
  | { kind: 'sending' }
  /** No answer yet: it stays on the device, and is sent with the same key until there is one. */
  | { kind: 'waiting' }
  | { kind: 'refused'; problem: ApiProblem }
  | { kind: 'done'; receipt: Receipt };

interface Outcomes {
  onDone: (fields: SheetFields, revision: number) => void;
  /** Another revision stands there, submitted elsewhere meanwhile; the assignment has it now. */
  onOvertaken: () => void;
  /** Judging was over: the office has it now, and the assignment says so. */
  onLate: () => void;
}

export interface SubmissionActs {
  state: Submission;
  submit: (fields: SheetFields) => void;
  /** Nothing more is said of the outcome. */
  reset: () => void;
  /** Nothing more is sent; what the server may have by then shows itself beside the page's. */
  takeBack: () => void;
}

/** What is submitted with the scores. */
interface Act {
  /** The newest one that the judge has seen, 0 where there is none. */
  revision: number;
  /** Where the rules have sheets signed on the screen. */
  signature: Signature | null;
}

export function useSubmission(
  assignment: Assignment,
  { revision, signature }: Act,
  { onDone, onOvertaken, onLate }: Outcomes,
): SubmissionActs {
  const client = useQueryClient();
  const { publicId, rulesHash } = assignment;
  const row = useSyncExternalStore(deviceIntentions.subscribe, () => readSubmission(publicId));
  // What was answered is shown until the judge goes on; on the device nothing of it is needed any more.
  const [answered, setAnswered] = useState<WaitingSubmission | null>(null);
  if (row && !isUnanswered(row) && row !== answered) setAnswered(row);

  const settle = useCallback(
    ({ receipt, body, problem, late }: WaitingSubmission) => {
      forgetSubmission(publicId);
      if (receipt) {
        const fields = fieldsOf(body);
        client.setQueryData<Assignment>(
          ['assignment', publicId],
          (now) =>
            now && {
              ...now,
              ...afterUnlock(now),
              asksAgain: false,
              draft: null,
              submitted: {
                ...receipt,
                deduction: null,
                comments: null,
                ...sheetOf(fields),
                signature: body.signature ?? null,
              },
            },
        );
        void client.invalidateQueries({ queryKey: ['my-assignments'] });
        onDone(fields, receipt.revision);
      } else if (late) {
        client.setQueryData<Assignment>(['assignment', publicId], (now) => now && withLate(now, late));
        void client.invalidateQueries({ queryKey: ['my-assignments'] });
        onLate();
      } else if (problem?.code === 'revision-stale') void renewSubmitted(client, publicId, onOvertaken);
    },
    [client, onDone, onLate, onOvertaken, publicId],
  );
  useEffect(() => {
    if (row && !isUnanswered(row)) settle(row);
  }, [row, settle]);

  const submit = useCallback(
    (fields: SheetFields) => {
      setAnswered(null);
      intend(publicId, { ...sheetOf(fields), rulesHash, ...(signature && { signature }) }, revision);
      void deliver();
    },
    [publicId, revision, rulesHash, signature],
  );
  const reset = useCallback(() => setAnswered(null), []);
  const takeBack = useCallback(() => forgetSubmission(publicId), [publicId]);
  return { state: stateOf(row ?? answered), submit, reset, takeBack };
}

function stateOf(row: WaitingSubmission | null): Submission {
  // The page tells of what the office has.
  if (row === null || row.late) return { kind: 'idle' };
  if (row.state === 'sending' || row.state === 'waiting') return { kind: row.state };
  return row.receipt ? { kind: 'done', receipt: row.receipt } : { kind: 'refused', problem: problemOf(row) };
}

/** An unlock opens its sheet for one submission. */
function afterUnlock({ unlockedUntil, window: judging }: Assignment): Pick<Assignment, 'unlockedUntil' | 'window'> {
  return { unlockedUntil: null, window: unlockedUntil === null ? judging : { ...judging, isOpen: false } };
}

/** What was submitted elsewhere comes beside the page's; which of the two the next attempt sends is the judge's choice. */
async function renewSubmitted(client: QueryClient, publicId: string, onOvertaken: () => void): Promise<void> {
  const now = await readAssignment(publicId).catch(() => null);
  if (now === null) return;
  renewStored(client, now);
  onOvertaken();
}
