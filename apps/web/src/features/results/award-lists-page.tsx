import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { answer, api } from '../../api/client.js';
import { useText } from '../../locales/use-text.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { BlockerList } from '../contest/blocker-list.js';
import { editionsQuery } from '../contest/queries.js';
import { RequireSession } from '../identity/require-session.js';
import { AwardListVersion } from './award-list-version.js';
import { FreezeAct } from './freeze-act.js';
import './results.css';
import '../contest/contest.css';

export function Component() {
  const { t } = useTranslation('results');
  return (
    <RequireSession title={t('lists')}>
      <AwardLists />
    </RequireSession>
  );
}

function AwardLists() {
  const { t } = useTranslation('results');
  const text = useText();
  const { slug = '' } = useParams();
  const editions = useQuery(editionsQuery);
  const query = useQuery({
    queryKey: ['award-lists', slug],
    queryFn: () => answer(api.GET('/api/v1/editions/{slug}/award-lists', { params: { path: { slug } } })),
  });
  const isComing = editions.isPending || query.isPending;
  const edition = isComing ? undefined : editions.data?.editions.find((one) => one.slug === slug);
  return (
    <Page
      isDemo={edition?.isDemo}
      isComing={isComing}
      title={edition ? `${text(edition.name)} · ${t('lists')}` : t('lists')}
      width="reading"
      trail={<Link to={`/organiser/editions/${slug}`}>{edition ? text(edition.name) : t('edition')}</Link>}
      lead={t('listsLead')}
    >
      <QueryView query={query}>
        {({ versions, blockers }) => (
          <>
            <BlockerList blockers={blockers} />
            <FreezeAct slug={slug} isFirst={versions.length === 0} isBlocked={blockers.length > 0} />
            {versions.length === 0 ? (
              <EmptyState text={t('noVersions')} />
            ) : (
              versions.map((version) => <AwardListVersion key={version.publicId} version={version} />)
            )}
          </>
        )}
      </QueryView>
    </Page>
  );
}
