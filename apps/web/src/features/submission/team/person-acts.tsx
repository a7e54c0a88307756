import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../api/client.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { useAct } from '../../../ui/use-act.js';
import type { TeamPerson } from './team-queries.js';

type Act = 'allow' | 'forbid' | 'revoke' | 'transfer' | 'remove';

/** What the lead may do with somebody who has joined or is invited; each says first what it means. */
export function PersonActs({ entryId, person }: { entryId: string; person: TeamPerson }) {
  const { t } = useTranslation('team');
  const [asked, setAsked] = useState<Act | null>(null);
  const { run, isPending, error, reset } = useAct<Act, unknown>(
    (act, key) => send(act, entryId, person.id, key),
    ['entry-team', 'entry', 'my-entries', 'entry-avoidances'],
    () => setAsked(null),
  );
  const isOther = person.hasJoined && person.role !== 'lead';
  const acts: readonly Act[] = isOther
    ? [person.mayEdit ? 'forbid' : 'allow', 'transfer', 'remove']
    : person.invitation
      ? ['revoke']
      : [];
  return (
    <>
      {acts.map((act) => (
        <Button key={act} danger={act === 'remove'} onClick={() => setAsked(act)}>
          {t(`${act}.act`)}
        </Button>
      ))}
      {asked ? (
        <ConfirmDialog
          isOpen
          isDangerous={asked === 'remove' || asked === 'transfer'}
          title={t(`${asked}.title`, { name: person.name })}
          act={t(`${asked}.act`)}
          isBusy={isPending}
          error={error}
          onConfirm={() => run(asked)}
          onClose={() => {
            setAsked(null);
            reset();
          }}
        >
          <p>{t(`${asked}.text`)}</p>
        </ConfirmDialog>
      ) : null}
    </>
  );
}

function send(act: Act, publicId: string, memberId: string, key: string): Promise<unknown> {
  const header = { 'Idempotency-Key': key };
  const params = { path: { publicId, memberId }, header };
  if (act === 'revoke') return answer(api.DELETE('/api/v1/entries/{publicId}/team/{memberId}/invitation', { params }));
  if (act === 'remove') return answer(api.DELETE('/api/v1/entries/{publicId}/team/{memberId}/account', { params }));
  if (act === 'transfer') {
    const init = { params: { path: { publicId }, header }, body: { memberId } };
    return answer(api.PUT('/api/v1/entries/{publicId}/lead', init));
  }
  const body = { mayEdit: act === 'allow' };
  return answer(api.PUT('/api/v1/entries/{publicId}/team/{memberId}/editing', { params, body }));
}
