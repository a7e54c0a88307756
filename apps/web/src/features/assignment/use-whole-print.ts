import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { allEntries, wholeEntries } from './queries.js';

/** Fetches every entry of a plan for paper, whatever the page shows of them, and prints once they are laid out. */
export function useWholePrint(stageId: string, runId: string) {
  const { data, reset, mutate, isPending, error } = useMutation({
    mutationFn: () => wholeEntries(stageId, runId, allEntries),
  });
  useEffect(() => {
    if (data === undefined) return undefined;
    // The page goes back to its own rows when the paper is done, not before: some browsers print after this returns.
    window.addEventListener('afterprint', reset, { once: true });
    window.print();
    return () => window.removeEventListener('afterprint', reset);
  }, [data, reset]);
  return { rows: data ?? null, start: () => mutate(), isPending, error };
}
