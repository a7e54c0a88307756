import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useText } from '../../locales/use-text.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { RequireSession } from '../identity/require-session.js';
import { editionsQuery } from './queries.js';
import './contest.css';

export function Component() {
  const { t } = useTranslation('contest');
  return (
    <RequireSession title={t('editionsTitle')}>
      <Editions />
    </RequireSession>
  );
}

function Editions() {
  const { t } = useTranslation('contest');
  const text = useText();
  const query = useQuery(editionsQuery);
  return (
    <Page
      title={t('editionsTitle')}
      width="reading"
      actions={
        <Link className="quiet-button" to="/organiser/organisations">
          {t('organisations')}
        </Link>
      }
    >
      <QueryView query={query}>
        {({ editions }) =>
          editions.length === 0 ? (
            <EmptyState text={t('noEditions')} />
          ) : (
            <ul className="plain-list">
              {editions.map((edition) => (
                <li key={edition.slug} className="card edition-card">
                  <p className="muted">{text(edition.contest.name)}</p>
                  <h2>
                    <Link to={`/organiser/editions/${edition.slug}`}>{text(edition.name)}</Link>{' '}
                    {edition.isDemo ? <span className="demo-mark">{t('demoMark')}</span> : null}
                  </h2>
                  <EditionLinks slug={edition.slug} />
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </Page>
  );
}

function EditionLinks({ slug }: { slug: string }) {
  const { t } = useTranslation('contest');
  return (
    <p className="edition-links">
      <Link to={`/organiser/editions/${slug}`}>{t('stagesTitle')}</Link>
      <Link to={`/organiser/editions/${slug}/award-lists`}>{t('awardLists')}</Link>
      <Link to={`/organiser/editions/${slug}/landing-intents`}>{t('landingIntents')}</Link>
    </p>
  );
}
