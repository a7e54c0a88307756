import { useQueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../../../api/problem.js';
import { type Act, useAct } from '../../../ui/use-act.js';

/** As `useAct`; where other evidence speaks for a candidate by now, the page behind the question reads it anew. */
export function useCandidateAct<Input, Output>(
  send: (input: Input, key: string) => Promise<Output>,
  renews: readonly string[],
  onDone: () => void,
): Act<Input> {
  const client = useQueryClient();
  return useAct(
    async (input: Input, key) => {
      try {
        return await send(input, key);
      } catch (error) {
        if (error instanceof ApiProblem && error.code === 'candidate-evidence-changed') {
          await client.invalidateQueries({ queryKey: ['conflict-candidates'] });
        }
        throw error;
      }
    },
    renews,
    onDone,
  );
}
