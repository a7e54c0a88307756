import { useQueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../../../api/problem.js';
import { type Act, readAnew, useAct } from '../../../ui/use-act.js';

/** An act upon the wording that was seen. Where another stands by now it is read anew: the next try is made over it. */
export function useTranslationAct<Input>(
  send: (input: Input, key: string) => Promise<unknown>,
  renews: readonly string[],
  onDone?: () => void,
): Act<Input> & { isStale: boolean } {
  const client = useQueryClient();
  const act = useAct(
    async (input: Input, key) => {
      try {
        await send(input, key);
      } catch (problem) {
        if (isRevisionStale(problem)) await readAnew(client, renews);
        throw problem;
      }
    },
    renews,
    onDone,
  );
  return { ...act, isStale: isRevisionStale(act.error) };
}

const isRevisionStale = (problem: unknown) => problem instanceof ApiProblem && problem.code === 'revision-stale';
