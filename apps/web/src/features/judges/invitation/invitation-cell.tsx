import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../locales/formats.js';
import { Moment } from '../../../ui/moment.js';
import { StateMark, type Tone } from '../../../ui/state-mark.js';
import type { ListedJudge } from '../queries.js';
import type { Invitation } from './use-invitation.js';

type State = ListedJudge['invitation']['state'];

const tones: Record<State, Tone> = {
  ...{ none: 'idle', invited: 'going', opened: 'going', expired: 'attention', accepted: 'done', declined: 'danger' },
  'taken-back': 'idle',
};

/** Whether an invitation that is made now is no mere new link for one that stands open or has run out. */
export const isFirstInvitation = (state: State) => state === 'none' || state === 'declined' || state === 'taken-back';

interface InvitationCellProps {
  judge: ListedJudge;
  invitation: Invitation;
  onTakeBack: (judge: ListedJudge) => void;
}

/** How far a judge's invitation is, and the act that fits. */
export function InvitationCell({ judge, invitation, onTakeBack }: InvitationCellProps) {
  const { t } = useTranslation('judges');
  const { wording } = useFormats();
  const { state, at, reason, commitment } = judge.invitation;
  const isFirst = isFirstInvitation(state);
  const isOpen = state === 'invited' || state === 'opened';
  const act = t(state === 'none' ? 'invite.first' : isFirst ? 'invite.again' : 'invite.renew');
  return (
    <>
      <StateMark tone={tones[state]}>{t(`invitationState.${state}`)}</StateMark>
      {at === null ? null : (
        <div className="muted">
          <Moment at={at} />
        </div>
      )}
      {reason === null ? null : <div className="judge-reason">{t('declinedBecause', { reason })}</div>}
      {commitment === null ? null : <div className="muted">{t('signedVersion', { version: wording(commitment) })}</div>}
      {state === 'accepted' || judge.account === 'disabled' ? null : (
        <div className="judge-act">
          <Button
            size="small"
            onClick={() => (isFirst ? invitation.ask(judge) : invitation.renew(judge))}
            aria-label={t('actOf', { act, name: judge.name ?? t('nameless') })}
          >
            {act}
          </Button>
          {isOpen ? (
            <Button
              size="small"
              onClick={() => onTakeBack(judge)}
              aria-label={t('actOf', { act: t('invite.takeBackAct'), name: judge.name ?? t('nameless') })}
            >
              {t('invite.takeBack')}
            </Button>
          ) : null}
        </div>
      )}
    </>
  );
}
