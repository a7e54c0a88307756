import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLocale } from '../../../locales/use-text.js';
import { Moment } from '../../../ui/moment.js';
import { QueryView } from '../../../ui/query-view.js';
import { StateMark } from '../../../ui/state-mark.js';
import { MessageBody } from '../../mail/message-body.js';
import { entryNoticesQuery } from '../../mail/queries.js';
import type { OwnEntry } from '../queries.js';

/** What the platform has written of this entry, the newest first; whether it is read is said on the page of messages. */
export function EntryMessages({ entry }: { entry: OwnEntry }) {
  const { t } = useTranslation('entry');
  const locale = useLocale();
  const query = useQuery(entryNoticesQuery(entry.publicId));
  return (
    <QueryView query={query}>
      {({ notices, nextCursor }) => (
        <>
          {notices.length === 0 ? <p className="muted">{t('message.none')}</p> : null}
          <ul className="plain-list">
            {notices.map(({ publicId, texts, recordedAt, readAt }) => (
              <li key={publicId} className="entry-message">
                <details>
                  <summary>
                    <span>{texts[locale].subject}</span>
                    {readAt === null ? <StateMark tone="attention">{t('message.unread')}</StateMark> : null}
                    <Moment at={recordedAt} />
                  </summary>
                  <MessageBody body={texts[locale].body} locale={locale} />
                </details>
              </li>
            ))}
          </ul>
          {notices.length > 0 ? (
            <p>
              <Link to="/messages">{t(nextCursor === null ? 'message.all' : 'message.older')}</Link>
            </p>
          ) : null}
        </>
      )}
    </QueryView>
  );
}
