import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { answer, api, newIntention, type Schemas } from '../../api/client.js';
import { ApiProblem } from '../../api/problem.js';
import { readAssignment, type Assignment } from './assignments.js';
import { keptIntention } from './kept-sheet.js';
import type { Scores } from './scores.js';

type Receipt = Schemas['ReceiptDto'];
export type Submission =
  | { kind: 'idle' }
  | { kind: 'sending' }
  /** No answer yet: the same key is sent until there is one. */
  | { kind: 'retrying' }
  | { kind: 'refused'; problem: ApiProblem }
  | { kind: 'done'; receipt: Receipt };

const pause = 2_000;

/** The key of this very act: the same scores on the same revision are one intention, even after a reload. */
function intentionOf(publicId: string, body: string): string {
  const kept = keptIntention.read(publicId);
  if (kept?.body === body) return kept.key;
  const key = newIntention();
  keptIntention.write(publicId, { body, key });
  return key;
}

interface Outcomes {
  onDone: (scores: Scores) => void;
  /** Another revision stands there, submitted elsewhere meanwhile. */
  onOvertaken: (now: Assignment) => void;
}

export function useSubmission(assignment: Assignment, { onDone, onOvertaken }: Outcomes) {
  const client = useQueryClient();
  const [state, setState] = useState<Submission>({ kind: 'idle' });
  const attempt = useRef(0);
  const { publicId, rulesHash } = assignment;
  useEffect(() => () => void (attempt.current += 1), []);

  const submit = useCallback(
    async (scores: Scores) => {
      const mine = (attempt.current += 1);
      const revision = assignment.submitted?.revision ?? 0;
      const key = intentionOf(publicId, JSON.stringify([scores, rulesHash, revision]));
      const params = { path: { publicId }, header: { 'If-Match': `"${revision}"`, 'Idempotency-Key': key } };
      setState({ kind: 'sending' });
      while (attempt.current === mine) {
        try {
          const body = { scores, rulesHash };
          const receipt = await answer(api.POST('/api/v1/assignments/{publicId}/submissions', { params, body }));
          keptIntention.forget(publicId);
          client.setQueryData<Assignment>(['assignment', publicId], (now) =>
            now ? { ...now, submitted: { ...receipt, scores } } : now,
          );
          void client.invalidateQueries({ queryKey: ['my-assignments'] });
          onDone(scores);
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
    [assignment.submitted?.revision, client, onDone, onOvertaken, publicId, rulesHash],
  );
  const reset = useCallback(() => {
    attempt.current += 1;
    setState({ kind: 'idle' });
  }, []);
  return { state, submit, reset };
}

/** The next attempt rests on what was submitted elsewhere; which of the two versions it sends is the judge's choice. */
async function renewSubmitted(
  client: QueryClient,
  publicId: string,
  onOvertaken: (now: Assignment) => void,
): Promise<void> {
  const now = await readAssignment(publicId).catch(() => null);
  if (now === null) return;
  client.setQueryData<Assignment>(['assignment', publicId], (old) => old && { ...old, submitted: now.submitted });
  onOvertaken(now);
}
