import { useState } from 'react';
import { answer, api, type Schemas } from '../../../api/client.js';
import { loadTexts } from '../../../locales/index.js';
import { useAct, type Act } from '../../../ui/use-act.js';
import { judgeKeys, type ListedJudge } from '../queries.js';

export type IssuedInvitation = Schemas['IssuedJudgeInvitationDto'];

interface Wanted {
  id: string;
  isMailed: boolean;
}

export interface Invitation {
  /** Whose invitation the dialog is about; null: it is closed. */
  judge: ListedJudge | null;
  issued: IssuedInvitation | null;
  act: Act<Wanted>;
  /** Opens the dialog for a first invitation. */
  ask: (judge: ListedJudge) => void;
  /** Makes another one at once: a link was lost. */
  renew: (judge: ListedJudge) => void;
  close: () => void;
}

/** An invitation of one judge of the list at a time; what it is handed on with is known here alone. */
export function useInvitation(slug: string): Invitation {
  const [judge, setJudge] = useState<ListedJudge | null>(null);
  const [issued, setIssued] = useState<IssuedInvitation | null>(null);
  const act = useAct(
    async ({ id, isMailed }: Wanted, key) => {
      const made = await answer(
        api.POST('/api/v1/editions/{slug}/judges/{id}/invitation', {
          params: { path: { slug, id }, header: { 'Idempotency-Key': key } },
          body: { isMailed },
        }),
      );
      // The slip is in the judge's language, whatever the office reads.
      await loadTexts(made.locale);
      return made;
    },
    judgeKeys,
    setIssued,
  );
  const open = (next: ListedJudge | null) => {
    act.reset();
    setIssued(null);
    setJudge(next);
  };
  return {
    ...{ judge, issued, act, ask: open },
    renew: (next) => {
      open(next);
      act.run({ id: next.id, isMailed: false });
    },
    close: () => open(null),
  };
}
