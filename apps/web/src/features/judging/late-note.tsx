import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Moment } from '../../ui/moment.js';
import type { LateSheet } from './waiting-submission.js';

const types = { waiting: 'warning', accepted: 'info', refused: 'error' } as const;

/** What the office has of this sheet, handed in after judging, and what it decided. */
export function LateNote({ late, isOpen }: { late: LateSheet; isOpen: boolean }) {
  const { t } = useTranslation('judging');
  const { state, receivedAt, reason } = late;
  return (
    <Alert
      type={types[state]}
      showIcon
      role="status"
      className="undelivered"
      title={t(state === 'accepted' && !isOpen ? 'late.told.over' : `late.told.${state}`)}
      description={
        <>
          <p>
            {t('late.received')} <Moment at={receivedAt} />
          </p>
          {state === 'refused' ? <p>{t('late.refusedFor', { reason: reason ?? '' })}</p> : null}
        </>
      }
    />
  );
}
