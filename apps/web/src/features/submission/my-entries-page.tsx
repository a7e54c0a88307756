import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useText } from '../../locales/use-text.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Moment } from '../../ui/moment.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { publicEditionsQuery } from '../contest/public-editions.js';
import { RequireSession } from '../identity/require-session.js';
import { EntryStateMark } from './entry-state-mark.js';
import { myEntriesQuery, type OwnEntryLine } from './queries.js';
import './submission.css';

export function Component() {
  const { t } = useTranslation('submission');
  return (
    <RequireSession title={t('myEntries')}>
      <Page title={t('myEntries')} width="reading">
        <MyEntries />
        <OpenEditions />
      </Page>
    </RequireSession>
  );
}

function MyEntries() {
  const { t } = useTranslation('submission');
  const query = useQuery(myEntriesQuery);
  return (
    <QueryView query={query}>
      {({ entries }) =>
        entries.length === 0 ? (
          <EmptyState text={t('noEntries')} />
        ) : (
          <ul className="plain-list">
            {entries.map((entry) => (
              <EntryCard key={entry.publicId} entry={entry} />
            ))}
          </ul>
        )
      }
    </QueryView>
  );
}

function EntryCard({ entry }: { entry: OwnEntryLine }) {
  const { t } = useTranslation('submission');
  const text = useText();
  return (
    <li className="card entry-card">
      <h2>
        <Link to={`/entries/${entry.publicId}`}>{entry.title}</Link>
      </h2>
      <p className="entry-card-line">
        <EntryStateMark state={entry.state} />
        <span>{text(entry.edition.name)}</span>
        {entry.number === null ? null : <span>{t('entryNumber', { number: entry.number })}</span>}
        {entry.submittedAt ? (
          <span>
            <span className="muted">{t('receipt.at')}</span> <Moment at={entry.submittedAt} />
          </span>
        ) : null}
      </p>
    </li>
  );
}

function OpenEditions() {
  const { t } = useTranslation('submission');
  const text = useText();
  const query = useQuery(publicEditionsQuery);
  const open = (query.data?.contests ?? [])
    .flatMap(({ editions }) => editions)
    .filter(({ entryWindow }) => entryWindow.isOpen || entryWindow.takesLate);
  return (
    <section aria-labelledby="open-editions">
      <h2 id="open-editions">{t('openEditions')}</h2>
      {open.length === 0 ? (
        <p className="muted">{t('noOpenEditions')}</p>
      ) : (
        <ul className="plain-list open-editions">
          {open.map((edition) => (
            <li key={edition.slug}>
              <Link to={`/entries/new?edition=${edition.slug}`}>
                {t('enterEdition', { edition: text(edition.name) })}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
