import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.js';
import { Hash } from '../../ui/hash.js';
import { receiptQuery } from './queries.js';
import { ReceiptFiles } from './file/receipt-files.js';
import { Moment } from '../../ui/moment.js';

export type SubmissionReceipt = Schemas['SubmissionReceiptDto'];

/** The receipt of the newest version, below what it is of: it can be read again at any time. */
export function StandingReceipt({ entryId }: { entryId: string }) {
  const { data } = useQuery(receiptQuery(entryId));
  return data ? <EntryReceipt receipt={data} isNew={false} /> : null;
}

/** What a team keeps: the hash of the ledger event of its submission. */
export function EntryReceipt({ receipt, isNew = true }: { receipt: SubmissionReceipt; isNew?: boolean }) {
  const { t } = useTranslation('submission');
  return (
    <section className="card entry-receipt" aria-label={t('receipt.title')} role={isNew ? 'status' : 'region'}>
      <h3>{t('receipt.title')}</h3>
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
      <ReceiptFiles files={receipt.files} />
    </section>
  );
}
