import { Alert, Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useProblemMessage } from '../../ui/use-problem-message.js';
import type { QueueLine } from './assignments.js';
import { SignInAgain } from './sign-in-again.js';
import { useDeliveryExpired } from './use-delivery-expired.js';
import { useWaitingPlace } from './use-kept-place.js';
import type { Submission } from './use-submission.js';

interface WaitingPanelProps {
  publicId: string;
  state: Submission;
  /** The dialog tells of a refusal itself. */
  isAsked: boolean;
  /** The next entry without scores; null when none is known. */
  next: QueueLine | null;
  onTakeBack: () => void;
}

/** The judge has decided, and no answer has come: it is sent by itself, and is not submitted before. */
export function WaitingPanel({ state, isAsked, ...waiting }: WaitingPanelProps) {
  const { sentence } = useProblemMessage();
  if (state.kind === 'waiting') return <Waiting {...waiting} />;
  if (state.kind !== 'refused' || isAsked) return null;
  return <Alert type="error" showIcon role="alert" title={sentence(state.problem)} />;
}

function Waiting({ publicId, next, onTakeBack }: Omit<WaitingPanelProps, 'state' | 'isAsked'>) {
  const { t } = useTranslation('judging');
  const place = useWaitingPlace(publicId);
  const hasExpired = useDeliveryExpired();
  const onward = useRef<HTMLAnchorElement>(null);
  useEffect(() => onward.current?.focus(), []);
  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      className="waiting"
      title={t('waiting.title')}
      description={
        <>
          <p>{t(hasExpired ? `waiting.expired.${place}` : `waiting.kept.${place}`)}</p>
          <div className="dialog-acts">
            {hasExpired ? <SignInAgain>{t('waiting.signIn')}</SignInAgain> : null}
            <Button onClick={onTakeBack}>{t('waiting.takeBack')}</Button>
            <Link ref={onward} className="queue-next" to={next ? `/judging/${next.publicId}` : '/judging'}>
              {next ? t('receipt.next', { position: next.position }) : t('waiting.done')}
            </Link>
          </div>
        </>
      }
    />
  );
}
