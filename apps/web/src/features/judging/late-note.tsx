import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Moment } from '../../ui/moment.js';
import type { LateSheet } from './waiting-submission.js';

const types = { waiting: 'warning', accepted: 'info', refused: 'error' } as const;

interface LateNoteProps {
  late: LateSheet;
  isOpen: boolean;
  /** Whether what stands on the page is not what the office has. */
  hasOther: boolean;
}

function toldOf({ state }: LateSheet, isOpen: boolean, hasOther: boolean) {
  if (state === 'accepted' && !isOpen) return 'late.told.over';
  return state === 'waiting' && hasOther ? 'late.told.beside' : (`late.told.${state}` as const);
}

/** What the office has of this sheet, handed in after judging, and what it decided. */
export function LateNote({ late, isOpen, hasOther }: LateNoteProps) {
  const { t } = useTranslation('judging');
  const { state, receivedAt, reason } = late;
  return (
    <Alert
      type={types[state]}
      showIcon
      role="status"
      className="undelivered"
      title={t(toldOf(late, isOpen, hasOther))}
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
