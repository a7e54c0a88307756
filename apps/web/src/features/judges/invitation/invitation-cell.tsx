import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../locales/formats.js';
import { Moment } from '../../../ui/moment.js';
import { StateMark, type Tone } from '../../../ui/state-mark.js';
import { useFocusAfter } from '../../../ui/use-focus-after.js';
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
  /** Whether the dialog asks about this judge's invitation. */
  isAsked: boolean;
  onTakeBack: (judge: ListedJudge) => void;
}

/** How far a judge's invitation is, and the act that fits. */
export function InvitationCell({ judge, invitation, isAsked, onTakeBack }: InvitationCellProps) {
  const { t } = useTranslation('judges');
  const { wording } = useFormats();
  const cell = useFocusAfter<HTMLDivElement>(isAsked);
  const { state, at, reason, commitment } = judge.invitation;
  const name = judge.name ?? t('nameless');
  const isFirst = isFirstInvitation(state);
  const isOpen = state === 'invited' || state === 'opened';
  const act = t(state === 'none' ? 'invite.first' : isFirst ? 'invite.again' : 'invite.renew');
  return (
    <div ref={cell} tabIndex={-1} role="group" aria-label={t('invitationOf', { name })}>
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
            aria-label={t('actOf', { act, name })}
          >
            {act}
          </Button>
          {isOpen ? (
            <Button
              size="small"
              onClick={() => onTakeBack(judge)}
              aria-label={t('actOf', { act: t('invite.takeBackAct'), name })}
            >
              {t('invite.takeBack')}
            </Button>
          ) : null}
        </div>
      )}
    </div>
  );
}
