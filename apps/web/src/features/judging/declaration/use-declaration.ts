import { useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../../api/client.js';
import { forgetUnseen } from '../../../api/forget-unseen.js';
import { useAct } from '../../../ui/use-act.js';
import { deliver } from '../delivery.js';
import { forgetAssignment } from '../offline/forget-assignment.js';
import { declarationQuery } from './queries.js';

/** Sends the declaration. */
export function useDeclaration(slug: string, stageKey: string) {
  const client = useQueryClient();
  return useAct(
    async (body: Schemas['DeclareInterestsDto'], key) => {
      await answer(
        api.POST('/api/v1/my/declarations/{slug}/{stageKey}', {
          params: { path: { slug, stageKey }, header: { 'Idempotency-Key': key } },
          body,
        }),
      );
      const taken = body.teams.filter(({ reasonCode }) => reasonCode !== null);
      await Promise.all(taken.map(({ assignment }) => forgetAssignment(assignment)));
      // What was submitted before it was asked for has waited for it.
      void deliver();
      // The queue as it was would lead back here for a moment; no other page shows what was stepped back from.
      forgetUnseen(client);
    },
    ['declaration'],
  );
}

/** Reads the list and the wording anew, where what was declared by has another version now. */
export function useRereading(slug: string, stageKey: string, onDone: () => void) {
  const client = useQueryClient();
  return useAct(() => client.fetchQuery({ ...declarationQuery(slug, stageKey), staleTime: 0 }), [], onDone);
}
