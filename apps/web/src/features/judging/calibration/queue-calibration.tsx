import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StateMark } from '../../../ui/state-mark.js';
import type { QueueStage } from '../assignments.js';

/** What is scored before the entries of the stage; it counts nowhere. */
export function QueueCalibration({ calibration }: Pick<QueueStage, 'calibration'>) {
  const { t } = useTranslation('judging');
  if (calibration.length === 0) return null;
  const isDone = calibration.every(({ isSubmitted }) => isSubmitted);
  return (
    <section aria-label={t('calibration.title')} className="queue-calibration">
      <h3>{t('calibration.title')}</h3>
      <p className="muted">{t(isDone ? 'calibration.queueDone' : 'calibration.queueFirst')}</p>
      <ol className="plain-list queue">
        {calibration.map(({ publicId, position, title, isSubmitted }) => (
          <li key={publicId}>
            <Link to={`/judging/calibration/${publicId}`} className="queue-line">
              <span className="number queue-position">{t('calibration.place', { position })}</span>
              <span className="queue-title">
                <span>{title}</span>
              </span>
              <StateMark tone={isSubmitted ? 'done' : 'attention'}>
                {t(isSubmitted ? 'state.submitted' : 'calibration.toDo')}
              </StateMark>
            </Link>
          </li>
        ))}
      </ol>
    </section>
  );
}
