import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useText } from '../../locales/use-text.js';
import type { DuplicatePair } from './queries.js';

/** An entry of a pair with the way to it, its edition where that is another, and whether it still stands. */
export function OtherEntry({ entry, slug }: { entry: DuplicatePair['other']; slug: string }) {
  const { t } = useTranslation('duplicates');
  const text = useText();
  return (
    <div>
      <Link to={`/organiser/editions/${entry.edition.slug}/eligibility/${entry.publicId}`}>{t('entry', entry)}</Link>
      {entry.edition.slug === slug ? null : <div className="muted">{text(entry.edition.name)}</div>}
      {entry.state === 'withdrawn' ? <div className="muted">{t('withdrawn')}</div> : null}
    </div>
  );
}
