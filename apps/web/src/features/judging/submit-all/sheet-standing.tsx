import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StateMark } from '../../../ui/state-mark.js';
import { useProblemMessage } from '../../../ui/use-problem-message.js';
import { useDeliveryExpired } from '../use-delivery-expired.js';
import { problemOf, type WaitingSubmission } from '../waiting-submission.js';
import type { CheckedSheet } from './check-sheets.js';

/** Before the act, and for what it left out: what may be submitted, and the way to what may not. */
export function SheetStanding({ line: { publicId }, readiness }: CheckedSheet) {
  const { t } = useTranslation('judging');
  const { sentence } = useProblemMessage();
  if (readiness.kind === 'ready') {
    const { revision } = readiness;
    return (
      <>
        <StateMark tone="done">{t('submitAll.ready')}</StateMark>
        {readiness.isAllTheSame ? (
          <div>
            <StateMark tone="attention">{t('submitAll.same')}</StateMark>
          </div>
        ) : null}
        {revision > 0 ? <div className="muted">{t('submitAll.replaces', { revision })}</div> : null}
      </>
    );
  }
  const texts = {
    missing: () => t('submitAll.missing', { count: readiness.kind === 'missing' ? readiness.count : 0 }),
    untouched: () => t('submitAll.untouched'),
    choose: () => t('submitAll.choose'),
    altered: () => t('submitAll.altered'),
    'rules-changed': () => t('submitAll.rulesChanged'),
    submitted: () => t('state.submitted'),
    unread: () => t('submitAll.unread', { reason: readiness.kind === 'unread' ? sentence(readiness.error) : '' }),
  };
  return <Link to={`/judging/${publicId}`}>{texts[readiness.kind]()}</Link>;
}

/** After the act: the receipt, or why there is none. @param one undefined: it has gone without an answer seen here */
export function SheetResult({ publicId, one }: { publicId: string; one: WaitingSubmission | undefined }) {
  const { t } = useTranslation('judging');
  const { sentence } = useProblemMessage();
  const hasExpired = useDeliveryExpired();
  if (one === undefined) return <StateMark tone="idle">{t('submitAll.gone')}</StateMark>;
  if (one.receipt) {
    return (
      <StateMark tone="done">
        {t('receipt.number')} <span className="nowrap">{one.receipt.receiptNumber}</span>
      </StateMark>
    );
  }
  if (one.state === 'sending') return <StateMark tone="busy">{t('submitAll.sending')}</StateMark>;
  if (one.state === 'waiting') {
    return <StateMark tone="attention">{t(hasExpired ? 'waiting.markExpired' : 'waiting.mark')}</StateMark>;
  }
  return (
    <>
      <StateMark tone="danger">{t('submitAll.refused', { reason: sentence(problemOf(one)) })}</StateMark>{' '}
      <Link to={`/judging/${publicId}`}>{t('waiting.open')}</Link>
    </>
  );
}
