import { useTranslation } from 'react-i18next';

/** How the page counts for whom an entry of the stage concerns: not how many those are, nor what is known of them. */
export function LeavesOut() {
  const { t } = useTranslation('judging');
  return <p className="card">{t('wall.leavesOut')}</p>;
}
