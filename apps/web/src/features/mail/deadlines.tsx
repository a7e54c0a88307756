import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useText } from '../../locales/use-text.js';
import { Moment } from '../../ui/moment.js';
import { QueryView } from '../../ui/query-view.js';
import { deadlinesQuery } from './queries.js';

/** Drafts that can still be submitted, with the deadline in Beijing and on the reader's own clock. */
export function Deadlines() {
  const { t } = useTranslation('mail');
  const text = useText();
  const query = useQuery(deadlinesQuery);
  return (
    <section aria-labelledby="deadlines" className="deadlines">
      <h2 id="deadlines">{t('deadlines')}</h2>
      <QueryView query={query}>
        {({ deadlines }) =>
          deadlines.length === 0 ? (
            <p className="muted">{t('noDeadlines')}</p>
          ) : (
            <ul className="plain-list">
              {deadlines.map((deadline) => (
                <li key={deadline.publicId} className="deadline">
                  <Link to={`/entries/${deadline.publicId}`}>{deadline.title}</Link>
                  <span>{text(deadline.edition.name)}</span>
                  <span>
                    {t('closes')} <Moment at={deadline.closesAt} />
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </section>
  );
}
