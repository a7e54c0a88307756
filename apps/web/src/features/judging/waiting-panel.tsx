import { Alert, Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { QueueLine } from './assignments.js';
import { useWaitingPlace } from './use-kept-place.js';

interface WaitingPanelProps {
  publicId: string;
  /** The next entry without scores; null when none is known. */
  next: QueueLine | null;
  onTakeBack: () => void;
}

/** The judge has decided, and no answer has come: it is sent by itself, and is not submitted before. */
export function WaitingPanel({ publicId, next, onTakeBack }: WaitingPanelProps) {
  const { t } = useTranslation('judging');
  const place = useWaitingPlace(publicId);
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
          <p>{t(`waiting.kept.${place}`)}</p>
          <div className="dialog-acts">
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
