import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { QueryView } from '../../../ui/query-view.js';
import type { OwnEntry } from '../queries.js';
import { EntryConsentList } from './entry-consent-list.js';
import { consentsQuery } from './team-queries.js';

/** The reader's own consents for this entry, each given and withdrawn by itself, at any time. */
export function ConsentsSection({ entry }: { entry: OwnEntry }) {
  const { t } = useTranslation('team');
  const query = useQuery(consentsQuery(entry.publicId));
  return (
    <>
      <p className="muted">
        {t('consent.note')} <Link to="/my-consents">{t('consent.all')}</Link> ·{' '}
        <Link to="/privacy">{t('consent.privacy')}</Link>
      </p>
      <QueryView query={query}>
        {({ version, consents }) => <EntryConsentList entryId={entry.publicId} version={version} consents={consents} />}
      </QueryView>
    </>
  );
}
