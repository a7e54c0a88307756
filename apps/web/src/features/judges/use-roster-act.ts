import { useQueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../../api/problem.js';
import { type Act, readAnew, useAct } from '../../ui/use-act.js';
import { useProblemMessage } from '../../ui/use-problem-message.js';
import { judgeKeys } from './queries.js';

/**
 * An act upon the roster as it was read. Where it is another by now it is read anew, and the dialog closes with a notice:
 * the next try is made over what then stands there.
 */
export function useRosterAct<Input>(
  send: (input: Input, key: string) => Promise<unknown>,
  onClose: () => void,
): Act<Input> {
  const client = useQueryClient();
  const { show } = useProblemMessage();
  return useAct(
    async (input: Input, key) => {
      try {
        await send(input, key);
      } catch (problem) {
        if (isOvertaken(problem)) {
          await readAnew(client, judgeKeys);
          show(problem);
          onClose();
        }
        throw problem;
      }
    },
    judgeKeys,
    onClose,
  );
}

const isOvertaken = (problem: unknown) =>
  problem instanceof ApiProblem &&
  (problem.code === 'revision-stale' || /^(roster|contact)-change-/.test(problem.code));
