import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { answer, api, newIntention, type Schemas } from '../../api/client.js';
import { ApiProblem } from '../../api/problem.js';
import { readAssignment, renewStored, type Assignment } from './assignments.js';
import { keptIntention } from './kept-sheet.js';
import { sheetOf, type SheetFields } from './sheet-fields.js';

type Receipt = Schemas['ReceiptDto'];
export type Submission =
  | { kind: 'idle' }
  | { kind: 'sending' }
  /** No answer yet: the same key is sent until there is one. */
  | { kind: 'retrying' }
  | { kind: 'refused'; problem: ApiProblem }
  | { kind: 'done'; receipt: Receipt };

const pause = 2_000;

/** The key of this very act: the same sheet on the same revision are one intention, even after a reload. */
function intentionOf(publicId: string, body: string): string {
  const kept = keptIntention.read(publicId);
  if (kept?.body === body) return kept.key;
  const key = newIntention();
  keptIntention.write(publicId, { body, key });
  return key;
}

interface Outcomes {
  onDone: (fields: SheetFields, revision: number) => void;
  /** Another revision stands there, submitted elsewhere meanwhile; the assignment has it now. */
  onOvertaken: () => void;
}

/** @param revision the newest one that the judge has seen, 0 where there is none */
export function useSubmission(assignment: Assignment, revision: number, { onDone, onOvertaken }: Outcomes) {
  const client = useQueryClient();
  const [state, setState] = useState<Submission>({ kind: 'idle' });
  const attempt = useRef(0);
  const { publicId, rulesHash } = assignment;
  useEffect(() => () => void (attempt.current += 1), []);

  const submit = useCallback(
    async (fields: SheetFields) => {
      const sheet = sheetOf(fields);
      const mine = (attempt.current += 1);
      const key = intentionOf(publicId, JSON.stringify([sheet, rulesHash, revision]));
      const params = { path: { publicId }, header: { 'If-Match': `"${revision}"`, 'Idempotency-Key': key } };
      setState({ kind: 'sending' });
      while (attempt.current === mine) {
        try {
          const body = { ...sheet, rulesHash };
          const receipt = await answer(api.POST('/api/v1/assignments/{publicId}/submissions', { params, body }));
          keptIntention.forget(publicId);
          client.setQueryData<Assignment>(
            ['assignment', publicId],
            (now) => now && { ...now, ...afterUnlock(now), draft: null, submitted: { ...receipt, ...sheet } },
          );
          void client.invalidateQueries({ queryKey: ['my-assignments'] });
          onDone(fields, receipt.revision);
          setState({ kind: 'done', receipt });
          return;
        } catch (error) {
          const problem = error instanceof ApiProblem ? error : new ApiProblem('unknown', 500, null);
          if (!problem.isPassing) {
            setState({ kind: 'refused', problem });
            if (problem.code === 'revision-stale') void renewSubmitted(client, publicId, onOvertaken);
            return;
          }
          setState({ kind: 'retrying' });
          await new Promise((resolve) => setTimeout(resolve, pause));
        }
      }
    },
    [client, onDone, onOvertaken, publicId, revision, rulesHash],
  );
  const reset = useCallback(() => {
    attempt.current += 1;
    setState({ kind: 'idle' });
  }, []);
  return { state, submit, reset };
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
