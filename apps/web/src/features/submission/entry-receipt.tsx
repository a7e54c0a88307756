import { useTranslation } from 'react-i18next';
import { Hash } from '../../ui/hash.js';
import { Moment } from '../../ui/moment.js';
import type { OwnEntry } from './queries.js';

/** What a team keeps: the hash of the ledger event of its submission. */
export function EntryReceipt({ entry }: { entry: OwnEntry }) {
  const { t } = useTranslation('submission');
  if (entry.receipt === null || entry.submittedAt === null) return null;
  return (
    <section className="card entry-receipt" aria-label={t('receipt.title')}>
      <h2>{t('receipt.title')}</h2>
      <p>
        {t('receipt.at')} <Moment at={entry.submittedAt} />
      </p>
      <p>
        <Hash value={entry.receipt} />
      </p>
      <p className="muted">{t('receipt.text')}</p>
    </section>
  );
}
