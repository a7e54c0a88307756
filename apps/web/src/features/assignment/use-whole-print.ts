import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { allEntries, type EntryWithJudges, wholeEntries } from './queries.js';

export interface WholePrint {
  /** Every entry, while the page is on its way to paper. */
  rows: readonly EntryWithJudges[] | null;
  start: () => void;
  isPending: boolean;
  error: Error | null;
}

/** By which the person is seen to be back at the page: not every browser says that it has printed. */
const signsOfReturn = ['afterprint', 'focus', 'pointerdown', 'keydown'] as const;

/**
 * Fetches every entry for paper, whatever the page shows of them, and prints once they are laid out.
 *
 * @param runId of a plan; null: what stands
 */
export function useWholePrint(stageId: string, runId: string | null): WholePrint {
  const { data, reset, mutate, isPending, error } = useMutation({
    mutationFn: () => wholeEntries(stageId, runId, allEntries),
  });
  useEffect(() => {
    if (data === undefined) return undefined;
    // The page goes back to its own rows when the paper is done, not before: some browsers print after this returns.
    for (const sign of signsOfReturn) window.addEventListener(sign, reset);
    window.print();
    return () => {
      for (const sign of signsOfReturn) window.removeEventListener(sign, reset);
    };
  }, [data, reset]);
  return { rows: data ?? null, start: () => mutate(), isPending, error };
}
