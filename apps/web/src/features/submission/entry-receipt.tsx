import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.js';
import { Hash } from '../../ui/hash.js';
import { receiptQuery } from './queries.js';
import { ReceiptFiles } from './file/receipt-files.js';
import { Moment } from '../../ui/moment.js';
import { StateMark } from '../../ui/state-mark.js';

export type SubmissionReceipt = Schemas['SubmissionReceiptDto'];

/** The receipt of the newest version, below what it is of: it can be read again at any time. */
export function StandingReceipt({ entryId }: { entryId: string }) {
  const { data } = useQuery(receiptQuery(entryId));
  return data ? <EntryReceipt entryId={entryId} receipt={data} isNew={false} /> : null;
}

interface EntryReceiptProps {
  entryId: string;
  receipt: SubmissionReceipt;
  isNew?: boolean;
  /** Where the person has just submitted; a receipt that comes by itself, or of a version saved, disturbs nobody. */
  takesFocus?: boolean;
}

/** What a team keeps: the hash of the ledger event of its submission. */
export function EntryReceipt({ entryId, receipt, isNew = true, takesFocus = false }: EntryReceiptProps) {
  const { t } = useTranslation('submission');
  const { t: tEntry } = useTranslation('entry');
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    // The button that was pressed is gone: whoever uses the keyboard goes on from what came of it.
    if (takesFocus) place.current?.focus();
  }, [takesFocus, receipt.receipt]);
  return (
    <section
      ref={place}
      tabIndex={isNew ? -1 : undefined}
      className="card entry-receipt"
      aria-label={t('receipt.title')}
      role={isNew ? 'status' : 'region'}
    >
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
      {receipt.isLate ? (
        <p>
          <StateMark tone="attention">{tEntry('late.mark')}</StateMark>
        </p>
      ) : null}
      <ReceiptFiles files={receipt.files} />
      <p className="receipt-acts">
        <a className="quiet-button" href={`/api/v1/entries/${entryId}/receipt.pdf?version=${receipt.version}`} download>
          {tEntry('receiptPdf')}
        </a>
      </p>
    </section>
  );
}
