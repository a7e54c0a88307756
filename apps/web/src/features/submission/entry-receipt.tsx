import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.js';
import { Hash } from '../../ui/hash.js';
import { Moment } from '../../ui/moment.js';

export type SubmissionReceipt = Schemas['SubmissionReceiptDto'];

/** What a team keeps: the hash of the ledger event of its submission. */
export function EntryReceipt({ receipt }: { receipt: SubmissionReceipt }) {
  const { t } = useTranslation('submission');
  return (
    <section className="card entry-receipt" aria-label={t('receipt.title')} role="status">
      <h2>{t('receipt.title')}</h2>
      <p>
        <strong>{t('entryNumber', { number: receipt.number })}</strong> ·{' '}
        {t('receipt.version', { version: receipt.version })}
      </p>
      <p>
        {t('receipt.at')} <Moment at={receipt.submittedAt} />
      </p>
      <p>
        <Hash value={receipt.receipt} />
      </p>
      <p className="muted">{t('receipt.text')}</p>
    </section>
  );
}
