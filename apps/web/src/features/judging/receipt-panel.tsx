import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '../../api/client.js';
import { Hash } from '../../ui/hash.js';
import { Moment } from '../../ui/moment.js';
import { StateMark } from '../../ui/state-mark.js';
import type { QueueLine } from './assignments.js';

interface ReceiptPanelProps {
  receipt: Schemas['ReceiptDto'];
  /** The next entry without scores; null when the queue is done. */
  next: QueueLine | null;
}

/** Takes the focus, so that Enter goes straight on to the next entry. */
export function ReceiptPanel({ receipt, next }: ReceiptPanelProps) {
  const { t } = useTranslation('judging');
  const onward = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    onward.current?.focus();
    onward.current?.scrollIntoView({ block: 'center' });
  }, [receipt.receipt]);
  return (
    <section className="receipt" aria-label={t('receipt.title')} role="status">
      <p>
        <StateMark tone="done">{t('receipt.title')}</StateMark>
      </p>
      <p>
        {t('receipt.number')} <strong className="receipt-number">{receipt.receiptNumber}</strong>
        {' · '}
        {t('receipt.revision', { revision: receipt.revision })}
        {' · '}
        {t('receipt.total', { total: receipt.total })}
      </p>
      <p className="muted">
        <Moment at={receipt.submittedAt} />
      </p>
      <details>
        <summary>{t('receipt.whole')}</summary>
        <Hash value={receipt.receipt} />
      </details>
      <Link ref={onward} className="queue-next" to={next ? `/judging/${next.publicId}` : '/judging'}>
        {next ? t('receipt.next', { position: next.position }) : t('receipt.done')}
      </Link>
    </section>
  );
}
