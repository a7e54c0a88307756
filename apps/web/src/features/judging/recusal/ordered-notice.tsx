import { useTranslation } from 'react-i18next';
import { useText } from '../../../locales/use-text.js';
import type { AssignmentList } from '../assignments.js';

interface OrderedNoticeProps {
  /** Undefined in a list that was prepared for offline work by an older page. */
  ordered: AssignmentList['ordered'] | undefined;
}

/** On a judge's desk: entries that the judge was ordered to step back from, and why. */
export function OrderedNotice({ ordered = [] }: OrderedNoticeProps) {
  const { t } = useTranslation('recusal');
  const reasons = useTranslation('judging').t;
  const text = useText();
  if (ordered.length === 0) return null;
  return (
    <section className="card queue-awaited" aria-label={t('desk.title')}>
      <h2>{t('desk.title')}</h2>
      <ul>
        {ordered.map(({ edition, stage, position, reasonCode, isConfirmed }) => (
          <li key={`${edition.slug}/${stage.key}/${position}`}>
            {t(isConfirmed ? 'desk.confirmed' : 'desk.awaited', {
              ...{ stage: `${text(edition.name)} · ${text(stage.name)}`, position },
            })}
            {reasonCode === null ? null : t('desk.because', { reason: reasons(`recusal.grounds.${reasonCode}`) })}
          </li>
        ))}
      </ul>
      {ordered.every(({ isConfirmed }) => isConfirmed) ? null : <p>{t('desk.text')}</p>}
      <p>{t('desk.ask')}</p>
    </section>
  );
}
