import { notifyManager, type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { newIntention } from '../api/client.js';

export interface Act<Input> {
  run: (input: Input) => void;
  isPending: boolean;
  error: Error | null;
  reset: () => void;
}

/**
 * Reads anew what the page holds under these names. Whoever shows it is told in a task of its own: once this has resolved
 * the page is drawn from what was read.
 */
export async function readAnew(client: QueryClient, names: readonly string[]): Promise<void> {
  await Promise.all(names.map((name) => client.invalidateQueries({ queryKey: [name] })));
  await new Promise<void>((told) => notifyManager.schedule(told));
}

/**
 * A write with its idempotency key: made for the first try, sent again with the same input until the server has answered
 * with success, renewed afterwards or when the input changes. What it changes is read anew; `onDone` finds it on the page.
 */
export function useAct<Input, Output>(
  send: (input: Input, key: string) => Promise<Output>,
  renews: readonly string[],
  onDone?: (output: Output, input: Input) => void,
): Act<Input> {
  const client = useQueryClient();
  const [intention, setIntention] = useState({ key: newIntention(), body: '' });
  const mutation = useMutation({
    mutationFn: ({ input, key }: { input: Input; key: string }) => send(input, key),
    onSuccess: async (output, { input }) => {
      setIntention({ key: newIntention(), body: '' });
      await readAnew(client, renews);
      onDone?.(output, input);
    },
  });
  const run = (input: Input) => {
    const body = JSON.stringify(input) ?? '';
    const next =
      intention.body === '' || intention.body === body ? { key: intention.key, body } : { key: newIntention(), body };
    setIntention(next);
    mutation.mutate({ input, key: next.key });
  };
  return { run, isPending: mutation.isPending, error: mutation.error, reset: mutation.reset };
}
