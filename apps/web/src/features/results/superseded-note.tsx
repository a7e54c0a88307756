import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StateMark } from '../../ui/state-mark.js';

interface SupersededNoteProps {
  /** Address and number of the version in force. */
  by: { publicId: string; number: number };
}

/** A list that no longer stands says so before anything else, on paper too. */
export function SupersededNote({ by }: SupersededNoteProps) {
  const { t } = useTranslation('results');
  return (
    <p className="superseded-note" role="note">
      <StateMark tone="danger">{t('supersededBy', { number: by.number })}</StateMark>{' '}
      <Link to={`/award-lists/${by.publicId}`}>{t('openNewer')}</Link>
    </p>
  );
}
